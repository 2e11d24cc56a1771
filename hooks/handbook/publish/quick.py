"""Finished pages in which nothing can be wrong by itself, told from the others ten times faster than by reading them.

Only markup of the plainest kind is taken: each "<" opens a tag that every parser reads alike, and none of the parts is
there that could be at fault. Any other page is left to `page.read_page`, which finds out what is the matter and where.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handbook.publish.quick_tags import DOUBTFUL, SILENT, Tag, Tags
from handbook.text.pickling import QuicklyPickled

_TAG = re.compile(rb"<[^<>]*>")
_DATA = re.compile(rb"<script\b[^<>]*\stype=\"application/json\"[^<>]*>[^<]*</script>")
_MARKUP = re.compile(r"<[^>]*>")
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_END_OF_HEADING = b"</h1>"
_UNREAD = re.compile(r"<(script|style|template|nav|svg)\b.*?</\1>", re.DOTALL)
_SHORTEST = 80
_NEAR = 6000
"""Bytes behind the title in which a page says enough, if it says anything."""


@dataclass(frozen=True, slots=True)
class Quick(QuicklyPickled):
    """A page that is right by itself: its anchors, and where its links lead inside the site, "path#anchor"."""

    anchors: tuple[str, ...]
    leads: tuple[str, ...]


class QuickReader:
    """Reads pages of one site; what it learns of their tags it knows again."""

    __slots__ = ("_tags", "base", "origin")

    def __init__(self, origin: str, base: str) -> None:
        """Know nothing yet.

        Args:
            origin: The site's scheme and host.
            base: The path of the start page.
        """
        self.origin = origin
        self.base = base
        self._tags = Tags(origin, base)

    def read(self, page: bytes, name: str) -> Quick | None:
        """Read one page; None where it has to be read more closely.

        Args:
            page: What its file holds.
            name: Its place inside the site.
        """
        tags = [*map(self._tags.__getitem__, _TAG.findall(page))]
        telling = [tag for tag in tags if tag is not SILENT]
        if len(tags) != page.count(b"<") or DOUBTFUL in telling:
            return None
        anchors = [anchor for tag in telling for anchor in tag.anchors]
        if len(set(anchors)) != len(anchors) or not _is_policed(telling) or not _says_something(page):
            return None
        if len(_DATA.findall(page)) != sum(tag.begins_data for tag in telling):
            return None
        leads = _leads(telling, name)
        return None if leads is None else Quick(tuple(anchors), leads)


def _is_policed(tags: Sequence[Tag]) -> bool:
    """Tell whether the page carries the site's policy, alone, and before anything that it is about."""
    policies = [place for place, tag in enumerate(tags) if tag.is_policy]
    return len(policies) == 1 and not any(tag.fetches for tag in tags[: policies[0]])


def _leads(tags: Iterable[Tag], name: str) -> tuple[str, ...] | None:
    """Give where the tags of a page lead, as paths from the top of the site; None where one leads out of it."""
    steps = name.split("/")[:-1]
    above = ["".join(f"{step}/" for step in steps[: len(steps) - ups]) for ups in range(len(steps) + 1)]
    found: set[str] = set()
    for lead in {lead for tag in tags for lead in tag.leads}:
        if lead.path is None:
            path = name
        elif lead.ups is None:
            path = lead.path
        elif lead.ups < len(above):
            path = above[lead.ups] + lead.path
        else:
            return None
        found.add(f"{path}#{lead.fragment}" if lead.fragment else path)
    return tuple(sorted(found))


def _says_something(page: bytes) -> bool:
    text = page[: page.find(_END_OF_HEADING) + len(_END_OF_HEADING) + _NEAR].decode(errors="replace")
    heading = _HEADING.search(text)
    if heading is None or "<title></title>" in text or not re.search(r"<title>\s*[^\s<]", text):
        return False
    if not re.search(r"<html lang=\"[^\"]+\"", text) or "<article" not in text[: heading.start()]:
        return False
    near = text[heading.end() :].partition("</article>")[0]
    words = " ".join(_MARKUP.sub("", _UNREAD.sub("", near).partition("<svg")[0]).split())
    return bool(_MARKUP.sub("", heading[1]).strip()) and len(words) >= _SHORTEST
