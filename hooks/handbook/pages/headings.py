"""Reads the headings of a page from its HTML, so that the table of contents says what the page says.

Stories bring headings of their own; reading the result finds those of templates and of prose alike.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from handbook.text.pickling import QuicklyPickled

HEADING = re.compile(r"<(h[2-6])\b.*?</\1>", re.DOTALL)
_PLAIN = re.compile(r'<h(?P<level>[2-6]) id="(?P<anchor>[^"&]+)">(?P<words>[^<&]*)</h[2-6]>')
"""A heading as templates write it; others are read letter by letter."""
PERMALINK_CLASS = "headerlink"


@dataclass(frozen=True, slots=True)
class Heading(QuicklyPickled):
    """A heading with those under it. `level` is 2 to 6; `title` is plain text."""

    level: int
    anchor: str
    title: str
    children: tuple["Heading", ...] = ()


def read_headings(html: str) -> tuple[Heading, ...]:
    """Read all headings that have an id, nested as their levels say."""
    return nest([heading for match in HEADING.finditer(html) if (heading := read_heading(match[0]))])


def read_heading(html: str) -> Heading | None:
    """Read one heading element; nothing when it has no id to lead to."""
    if plain := _PLAIN.fullmatch(html):
        return Heading(int(plain["level"]), plain["anchor"], " ".join(plain["words"].split()))
    reader = _HeadingReader()
    reader.feed(html)
    reader.close()
    title = " ".join("".join(reader.words).split())
    return Heading(reader.level, reader.anchor, title) if reader.anchor else None


def nest(flat: list[Heading]) -> tuple[Heading, ...]:
    """Put each heading under the nearest one before it of a smaller level."""
    nested: list[Heading] = []
    start = 0
    while start < len(flat):
        first = flat[start]
        end = start + 1
        while end < len(flat) and flat[end].level > first.level:
            end += 1
        nested.append(Heading(first.level, first.anchor, first.title, nest(flat[start + 1 : end])))
        start = end
    return tuple(nested)


class _HeadingReader(HTMLParser):
    """Collects level, id and visible words of a heading; permalinks and what is hidden from readers are left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.level = 0
        self.anchor = ""
        self.words: list[str] = []
        self._skipping = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if not self.level:
            self.level = int(tag[1])
            self.anchor = values.get("id") or ""
        elif not self._skipping and (
            values.get("aria-hidden") == "true" or PERMALINK_CLASS in (values.get("class") or "").split()
        ):
            self._skipping = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._skipping:
            self._skipping = ""

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.words.append(data)
