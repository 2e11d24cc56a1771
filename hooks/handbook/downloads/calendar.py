"""Calendar files: a year of meetings and their deadlines, to be read into a phone or an office calendar.

Must not know what the events say. Every event lasts whole days, so no time zone is needed; nothing but the day of the
build dates the file, so the same input gives the same bytes.
"""

import datetime as dt
import itertools
from collections.abc import Sequence

from icalendar import Calendar, vText
from icalendar import Event as CalendarEvent

from handbook.downloads.calendar_events import Event, events
from handbook.downloads.imprint import Imprint
from handbook.library.entry import Entry, short_title
from handbook.library.library import Library
from handbook.text.nfc import to_nfc
from handbook.text.slug import slug

ONE_DAY = dt.timedelta(days=1)
NAMELESS = "handbook"
"""Stands for a handbook's name without a letter that an identifier may hold."""


def calendar(library: Library, meetings: Sequence[Entry], imprint: Imprint) -> bytes:
    """Write twelve months of meetings, from the month of the build; of more where a kind is held more rarely.

    Args:
        library: All records.
        meetings: The kinds of meeting; at least one of them recurs, for an empty calendar is no calendar.
        imprint: Where the file comes from.
    """
    name = f"{short_title(meetings[0])} - {imprint.handbook}" if len(meetings) == 1 else imprint.handbook
    publisher = slug(imprint.handbook) or NAMELESS
    written = Calendar()
    written.add("prodid", f"-//{publisher}//meetings//VI")
    written.add("version", "2.0")
    written.add("calscale", "GREGORIAN")
    written.add("method", "PUBLISH")
    for key in ("name", "x-wr-calname"):  # the standard's word, and the one that calendars know
        written.add(key, _text(name))
    found = itertools.chain.from_iterable(events(library, entry, imprint.date) for entry in meetings)
    for event in sorted(found, key=lambda event: (event.date, event.key)):
        written.add_component(_event(event, publisher, imprint))
    content: bytes = written.to_ical()
    return content


def _event(event: Event, publisher: str, imprint: Imprint) -> CalendarEvent:
    written = CalendarEvent()
    address = imprint.href(event.target)
    written.add("uid", f"{event.key}@{publisher}")
    written.add("dtstamp", dt.datetime.combine(imprint.date, dt.time(), dt.UTC))
    written.add("dtstart", event.date)
    written.add("dtend", event.date + ONE_DAY)  # the first day after it
    written.add("summary", _text(" ".join(event.summary.split())))
    written.add("description", _text("\n".join((*event.description, *((address,) if address else ())))))
    written.add("transp", "TRANSPARENT")  # nobody is busy all day because something is due
    if address:
        written.add("url", address)
    return written


class _Literal(vText):
    """A text that is shown as it is: icalendar's own writer takes a backslash before a capital N for a line break."""

    def to_ical(self) -> bytes:
        """Write the text as RFC 5545 (3.3.11) has it."""
        written = str(self).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return written.encode()


def _text(words: str) -> vText:
    return _Literal(to_nfc(words))
