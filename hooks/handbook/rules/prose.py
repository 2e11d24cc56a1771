"""Prose links to pages, anchors and files that are there, keeps to Markdown, and has sound headings."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from handbook.addresses.addresses import Addresses
from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.library import Library
from handbook.library.mentions import in_file
from handbook.library.old_ids import old_records
from handbook.library.target import Target
from handbook.reading.files import ReadFile
from handbook.reading.places import Place
from handbook.reading.prose import Heading, Link, Prose, scan
from handbook.reading.references import find_mentions
from handbook.records.case import Case
from handbook.rules.pages import anchors_of_target, find_generated, generated_pages, nearest_page, unread_pages
from handbook.text.slug import slug

ALLOWED_TAGS = {"div": frozenset({"class", "markdown"})}
"""What a page written by hand may hold besides Markdown: a frame around Markdown, to lay it out."""

_ANCHOR = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")

OUTSIDE_SCHEMES = frozenset({"http", "https", "mailto"})


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of prose: where its page stands inside docs/ (empty for a record's story), its file, what is in it."""

    page: str
    file: ReadFile
    prose: Prose


@dataclass(frozen=True, slots=True)
class Anchors:
    """The pages of a site and the anchors they have; those of generated pages are found when they are asked for."""

    library: Library
    addresses: Addresses
    written: Mapping[str, frozenset[str]]
    """Those of the pages written by hand."""
    old: Mapping[str, Target]
    """The pages that are no more; another rule tells what they are called now."""

    def of(self, page: str) -> frozenset[str] | None:
        """Give the anchors of a page; None when there is no such page."""
        target = self.old.get(page) or find_generated(self.library, self.addresses, page)
        return self.written.get(page) if target is None else frozenset(anchors_of_target(self.library, target))

    def pages(self) -> frozenset[str]:
        """Give all pages."""
        return frozenset((*self.written, *generated_pages(self.library, self.addresses), *self.old))


def prose_is_sound(library: Library, addresses: Addresses) -> Iterator[Finding]:
    """Tell every fault of the pages written by hand and of the records' stories."""
    texts = [Text(page.path, page.file, scan(page.file.body)) for page in library.pages.values()]
    texts += [
        Text("", entry.file, scan(entry.file.body))
        for entry in library.entries.values()
        if isinstance(entry.record, Case)
    ]
    old = {addresses.page_file(old): new for old, new in old_records(library).items()}
    written = {text.page: anchors_of(text.prose.headings) for text in texts if text.page}
    anchors = Anchors(library, addresses, written, old)
    unread = unread_pages(library, addresses)
    for text in texts:
        yield from _headings(text)
        yield from _html(text)
        for link in text.prose.links:
            if not unread.intersection(_pages_of(text, link)):
                yield from _link(library, text, link, anchors)
        for image in text.prose.images:
            yield from _image(library, text, image)


def anchors_of(headings: tuple[Heading, ...]) -> frozenset[str]:
    """Give the anchors of a page's headings as the site will have them."""
    found: set[str] = set()
    for heading in headings:
        anchor = heading.id or slug(heading.words)
        number = 0
        unique = anchor
        while unique in found or not unique:
            number += 1
            unique = f"{anchor}_{number}"
        found.add(unique)
    return frozenset(found)


def _finding(text: Text, place: Place, code: Code, message: str, hint: str) -> Finding:
    stands = in_file(text.file, place)
    return Finding(text.file.name, stands.line, stands.column, code, message, hint)


def _headings(text: Text) -> Iterator[Finding]:
    titles = [heading for heading in text.prose.headings if heading.level == 1]
    for heading in titles[1:] if text.page else titles:
        hint = "Dùng ## cho các mục; tên trang lấy từ “title” ở đầu tệp."
        yield _finding(text, heading.place, Code.PROSE_HEADING, "Trang chỉ có một tiêu đề cấp 1.", hint)
    for heading in text.prose.headings:
        if heading.id is not None and not _ANCHOR.fullmatch(heading.id):
            hint = "Viết {#neo}: chữ thường không dấu, số, gạch nối; hoặc bỏ đi."
            yield _finding(text, heading.place, Code.PROSE_HEADING, f"Neo “{heading.id}” của đề mục viết sai.", hint)
        if find_mentions(heading.words):
            hint = "Viết chữ thường trong đề mục, đặt tham chiếu ở đoạn văn bên dưới."
            yield _finding(text, heading.place, Code.PROSE_HEADING, "Đề mục có tham chiếu ((…)).", hint)


def _html(text: Text) -> Iterator[Finding]:
    for tag in text.prose.html_tags:
        if text.page and tag.name in ALLOWED_TAGS and all(name in ALLOWED_TAGS[tag.name] for name, _ in tag.attributes):
            continue
        hint = "Viết bằng Markdown; muốn hiện dấu nhỏ hơn thì viết &lt;."
        yield _finding(text, tag.place, Code.PROSE_HTML, f"Có thẻ HTML <{tag.name}> trong bài.", hint)


def _link(library: Library, text: Text, link: Link, anchors: Anchors) -> Iterator[Finding]:
    if link.target is None:
        message = f"Liên kết “{link.words}” dùng một tên chưa khai địa chỉ."
        yield _finding(text, link.place, Code.PROSE_LINK, message, "Viết [chữ](địa-chỉ) ngay tại chỗ.")
        return
    parts = urlsplit(link.target)
    if parts.scheme:
        if parts.scheme.lower() not in OUTSIDE_SCHEMES:
            message = f"Liên kết dùng giao thức “{parts.scheme}:”."
            yield _finding(text, link.place, Code.PROSE_LINK, message, "Chỉ dùng https, http hoặc mailto.")
        return
    if parts.netloc or parts.path.startswith("/"):
        hint = "Viết đường dẫn tương đối tới tệp .md, hoặc dùng ((id))."
        yield _finding(text, link.place, Code.PROSE_LINK, f"Liên kết “{link.target}” không tương đối.", hint)
        return
    if not text.page:
        if parts.path:
            hint = "Trong bản ghi, dẫn tới trang khác bằng ((id))."
            yield _finding(text, link.place, Code.PROSE_LINK, f"Liên kết “{link.target}” không dùng được ở đây.", hint)
        return
    page = _joined(text.page, parts.path)
    there = anchors.of(page)
    if there is None:
        if (library.settings.docs_dir / page).is_file():
            return
        nearest = nearest_page(page, sorted(anchors.pages()))
        here = posixpath.dirname(text.page) or "."
        hint = f"Có phải là “{posixpath.relpath(nearest, here)}”?" if nearest else "Kiểm lại tên tệp."
        yield _finding(text, link.place, Code.PROSE_LINK, f"Không có trang “{link.target}”.", hint)
    elif parts.fragment and unquote(parts.fragment) not in there:
        close = get_close_matches(parts.fragment, sorted(there), cutoff=0.4)
        hint = f"Có phải là “#{close[0]}”?" if close else "Neo là đề mục viết không dấu, nối bằng gạch nối."
        yield _finding(text, link.place, Code.PROSE_ANCHOR, f"Trang đó không có mục “#{parts.fragment}”.", hint)


def _image(library: Library, text: Text, image: Link) -> Iterator[Finding]:
    if not image.words.strip():
        hint = "Viết lời tả hình trong ngoặc vuông cho người không thấy hình."
        yield _finding(text, image.place, Code.PROSE_IMAGE, "Hình chưa có lời tả.", hint)
    if image.target is None:
        message = f"Hình “{image.words}” dùng một tên chưa khai địa chỉ."
        yield _finding(text, image.place, Code.PROSE_IMAGE, message, "Viết ![lời tả](tệp) ngay tại chỗ.")
        return
    parts = urlsplit(image.target)
    if parts.scheme or parts.netloc or not text.page:
        folder = library.settings.name(library.settings.docs_dir)
        hint = f"Đặt hình trong {folder}/ và dẫn bằng đường tương đối."
        yield _finding(text, image.place, Code.PROSE_IMAGE, "Hình lấy từ nơi khác.", hint)
    elif not parts.path or not (library.settings.docs_dir / _joined(text.page, parts.path)).is_file():
        yield _finding(text, image.place, Code.PROSE_IMAGE, f"Không có tệp hình “{image.target}”.", "Kiểm lại tên tệp.")


def _pages_of(text: Text, link: Link) -> tuple[str, ...]:
    return (_joined(text.page, urlsplit(link.target).path),) if link.target else ()


def _joined(page: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path))) if path else page
