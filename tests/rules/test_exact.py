"""The rules to the letter: what comes after something that is passed over, and what is just far enough from a fault."""

import dataclasses
from pathlib import Path

import pytest

from handbook.addresses.addresses import Addresses
from handbook.rules import published
from handbook.rules.manuscripts import prose_can_be_printed
from handbook.rules.old_ids import links_use_new_ids
from handbook.rules.pages import nearest_page
from handbook.rules.points import bands_cover_the_range, points_add_up
from handbook.rules.references import references_resolve
from handbook.rules.reports import destinations_lead_somewhere
from libraries import DAY, Fields, library_of, settings_of_second, statement
from number_cases import bands, table

RECORDS = {"document/rules": {"old_ids": ["law"], "statements": [statement("quorum")]}}
WAITING: tuple[str, Fields] = ("criteria/a", {"document": "dien-id-1", "draft": True})
WRONG: tuple[str, Fields] = ("term/b", {"meaning": "((rulez))"})


@pytest.mark.parametrize("records", [(WAITING, WRONG), (WRONG, WAITING)])
def test_a_draft_that_waits_hides_no_other_fault(records: tuple[tuple[str, Fields], ...]) -> None:
    """Whichever comes first."""
    [finding] = references_resolve(library_of({**RECORDS, **dict(records)}))
    assert (finding.path, finding.message) == ("terms/b.yml", "Không có bản ghi “rulez”.")


@pytest.mark.parametrize("first", ["[a](khac.md)", "[a](https://vi-du.example/)", "[a](noi-quy/rules.md#quorum)"])
def test_a_link_that_is_right_hides_no_old_one_behind_it(first: str) -> None:
    """Each link of a page is looked at."""
    library = library_of(RECORDS, {"x.md": f"{first} [a](noi-quy/law.md)"})
    [finding] = links_use_new_ids(library, Addresses(library.settings))
    assert finding.message == "Liên kết “noi-quy/law.md” dùng id cũ."


@pytest.mark.parametrize(
    ("wrong", "known", "nearest"),
    [("abx.md", "abc.md", "abc.md"), ("abx", "abc.md", "abc.md"), ("axy.md", "abc.md", None)],
)
def test_the_suffix_that_all_pages_share_says_nothing(wrong: str, known: str, nearest: str | None) -> None:
    """Names are compared without it, and given with it."""
    assert nearest_page(wrong, [known]) == nearest


@pytest.mark.parametrize(
    ("part", "hint"),
    [
        ("m-ue", "Có phải là “#mot-muc”?"),
        ("xyz", "Neo là đề mục viết không dấu, nối bằng gạch nối."),
    ],
)
def test_an_anchor_is_guessed_from_little(part: str, hint: str) -> None:
    """A page has few of them, so half of the letters are enough."""
    change = {"date": DAY, "text": "Mới.", "see": [{"to": f"a.md#{part}"}]}
    library = library_of({}, {"a.md": "## Một mục\n"}, sheets={"changes": {"changes": [change]}})
    [finding] = destinations_lead_somewhere(library, Addresses(library.settings))
    assert finding.hint == hint


def test_a_band_below_one_that_reaches_zero() -> None:
    """There is nothing left for it."""
    told = [finding.message for finding in bands_cover_the_range(library_of(bands((0, None), (0, 5))))]
    assert told == ["Mức “Mức” phải dưới 0, đang là 5."]
    told = [finding.message for finding in bands_cover_the_range(library_of(bands((80, None), (0, None))))]
    assert told == ["Mức “Mức” phải dưới 80, đang là chưa có."]


def test_a_table_whose_source_is_unclear_hides_no_other() -> None:
    """Whichever comes first."""
    faulty = table({"id": "a", "points": 40}, total=100)
    wrong = faulty["criteria/table"]
    unclear: Fields = {**wrong, "source_unclear": ["Nguồn cộng lệch."]}
    for first, second in ((wrong, unclear), (unclear, wrong)):
        library = library_of({**faulty, "criteria/table": first, "criteria/z": second})
        assert len(list(points_add_up(library))) == 1


def test_comments_stand_on_pages_alone() -> None:
    """A record says such things in its head, behind a "#"."""
    body = "\n<!-- Ghi chú -->\n\nMột.\n"
    library = library_of({"case/story": {"body": body}}, {"a.md": body})
    found = [(one.path, one.message) for one in prose_can_be_printed(library, Addresses(library.settings))]
    assert found == [("cases/story.md", "Ghi chú <!-- … --> đặt sai chỗ.")]


def test_a_list_of_addresses_with_broken_letters_is_read_all_the_same(tmp_path: Path) -> None:
    """What cannot be read in it is an address that leads nowhere."""
    settings = dataclasses.replace(settings_of_second(), data_dir=tmp_path)
    (tmp_path / published.FILE).write_bytes(b"./\na\xff/\n")
    library = library_of({}, {"index.md": "a"}, settings=settings)
    [finding] = published.published_addresses_lead_somewhere(library, Addresses(settings))
    assert (finding.line, finding.message) == (
        2,
        "Địa chỉ đã đăng “/a\N{REPLACEMENT CHARACTER}/” không còn dẫn tới đâu.",
    )
