"""Single tags of plain pages: what each says, found once however many pages have it. Knows no page.

Most tags of a page stand in a thousand others as well, letter for letter.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote

from handbook.publish.policy import POLICY

MOST_TAGS = 20_000
"""So many tags are known again; more would fill the memory with such as only one page has."""

_PLAIN = re.compile(
    r"<(?:/[a-z][a-z0-9-]*"
    r"|[a-z][a-z0-9-]*(?:\s+[a-zA-Z][a-zA-Z0-9:_.-]*(?:=\"[^\"<>]*\")?)*+\s*/?"
    r"|!--[^<>]*--|!doctype html)>"
)
_NAME_OF_TAG = re.compile(r"<([a-z][a-z0-9-]*)")
_NAME_OF_ATTRIBUTE = re.compile(r"\s([a-zA-Z][a-zA-Z0-9:_.-]*)=")
_PLAIN_ATTRIBUTE = re.compile(r"data-[a-z-]+|aria-[a-z-]+")
# What lets other documents or programs in, and what the browser reads otherwise than it is written.
_DOUBTFUL_TAGS = frozenset(
    {
        *("applet", "area", "audio", "base", "embed", "fencedframe", "frame", "frameset", "iframe", "math"),
        *("noscript", "object", "plaintext", "source", "style", "track", "video", "xmp"),
    }
)
_PLAIN_ATTRIBUTES = frozenset(
    {
        *("abbr", "align", "alt", "as", "autocapitalize", "autocomplete", "blocking", "charset", "checked", "class"),
        *("colspan", "crossorigin", "decoding", "fetchpriority", "loading"),
        *("content", "datetime", "dir", "disabled", "enterkeyhint", "focusable", "for", "headers", "height"),
        *("hidden", "href", "http-equiv", "hreflang", "id", "inputmode", "label", "lang", "list", "max"),
        *("maxlength", "media", "min", "minlength", "multiple", "name", "open", "pattern", "placeholder"),
        *("popover", "popovertarget", "popovertargetaction", "property", "readonly", "rel", "required", "role"),
        *("rows", "rowspan", "scope", "selected", "sizes", "spellcheck", "src", "start", "step", "summary"),
        *("tabindex", "title", "type", "value", "width", "wrap"),
        *("cx", "cy", "d", "fill", "points", "preserveAspectRatio", "r", "rx", "ry", "shape-rendering", "stroke"),
        *("stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-width", "text-anchor", "transform"),
        *("version", "viewBox", "x", "x1", "x2", "xmlns", "y", "y1", "y2"),
    }
)
_NAMED_LINK = re.compile(r"<a\b[^<>]*\sname=")
_DATA = re.compile(r"<script\b[^<>]*\stype=\"application/json\"")
_ID = re.compile(r"\sid=\"([^\"]*)\"")
_FETCHING = re.compile(r"<(?:script|link|img|image|use|input)\b")
_ADDRESS = re.compile(r"\s(?:src|href)=\"([^\"]*)\"")
_LINK = re.compile(r"<a\s[^>]*?\shref=\"[^\"]*\"|<a href=\"[^\"]*\"")
_ANY_ADDRESS = re.compile(r"\s(?:src|href)=")
_META = re.compile(r"<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">")
_RELATIVE = re.compile(r"(\./|(?:\.\./)*(?:\.\.(?![^#]))?)([a-zA-Z0-9._~%/-]*)(?:#([^#]*))?")
_OUTSIDE = re.compile(r"(?:https?://[a-zA-Z0-9.-]+(?::\d+)?(?:[/?#][^\s\\\[\]]*)?|mailto:[^\s\\]+|tel:[+\d-]+)")
_POLICIES = frozenset({POLICY, POLICY.replace("&", "&amp;").replace("'", "&#39;")})


class Lead(NamedTuple):
    """Where an address inside the site leads."""

    ups: int | None
    """So many folders up from the page's own; None where it is told from the top of the site."""
    path: str | None
    """From there; None for the page itself."""
    fragment: str


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """What a tag says."""

    is_plain: bool = True
    anchors: tuple[str, ...] = ()
    leads: tuple[Lead, ...] = ()
    fetches: bool = False
    """Whether it is one that has a browser fetch something."""
    is_policy: bool = False
    begins_data: bool = False


SILENT, DOUBTFUL = Tag(), Tag(is_plain=False)


class Tags(dict[bytes, Tag]):
    """What the tags of one site say, found when first met."""

    def __init__(self, origin: str, base: str) -> None:
        """Know nothing yet.

        Args:
            origin: The site's scheme and host.
            base: The path of the start page.
        """
        super().__init__()
        self._origin = origin
        self._base = base

    def __missing__(self, written: bytes) -> Tag:
        if len(self) >= MOST_TAGS:
            self.clear()
        tag = self[written] = self._read(written.decode(errors="replace"))
        return tag

    def _read(self, tag: str) -> Tag:
        if not _PLAIN.fullmatch(tag) or not _has_plain_parts(tag):
            return DOUBTFUL
        is_policy = "http-equiv" in tag
        if is_policy and not ((meta := _META.fullmatch(tag)) and meta[1] in _POLICIES):
            return DOUBTFUL
        fetches = bool(_FETCHING.match(tag))
        addresses = _ADDRESS.findall(tag) if fetches or _LINK.match(tag) else []
        begins_data = tag.startswith("<script") and not addresses
        if len(addresses) != len(_ANY_ADDRESS.findall(tag)) or (begins_data and not _DATA.match(tag)):
            return DOUBTFUL
        if not fetches:
            addresses = [one for one in addresses if not self._is_outside(one)]
        leads = [lead for one in addresses if (lead := self._lead(self._own(tag, one)))]
        if len(leads) != len(addresses):
            return DOUBTFUL
        anchors = _ID.findall(tag)
        if anchors or leads or fetches or is_policy:
            return Tag(
                anchors=tuple(anchors),
                leads=tuple(leads),
                fetches=fetches,
                is_policy=is_policy,
                begins_data=begins_data,
            )
        return SILENT

    def _is_outside(self, address: str) -> bool:
        """Tell whether an address plainly leads to another site."""
        return bool(_OUTSIDE.fullmatch(address)) and not f"{address}/".startswith(f"{self._origin}/")

    def _own(self, tag: str, address: str) -> str:
        """Give the address of the page itself for one that needs no other."""
        if tag.startswith("<link") and 'rel="canonical"' in tag and address.startswith(self._origin + self._base):
            return "./"
        return "./" if tag.startswith("<img") and address.startswith("data:image/") else address

    def _lead(self, address: str) -> Lead | None:
        """Give where an address leads inside the site; None where that is not plain to see."""
        from_top = address.startswith(self._base)
        parts = _RELATIVE.fullmatch(address.removeprefix(self._base) if from_top else address)
        if parts is None or not address or ":" in address:
            return None
        ups, rest, fragment = parts[1].count(".."), parts[2], unquote((parts[3] or "").replace("&amp;", "&"))
        if rest.startswith("/") or ".." in rest or "//" in rest or "/./" in rest or (from_top and ups):
            return None
        if address.startswith("#"):
            return Lead(0, None, fragment)
        return Lead(None if from_top else ups, "" if rest == "." else unquote(rest), fragment)


def _has_plain_parts(tag: str) -> bool:
    """Tell whether a tag and its attributes are such as cannot be at fault by being there."""
    name = _NAME_OF_TAG.match(tag)
    if (name and name[1] in _DOUBTFUL_TAGS) or _NAMED_LINK.match(tag):
        return False
    names = set(_NAME_OF_ATTRIBUTE.findall(tag)) - _PLAIN_ATTRIBUTES
    return all(_PLAIN_ATTRIBUTE.fullmatch(name) for name in names)
