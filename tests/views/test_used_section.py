"""Where a record is used: named on its page, however many the pages are."""

import pytest

from handbook.library.target import Target
from handbook.views.blocks import Bullets, Entries, Link, Words
from handbook.views.record_page import MOST_GROUPED, MOST_LISTED, used_section, users
from libraries import library_of

RULES = Target("document", "rules")


@pytest.mark.parametrize("terms", [MOST_LISTED - 2, MOST_LISTED - 1])
def test_many_pages_that_use_a_record_are_grouped(terms: int) -> None:
    """Up to twelve are listed one by one; more stand under their kinds with how many they are; none is left out."""
    library = library_of(
        {
            "document/rules": {},
            "topic/talk": {"question": "Theo ((rules))?"},
            **{f"term/t{number:02}": {"title": f"Từ {number}", "meaning": "((rules))"} for number in range(terms)},
        },
        {"index.md": "((rules))"},
    )

    (section,) = used_section(library, RULES)

    (block,) = section.blocks
    assert section.title == f"Được dùng ở {terms + 2} trang"
    if terms + 2 <= MOST_LISTED:
        assert isinstance(block, Entries)
        links = [entry.link for entry in block.entries]
    else:
        assert isinstance(block, Bullets)
        heads = [f"{line[0].words}{line[1].words}" for line in block.lines]
        assert heads == ["Đề tài (1): ", f"Từ ngữ ({terms}): ", "Hướng dẫn (1): "]
        links = [piece for line in block.lines for piece in line if isinstance(piece, Link)]
        assert [link.words for link in links[1:4]] == ["Từ 0", "Từ 1", "Từ 2"]
    assert {link.target for link in links} == set(users(library, RULES))


def test_thousands_of_pages_are_counted_and_some_are_named() -> None:
    """Of each kind a page names so many that it does not grow with the handbook, and says how many more there are."""
    terms = {f"term/t{number:04}": {"meaning": "((rules))"} for number in range(1_000 + MOST_GROUPED)}
    library = library_of({"document/rules": {}, **terms})

    (section,) = used_section(library, RULES)

    (block,) = section.blocks
    assert isinstance(block, Bullets)
    (line,) = block.lines
    assert sum(isinstance(piece, Link) for piece in line) == MOST_GROUPED
    assert line[-1] == Words(" và 1.000 nơi khác")
    assert section.title == "Được dùng ở 1.030 trang"
