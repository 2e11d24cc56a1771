"""The house's own words: found where they are words, excepted by name, and nowhere else."""

import dataclasses

import pytest

from handbook.diagnostics.finding import Finding
from handbook.library.target import Target
from handbook.rules.house import exceptions_are_needed, house_words_are_kept
from handbook.settings.vocabulary import ProseEntry
from libraries import DAY, library_of, settings_of_second

RULES = (
    ProseEntry(id="press", title="Viết tiếng Việt.", words=("click",), instead="bấm", excepted=("terms/b.yml",)),
    ProseEntry(id="sentence", title="Câu dài.", longest_sentence=8),
)


def _told(meaning: str, record: str = "a", rules: tuple[ProseEntry, ...] = RULES) -> list[Finding]:
    settings = settings_of_second()
    vocabulary = settings.vocabulary.model_copy(update={"prose": rules})
    library = library_of(
        {f"term/{record}": {"meaning": meaning}}, settings=dataclasses.replace(settings, vocabulary=vocabulary)
    )
    return list(house_words_are_kept(library))


@pytest.mark.parametrize(
    ("meaning", "codes"),
    [
        ("Hãy Click vào đây.", ["prose.word"]),
        ("Clicker là tên riêng, `click` là mã.", []),
        ("Xem [nơi ấy](https://a.example/click).", []),
        ("Xem [nơi ấy](click/).", []),
        ("Xem https://a.example/click trước.", []),
        ("Xem https://a.example/click rồi click.", ["prose.word"]),
        ("một hai ba bốn năm sáu bảy tám", []),
        ("một hai ba bốn năm sáu bảy tám chín", ["prose.length"]),
        ("một hai ba bốn năm. sáu bảy tám chín mười", []),
        ("một hai ba 1.440 năm sáu bảy tám", []),
        ("một hai ba 1.440 năm sáu bảy tám chín", ["prose.length"]),
    ],
)
def test_words_and_lengths(meaning: str, codes: list[str]) -> None:
    """A word counts as a word, whatever its case; addresses and code are no prose; a number's point ends nothing."""
    assert [finding.code.value for finding in _told(meaning)] == codes


def test_an_exception_holds_for_its_file_and_its_rule() -> None:
    """What is excepted from one rule is still held to the others."""
    meaning = "click một hai ba bốn năm sáu bảy tám chín"

    assert [finding.code.value for finding in _told(meaning, "b")] == ["prose.length"]


def test_the_place_is_the_word() -> None:
    """The finding stands at the very word."""
    [finding] = _told("Hãy click vào đây.")
    lines = ["schema_version: 1", "title: Bản ghi a", "meaning: Hãy click vào đây."]

    assert lines[finding.line - 1][finding.column - 1 :].startswith("click")


@pytest.mark.parametrize(
    ("meaning", "line", "column"), [("Hãy làm.\nbấm click", 4, 5), ("Hãy làm.\n\n  click", 5, 3), ("click", 3, 10)]
)
def test_a_word_far_down_in_a_text(meaning: str, line: int, column: int) -> None:
    """Only its first line begins behind the name of the field."""
    [finding] = _told(meaning)

    assert (finding.line, finding.column) == (line, column)


def test_an_exception_for_no_file_is_told() -> None:
    """A file that was renamed leaves no exception behind."""
    settings = settings_of_second()
    vocabulary = settings.vocabulary.model_copy(update={"prose": RULES})
    library = library_of({"term/a": {}}, settings=dataclasses.replace(settings, vocabulary=vocabulary))

    assert ["terms/b.yml" in finding.message for finding in exceptions_are_needed(library)] == [True]


def test_an_exception_for_a_file_that_is_there_is_kept() -> None:
    """A record's, a page's or a single file's."""
    changes = {"changes": [{"date": DAY, "text": "Mới."}]}
    there = library_of({"term/b": {}}, {"first.md": "Bài."}, sheets={"changes": changes})
    others = [page.file for page in there.pages.values()] + [sheet.file for sheet in there.sheets.values()]
    names = ["terms/b.yml", *(file.name for file in others)]
    rule = ProseEntry(id="press", title="Viết tiếng Việt.", words=("click",), instead="bấm", excepted=tuple(names))
    settings = settings_of_second()
    held = dataclasses.replace(settings, vocabulary=settings.vocabulary.model_copy(update={"prose": (rule,)}))

    assert list(exceptions_are_needed(dataclasses.replace(there, settings=held))) == []
    assert len(set(names)) == 3


def test_words_of_several_parts_are_found() -> None:
    """As one word."""
    rule = ProseEntry(id="list", title="Viết tiếng Việt.", words=("check list",))

    assert [finding.code.value for finding in _told("Một Check list.", rules=(rule,))] == ["prose.word"]


def test_an_exception_for_a_file_that_cannot_be_read_is_not_called_needless() -> None:
    """While a file is faulty nobody knows which are there."""
    settings = settings_of_second()
    held = dataclasses.replace(settings, vocabulary=settings.vocabulary.model_copy(update={"prose": RULES}))

    assert len(list(exceptions_are_needed(library_of({}, settings=held)))) == 1
    assert list(exceptions_are_needed(library_of({}, settings=held, unread=frozenset({Target("term", "b")})))) == []
