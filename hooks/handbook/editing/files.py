"""Which files a handbook keeps its data in, and which model each of them follows. Reads none of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from handbook.library.record_files import PROSE_SUFFIX
from handbook.library.sheet import MODELS
from handbook.reading.folders import list_files
from handbook.records.kinds import KINDS
from handbook.records.page import Page
from handbook.settings.deployment import Deployment
from handbook.settings.loading import LISTS
from handbook.settings.settings import Settings

DATA_SUFFIX = ".yml"


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file with data in it, its model, and the kind of record it holds (empty for all other files)."""

    path: Path
    model: type[BaseModel]
    kind: str = ""


def data_files(settings: Settings) -> Iterator[DataFile]:
    """Give every file with data in it: records, closed lists, settings, single files, heads of pages."""
    for kind in KINDS:
        for path in _listed(settings.data_dir / kind.folder, settings, kind.suffix):
            yield DataFile(path, kind.model, kind.id)
    single: dict[str, type[BaseModel]] = {f"vocabulary/{name}": model for _, name, model in LISTS}
    single |= {f"{sheet_id}{DATA_SUFFIX}": model for sheet_id, model in MODELS.items()}
    for name, model in single.items():
        if (settings.data_dir / name).is_file():
            yield DataFile(settings.data_dir / name, model)
    for path in sorted(settings.data_dir.glob(f"*{DATA_SUFFIX}")):
        if path.name not in single:
            yield DataFile(path, Deployment)
    for path in _listed(settings.docs_dir, settings, PROSE_SUFFIX):
        yield DataFile(path, Page)


def _listed(folder: Path, settings: Settings, suffix: str) -> list[Path]:
    return list_files(folder, settings.root, frozenset({suffix}))[0] if folder.is_dir() else []
