"""A copy of the second handbook in which every place for a text holds an attack.

What the check refuses is left out again, and told; a build is made of what is taken in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from browser.tool_pages import with_tool_pages
from building import DATE
from handbook.build.preparation import prepare
from handbook.diagnostics.finding import Severity
from handbook.reading.yaml_files import read_yaml_text
from handbook.records.asked import Asked
from handbook.records.changes import Changes
from handbook.records.journey import Journey
from handbook.records.kinds import KINDS
from handbook.records.page import Page
from handbook.settings.deployment import Deployment
from handbook.settings.loading import load_settings
from handbook.settings.vocabulary import Vocabulary
from injections import PAYLOADS
from second_handbooks import copy_of_second
from text_fields import Way, texts_in

MARK = re.compile(r"Thử(\d+)\b")
"""What stands before each attack, so that it is found again: in files, in findings, on pages."""

NOT_ATTACKED = {
    "case.Comparison.facts": "names a fact of the same case, to the letter",
    "criteria.Criterion.number": "ten letters at most, fewer than any attack has",
    "criteria.Part.number": "ten letters at most, fewer than any attack has",
    "deployment.Deployment.address": "every link of the site begins with it; settings are not changed by many hands",
    "deployment.Deployment.picture": "names a file that must be there",
    "page.Page.template": "names a file that must be there",
    **dict.fromkeys(
        (f"vocabulary.ProseEntry.{name}" for name in ("excepted", "instead", "title", "words")),
        "a rule for writers, told by the check and on no page",
    ),
}

PARTS: Mapping[str, Mapping[str, Any]] = {
    "du-lieu/documents/noi-quy-2025.yml": {"copies": [{"url": "https://vi-du.example/noi-quy", "opened": True}]},
    "du-lieu/vocabulary/owners.yml": {"schema_version": 1, "entries": [{"id": "keeper", "title": "Tổ soạn"}]},
    "du-lieu/handbook.yml": {"typography": {"font": "Tinos"}},
}
"""Parts and files that the models know and the second handbook has nowhere."""

PROSE = (
    "Thử{n} {payload}",
    "{payload} Thử{n}",
    "## Thử{n} {payload}",
    "- Thử{n} {payload}",
    "| Cột |\n| --- |\n| Thử{n} {payload} |",
    "`Thử{n} {payload}`",
    "```\nThử{n} {payload}\n```",
    '!!! note "Thử{n} {payload}"\n    Lời dặn.',
    '!!! note "Lời dặn"\n    Thử{n} {payload}',
    "[Thử{n} {payload}](https://vi-du.example/)",
    "[Thử{n}](https://vi-du.example/{payload})",
    "[Thử{n}]({payload})",
    "![Thử{n} {payload}](../hinh/chia-se.png)",
    "![Thử{n}]({payload})",
    '<div class="{payload}" markdown>Thử{n}</div>',
    "Thử{n} ((noi-quy-2025 {payload}))",
)
"""Where in a page written by hand an attack may stand."""
ALL_WAYS = 100  # numbers of one page's attacks; there are fewer ways than this

_FRONT_MATTER = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a text in a file of values, and whether the file has something there already."""

    field: str
    file: str
    way: Way
    is_used: bool


@dataclass(frozen=True, slots=True)
class Attacked:
    """A handbook full of attacks, each by its number: what was taken in, and what was refused."""

    config_file: Path
    taken: Mapping[int, str]
    refused: frozenset[int]


class Hostile:
    """The second handbook, to be attacked once with values and once with prose."""

    def __init__(self, folder: Path) -> None:
        """Copy it, and find the places where a harmless text may stand: one that refuses even that proves nothing."""
        self._config_file = with_tool_pages(copy_of_second(folder))
        self._root = self._config_file.parent
        self._values: dict[str, dict[str, Any]] = {}
        self._bodies: dict[str, str] = {}
        slots = tuple(slot for slot in self._read() if slot.field not in NOT_ATTACKED)
        used = frozenset(number for number, slot in enumerate(slots) if slot.is_used)
        tried = self._settled(dict.fromkeys(range(len(slots)), "chữ"), slots, spared=used)
        self.slots = tuple(slots[number] for number in sorted(tried.taken))

    def attack(self, shift: int) -> Attacked:
        """Put an attack into every place for a text: into the first the one that `shift` counts, then those after."""
        attacks = {number: PAYLOADS[(number + shift) % len(PAYLOADS)] for number in range(len(self.slots))}
        return self._settled(attacks, self.slots)

    def attack_prose(self) -> Attacked:
        """Add a page for each attack, which stands there in every way in which Markdown lets it."""
        for file, content in self._values.items():
            self._write(file, content, self._bodies.get(file))
        pages = range(len(PAYLOADS))
        text = self._config_file.read_text(encoding="utf-8")
        entries = "".join(f"  - Trang {page}: thu/p{page}.md\n" for page in pages)
        self._config_file.write_text(text + entries, encoding="utf-8")
        attacks = {page * ALL_WAYS + way: PAYLOADS[page] for page in pages for way in range(len(PROSE))}
        refused: set[int] = set()
        while True:
            for page in pages:
                numbers = [page * ALL_WAYS + way for way in range(len(PROSE))]
                kept = [PROSE[n % ALL_WAYS].format(n=n, payload=attacks[n]) for n in numbers if n not in refused]
                front = {"title": f"Trang {page}", "description": "Trang có chữ lạ."}
                self._write(f"bai-viet/thu/p{page}.md", front, "\n" + "\n\n".join(["Mở đầu.", *kept]) + "\n")
            found = self._refused()
            refused |= found
            if not found:
                taken = {number: payload for number, payload in attacks.items() if number not in refused}
                return Attacked(self._config_file, taken, frozenset(refused))

    def _settled(
        self, attacks: Mapping[int, str], slots: tuple[Slot, ...], spared: frozenset[int] | None = None
    ) -> Attacked:
        """Write the attacks into their places, and take out what is refused, until nothing is."""
        refused: set[int] = set()
        while True:
            taken = {number: payload for number, payload in attacks.items() if number not in refused}
            values = deepcopy(self._values)
            for number, payload in taken.items():
                _put(values[slots[number].file], slots[number].way, f"Thử{number}", payload)
            for file, content in values.items():
                self._write(file, content, self._bodies.get(file))
            found = self._refused(spared)
            refused |= found
            if not found:
                return Attacked(self._config_file, taken, frozenset(refused))

    def _refused(self, spared: frozenset[int] | None = None) -> set[int]:
        """Give the numbers of what the check refuses; each finding must stand in the line of an attack.

        With `spared` it may stand near: a rule may want a field left out and say so where another is, and such a field
        is sooner one that was not there before.
        """
        settings, findings = load_settings(self._config_file, site_dir=None, date=date.fromisoformat(DATE))
        if settings is not None:
            findings = [*findings, *prepare(settings).findings]
        numbers = set()
        for finding in findings:
            if finding.severity is Severity.ERROR:
                lines = (self._root / finding.path).read_text(encoding="utf-8").splitlines()
                marked = {at: int(mark[1]) for at, line in enumerate(lines, 1) if (mark := MARK.search(line))}
                if spared is not None and finding.line not in marked:
                    numbers.add(min((marked[at] in spared, abs(at - finding.line), marked[at]) for at in marked)[2])
                else:
                    assert finding.line in marked, f"told away from an attack: {finding}"
                    numbers.add(marked[finding.line])
        return numbers

    def _read(self) -> Iterator[Slot]:
        """Read every file of values, and tell where in it a text may stand."""
        data = self._root / "du-lieu"
        for file, parts in PARTS.items():
            if not (self._root / file).exists():
                self._write(file, parts, None)
        models: dict[Path, type[BaseModel]] = {
            data / "handbook.yml": Deployment,
            data / "asked.yml": Asked,
            data / "changes.yml": Changes,
            data / "journey.yml": Journey,
            **dict.fromkeys(sorted((self._root / "bai-viet").rglob("*.md")), Page),
        }
        for kind in KINDS:
            models |= dict.fromkeys(sorted((data / kind.folder).glob(f"*{kind.suffix}")), kind.model)
        for path, model in models.items():
            file = path.relative_to(self._root).as_posix()
            text = path.read_text(encoding="utf-8")
            halves = _FRONT_MATTER.fullmatch(text)
            if halves:
                text, self._bodies[file] = halves.groups()
            self._values[file] = _read_values(text) | dict(PARTS.get(file, {}))
            yield from self._slots(file, texts_in(model, self._values[file]))
        for path in sorted((data / "vocabulary").glob("*.yml")):
            file = path.relative_to(self._root).as_posix()
            self._values[file] = _read_values(path.read_text(encoding="utf-8"))
            entries = {path.stem.replace("-", "_"): self._values[file]["entries"]}
            yield from self._slots(
                file, ((field, ("entries", *way)) for field, (_, *way) in texts_in(Vocabulary, entries))
            )

    def _slots(self, file: str, texts: Iterable[tuple[str, Way]]) -> Iterator[Slot]:
        words = list(_words(self._values[file]))
        for field, way in texts:
            there = _at(self._values[file], way)
            if words.count(there) < 2:  # a text that stands twice names something in its file
                yield Slot(field, file, way, is_used=there is not None)

    def _write(self, file: str, values: Mapping[str, Any], body: str | None) -> None:
        text = yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=False, width=10**6)
        place = self._root / file
        place.parent.mkdir(exist_ok=True)
        place.write_text(text if body is None else f"---\n{text}---\n{body}", encoding="utf-8")


def _at(values: Any, way: Way) -> Any:
    for step in way:
        try:
            values = values[step]
        except (KeyError, IndexError):
            return None
    return values


def _words(values: Any) -> Iterator[str]:
    if isinstance(values, str):
        yield values
    elif isinstance(values, dict | list):
        for inner in values.values() if isinstance(values, dict) else values:
            yield from _words(inner)


def _put(values: Any, way: Way, mark: str, payload: str) -> None:
    """Put a text where the way leads, after what stands there, of which rules may have need."""
    *steps, last = way
    for step in steps:
        if isinstance(values, dict) and step not in values:
            values[step] = []
        values = values[step]
    if isinstance(last, int) and len(values) <= last:
        values.append(f"{mark} {payload}")
    else:
        before = values[last] if isinstance(last, int) else values.get(last)
        if str(before).startswith("https://"):  # an address knows no spaces
            values[last] = f"{before}#{mark}={payload}"
        else:
            values[last] = f"{before} {mark} {payload}" if before else f"{mark} {payload}"


def _read_values(text: str) -> dict[str, Any]:
    file, findings = read_yaml_text(text, "")
    assert file is not None, findings
    return dict(file.values)
