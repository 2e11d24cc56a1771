"""The settings of one build: folders, deployment, closed lists, the date. Values only; loading stands beside it."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from handbook.reading.files import ReadFile
from handbook.settings.configuration import NavigationEntry
from handbook.settings.deployment import Deployment, Unit
from handbook.settings.vocabulary import KindEntry, ReportEntry, Vocabulary


@dataclass(frozen=True, slots=True)
class Settings:
    """What one build is given."""

    root: Path
    """The folder of mkdocs.yml; names of files are told from here."""
    config_file: Path
    docs_dir: Path
    data_dir: Path
    site_dir: Path
    date: date
    deployment: Deployment
    vocabulary: Vocabulary
    navigation: tuple[NavigationEntry, ...]
    theme_dir: Path | None
    """The handbook's own theme, if it has one."""
    configuration_files: tuple[Path, ...]
    """mkdocs.yml, what it inherits, and its hooks."""
    deployment_file: ReadFile = field(repr=False, compare=False)
    """The file of the deployment, so that a rule can tell where in it something stands."""

    def name(self, file: Path) -> str:
        """Name a file as people see it: from the root, with forward slashes."""
        try:
            return file.relative_to(self.root).as_posix()
        except ValueError:
            return file.as_posix()

    def unit(self, unit_id: str) -> Unit | None:
        """Find a unit of measure by its id."""
        return next((unit for unit in self.deployment.units if unit.id == unit_id), None)

    def kind(self, kind_id: str) -> KindEntry:
        """Find how a kind is called; a rule has made sure that every kind with records is there."""
        return next(entry for entry in self.vocabulary.kinds if entry.id == kind_id)

    def report(self, report_id: str) -> ReportEntry | None:
        """Find how a page made from the whole library is called; None where it is not published."""
        return next((entry for entry in self.vocabulary.reports if entry.id == report_id), None)
