"""Manuscripts are read as the site's Markdown reads them; whatever else they hold is told with its place."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html
from markdown import Markdown

from building import ROOT
from handbook.reading.manuscript.blocks import read_manuscript
from handbook.reading.manuscript.pieces import (
    Boxed,
    Grid,
    Listed,
    Listing,
    Odd,
    Passage,
    Picture,
    Piece,
    Run,
    Runs,
    Text,
    Title,
    Way,
)
from handbook.reading.markdown_files import read_markdown
from handbook.reading.references import Mention, find_mentions_in_markdown

EXTENSIONS = (
    *("admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"),
    *("pymdownx.details", "pymdownx.superfences"),
)
LINES = (
    *("", "", "", "Một câu.", "Hai câu. Và nữa.", "  tiếp theo", "## Đề mục", "### Nhỏ hơn ##", "#### Neo {#neo}"),
    *(
        "- một",
        "- **hai** chữ",
        "* ba",
        "    - con",
        "    - con nữa",
        "  - lệch",
        "1. một",
        "2. hai",
        "3. ba",
        "    1. con",
    ),
    *("        - cháu", "    thụt", "    - [đường](a.md)"),
    *("| a | b |", "| --- | ---: |", "| `x | y` | 2 |", "| 1 | **2** |", "a | b"),
    *('!!! note "Tên khung"', '??? warning "Mở ra"', "!!! note", "    lời trong khung", "    - điều trong khung"),
    *("> trích", "---", "===", "***", "```", "```yaml", "a: 1", "~~~", '<div class="x" markdown>', "</div>"),
    *("**đậm** và `mã *lạ*` và __đậm__", "**đậm**, ((hd-42#a chữ)) nữa", "*nghiêng*", "_nghiêng_", "a_b_c và x * y"),
    *("[chữ](a.md#b) và ![hình](b.png)", "[**chữ**](<a b.md>)", "<https://a.example/>", "((hd-42))", "((hd-42#a"),
    *("chữ)) hết.", "\\*sao\\* và \\_", "&lt;b&gt; &amp;", ": nghĩa", "[^1]", "[^1]: lời", "[a]: b.md", "[a]", "[TOC]"),
    *(
        "câu `mở",
        "đóng` lại",
        "**mở",
        "đóng**",
        "hết  ",
        "{: .x}",
        "**x**{: .y}",
        "<!-- ẩn -->",
        "<!--",
        "-->",
        "***x***",
    ),
)


def as_read(text: str) -> list[Any]:
    """Give what a manuscript says, in a form to compare."""
    return [told_piece(piece) for piece in read_manuscript(text).pieces]


def told_piece(piece: Piece) -> Any:
    """Give a block in a form to compare."""
    match piece:
        case Title():
            return f"h{piece.level}", told(piece.runs)
        case Passage():
            return "p", told(piece.runs)
        case Listing():
            return told_list(piece)
        case Grid():
            return "table", piece.numeric, [[told(cell) for cell in row] for row in (piece.head, *piece.rows)]
        case Listed():
            return "pre", piece.text.strip("\n")
        case Boxed():
            return "note", told(piece.title), [told_piece(one) for one in piece.pieces]


def told_list(listing: Listing) -> Any:
    """Give a list in a form to compare."""
    tag = "ol" if listing.numbered else "ul"
    return tag, [(told(point.runs), told_list(point.inner) if point.inner else None) for point in listing.points]


def told(runs: Runs) -> str:
    """Give the inside of a line in a form to compare."""
    return " ".join("".join(told_run(run) for run in runs).split())


def told_run(run: Run) -> str:
    """Give a piece of a line in a form to compare."""
    match run:
        case Text(code=True):
            return f"`{run.words}`"
        case Text():
            return "".join(f"«{one}»" for one in run.words) if run.strong else run.words
        case Way():
            return f"[{run.words}]({run.target})"
        case Picture():
            return f"![{run.words}]({run.target})"
        case Mention():
            return run.raw


def as_site(text: str) -> list[Any]:
    """Give what the site's own Markdown makes of a text, in the same form."""
    converter = Markdown(extensions=list(EXTENSIONS), extension_configs={"tables": {"use_align_attribute": True}})
    for mention in reversed(find_mentions_in_markdown(text)):  # which the site resolves before
        raw = re.sub(r"([\\*_`\[\]])", r"\\\1", " ".join(mention.raw.split())).replace("<", "&lt;")
        text = text[: mention.start] + raw + text[mention.end :]
    made = converter.convert(text)
    return list(blocks(html.fragment_fromstring(made, create_parent="div")))


def blocks(parent: html.HtmlElement) -> Iterator[Any]:
    """Give the blocks inside an element in a form to compare."""
    for one in parent:
        match one.tag:
            case "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                if inside(one):
                    yield one.tag, inside(one)
            case "ul" | "ol":
                yield listed(one)
            case "table":
                rows = [[inside(cell) for cell in row] for row in one.iter("tr")]
                yield "table", tuple(cell.get("align") == "right" for cell in one.find("thead/tr")), rows
            case "div" if one.get("class") == "highlight":
                yield "pre", "".join(one.itertext()).strip("\n")
            case "div" | "details" if one.tag == "details" or "admonition" in (one.get("class") or ""):
                (title, *_) = one
                one.remove(title)
                yield "note", inside(title), list(blocks(one))
            case "div":
                yield from blocks(one)
            case _ if isinstance(one.tag, str):
                yield "alien", one.tag


def listed(one: html.HtmlElement) -> Any:
    """Give a list in a form to compare."""
    points = []
    for point in one:
        inner = [child for child in point if child.tag in {"ul", "ol"}]
        for child in inner:
            point.remove(child)
        for child in [child for child in point if child.tag == "p"]:
            child.drop_tag()
        points.append((inside(point), listed(inner[0]) if inner else None))
    return one.tag, points


def inside(one: html.HtmlElement) -> str:
    """Give the inside of a line in a form to compare."""
    return " ".join(_inside(one, strong=False).split()).removesuffix("<br>")


def _inside(one: html.HtmlElement, *, strong: bool) -> str:
    def shown(text: str | None) -> str:
        words = " ".join(f"|{text or ''}|".split())[1:-1]
        return "".join(f"«{letter}»" for letter in words) if strong else words

    parts = [shown(one.text)]
    for child in one:
        match child.tag:
            case "strong":
                parts.append(_inside(child, strong=True))
            case "code":
                parts.append(f"`{' '.join((child.text or '').split())}`")
            case "a":
                parts.append(f"[{child.text_content()}]({child.get('href')})")
            case "img":
                parts.append(f"![{child.get('alt')}]({child.get('src')})")
            case tag if isinstance(tag, str):
                parts.append(f"<{tag}>{child.text_content()}")
        parts.append(shown(child.tail))
    return "".join(parts)


@given(st.lists(st.sampled_from(LINES), max_size=9).map("\n".join))
@settings(max_examples=400, deadline=None)
@example("- a\n    - b\n\n- c")
@example("1. a\n2. b\n    1. c")
def test_reads_as_the_site_does(text: str) -> None:
    """Whatever is not told as out of place means the same in a file as on the site."""
    if not read_manuscript(text).oddities:
        assert as_read(text) == as_site(text)


OUT_OF_PLACE = {
    Odd.QUOTE: ("> trích", 1, 1),
    Odd.RULE: ("Một.\n\n---", 3, 1),
    Odd.UNDERLINED_TITLE: ("Một\n===", 2, 1),
    Odd.INDENTED: ("Một.\n\n    thụt", 3, 1),
    Odd.FOOTNOTE: ("Một[^1].", 1, 4),
    Odd.DEFINITION: (": nghĩa", 1, 1),
    Odd.LABEL: ("[a]: b.md", 1, 1),
    Odd.CONTENTS: ("[TOC]", 1, 1),
    Odd.COMMENT: ("Một <!-- ẩn -->", 1, 5),
    Odd.CODE_OPEN: ("```\na", 1, 1),
    Odd.CODE_GLUED: ("```\na\n```\nMột.", 3, 1),
    Odd.FRAME: ("<div markdown>\n\nMột.", 1, 1),
    Odd.ATTRIBUTES: ("**x**{: .y}", 1, 6),
    Odd.ITALIC: ("một *hai* ba", 1, 5),
    Odd.LINE_BREAK: ("một  \nhai", 1, 4),
    Odd.LINK_IN_LINK: ("[xem ((a))](b.md)", 1, 1),
    Odd.LINK_LOOSE: ("Mở [xem](a b.md)", 1, 4),
    Odd.REFERENCE_CUT: ("((mot\n## hai))", 1, 1),
    Odd.LIST_GLUED: ("Một:\n- hai", 2, 1),
    Odd.LIST_MIXED: ("- một\n1. hai", 2, 1),
    Odd.LIST_NUMBERS: ("1. một\n3. ba", 2, 1),
    Odd.LIST_INDENT: ("- một\n  - hai", 2, 1),
    Odd.LIST_DEPTH: ("- một\n    - hai\n        - ba", 3, 9),
    Odd.LIST_BLOCK: ("- một\n\n    hai", 3, 5),
    Odd.LIST_ENDLESS: ("- một\nhai", 2, 1),
    Odd.TABLE_GLUED: ("Một\n| a | b |\n| - | - |\n| 1 | 2 |", 2, 1),
    Odd.TABLE_EDGE: ("| a | b |\n| - | - |\n1 | 2", 3, 1),
    Odd.TABLE_CELLS: ("| a | b |\n| - | - |\n| 1 |", 3, 1),
    Odd.TABLE_EMPTY: ("| a | b |\n| - | - |", 1, 1),
    Odd.NOTE_TITLE: ("!!! note\n    Một.", 1, 1),
    Odd.NOTE_SORT: ('!!! nothing "Tên"\n    Một.', 1, 5),
    Odd.NOTE_EMPTY: ('!!! note "Tên"\n\nMột.', 1, 1),
    Odd.NOTE_BLOCK: ('!!! note "Tên"\n    1. một', 2, 5),
}
"""Of all that may be out of place: a text, and the line and column at which it is told."""


def test_all_that_may_be_out_of_place_is_here() -> None:
    """Nothing can be told that no text here is told for."""
    assert set(OUT_OF_PLACE) == set(Odd)


@pytest.mark.parametrize("odd", OUT_OF_PLACE)
def test_out_of_place(odd: Odd) -> None:
    """What does not belong is told alone, where it stands."""
    text, line, column = OUT_OF_PLACE[odd]
    assert [(one.odd, one.place.line, one.place.column) for one in read_manuscript(text).oddities] == [
        (odd, line, column)
    ]


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("- > trích", Odd.LIST_BLOCK),
        ("- # đề mục", Odd.LIST_BLOCK),
        ("[xem](<a`b`.md>)", Odd.LINK_LOOSE),
    ],
)
def test_out_of_place_in_other_ways(text: str, odd: Odd) -> None:
    """A block begun in the line of an entry, and code where an address belongs, are told as well."""
    assert [one.odd for one in read_manuscript(text).oddities] == [odd]


def test_an_entry_goes_on_where_its_words_begin() -> None:
    """A line set in belongs to the entry above it; one that is not is told, for its writer may have meant an end."""
    assert read_manuscript("- một\n  hai\n- ba").oddities == ()
    assert [one.odd for one in read_manuscript("- một\nhai").oddities] == [Odd.LIST_ENDLESS]


def test_comments_and_frames_are_for_pages_alone() -> None:
    """A comment by itself and a frame say nothing on a page; in a story, which knows no HTML, a comment is told."""
    text = "<!-- ẩn\n\nnữa -->\n\n<div markdown>\n\nMột.\n\n</div>"
    assert read_manuscript(text).oddities == ()
    assert as_read(text) == [("p", "Một.")]
    assert [one.odd for one in read_manuscript("<!-- ẩn -->", frames=False).oddities] == [Odd.COMMENT]


@pytest.mark.parametrize("file", sorted((ROOT / "docs").rglob("*.md")), ids=lambda file: file.stem)
def test_pages_as_they_are(file: Path) -> None:
    """Each page of this handbook means in its files what it means on the site."""
    read, _ = read_markdown(file, file.name)
    assert read is not None
    text = read.body
    assert read_manuscript(text).oddities == ()
    assert as_read(text) == as_site(text)
