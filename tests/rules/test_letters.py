"""Letters that no font has are told wherever they are written."""

from dataclasses import replace

import pytest

from handbook.library.library import Library
from handbook.reading.yaml_files import read_yaml_text
from handbook.rules.letters import letters_can_be_printed, letters_of_the_deployment_can_be_printed
from libraries import library_of, settings_of_second


def _told(library: Library) -> list[tuple[str, int, int]]:
    return [(one.path, one.line, one.column) for one in letters_can_be_printed(library)]


def _hint(letters: str) -> str:
    (finding,) = letters_can_be_printed(library_of({}, {"a.md": letters}))
    return finding.hint


def test_pages_are_read_with_their_code() -> None:
    """Each letter is told once a page, where it stands first; a letter in code is printed as well."""
    library = library_of({}, {"a.md": "Một `☐` hai ☐.\n\n- ☐ và ✔\n", "b.md": "Không có gì."})

    assert _told(library) == [("a.md", 5, 6), ("a.md", 7, 8)]


def test_escaped_letters_are_told_at_their_value() -> None:
    """What an escape stands for is not found in the file; the text that holds it is."""
    read, _ = read_yaml_text('title: Tên\nnote: "Ô \\u2610"\n', "a.yml")
    assert read is not None
    library = library_of({"source/a": {}})
    (entry,) = library.entries.values()

    assert _told(replace(library, entries=library.entries.with_entries(replace(entry, file=read)))) == [("a.yml", 2, 7)]


def test_the_deployment_is_read() -> None:
    """Its name stands on every paper."""
    read, _ = read_yaml_text("name: Sổ tay ☐\n", "handbook.yml")
    assert read is not None
    library = library_of({}, settings=replace(settings_of_second(), deployment_file=read))

    [finding] = letters_of_the_deployment_can_be_printed(library)

    assert (finding.path, finding.line, finding.column) == ("handbook.yml", 1, 14)


@pytest.mark.parametrize(
    ("letters", "instead"),
    [("①", "“1”"), ("Ａ", "“A”"), ("☑", "“□”"), ("✔", "có hoặc không"), ("漢", "dịch nghĩa"), ("👍🏽", "Bỏ hình")],
)
def test_the_hint_says_what_to_write(letters: str, instead: str) -> None:
    """The same in plain letters where there are such; else what the letter is for."""
    assert instead in _hint(letters)
