"""The quick reader of plain YAML says what the reader of events says, or nothing."""

from pathlib import Path
from typing import Any, Literal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from handbook.reading.decoding import decode
from handbook.reading.yaml_parsing import parse_events
from handbook.reading.yaml_plain import read_plain
from handbook.settings.loading import load_settings

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(
    file
    for folder in ("data", "tests/invalid", "tests/second_handbook")
    for file in (ROOT / folder).rglob("*.yml")
    if file.is_file()
)

SCALARS = (
    *(
        "a",
        "Chữ có dấu",
        "a: b",
        "a:",
        "a #b",
        "a#b",
        "#a",
        "a ",
        " a",
        "- a",
        "-",
        "? a",
        ":a",
        "a:b",
        "http://a.b/c#d",
    ),
    *("012", "12", "-3", "1e5", "94.44", "1.440", "1_000", "0x1F", ".5", "1:30", ".inf", "2026-11-22", "2026-13-01"),
    *("2026-11-22 10:00", "yes", "No", "y", "on", "null", "~", "true", "False", "<<", "=", ""),
    *(
        '"a"',
        '"a\\n"',
        '"a" b',
        '"a',
        '""',
        "'a'",
        "'it''s'",
        "'a' # b",
        "'''",
        "''",
        "'a'b'",
        "“a”",
        "(a)",
        "((a#b c))",
    ),
    *(
        "[a, b]",
        "[]",
        "[a,b]",
        "[a, no]",
        "[a#b, c-d]",
        "[ a ]",
        "[12]",
        "[a: b]",
        "[a, b] # c",
        "{a: b}",
        "{}",
        "[a",
        "a]",
    ),
    *("|", ">-", "&a b", "*a", "!!str a", "%a", "@a", "`a`", "a\u00a0b", "a\u2028b", "a\tb", "\ufeffa", "a\x85b", "👍"),
)
KEYS = ("a", "b", "on", "y", "null", "a-b", "Khóa", "1", "a b", '"a"', "<<", "?", "x" * 90)
INDENTS = ("", "  ", "    ", "      ", " ", "\t", " " * 31)
STARTS = ("", "", "", "- ", "- - ", "-  ", "-")


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A line that may stand in a YAML file, well placed or not."""
    sort = draw(st.sampled_from(("key", "key", "key", "open", "item", "other")))
    begin = draw(st.sampled_from(INDENTS[:4]) | st.sampled_from(INDENTS)) + draw(st.sampled_from(STARTS))
    scalar = draw(st.sampled_from(SCALARS) | st.text(st.characters(codec="utf-8"), max_size=8))
    if sort == "key":
        return f"{begin}{draw(st.sampled_from(KEYS))}: {scalar}"
    if sort == "open":
        return f"{begin}{draw(st.sampled_from(KEYS))}:"
    if sort == "item":
        return f"{begin}- {scalar}"
    other = ("", "  ", "# ghi chú", "  # ghi chú", "---", "...", "%YAML 1.2", scalar, begin + scalar)
    return str(draw(st.sampled_from(other)))


TEXTS = st.lists(lines(), max_size=12).map("\n".join)
PLAIN_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.booleans() | st.integers(-(10**9), 10**9) | st.dates() | st.sampled_from(SCALARS) | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(("a", "b_c", "d-e", "on")), inner, max_size=4)
    ),
    max_leaves=20,
)
PLAIN = st.dictionaries(st.sampled_from(("title", "items", "note", "when")), PLAIN_VALUES, max_size=4)


def told_alike(text: str) -> bool:
    """Compare both readers on a text as it is after decoding; tell whether the quick one answered."""
    decoded, _ = decode(text.encode("utf-8", "replace"), "a.yml")
    if decoded is None:
        return False
    quick = read_plain(decoded)
    if quick is None:
        return False
    reading = parse_events(decoded, "a.yml")
    assert (reading.complete, reading.findings, reading.told) == (True, [], set())
    assert quick == reading.values
    assert repr(quick) == repr(reading.values)  # 1, 1.0 and True are equal, and order of keys does not count there
    return True


@given(TEXTS)
def test_what_is_read_quickly_is_what_the_events_say(text: str) -> None:
    """Whatever stands in the lines, the quick answer is the whole answer, of the same types, and without findings."""
    told_alike(text)


@given(PLAIN, st.integers(20, 200), st.sampled_from([None, False]))
def test_what_a_writer_writes_is_read_alike(values: dict[str, Any], width: int, flow: Literal[False] | None) -> None:
    """Texts as programs write them, folded or in brackets."""
    told_alike(yaml.safe_dump(values, allow_unicode=True, width=width, default_flow_style=flow))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_files_are_read_alike(file: Path) -> None:
    """The files of this handbook, of the second one, and those with faults."""
    told_alike(file.read_bytes().decode("utf-8", "replace"))


@given(st.sampled_from(FILES), st.data())
def test_a_damaged_file_is_read_alike(file: Path, data: st.DataObject) -> None:
    """One piece put anywhere into a real file, or taken out."""
    text = file.read_bytes().decode("utf-8", "replace")[:3000]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 6, len(text))))
    put = data.draw(
        st.sampled_from(("", " ", "  ", "\n", "\n\n", "\n  ", ":", ": ", " #", "- ", "'", '"', "[", "]", "a: b"))
    )

    told_alike(text[:start] + put + text[end:])


@pytest.mark.parametrize("written", ["'a'b'", "'''", '"a"b"', '"a\\n"', "'a", "[a, b", "- a: 'b'c'"])
def test_what_is_doubtful_is_left_to_the_other_reader(written: str) -> None:
    """A quote inside quotes, an escape, a bracket that stays open: nothing is said here."""
    assert read_plain(f"a: b\nc: {written}\n") is None


def test_nearly_every_file_is_read_quickly() -> None:
    """The quick way is the usual way, else it would save nothing."""
    settings, _ = load_settings(ROOT / "mkdocs.yml", site_dir=None, date=None)
    assert settings is not None
    records = list(settings.data_dir.glob("*/*.yml"))

    taken = [file for file in records if read_plain(file.read_text(encoding="utf-8")) is not None]

    assert len(taken) > 0.9 * len(records)
