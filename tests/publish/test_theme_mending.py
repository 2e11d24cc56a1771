"""What the theme writes against HTML's rules is taken out, and nothing else."""

import pytest

from handbook.publish.mending import valid


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<input type="checkbox" id="a" autocomplete="off">', '<input type="checkbox" id="a">'),
        ('<input class="b" type="checkbox" autocomplete="off" id="a">', '<input class="b" type="checkbox" id="a">'),
        ('<input type="text" autocomplete="off">', '<input type="text" autocomplete="off">'),
        ('<p>type="checkbox" autocomplete="off"</p>', '<p>type="checkbox" autocomplete="off"</p>'),
    ],
)
def test_check_boxes_lose_what_has_no_meaning_for_them(before: str, after: str) -> None:
    """Fields keep it."""
    assert valid(f"<body>{before}</body>") == f"<body>{after}</body>"
