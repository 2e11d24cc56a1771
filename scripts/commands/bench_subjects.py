"""What is measured: builds of generated handbooks, by us and by others, each with the state it starts from.

A subject is named `engine-state-count`: `ours-cold-5000`, `hugo-edited-5000`, `mkdocs-cold-0` (one page).
Everything stands in one working folder, which may be thrown away afterwards.
"""

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from commands.bench_author import TODAY
from commands.bench_frame import dumped
from commands.bench_generate import write_handbook
from commands.bench_peer_sites import write_eleventy, write_empty, write_hugo, write_stock
from commands.bench_peers import COMMANDS, install
from commands.bench_plan import id_of, plan_of
from commands.bench_texts import Told, told_by
from commands.options import ROOT
from commands.timing import Cost, cost_of
from handbook.library.loading import load_library
from handbook.settings.loading import load_settings

COLD, EDITED, UNCHANGED = "cold", "edited", "unchanged"
ONE_PAGE = 0
EDIT = "\n\nSửa lần "
WRITERS: Mapping[str, Callable[[Sequence[Told], Path], None]] = {
    "hugo": write_hugo,
    "eleventy": write_eleventy,
    "mkdocs": write_stock,
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What is run, of how many records, and the state it starts from."""

    engine: str
    state: str
    count: int

    @classmethod
    def named(cls, name: str) -> "Subject":
        """Read a name."""
        engine, state, count = name.split("-")
        return cls(engine, state, int(count))


def script(name: str, *arguments: str | Path) -> list[str]:
    """Give the command line of one of our scripts, started as people's shells start it but for the environment."""
    return [sys.executable, "-X", "utf8", str(ROOT / "scripts" / f"{name}.py"), *map(str, arguments)]


@dataclass(frozen=True)
class Workplace:
    """The generated handbooks, the others' sites, and what they build, in one folder."""

    folder: Path
    prepared: set[str] = field(default_factory=set)

    def measure(self, subject: Subject) -> Cost:
        """Bring a subject into its state and run it once."""
        if subject.engine in COMMANDS:
            return self._measure_peer(subject)
        configuration = self.handbook(subject.count)
        command = self.build_command(subject)
        if subject.engine == "check":
            return cost_of(script("check", "--config-file", configuration, "--date", str(TODAY)))
        if subject.state == COLD:
            for place in ("site", "cache"):
                shutil.rmtree(self._own(subject, place), ignore_errors=True)
        else:
            self._once(f"{subject}", lambda: cost_of(command))
        if subject.state == EDITED:
            self.edit(subject.count)
        return cost_of(command)

    def build_command(self, subject: Subject) -> list[str]:
        """Give the command that builds our site for a subject."""
        named = ("--config-file", self.handbook(subject.count), "--date", str(TODAY), "--files", "none")
        places = ("--site-dir", self._own(subject, "site"), "--cache", self._own(subject, "cache"))
        return script("build", *named, *places)

    def site(self, subject: Subject) -> Path:
        """Give the folder of the built site of a subject of ours."""
        return self._own(subject, "site")

    def handbook(self, count: int) -> Path:
        """Give the configuration of the handbook of so many records, writing it when it is first asked for."""
        folder = self.folder / "handbooks" / str(count)
        if not (folder / "mkdocs.yml").exists():
            shutil.rmtree(folder, ignore_errors=True)
            write_handbook(count, folder)
        return folder / "mkdocs.yml"

    def edited_record(self, count: int) -> str:
        """Give the id of the case that is edited: one from the middle."""
        return id_of("case", plan_of(count).counts["case"] // 2)

    def edit(self, count: int) -> str:
        """Change a case's story; gives the words that its page has from then on."""
        file = self.handbook(count).parent / "data" / "cases" / f"{self.edited_record(count)}.md"
        story = _edited(file.read_text(encoding="utf-8").rstrip("\n"))
        file.write_text(f"{story}\n", encoding="utf-8", newline="\n")
        return story.rpartition("\n")[2]

    def _measure_peer(self, subject: Subject) -> Cost:
        engine, count = subject.engine, subject.count
        self._once(engine, lambda: install((engine,)))
        site = self.folder / "peers" / f"{engine}-{count}"
        output = self.folder / "built" / f"{engine}-{subject.state}-{count}"
        self._once(f"{engine} {count}", lambda: self._write_peer(engine, count, site))
        if subject.state == COLD:
            shutil.rmtree(output, ignore_errors=True)
        if subject.state == EDITED:
            file = site / "data" / "records" / "case" / f"{self.edited_record(count)}.yaml"
            record = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
            file.write_text(dumped({**record, "story": _edited(record["story"])}), encoding="utf-8", newline="\n")
        return cost_of(COMMANDS[engine](site, output), site)

    def _write_peer(self, engine: str, count: int, site: Path) -> None:
        if count == ONE_PAGE:
            write_empty(site)
            return
        settings, _ = load_settings(self.handbook(count), date=TODAY)
        if settings is None:
            raise RuntimeError("the generated configuration cannot be read")
        library, _ = load_library(settings)
        WRITERS[engine](told_by(library), site)

    def _own(self, subject: Subject, place: str) -> Path:
        return self.folder / "built" / f"{subject.engine}-{subject.state}-{subject.count}" / place

    def _once(self, name: str, act: Callable[[], object]) -> None:
        if name not in self.prepared:
            act()
            self.prepared.add(name)


def _edited(story: str) -> str:
    """Change the last paragraph, which counts the edits; the first edit adds it."""
    before, mark, number = story.rpartition(EDIT)
    return f"{before if mark else story}{EDIT}{int(number.rstrip('.')) + 1 if mark else 1}."
