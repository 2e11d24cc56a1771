"""Prose as blocks: the same words, links and anchors as on the site, for every other format."""

import pytest

from building import ROOT
from downloads.pdf_samples import whole_library
from handbook.addresses.addresses import Addresses
from handbook.library.target import PAGE, Target
from handbook.reading.prose import scan
from handbook.rules.prose import anchors_of
from handbook.views.blocks import (
    Block,
    Bullets,
    Cell,
    Code,
    Column,
    Line,
    Link,
    Listing,
    Note,
    Outside,
    Paragraph,
    Point,
    Row,
    Sample,
    Section,
    Strong,
    Table,
    Tone,
    Words,
)
from handbook.views.hand_page import hand_view
from handbook.views.manuscript import story_blocks
from libraries import library_of, statement

RECORDS = {"document/rules": {"statements": [statement("quorum")]}}


def words(text: str) -> Line:
    """Give plain words as a line."""
    return (Words(text),)


BODIES: dict[str, tuple[str, Block]] = {
    "bullets": ("- một\n- hai", Bullets((words("một"), words("hai")))),
    "a list under a list": (
        "1. một\n    - hai\n2. ba",
        Listing((Point(words("một"), Listing((Point(words("hai")),))), Point(words("ba"))), numbered=True),
    ),
    "a table": (
        "| a | b |\n| --- | ---: |\n| một | 2 |",
        Table("", (Column("a"), Column("b", numeric=True)), (Row((Cell(words("một")), Cell(words("2")))),)),
    ),
    "commands": ("```text\na  b\n```", Sample("", "a  b")),
    "a note": (
        '!!! warning "Tên"\n    Một.\n\n    - hai',
        Note("Tên", (words("Một."), words("hai")), Tone.UNCLEAR),
    ),
    "marks": (
        "**đậm** và `mã`, ![hình](a.png)",
        Paragraph((Strong("đậm"), Words(" và "), Code("mã"), Words(", "), Words("[Hình: hình]"))),
    ),
    "what no note may hold": ('!!! note "Tên"\n    > trích\n\n    ```\n    a\n    ```', Note("Tên", ())),
    "a reference": ("((rules điều này))", Paragraph((Link("điều này", Target("document", "rules")),))),
    "ways": (
        "[trang](b/c.md#d) [đây](#x) [mục](noi-quy/index.md) [ngoài](https://a.example/) [tệp](a.pdf)",
        Paragraph(
            (
                Link("trang", Target(PAGE, "b/c.md", "d")),
                Words(" "),
                Link("đây", Target(PAGE, "a.md", "x")),
                Words(" "),
                Link("mục", Target("document")),
                Words(" "),
                Outside("ngoài", "https://a.example/"),
                Words(" "),
                Words("tệp"),
            )
        ),
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_page_written_by_hand(name: str) -> None:
    """Each kind of prose becomes the block that every format prints."""
    body, block = BODIES[name]
    library = library_of(RECORDS, {"a.md": body, "b/c.md": "c"})
    view = hand_view(library, Addresses(library.settings), library.pages["a.md"])
    assert view.title == "Trang a.md"
    assert view.blocks == (block,)


def test_what_stands_under_a_heading() -> None:
    """A heading holds what follows it up to the next of its level; the page's own title is not said twice."""
    library = library_of({}, {"a.md": "# Trang\n\nMột.\n\n## A\n\nHai.\n\n### B\n\nBa.\n\n## A"})
    view = hand_view(library, Addresses(library.settings), library.pages["a.md"])
    inner = Section("b", "B", (Paragraph(words("Ba.")),))
    assert view.blocks == (
        Paragraph(words("Một.")),
        Section("a", "A", (Paragraph(words("Hai.")), inner)),
        Section("a_1", "A", ()),
    )


def test_a_story() -> None:
    """The headings of a story have anchors of their own, as on the site."""
    library = library_of(RECORDS)
    assert story_blocks(library, "## Một\n\nXem ((rules điều này)).") == (
        Section(
            "cau-chuyen-mot",
            "Một",
            (Paragraph((Words("Xem "), Link("điều này", Target("document", "rules")), Words("."))),),
        ),
    )


def test_a_story_leads_out_or_nowhere() -> None:
    """A file's path means nothing on the page of a record: a rule tells of it, and its words alone are printed."""
    (told,) = story_blocks(library_of({}), "[trong](a.md), [ngoài](https://a.example/)")
    assert told == Paragraph((Words("trong"), Words(", "), Outside("ngoài", "https://a.example/")))


def test_anchors_are_those_of_the_site() -> None:
    """Every heading of the handbook's own pages has the anchor to which links on the site lead."""
    library = whole_library(ROOT / "mkdocs.yml")
    for page in library.pages.values():
        view = hand_view(library, Addresses(library.settings), page)
        assert set(_anchors(view.blocks)) >= anchors_of(scan(page.file.body).headings), page.path


def _anchors(blocks: tuple[Block, ...]) -> list[str]:
    return [
        anchor for block in blocks if isinstance(block, Section) for anchor in (block.anchor, *_anchors(block.blocks))
    ]
