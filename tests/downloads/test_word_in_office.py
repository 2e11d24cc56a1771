"""Word files as an office program shows them: pages, one family of letters, everything where it belongs.

One start of LibreOffice serves all tests; what it shows is read with poppler.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import zxingcpp

from building import ROOT
from downloads.shown_pages import (
    boxes,
    families,
    longest_line,
    page_count,
    page_text,
    picture,
    run,
    squeezed,
    whole_text,
)
from downloads.word_samples import (
    ADDRESS,
    COPIES,
    HEADING,
    LEFT,
    MEASURES,
    RIGHT,
    VOTE,
    WILD,
    form,
    word,
    word_of,
)
from handbook.addresses.addresses import Addresses
from handbook.downloads.imprint import Imprint
from handbook.downloads.word.document import document
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.library.target import Target
from handbook.settings.loading import load_settings
from handbook.views.blocks import Block, Bullets, FormSheet, Section
from handbook.views.form_blocks import FormField
from handbook.views.typography import typography
from handbook.views.viewing import view_of
from libraries import DAY, library_of
from office import convert

FOOT = "Cẩm nang cư dân"
POINTS_A_MILLIMETRE = 72 / 25.4
PAPER_WIDTH = 210
DENSITY = 150
SCALE = DENSITY / 72
"""Dots of a picture in a point."""
SERIF = "LiberationSerif"
WILD_FIELDS: list[dict[str, Any]] = [
    {"id": "line", "label": WILD[:160], "kind": "line"},
    {"id": "grid", "label": "Bảng", "kind": "table", "columns": [WILD, "Hai-cột", "Ba-cột"], "rows": 2},
]
TOPIC = {"title": "Trồng cây", "outline": ["Cây nào.", "Ai tưới."], "reasons": [{"text": WILD}]}


def _handbook() -> Library:
    """Give this project's own handbook."""
    settings, findings = load_settings(ROOT / "mkdocs.yml", date=DAY)
    assert settings is not None, findings
    made, findings = load_library(settings)
    assert not [finding for finding in findings if finding.severity == "error"], findings
    return made


@pytest.fixture(scope="module")
def handbook() -> Library:
    """This project's own handbook."""
    return _handbook()


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, handbook: Library) -> Mapping[str, Path]:
    """The samples and all forms of the handbook as PDF, by name, made by LibreOffice."""
    folder = tmp_path_factory.mktemp("word")
    contents = {
        "minutes": word_of(form(VOTE, LEFT, RIGHT), ADDRESS),
        "letter": word_of(form(RIGHT, COPIES)),
        "sheet": word_of(form(VOTE, LEFT, look="working")),
        "wild": word_of(form(body=WILD_FIELDS)),
        "topic": word(library_of({"topic/trees": TOPIC}), Target("topic", "trees")),
    }
    contents |= {f"own-{entry.id}": _own(handbook, entry.target) for entry in handbook.of_kind("form")}
    files = []
    for name, content in contents.items():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(content)
    return {file.stem: file for file in convert(files, "pdf", folder / "shown")}


def _own(handbook: Library, target: Target) -> bytes:
    view = view_of(handbook, Addresses(handbook.settings), target)
    return document(view, Imprint(FOOT, "", DAY, lambda _: ""), typography(handbook))


@pytest.mark.parametrize(("name", "pages"), [("minutes", 4), ("letter", 4), ("sheet", 3), ("topic", 1)])
def test_a_file_has_the_pages_it_promises(shown: Mapping[str, Path], name: str, pages: int) -> None:
    """All of them A4; the help of a form begins on a page of its own, its last."""
    assert page_count(shown[name]) == pages
    assert "(A4)" in run("pdfinfo", shown[name])
    assert ("Cách điền" in page_text(shown[name], pages)) == (name != "topic")


@pytest.mark.parametrize(("name", "family"), [("letter", SERIF), ("wild", SERIF), ("topic", "LiberationSans")])
def test_all_letters_come_from_one_family(shown: Mapping[str, Path], name: str, family: str) -> None:
    """Liberation has the measures of Times New Roman and Arial; a letter it lacks would bring in another family."""
    assert families(shown[name]) == {family}


def test_only_tick_boxes_come_from_elsewhere(shown: Mapping[str, Path]) -> None:
    """A paper with boxes to tick shows one family more, and nothing but boxes in it."""
    assert len(families(shown["minutes"]) - {SERIF}) == 1
    assert whole_text(shown["minutes"], FOOT).count("☐") == 2


def test_every_field_of_every_form_is_seen(shown: Mapping[str, Path], handbook: Library) -> None:
    """No label, option, column, help or note of the handbook's own forms is lost on the way."""
    for entry in handbook.of_kind("form"):
        told = squeezed(whole_text(shown[f"own-{entry.id}"], FOOT))
        view = view_of(handbook, Addresses(handbook.settings), entry.target)
        missing = [words for words in _words(view.blocks) if squeezed(words) not in told]
        assert missing == [], entry.id


def test_the_first_page_has_no_number(shown: Mapping[str, Path]) -> None:
    """The second and those after it are numbered above their text, in the middle."""
    first, second, third = (page_text(shown["minutes"], page).split("\n")[0].strip() for page in (1, 2, 3))

    assert (second, third) == ("2", "3")
    assert first.startswith("KHU")


def test_a_table_shows_its_head_on_each_of_its_pages(shown: Mapping[str, Path]) -> None:
    """Forty rows need two more pages."""
    assert ["Việc gì" in page_text(shown["minutes"], page) for page in (1, 2, 3, 4)] == [True, True, True, False]


def test_signatures_stand_side_by_side(shown: Mapping[str, Path]) -> None:
    """On one line of one page, the first on the left; the last line of the text stands on the same page."""
    page = page_text(shown["minutes"], 3)
    (line,) = [line for line in page.split("\n") if "NGƯỜI GHI" in line]

    assert line.index("NGƯỜI GHI") < line.index("T/M NHÀ")
    assert "Ý kiến chung" in page


def test_the_heading_is_ruled_from_end_to_end(shown: Mapping[str, Path]) -> None:
    """The rule under the heading is as long as its words, to the width of a letter."""
    words = [box for box in boxes(shown["minutes"]) if box.page == 1 and box.words in HEADING.split()]
    words = [box for box in words if box.top == words[-1].top and box.left > PAPER_WIDTH * POINTS_A_MILLIMETRE / 3]
    left, right = min(box.left for box in words), max(box.right for box in words)

    bottom = max(box.bottom for box in words)
    rule = longest_line(picture(shown["minutes"], 1, DENSITY), *(round((bottom + off) * SCALE) for off in (-5, 8)))

    assert [edge / SCALE for edge in rule] == pytest.approx([left, right], abs=8)


def test_a_word_without_end_stays_in_its_place(shown: Mapping[str, Path]) -> None:
    """Two hundred letters without a space stay between the margins, and in a table inside their column."""
    edges = (31 * POINTS_A_MILLIMETRE, (PAPER_WIDTH - MEASURES["margin_right"]) * POINTS_A_MILLIMETRE)
    found = list(boxes(shown["wild"]))
    column = edges[0] + (edges[1] - edges[0]) / 3
    grid = max(box.top for box in found if box.words == "Hai-cột")
    inside = [box for box in found if box.page == 1 and box.top > grid and "ậậ" in box.words]

    assert squeezed(whole_text(shown["wild"], FOOT)).count(squeezed(WILD)) == 1
    assert all(edges[0] - 1 <= box.left < box.right <= edges[1] + 1 for box in found)
    assert inside
    assert all(box.right <= column + 1 for box in inside)


def test_the_code_leads_to_the_page(shown: Mapping[str, Path]) -> None:
    """What a phone reads from the printed page is the page's address."""
    (code,) = zxingcpp.read_barcodes(picture(shown["minutes"], 4, DENSITY))

    assert code.text == ADDRESS


UNSAID = frozenset({"subject", "place-date"})
"""Places of an official paper that say themselves what they are."""
UPPER = frozenset({"parent-organisation", "branch"})


def _words(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Give all that a form says about what is filled in, and its notes."""
    for block in blocks:
        if isinstance(block, Section) and not block.screen_only:
            yield from _words(block.blocks)
        elif isinstance(block, Bullets):
            yield from (piece.words for line in block.lines for piece in line)
        elif isinstance(block, FormSheet):
            for part in block.parts:
                yield from (piece.words for piece in part.intro)
                for field in part.fields:
                    yield from _of_field(field)


def _of_field(field: FormField) -> Iterator[str]:
    yield from (piece.words for piece in field.help)
    yield from (*field.options, *field.columns)
    if field.kind == "signature":
        yield from field.label.split(" – ")
    elif field.slot not in UNSAID:
        yield field.label.upper() if field.slot in UPPER else field.label
