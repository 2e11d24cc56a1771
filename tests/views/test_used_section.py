"""Where a record is used: named on its page, however many the pages are."""

import pytest

from handbook.library.target import Target
from handbook.views.blocks import Bullets, Entries, Link
from handbook.views.record_page import MOST_LISTED, used_section, users
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
