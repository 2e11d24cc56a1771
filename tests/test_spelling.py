"""What the generator itself says in Vietnamese is spelled like the content: one style of tone marks, composed."""

from collections.abc import Iterator
from pathlib import Path

from building import ROOT
from handbook.diagnostics.explanations import EXAMPLES
from handbook.text.nfc import is_nfc
from handbook.text.tone_marks import misplaced

FOLDERS = ("hooks", "theme", "scripts", "docs", "data", "tests/second_handbook")
SUFFIXES = frozenset({".py", ".md", ".yml", ".html", ".toml", ".json", ".js", ".css", ".svg", ".typ"})


def _files() -> Iterator[Path]:
    yield from ROOT.glob("*.md")
    for folder in FOLDERS:
        yield from (file for file in (ROOT / folder).rglob("*") if file.suffix in SUFFIXES and file != EXAMPLES)


def test_every_word_is_spelled_in_one_way() -> None:
    """Code, templates, help texts and content; only the examples of faults, and lines that tell both, are otherwise."""
    texts = {file: file.read_text(encoding="utf-8") for file in _files()}
    otherwise = [
        f"{file.relative_to(ROOT)}: {word}, not {right}"
        for file, text in texts.items()
        for line in text.splitlines()
        for _, word, right in misplaced(line)
        if right not in line
    ]

    assert len(texts) > 300
    assert otherwise == []
    assert [str(file) for file, text in texts.items() if not is_nfc(text)] == []
