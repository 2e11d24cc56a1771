"""Whether a finished folder may be published: every link leads somewhere, nothing is empty, nothing asks other hosts.

Reads the files as a browser and a server would; what it finds names files inside the folder. Knows nothing of where the
pages come from.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from handbook.diagnostics import Code, Finding
from handbook.publish.headers import NGINX, STATIC_HOSTS
from handbook.publish.manifest import files_of
from handbook.publish.page import Address, Page, Place, Use, read_page
from handbook.publish.policy_keeping import unsafe_parts
from handbook.publish.quick import Quick, QuickReader
from handbook.search.publishing import published_locations

START, NOT_FOUND, SITEMAP, SEARCH_INDEX = "index.html", "404.html", "sitemap.xml", "search/search_index.json"
SHORTEST_PAGE = 80  # characters of the main text, headings included
_NOWHERE = "http://site.invalid"  # stands for the site's own host where no address is set

_RUNNING_SCHEMES = {"javascript", "vbscript", "data", "blob"}
_SAFE_SCHEMES = {"http", "https", "mailto", "tel"}
# What browsers read as documents besides HTML, and would run scripts from.
_OTHER_DOCUMENTS = (".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".hta", ".xsl", ".xslt", ".swf")
_INVISIBLE = re.compile(r"[\t\n\r]")
# An address; or what holds none whatever it says: an address that is none, a comment, a sign by its code, a text.
_CSS_ADDRESS = re.compile(
    r"""
    url\(\s*+(?:"([^"]*)"|'([^']*)'|([^)'"\s]*+))\s*+\)
    |@import(?:\s|(?>/\*.*?\*/))*+(?:"([^"]*)"|'([^']*)')
    |url\(\s*+[^"'\s)][^)]*
    |/\*.*?(?:\*/|\Z)
    |\\.
    |"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_SITEMAP_ADDRESS = re.compile(r"<loc>([^<]*)</loc>")


@dataclass(frozen=True, slots=True)
class _Site:
    """The folder as a server would show it."""

    folder: Path
    origin: str  # "https://host"
    base: str  # path of the start page, "/" at both ends
    files: frozenset[str]
    anchors: Mapping[str, Collection[str]]  # of each page


Reading = Callable[[str, QuickReader], Quick | None]
"""Reads the page at a place inside the site; the reader is there for those that it does not remember."""


def verify(
    folder: Path, site_url: str = "", promised: frozenset[str] = frozenset(), read: Reading | None = None
) -> list[Finding]:
    """Read a finished site and tell all that is wrong with it, sorted.

    Args:
        folder: The site's top folder.
        site_url: Address of the start page once published; empty if it is not known.
        promised: Addresses of files that are not there yet and will be made when somebody asks for them.
        read: Reads a page quickly; it may remember what it has read before.
    """
    parts = urlsplit(site_url or _NOWHERE)
    origin, base = f"{parts.scheme}://{parts.netloc}", f"/{parts.path.strip('/')}/".replace("//", "/")
    files = frozenset(files_of(folder))
    read = read or (lambda name, reader: reader.read((folder / name).read_bytes(), name))
    reader = QuickReader(origin, base)
    quick = {name: read(name, reader) for name in sorted(files) if name.endswith(".html")}
    pages = {name: read_page(_text(folder, name)) for name, told in quick.items() if told is None}
    anchors = {name: told.anchors if told else pages[name].ids for name, told in quick.items()}
    site = _Site(folder, origin, base, files | promised, anchors)
    leading = _Leading(site)
    astray = {lead for lead in _all_leads(quick.values()) if not leading(lead)}
    for name, told in quick.items():
        if told is not None and not astray.isdisjoint(told.leads):
            pages[name] = read_page(_text(folder, name))
    findings = [*_missing_files(site), *_searchable(site, leading)]
    for name, page in pages.items():
        findings += [*_content(name, page), *unsafe_parts(name, page)]
        for address in page.addresses:
            findings += _address(site, name, address)
    for name in files:
        if name.endswith(".css"):
            findings += [found for address in _css_addresses(site, name) for found in _address(site, name, address)]
        elif name.endswith((".svg", *_OTHER_DOCUMENTS)):
            findings += _document(site, name)
    return sorted(set(findings))


def _all_leads(pages: Iterable[Quick | None]) -> set[str]:
    """Give where links lead: most pages have the same ones."""
    return {lead for page in pages if page is not None for lead in page.leads}


class _Leading:
    """Tells whether a plain address inside the site, "path#anchor", leads somewhere; each is looked up once."""

    def __init__(self, site: _Site) -> None:
        self._site = site
        self._known: dict[str, bool] = {}

    def __call__(self, lead: str) -> bool:
        known = self._known.get(lead)
        if known is None:
            path, _, fragment = lead.partition("#")
            target = _file_named(self._site, path)
            known = self._known[lead] = target is not None and _has_anchor(self._site, target, fragment)
        return known


def _missing_files(site: _Site) -> Iterator[Finding]:
    for name in (START, NOT_FOUND, SITEMAP, SEARCH_INDEX, STATIC_HOSTS, NGINX):
        if name not in site.files:
            yield Finding(name, 1, 1, Code.FILE_MISSING, f"Trang đã dựng thiếu tệp “{name}”.")


def _searchable(site: _Site, leading: Callable[[str], bool]) -> Iterator[Finding]:
    """Check what machines read: the sitemap and the search index name pages that exist, and some at all."""
    if SITEMAP in site.files:
        text = _text(site.folder, SITEMAP)
        root = site.origin + site.base
        for found in _SITEMAP_ADDRESS.finditer(text):
            if found[1].startswith(root) and leading(found[1].removeprefix(root)):
                continue
            place = (text.count("\n", 0, found.start()) + 1, 1)
            yield from _address(site, SITEMAP, Address(found[1].strip(), Use.GO, place))
    if SEARCH_INDEX in site.files:
        try:
            entries = [*published_locations(site.folder)]
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            entries = []
        if not entries:
            yield Finding(SEARCH_INDEX, 1, 1, Code.PUBLISH_EMPTY, "Chỉ mục tìm kiếm trống hoặc không đọc được.")
        for entry in entries:
            if leading(entry):
                continue
            yield from _address(site, START, Address(entry, Use.GO, (1, 1)), shown=SEARCH_INDEX)


def _content(name: str, page: Page) -> Iterator[Finding]:
    def finding(code: Code, message: str, place: Place = (1, 1)) -> Finding:
        return Finding(name, *place, code, message)

    for repeated, place in page.repeated_ids:
        first = page.ids[repeated][0]
        yield finding(Code.PUBLISH_ANCHOR, f"Mã “{repeated}” đã có ở dòng {first} của trang này.", place)
    if not page.title:
        yield finding(Code.PUBLISH_EMPTY, "Trang không có tên (thẻ <title>).")
    if page.sends_on:
        return
    if not page.language:
        yield finding(Code.PUBLISH_EMPTY, "Trang không ghi ngôn ngữ (thuộc tính lang của thẻ <html>).")
    if not page.heading:
        yield finding(Code.PUBLISH_EMPTY, "Trang không có tiêu đề chính (thẻ <h1>).")
    length = len(page.main_text)
    if length < SHORTEST_PAGE and name != NOT_FOUND:
        yield finding(Code.PUBLISH_EMPTY, f"Nội dung chính chỉ có {length} ký tự; cần ít nhất {SHORTEST_PAGE}.")


def _document(site: _Site, name: str) -> Iterator[Finding]:
    """Check a file that a browser may open as a document by itself."""
    if name.endswith(_OTHER_DOCUMENTS):
        message = "Trình duyệt mở loại tệp này như một trang và chạy mã trong đó; dùng tệp .md, .pdf hay hình."
        yield Finding(name, 1, 1, Code.PUBLISH_INLINE, message)
        return
    drawing = read_page(_text(site.folder, name))
    for inline in drawing.inline:
        if inline.what not in {"style", "<style>"}:  # a drawing may be coloured by itself; scripts stay out
            message = f"Hình vẽ mang mã chạy ({inline.what}); bỏ phần ấy khỏi tệp."
            yield Finding(name, *inline.place, Code.PUBLISH_INLINE, message)
    for frame in drawing.frames:
        message = f"Hình vẽ mang thẻ {frame.what}; bỏ phần ấy khỏi tệp."
        yield Finding(name, *frame.place, Code.PUBLISH_POLICY, message)
    for address in drawing.addresses:
        yield from _address(site, name, address)


def _address(site: _Site, name: str, address: Address, *, shown: str = "") -> Iterator[Finding]:
    """Check one address written in the file `name`."""

    def finding(code: Code, message: str) -> Finding:
        return Finding(shown or name, *address.place, code, message)

    text = _INVISIBLE.sub("", address.text).strip()
    try:
        parts = urlsplit(urljoin(site.origin + site.base + quote(name.removesuffix(START)), text.replace("\\", "/")))
    except ValueError:
        yield finding(Code.PUBLISH_LINK, f"Địa chỉ “{address.text}” viết sai.")
        return
    if parts.scheme in _RUNNING_SCHEMES:
        if address.use is not Use.SHOW or parts.scheme != "data":
            yield finding(Code.PUBLISH_INLINE, f"Liên kết chạy mã hoặc chứa dữ liệu: “{text[:60]}”.")
    elif parts.scheme not in _SAFE_SCHEMES:
        only = f"Liên kết “{text[:60]}” dùng giao thức “{parts.scheme}:”; chỉ dùng https, http, mailto, tel."
        own = f"Liên kết “{text}” trỏ vào máy của người viết."
        yield finding(Code.PUBLISH_LINK, own if parts.scheme == "file" else only)
    elif f"{parts.scheme}://{parts.netloc}" != site.origin or _is_a_neighbour(site, text, parts.path):
        if address.use is not Use.GO:
            yield finding(Code.PUBLISH_OUTSIDE, f"Trang tải “{text}” từ máy chủ khác; chép tệp vào trang.")
    else:
        target = _file_at(site, parts.path)
        if target is None:
            yield finding(Code.PUBLISH_LINK, f"Liên kết “{text}” không dẫn tới trang hay tệp nào.")
        elif not _has_anchor(site, target, unquote(parts.fragment)):
            yield finding(
                Code.PUBLISH_ANCHOR, f"Liên kết “{text}”: trang đích không có neo “{unquote(parts.fragment)}”."
            )


def _is_a_neighbour(site: _Site, text: str, path: str) -> bool:
    """Tell whether an address, written out in full, names another site on this site's host."""
    return bool(urlsplit(text).netloc) and not f"{path}/".startswith(site.base)


def _file_at(site: _Site, path: str) -> str | None:
    """Return the file that a server sends for a path, if any."""
    if not f"{path}/".startswith(site.base):
        return None
    return _file_named(site, unquote(path[len(site.base) :]))


def _file_named(site: _Site, name: str) -> str | None:
    choices = (f"{name}{START}",) if not name or name.endswith("/") else (name, f"{name}/{START}")
    return next((choice for choice in choices if choice in site.files), None)


def _has_anchor(site: _Site, target: str, fragment: str) -> bool:
    if target not in site.anchors or fragment in {"", "top"} or fragment.startswith(":~:"):
        return True
    return fragment in site.anchors[target]


def _css_addresses(site: _Site, name: str) -> Iterator[Address]:
    text = _text(site.folder, name)
    for found in _CSS_ADDRESS.finditer(text):
        address = next((part for part in found.groups() if part), "")
        if address and not address.startswith("#"):
            line_start = text.rfind("\n", 0, found.start()) + 1
            place = (text.count("\n", 0, found.start()) + 1, found.start() - line_start + 1)
            yield Address(address, Use.SHOW, place)


def _text(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8", errors="replace")
