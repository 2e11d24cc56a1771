"""What one finished HTML page says of itself: its ids, the addresses it names, what is inline, how much it says.

One pass of the standard parser over the page. Judges nothing and knows no other page.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from html.parser import HTMLParser

Place = tuple[int, int]  # line and column, both from 1


class Use(StrEnum):
    """What a browser does with an address: fetch it with the page, show it as a picture, or go there when asked."""

    FETCH = "fetch"
    SHOW = "show"
    GO = "go"


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it is written in the page."""

    text: str
    use: Use
    place: Place


@dataclass(frozen=True, slots=True)
class Inline:
    """Code or style standing in the page itself; `what` names it as in HTML, `text` is an inline script's."""

    what: str
    place: Place
    text: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """A content policy that the page carries; a browser keeps to it from its place on."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says of itself."""

    ids: dict[str, Place]
    repeated_ids: tuple[tuple[str, Place], ...]
    addresses: tuple[Address, ...]
    inline: tuple[Inline, ...]
    frames: tuple[Inline, ...]  # what lets other documents or programs into the page, and <base>
    policies: tuple[Policy, ...]
    language: str
    title: str
    heading: str  # the text of its h1
    main_text: str  # of all articles, or of <main> where there are none
    sends_on: bool  # a redirect to another page


_FETCHED = {
    ("script", "src"), ("script", "href"), ("script", "xlink:href"), ("source", "src"), ("iframe", "src"),
    ("frame", "src"), ("audio", "src"), ("video", "src"), ("track", "src"), ("embed", "src"), ("object", "data"),
    ("use", "href"), ("use", "xlink:href"), ("a", "ping"),
}  # fmt: skip
_SHOWN = {
    ("img", "src"), ("input", "src"), ("video", "poster"), ("image", "href"), ("image", "xlink:href"),
}  # fmt: skip
_GONE_TO = {
    ("a", "href"), ("a", "xlink:href"), ("area", "href"), ("form", "action"), ("button", "formaction"),
    ("input", "formaction"),
}  # fmt: skip
_SETS = {("img", "srcset"), ("source", "srcset"), ("link", "imagesrcset")}
# <link rel> words that only say something; any other makes the browser fetch or connect.
_QUIET_RELATIONS = {
    "alternate",
    "author",
    "bookmark",
    "canonical",
    "feed",
    "help",
    "license",
    "me",
    "next",
    "prev",
    "search",
}
_DATA_TYPES = {"application/json", "application/ld+json"}
_REFRESH = re.compile(r"^\s*[\d.]+\s*[;,]\s*(?:url\s*=)?\s*['\"]?([^'\"]+)", re.IGNORECASE)
# Text inside these is none of the page's own.
_UNREAD = ("script", "style", "template", "nav", "svg")
_FRAMES = {"iframe", "frame", "frameset", "fencedframe", "object", "embed", "applet", "audio", "video", "base"}
_SPECIAL = {"html", "style", "script", "link", "a", "meta", *_FRAMES}
# Attributes that say nothing here; left out early, because a page has thousands of them.
_PLAIN_ATTRIBUTES = {"class", "title", "type", "for", "rel", "tabindex", "hidden", "d", "viewbox", "xmlns"}


def read_page(text: str) -> Page:
    """Read one page; whatever the parser cannot make sense of is simply not seen."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.page()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._ids: dict[str, Place] = {}
        self._repeated_ids: list[tuple[str, Place]] = []
        self._addresses: list[Address] = []
        self._inline: list[Inline] = []
        self._frames: list[Inline] = []
        self._policies: list[Policy] = []
        self._language = ""
        self._sends_on = False
        self._depth = dict.fromkeys(("title", "h1", "article", "main", *_UNREAD), 0)
        self._texts: dict[str, list[str]] = {"title": [], "h1": [], "article": [], "main": []}
        self._script: tuple[Place, list[str]] | None = None

    def page(self) -> Page:
        texts = {name: " ".join("".join(parts).split()) for name, parts in self._texts.items()}
        return Page(
            ids=self._ids,
            repeated_ids=tuple(self._repeated_ids),
            addresses=tuple(self._addresses),
            inline=tuple(self._inline),
            frames=tuple(self._frames),
            policies=tuple(self._policies),
            language=self._language,
            title=texts["title"],
            heading=texts["h1"],
            main_text=texts["article"] or texts["main"],
            sends_on=self._sends_on,
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._depth:
            self._depth[tag] += 1
        place: Place | None = None
        for name, value in attrs:
            if name not in _PLAIN_ATTRIBUTES:
                place = place or self._place()
                self._see_attribute(tag, name, value or "", place)
        if tag in _SPECIAL:
            self._see_special(tag, {name: value or "" for name, value in attrs}, place or self._place())

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._depth.get(tag):
            self._depth[tag] -= 1
        if tag == "script" and self._script:
            place, text = self._script
            self._inline.append(Inline("<script>", place, "".join(text)))
            self._script = None

    def handle_data(self, data: str) -> None:
        if self._script:
            self._script[1].append(data)
        depth = self._depth
        if any(depth[tag] for tag in _UNREAD):
            return
        for name, parts in self._texts.items():
            if depth[name]:
                parts.append(data)

    def _place(self) -> Place:
        line, before = self.getpos()
        return line, before + 1

    def _see_attribute(self, tag: str, name: str, value: str, place: Place) -> None:
        pair = (tag, name)
        if name == "id":
            if value in self._ids:
                self._repeated_ids.append((value, place))
            self._ids.setdefault(value, place)
        elif pair in _GONE_TO:
            self._addresses.append(Address(value, Use.GO, place))
        elif pair in _FETCHED:
            self._addresses.append(Address(value, Use.FETCH, place))
        elif pair in _SHOWN:
            self._addresses.append(Address(value, Use.SHOW, place))
        elif pair in _SETS:
            self._addresses += [Address(text, Use.SHOW, place) for text in _addresses_of_set(value)]
        elif name in {"style", "srcdoc"} or name.startswith("on"):
            self._inline.append(Inline(name, place))

    def _see_special(self, tag: str, attributes: dict[str, str], place: Place) -> None:
        if tag == "html":
            self._language = attributes.get("lang", "")
        elif tag == "style":
            self._inline.append(Inline("<style>", place))
        elif tag == "script" and "src" not in attributes and attributes.get("type") not in _DATA_TYPES:
            self._script = (place, [])
        elif tag == "link" and attributes.get("href"):
            relations = set(attributes.get("rel", "").lower().split())
            use = Use.GO if relations <= _QUIET_RELATIONS else Use.SHOW if relations == {"icon"} else Use.FETCH
            self._addresses.append(Address(attributes["href"], use, place))
        elif tag == "a" and attributes.get("name"):
            self._ids.setdefault(attributes["name"], place)
        elif tag in _FRAMES:
            self._frames.append(Inline(f"<{tag}>", place))
        elif tag == "meta":
            self._see_meta(attributes.get("http-equiv", "").strip().lower(), attributes.get("content", ""), place)

    def _see_meta(self, header: str, content: str, place: Place) -> None:
        if header == "content-security-policy":
            self._policies.append(Policy(content, place))
        elif header == "refresh" and (found := _REFRESH.match(content)):
            self._sends_on = True
            self._addresses.append(Address(found[1].strip(), Use.GO, place))


def _addresses_of_set(value: str) -> list[str]:
    """Return the addresses of a `srcset`: "address descriptor" several times with commas between."""
    return [part.split()[0].rstrip(",") for part in re.split(r",\s+", value) if part.strip()]
