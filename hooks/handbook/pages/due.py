"""What tells readers that a page should have been read again: on the page if it is overdue, later by a script.

A site that nobody builds anew grows old too, so the page carries its day, and a script compares it with the reader's.
"""

import datetime as dt

from handbook.library.entry import Entry, HandPage
from handbook.library.freshness import review_of
from handbook.text.formats import date

_HEAD_END = "</header>\n"


def due_note(one: Entry | HandPage, today: dt.date) -> str:
    """Give the note as HTML; nothing for a page that no day is known of."""
    review = review_of(one)
    if review is None or review.due is None:
        return ""
    told = f"Trang này quá hạn kiểm lại từ {date(review.due)}. So lại với văn bản đang có hiệu lực trước khi làm theo."
    day = review.due.isoformat()
    if review.is_overdue(today):
        return f'<p class="sh-due" data-sh-due="{day}">{told}</p>'
    return f'<p class="sh-due" data-sh-due="{day}" hidden></p>'


def with_due_note(html: str, note: str) -> str:
    """Put the note under a record's head."""
    before, end, after = html.partition(_HEAD_END)
    return f"{before}{end}{note}\n{after}" if note else html
