"""Feeds that programs read in a person's place: what is new for readers, and what has to be read again.

Written as Atom. A feed names its entries by public addresses, so without one there is none.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from handbook.addresses.addresses import Addresses
from handbook.library.freshness import REVIEW, citations, reviews
from handbook.library.library import Library
from handbook.library.sheet import CHANGES
from handbook.library.target import REPORT, Target
from handbook.settings.settings import Settings
from handbook.text.formats import date
from handbook.views.changes import newest_first
from handbook.views.inline import line_of, plain

FILE = "feed.xml"
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: a day, words, and where they lead; `name` tells it from others of that page."""

    day: dt.date
    title: str
    address: str
    name: str


def feeds(library: Library, addresses: Addresses) -> Iterator[tuple[str, str]]:
    """Give each feed: its file inside the finished site, beside the page of the same report, and its text."""
    files = feed_files(library.settings, addresses)
    for report_id, items in ((CHANGES, _changes), (REVIEW, _reviews)):
        report = library.settings.report(report_id)
        if report is not None and report_id in files:
            root = addresses.public(Target(REPORT, report_id)) or ""
            title = f"{report.title} – {library.settings.deployment.name}"
            yield files[report_id], _atom(title, root, items(library, addresses), library.settings.date)


def feed_files(settings: Settings, addresses: Addresses) -> dict[str, str]:
    """Give where the feeds stand inside the finished site, by their report, whatever is in them."""
    targets = (Target(REPORT, report_id) for report_id in (CHANGES, REVIEW) if settings.report(report_id))
    return {target.id: f"{addresses.page_address(target)}{FILE}" for target in targets if addresses.public(target)}


def _changes(library: Library, addresses: Addresses) -> Iterator[Item]:
    page = addresses.public(Target(REPORT, CHANGES)) or ""
    for change in newest_first(library):
        words = plain(line_of(library, change.text))
        yield Item(change.date, words, f"{page}#ngay-{change.date.isoformat()}", words)


def _reviews(library: Library, addresses: Addresses) -> Iterator[Item]:
    today = library.settings.date
    owners = {owner.id: f" ({owner.title})" for owner in library.settings.vocabulary.owners}
    for one in reviews(library):
        if one.is_overdue(today):
            when = f"quá hạn từ {date(one.due)}" if one.due else "chưa kiểm lại lần nào"
            title = f"{one.title}: {when}{owners.get(one.owner, '')}"
            yield Item(one.due or today, title, addresses.public(one.target) or "", f"{one.due}")
    for cited in citations(library):
        title = f"{cited.title}: dẫn “{cited.document.id}” đã bị thay{owners.get(cited.owner, '')}"
        yield Item(cited.since or today, title, addresses.public(cited.target) or "", cited.document.id)


def _atom(title: str, root: str, items: Iterable[Item], today: dt.date) -> str:
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "vi"})
    _add(feed, "title", title)
    _add(feed, "id", root)
    ET.SubElement(feed, "link", {"rel": "self", "href": root + FILE})
    ET.SubElement(feed, "link", {"href": root})
    _add(feed, "updated", _moment(today))
    author = ET.SubElement(feed, "author")
    _add(author, "name", title.rpartition(" – ")[2])
    for item in items:
        entry = ET.SubElement(feed, "entry")
        _add(entry, "title", item.title)
        _add(entry, "id", f"{item.address}{'&' if '#' in item.address else '#'}{item.name}".replace(" ", "-"))
        ET.SubElement(entry, "link", {"href": item.address})
        _add(entry, "updated", _moment(item.day))
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00+07:00"
