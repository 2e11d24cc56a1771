"""Finished pages in which nothing can be wrong by itself, told from the others ten times faster than by reading them.

Only markup of the plainest kind is taken: each "<" opens a tag that every parser reads alike, and none of the parts is
there that could be at fault. Any other page is left to `page.read_page`, which finds out what is the matter and where.
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from handbook.publish.policy import POLICY

_TAG = re.compile(
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
_DATA = re.compile(r"<script\b[^<>]*\stype=\"application/json\"[^<>]*>[^<]*</script>")
_ID = re.compile(r"\sid=\"([^\"]*)\"")
_GONE_TO = re.compile(r"<a\s[^>]*?\shref=\"([^\"]*)\"|<a href=\"([^\"]*)\"")
_FETCHED = re.compile(r"<(?:script|link|img|image|use|input)\b[^>]*>")
_ADDRESS = re.compile(r"\s(?:src|href)=\"([^\"]*)\"")
_ANY_ADDRESS = re.compile(r"\s(?:src|href)=")
_META = re.compile(r"<meta http-equiv=\"([^\"]*)\" content=\"([^\"]*)\">")
_RELATIVE = re.compile(r"(\./|(?:\.\./)*(?:\.\.(?![^#]))?)([a-zA-Z0-9._~%/-]*)(?:#([^#]*))?")
_OUTSIDE = re.compile(r"(?:https?://[a-zA-Z0-9.-]+(?::\d+)?(?:[/?#][^\s\\\[\]]*)?|mailto:[^\s\\]+|tel:[+\d-]+)")
_MARKUP = re.compile(r"<[^>]*>")
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_UNREAD = re.compile(r"<(script|style|template|nav|svg)\b.*?</\1>", re.DOTALL)
_SHORTEST = 80
_NEAR = 6000
"""Characters behind the title in which a page says enough, if it says anything."""


@dataclass(frozen=True, slots=True)
class Quick:
    """A page that is right by itself: its anchors, and where its links lead inside the site, "path#anchor"."""

    anchors: tuple[str, ...]
    leads: tuple[str, ...]


def quick_page(text: str, name: str, origin: str, base: str) -> Quick | None:
    """Read one page; None where it has to be read more closely.

    Args:
        text: The page.
        name: Its place inside the site.
        origin: The site's scheme and host.
        base: The path of the start page.
    """
    text = _DATA.sub("", text)
    ids = _ID.findall(text)
    if len(_TAG.findall(text)) != text.count("<") or not _is_plain(text) or len(set(ids)) != len(ids):
        return None
    if not _is_policed(text) or not _says_something(text):
        return None
    gone = [first or second for first, second in _GONE_TO.findall(text)]
    fetched = [address for tag in _FETCHED.findall(text) for address in _addresses(tag, origin + base)]
    if len(gone) + len(fetched) != len(_ANY_ADDRESS.findall(text)) or any(_OUTSIDE.fullmatch(one) for one in fetched):
        return None
    folder = name.rpartition("/")[0]
    leads: dict[str, None] = {}
    for address in {*gone, *fetched}:
        lead = _lead(address, name, folder, base)
        if lead is None:
            if f"{address}/".startswith(f"{origin}/") or not _OUTSIDE.fullmatch(address):
                return None
        else:
            leads[lead] = None
    return Quick(tuple(ids), tuple(sorted(leads)))


def _is_plain(text: str) -> bool:
    """Tell whether only tags and attributes are there that cannot be at fault by being there."""
    if not _DOUBTFUL_TAGS.isdisjoint(_NAME_OF_TAG.findall(text)) or _NAMED_LINK.search(text):
        return False
    names = set(_NAME_OF_ATTRIBUTE.findall(text)) - _PLAIN_ATTRIBUTES
    return all(_PLAIN_ATTRIBUTE.fullmatch(name) for name in names)


def _addresses(tag: str, root: str) -> list[str]:
    found = _ADDRESS.findall(tag)
    if tag.startswith("<script") and not found:
        return [""] * 2  # a script that stands in the page: never counted right
    if tag.startswith("<link") and 'rel="canonical"' in tag:
        return ["./" if one.startswith(root) else one for one in found]
    return [("./" if one.startswith("data:image/") else one) for one in found] if tag.startswith("<img") else found


def _is_policed(text: str) -> bool:
    """Tell whether the page carries the site's policy, alone, and before anything that it is about."""
    metas = _META.findall(text)
    if metas != [("Content-Security-Policy", POLICY)] and metas != [("Content-Security-Policy", _escaped(POLICY))]:
        return False
    if text.count("http-equiv") != 1:
        return False
    place = text.index("http-equiv")
    return not _FETCHED.search(text, 0, place)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("'", "&#39;")


def _says_something(text: str) -> bool:
    heading = _HEADING.search(text)
    if heading is None or "<title></title>" in text or not re.search(r"<title>\s*[^\s<]", text):
        return False
    if not re.search(r"<html lang=\"[^\"]+\"", text) or "<article" not in text[: heading.start()]:
        return False
    near = text[heading.end() : heading.end() + _NEAR].partition("</article>")[0]
    words = " ".join(_MARKUP.sub("", _UNREAD.sub("", near).partition("<svg")[0]).split())
    return bool(_MARKUP.sub("", heading[1]).strip()) and len(words) >= _SHORTEST


def _lead(address: str, name: str, folder: str, base: str) -> str | None:
    """Give where an address leads inside the site, as a path from its top; None where that is not plain to see."""
    if address.startswith("#"):
        path, fragment = name, address[1:]
    else:
        if address.startswith(base):
            address = "../" * (len(folder.split("/")) if folder else 0) + address.removeprefix(base)
        parts = _RELATIVE.fullmatch(address)
        if parts is None or not address or ":" in address:
            return None
        ups, rest, fragment = parts[1].count(".."), parts[2], parts[3] or ""
        steps = folder.split("/") if folder else []
        if ups > len(steps) or rest.startswith("/") or ".." in rest or "//" in rest or "/./" in rest:
            return None
        if rest in {"", "."}:
            rest = ""
        path = (
            "/".join([*steps[: len(steps) - ups], rest])
            if rest
            else "".join(f"{one}/" for one in steps[: len(steps) - ups])
        )
    fragment = unquote(fragment.replace("&amp;", "&"))
    return f"{unquote(path)}#{fragment}" if fragment else unquote(path)
