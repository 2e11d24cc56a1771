"""What stands in Markdown prose: headings, links, images and raw HTML, with places. It must not know where links lead.

This is a reader for checks, not a Markdown processor: it sees what editors write and leaves code alone.
Places count from the first line of the given text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.reading.code_spans import blank_code
from handbook.reading.places import Place, place_at

_HEADING = re.compile(r"^(?P<signs>#{1,6})(?P<rest>[^\n]*)", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:?(?P<listed>[^{}]*)\}$")
_ID = re.compile(r"(?:^|\s)(?:#|id=[\"']?)(?P<id>[^\s\"'}]+)")
_DESTINATION = r"(?:<(?P<angled>[^<>\n]*)>|(?P<plain>(?:[^\s()<]|\((?:[^\s()]|\([^\s()]*\))*\))*))"
_TITLE = r"(?:\"[^\"\n]*\"|'[^'\n]*')"
LABEL = r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*\])*"
LINK = re.compile(rf"(?P<image>!)?\[(?P<words>{LABEL})\]\([ \t]*{_DESTINATION}(?:\s+{_TITLE})?[ \t]*\)")
_REFERENCE = re.compile(rf"(?<!\\)(?P<image>!)?\[(?P<words>{LABEL})\](?:[ ]?\[(?P<label>[^\[\]\n]*)\])?(?![:(\[])")
_DEFINITION = re.compile(
    rf"^ {{0,3}}\[(?P<label>[^\[\]\n^][^\[\]\n]*)\]:[ \t]*{_DESTINATION}[ \t]*(?:\n?[ \t]*{_TITLE})?[ \t]*$",
    re.MULTILINE,
)
_AUTOLINK = re.compile(r"<(?P<target>(?:https?|ftp|mailto|tel):[^\s<>]+|[^\s<>@:/]+@[^\s<>@]+)>")
_TAG_START = re.compile(r"<(?P<slash>/?)(?P<name>[A-Za-z][^\s<>/]*)")
_TAG_END = re.compile(r"(?:(?!\n[ \t]*\n)[^>])*>")
_TAG = re.compile(
    r"<(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<attributes>(?:\s+[^\s\"'<>/=]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>=`]+))?|\s*/)*)\s*>"
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'<>=`]+)))?"
)
_MARKS = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()#+.!-])|!?\[(?P<words>[^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])|<[^<>]+>|[*`]+|(?<!\w)_+|_+(?!\w)"
)
_MARK = re.compile(r"[\\\[<*`_]")
"""What every one of them begins with, but the sign before a picture."""
_VISIBLE = re.compile(r"[^\n]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level, the words a reader sees, its own anchor if it is given one, and where it stands."""

    level: int
    words: str
    id: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image: its words, where it leads as written, and where that is written.

    The target is None when the link names a reference that is defined nowhere.
    """

    words: str
    target: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class HtmlTag:
    """A raw HTML tag: its name in lower case, its attributes, and where it stands.

    A tag that closes something is told only where nothing of its name was opened. What a browser would still make a tag
    of, though it is not written as one, has an attribute without a name.
    """

    name: str
    attributes: tuple[tuple[str, str | None], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Prose:
    """What stands in a Markdown text, each in order."""

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    images: tuple[Link, ...]
    html_tags: tuple[HtmlTag, ...]


def scan(markdown: str) -> Prose:
    """Find headings, links, images and HTML tags; fenced code, code spans and comments are passed over."""
    text = blank_code(markdown)
    links, images = _links(text)
    html_tags = _html_tags(_without_destinations(text))
    return Prose(tuple(_headings(text, markdown)), tuple(links), tuple(images), tuple(html_tags))


def _headings(text: str, markdown: str) -> list[Heading]:
    headings = []
    for found in _HEADING.finditer(text):
        rest = markdown[found.start("rest") : found.end("rest")].rstrip()
        attributes = _ATTRIBUTES.search(rest)
        own = None
        if attributes is not None:
            identity = _ID.search(attributes["listed"])
            own = identity["id"] if identity else attributes["listed"].strip()
            rest = rest[: attributes.start()]
        words = _visible(rest.rstrip().rstrip("#"))
        headings.append(Heading(len(found["signs"]), words, own, place_at(text, found.start())))
    return headings


def _links(text: str) -> tuple[list[Link], list[Link]]:
    ordered: list[tuple[int, bool, Link]] = []
    definitions: dict[str, str] = {}
    if "[" not in text and "<" not in text:
        return [], []
    for found in _DEFINITION.finditer(text):
        definitions.setdefault(_label(found["label"]), _destination(found))
    text = _DEFINITION.sub(_blank, text)
    for found in _AUTOLINK.finditer(text):
        target = found["target"] if ":" in found["target"] else f"mailto:{found['target']}"
        link = Link(found["target"], target, place_at(text, found.start("target")))
        ordered.append((found.start(), False, link))
    return _split(ordered + _bracketed(text, definitions, 0, text))


def _bracketed(text: str, definitions: dict[str, str], offset: int, whole: str) -> list[tuple[int, bool, Link]]:
    """The links and images in square brackets; an image may stand inside a link's words."""
    ordered = []
    inline = list(LINK.finditer(text))
    for found in inline:
        start = found.start("angled") if found["angled"] is not None else found.start("plain")
        link = Link(_visible(found["words"]), _destination(found), place_at(whole, offset + start))
        ordered.append((offset + found.start(), bool(found["image"]), link))
    for found in inline:
        if "[" in found["words"]:
            ordered += _bracketed(found["words"], definitions, offset + found.start("words"), whole)
    rest = LINK.sub(_blank, text)
    for found in _REFERENCE.finditer(rest):
        label = _label(found["label"] or found["words"])
        if label not in definitions and not found["label"]:
            continue
        place = place_at(whole, offset + found.start())
        link = Link(_visible(found["words"]), definitions.get(label), place)
        ordered.append((offset + found.start(), bool(found["image"]), link))
    return ordered


def _split(ordered: list[tuple[int, bool, Link]]) -> tuple[list[Link], list[Link]]:
    in_order = sorted(ordered, key=lambda found: found[0])
    links = [link for _, is_image, link in in_order if not is_image]
    return links, [link for _, is_image, link in in_order if is_image]


def _html_tags(text: str) -> list[HtmlTag]:
    tags: list[HtmlTag] = []
    opened: set[str] = set()
    at = 0
    while found := _TAG_START.search(text, at):
        at = found.end()
        name = found["name"].lower()
        place = place_at(text, found.start())
        if link := _AUTOLINK.match(text, found.start()):
            at = link.end()
        elif found["slash"]:
            tags += [] if name in opened else [HtmlTag(name, (), place)]
        elif tag := _TAG.match(text, found.start()):
            at = tag.end()
            opened.add(name)
            tags.append(HtmlTag(name, tuple(_attributes(tag["attributes"])), place))
        elif _TAG_END.match(text, at):
            opened.add(name)
            tags.append(HtmlTag(name, (("", None),), place))
    return tags


def _attributes(text: str) -> Iterator[tuple[str, str | None]]:
    for one in _ATTRIBUTE.finditer(text):
        value = next((one[kind] for kind in ("double", "single", "bare") if one[kind] is not None), None)
        yield one["name"].lower(), value


def _without_destinations(text: str) -> str:
    """The text without what stands in angle brackets as the address of a link or a definition, and is no tag."""
    return LINK.sub(_blank_destination, _DEFINITION.sub(_blank, text))


def _blank_destination(found: re.Match[str]) -> str:
    """Blank an address in angle brackets; with a quotation mark in it, it may be part of a tag around it."""
    if found["angled"] is None or '"' in found["angled"] or "'" in found["angled"]:
        return found.group()
    words_end = found.end("words") - found.start()
    return found.group()[:words_end] + _VISIBLE.sub(" ", found.group()[words_end:])


def _visible(words: str) -> str:
    """The words without the marks of emphasis, links and code."""
    if _MARK.search(words) is None:
        return " ".join(words.split())
    plain = _MARKS.sub(lambda found: found["escaped"] or found["words"] or "", words)
    return " ".join(plain.split())


def _destination(found: re.Match[str]) -> str:
    return found["plain"] if found["angled"] is None else found["angled"]


def _label(label: str) -> str:
    return " ".join(label.lower().split())


def _blank(found: re.Match[str]) -> str:
    return _VISIBLE.sub(" ", found.group())
