"""Writes the examples that the page of codes shows, from the bad examples under tests/invalid/ (see its README).

A build must not read tests, so what it shows is kept beside the codes; a test tells when the two differ.
"""

import difflib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from commands.options import ROOT, Parser
from handbook.diagnostics.codes import Code
from handbook.diagnostics.explanations import EXAMPLES

INVALID = ROOT / "tests" / "invalid"
SOUND = ROOT / "tests" / "second_handbook"
MENDED = "mended"
EXPECTED = "expected.txt"
LONGEST = 12
"""A fault that needs more lines than this is not shown."""

_FINDING = re.compile(r"^(?P<path>[^\n]+?):\d+:\d+: [^\n]*\[(?P<code>[a-z.-]+)\]\n(?:    [^\n]*\n)?", re.MULTILINE)
_PLAIN = frozenset({".yml", ".md"})

Example = dict[str, str]


def main(arguments: list[str]) -> int:
    """Write the file anew; 0."""
    Parser("examples", "Viết lại các ví dụ của trang mã lỗi từ các ví dụ sai trong tests/invalid.").read(arguments)
    EXAMPLES.write_text(as_json(), encoding="utf-8", newline="\n")
    return 0


def as_json() -> str:
    """Give the examples as they are kept."""
    return json.dumps(collect(), ensure_ascii=False, indent=1) + "\n"


def collect() -> dict[str, Example]:
    """Give one example for each code that has any: the one that shows most in the fewest lines, the first of those."""
    found: dict[str, list[Example]] = {}
    for folder in sorted(folder for folder in INVALID.iterdir() if folder.is_dir()):
        told = (folder / EXPECTED).read_text(encoding="utf-8")
        for code, example in _examples(folder, told):
            found.setdefault(code, []).append(example)
    return {code.value: min(found[code.value], key=_poverty) for code in Code if code.value in found}


def _poverty(example: Example) -> tuple[bool, int]:
    return (not example["good"], example["bad"].count("\n") + example["good"].count("\n"))


def _examples(folder: Path, told: str) -> Iterator[tuple[str, Example]]:
    first: dict[str, re.Match[str]] = {}
    for finding in _FINDING.finditer(told):
        first.setdefault(finding["code"], finding)
    for code, finding in first.items():
        file, bad, good = _excerpts(folder, finding["path"])
        yield code, {"file": file, "bad": bad, "told": finding.group().rstrip(), "good": good}


def _excerpts(folder: Path, file: str) -> tuple[str, str, str]:
    """Give the differing lines of a faulty file and of a sound one, and its name; nothing where one cannot be shown."""
    mended = sorted(one for one in (folder / MENDED).rglob("*") if one.is_file())
    if mended:
        file = mended[0].relative_to(folder / MENDED).as_posix()
    faulty, sound = folder / file, mended[0] if mended else SOUND / file
    if faulty.suffix not in _PLAIN or not faulty.is_file() or not sound.is_file():
        return file, "", ""
    bad, good = _lines(faulty), _lines(sound)
    hunks = list(difflib.SequenceMatcher(None, bad, good, autojunk=False).get_grouped_opcodes(1))
    shown_bad = [bad[hunk[0][1] : hunk[-1][2]] for hunk in hunks]
    shown_good = [good[hunk[0][3] : hunk[-1][4]] for hunk in hunks]
    if max(sum(map(len, shown_bad)), sum(map(len, shown_good))) > LONGEST:
        return file, "", ""
    return file, _joined(shown_bad), _joined(shown_good)


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def _joined(pieces: list[list[str]]) -> str:
    return "\n…\n".join("\n".join(piece) for piece in pieces).strip("\n")
