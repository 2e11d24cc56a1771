"""What is added to pages written by hand: their step of the journey, and what is new on the start page."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from handbook.addresses.addresses import Addresses
from handbook.pages.additions import with_additions
from libraries import library_of

STEPS = [
    {"id": "one", "title": 'Một "hay" *hai*', "text": "Làm.", "pages": ["a/first.md"]},
    {"id": "two", "title": "Hai", "text": "Làm.", "pages": ["a/second.md"]},
]
CHANGES = [{"date": dt.date(2026, 1, 2), "text": "Mới.", "see": [{"to": "a/first.md"}]}]
LIBRARY = library_of(
    {},
    {"index.md": "Đầu.", "a/first.md": "Bài.", "a/second.md": "Bài.", "b.md": "Bài."},
    sheets={"journey": {"steps": STEPS}, "changes": {"changes": CHANGES}},
)
ADDRESSES = Addresses(LIBRARY.settings)


def _added(path: str, markdown: str = "Bài.\n") -> str:
    return with_additions(LIBRARY, ADDRESSES, path, markdown)


def test_a_page_of_a_step_begins_with_it() -> None:
    """As a note whose links lead to files, so that any builder checks them."""
    assert _added("a/first.md") == (
        '!!! note "Đang ở bước 1/2: Một ”hay” \\*hai\\*"\n\n'
        "    - Bước sau: [Hai](second.md)\n"
        "    - [Xem cả 2 bước](../mot-quy.md#one)\n\n"
        "Bài.\n"
    )


def test_what_has_a_meaning_in_markdown_loses_it() -> None:
    """A title of a step is text wherever it stands in a link."""
    assert '[Một "hay" \\*hai\\*](first.md)' in _added("a/second.md")


def test_a_title_stays_first() -> None:
    """A page that writes its own title keeps it above the note."""
    assert _added("a/first.md", "# Tên\n\nBài.\n").startswith('# Tên\n\n!!! note "')


def test_the_start_page_ends_with_what_is_new() -> None:
    """With the day, the text, where to look, and the page of all changes."""
    html = Markdown().convert(_added("index.md"))

    assert html.endswith('<li><a href="tin-moi.md">Xem mọi thay đổi</a></li>\n</ul>')
    assert '<li>02/01/2026: Mới. Xem: <a href="a/first.md">Trang a/first.md</a>.</li>' in html


@given(st.text())
def test_other_pages_are_left_as_they_are(markdown: str) -> None:
    """To the letter."""
    assert _added("b.md", markdown) == markdown
