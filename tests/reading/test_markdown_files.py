"""Reading Markdown: front matter exactly as MkDocs will read it, or a finding."""

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from handbook.reading.markdown_files import read_markdown, read_markdown_text
from handbook.reading.places import Place

LINES = st.sampled_from(
    [
        "---",
        "--- ",
        "----",
        "--",
        "...",
        "***",
        "",
        " ",
        "  ---",
        "\ufeff---",
        "title: Tên",
        "a: 1",
        "  b: 2",
        "- x",
        "# H",
        "a:",
    ]
)
VISIBLE = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=20)
PAGES = st.lists(LINES | VISIBLE, max_size=9).map("\n".join)


def told(text: str) -> list[str]:
    """What is told of a page, as "line:column code"."""
    return [f"{finding.line}:{finding.column} {finding.code}" for finding in read_markdown_text(text, "a.md")[1]]


def test_a_page_has_values_body_and_places() -> None:
    """The values stand between the fences, the body begins after the blank lines behind them."""
    read, findings = read_markdown_text("---\ntitle: Tên\nday: 2026-11-22\n---\n\n\n# Mục\n\nChữ\n", "a.md")

    assert findings == []
    assert read is not None
    assert read.values["title"] == "Tên"
    assert read.place(("title",)) == Place(2, 8)
    assert read.place(("day",), key=True) == Place(3, 1)
    assert read.body == "# Mục\n\nChữ\n"
    assert read.body_line == 7


def test_a_page_without_front_matter_is_all_body() -> None:
    """A page may do without front matter; its values are then an empty mapping."""
    read, findings = read_markdown_text("\n\n# Mục\n", "a.md")

    assert findings == []
    assert read is not None
    assert (read.values, read.body, read.body_line) == ({}, "# Mục\n", 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: a\n\n# Mục\n", ["1:1 front-matter.unclosed"]),
        ("---\ntitle: a\n----\n# Mục\n", ["3:1 front-matter.fence"]),
        ("---\ntitle: a\n...\n# Mục\n", ["3:1 front-matter.fence"]),
        ("---\ntitle: a\n...\n# Mục\n---\n", ["3:1 front-matter.fence"]),
        ("----\ntitle: a\n----\n# Mục\n", ["1:1 front-matter.fence"]),
        ("—\ntitle: a\n—\n# Mục\n", ["1:1 front-matter.fence"]),
        ("\n---\ntitle: a\n---\n# Mục\n", ["2:1 front-matter.not-first"]),
        (" ---\ntitle: a\n---\n# Mục\n", ["1:1 front-matter.not-first"]),
        ("---\n- a\n---\n# Mục\n", ["1:1 front-matter.not-a-mapping"]),
        ("---\n# a\n---\n# Mục\n", ["1:1 front-matter.not-a-mapping"]),
        ("---\n---\n# Mục\n", ["1:1 front-matter.not-a-mapping"]),
        ("Title: a\n\nChữ\n", ["1:1 front-matter.swallowed"]),
        ("---\ntitle: a\n---", ["3:1 front-matter.swallowed"]),
        ("---\ntitle: no\nb: c: d\n---\nChữ\n", ["3:5 yaml.cut-by-colon", "2:8 yaml.boolean-word"]),
        ("---\ntitle: a\ntitle: b\n---\nChữ\n", ["3:1 yaml.duplicate-key"]),
    ],
)
def test_what_mkdocs_would_print_or_swallow_is_told(text: str, expected: list[str]) -> None:
    """Each fault of a page's front matter is told at its line of the file."""
    assert told(text) == expected


def test_a_byte_order_mark_is_told(tmp_path: Path) -> None:
    """A mark before the first fence is told, and the page is read behind it."""
    file = tmp_path / "a.md"
    file.write_bytes("\ufeff---\ntitle: a\n---\nChữ\n".encode())

    read, findings = read_markdown(file, "a.md")

    assert [finding.code.value for finding in findings] == ["file.bom"]
    assert read is not None
    assert read.values == {"title": "a"}


@given(PAGES | VISIBLE)
@example("---\na: '---\n---\n---\nx")
@example("---\na: |\n  x\n ---\n---\nx\n---\n")
@example("---\n%YAML 1.1\n---\na: 1\n---\n")
@example(" \n\nx: y")
@example("---\na: 2001-1-1 1:1:1\n---\n")
def test_what_is_accepted_mkdocs_reads_alike(text: str) -> None:
    """A page without findings has the same keys and the same body for MkDocs."""
    read, findings = read_markdown_text(text, "a.md")
    if read is None or findings:
        assert findings
        return

    body, values = get_data(text)

    assert read.values == values
    assert read.body == body


@given(st.dictionaries(st.text("abcđê", min_size=1), VISIBLE | st.integers(0, 99) | st.dates(), min_size=1))
def test_written_front_matter_is_read_back_and_mkdocs_agrees(values: dict[str, object]) -> None:
    """Front matter that a YAML writer wrote is read as the same values by us and by MkDocs."""
    text = f"---\n{yaml.safe_dump(values, allow_unicode=True)}---\n\nChữ\n"
    read, _ = read_markdown_text(text, "a.md")

    assert read is not None
    assert read.values == values
    assert get_data(text) == ("Chữ\n", values)


@given(st.binary(max_size=80) | PAGES.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_nothing_makes_reading_fall_over(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Any file gives a page or at least one finding."""
    file = tmp_path_factory.getbasetemp() / "any.md"
    file.write_bytes(data)

    read, findings = read_markdown(file, "any.md")

    assert (read is not None) or findings
