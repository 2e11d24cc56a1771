"""An id is changed everywhere: in fields, texts, pages, links and the navigation; the old one keeps leading here.

Gives the changed texts and writes nothing itself.
"""

import posixpath
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from handbook.addresses.addresses import Addresses
from handbook.editing.new_record import nearest, refuse_odd_id, refuse_used_id
from handbook.editing.refusal import RefusedError
from handbook.editing.text_edits import Edit, edited, index_of, old_ids_edit
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.mentions import in_file, leaves
from handbook.library.old_ids import old_parts
from handbook.library.target import Target
from handbook.reading.places import Place
from handbook.reading.prose import Link, scan
from handbook.records.destination import Destination
from handbook.records.shared import Identified, OwnPart

_SLUG = "[a-z][a-z0-9-]*"
_WRITTEN = re.compile(rf"(?:\(\(|[\"'])?(?P<kind>{_SLUG}:)?(?P<id>{_SLUG})(?:#(?P<part>{_SLUG}))?")

Texts = dict[Path, str | None]
"""The new text of each changed file; None for a file that is no more."""


@dataclass(slots=True)
class _Files:
    """The texts of the files that are being changed, and the edits so far."""

    root: Path
    texts: dict[Path, str] = field(default_factory=dict)
    edits: dict[Path, list[Edit]] = field(default_factory=lambda: defaultdict(list))

    def text(self, name: str) -> str:
        path = self.root / name
        if path not in self.texts:
            self.texts[path] = path.read_text(encoding="utf-8")
        return self.texts[path]

    def add(self, name: str, edit: Edit) -> None:
        self.edits[self.root / name].append(edit)

    def changed(self) -> Texts:
        return {path: edited(self.texts[path], edits) for path, edits in self.edits.items()}


def rename_record(library: Library, addresses: Addresses, target: Target, new: str) -> Texts:
    """Give all changes that a record's new id needs.

    Raises:
        RefusedError: There is no such record, the new id is none or taken, or a place cannot be changed safely.
    """
    entry = _entry(library, target)
    file = library.settings.root / entry.file.name
    renamed = Target(target.kind, new)
    refuse_odd_id(new)
    if new not in entry.record.old_ids:
        refuse_used_id(library, renamed, file.with_stem(new))
    files = _Files(library.settings.root)
    needs_kind = any(other.id == new and other.kind != target.kind for other in library.entries)
    _change_references(library, files, target, "id", f"{target.kind}:{new}" if needs_kind else new)
    pages = (addresses.page_file(target), addresses.page_file(renamed))
    _change_links(library, files, pages, ("", ""))
    _change_navigation(library, files, pages)
    files.text(entry.file.name)
    if not entry.record.draft:
        kept = tuple(old for old in entry.record.old_ids if old != new)
        files.add(entry.file.name, _old_ids(files, entry, (*kept, target.id), ""))
    changed: Texts = {file: files.texts[file], **files.changed()}
    return {**changed, file.with_stem(new): changed[file], file: None}


def rename_part(library: Library, addresses: Addresses, target: Target, new: str) -> Texts:
    """Give all changes that the new id of a record's part needs.

    Raises:
        RefusedError: As `rename_record`; or the part's id comes from a closed list.
    """
    entry = _entry(library, target)
    part = entry.parts.get(target.part)
    if part is None:
        raise RefusedError(f"“{target.id}” không có phần “{target.part}”.", nearest(target.part, entry.parts))
    if not isinstance(part.model, Identified):
        raise RefusedError(f"“{target.part}” lấy id từ danh sách đóng.", "Sửa trong thư mục vocabulary.")
    refuse_odd_id(new)
    owner = new if new in entry.parts else old_parts(entry).get(new, target.part)
    if owner != target.part or new == target.part:
        raise RefusedError(f"“{new}” đang hoặc đã là id của phần “{owner}”.", "Chọn id khác.")
    files = _Files(library.settings.root)
    _change_references(library, files, target, "part", new)
    _change_own(files, entry, target.part, new)
    page = addresses.page_file(target)
    _change_links(library, files, (page, page), (target.part, new))
    text = files.text(entry.file.name)
    start = index_of(text, entry.file.place((*part.path, "id")))
    files.add(entry.file.name, _replacing(text, start, target.part, new))
    if not entry.record.draft:
        kept = tuple(old for old in part.model.old_ids if old != new)
        files.add(entry.file.name, _old_ids(files, entry, (*kept, target.part), target.part))
    return files.changed()


def _entry(library: Library, target: Target) -> Entry:
    if library.unread:
        raise RefusedError("Còn tệp chưa đọc được, nên không biết hết chỗ phải sửa.", "Chạy check.py và sửa lỗi trước.")
    entry = library.entries.get(target.whole())
    if entry is None:
        raise RefusedError(
            f"Không có bản ghi “{target.id}” thuộc loại {target.kind}.",
            nearest(target.id, (other.id for other in library.of_kind(target.kind))),
        )
    return entry


def _change_references(library: Library, files: _Files, target: Target, group: str, new: str) -> None:
    """Change every field and every ((…)) that leads to a record or into it, or to a part."""
    for referring in library.referrings:
        found = library.resolve(referring.reference)
        if not isinstance(found, Target) or target not in {found, found.whole()}:
            continue
        text, place = files.text(referring.file.name), referring.place()
        index = index_of(text, place)
        written = _WRITTEN.match(text, index)
        reference = referring.reference
        if written is None or (written["id"], written["part"] or "") != (reference.id, reference.part):
            raise _cannot_tell(referring.file.name, place)
        has_kind = group == "id" and written["kind"]
        start, end = written.span(group)
        files.add(referring.file.name, Edit(start, end, new.rpartition(":")[2] if has_kind else new))


def _change_own(files: _Files, entry: Entry, old: str, new: str) -> None:
    """Change every field of a record that names a part of its own by the bare id."""
    for path, value, _ in leaves(entry):
        if isinstance(value, OwnPart) and value == old:
            text = files.text(entry.file.name)
            files.add(entry.file.name, _replacing(text, index_of(text, entry.file.place(path)), old, new))


def _change_links(library: Library, files: _Files, pages: tuple[str, str], parts: tuple[str, str]) -> None:
    """Change Markdown links and the links of single files that name a page, or an anchor on it."""
    old_page, old_part = pages[0], parts[0]
    for page in library.pages.values():
        for link in scan(page.file.body).links:
            address = urlsplit(link.target or "")
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(address.path)))
            if address.scheme or not address.path or path != old_page or old_part not in {"", address.fragment}:
                continue
            new_path = posixpath.join(posixpath.dirname(address.path), posixpath.basename(pages[1]))
            fragment = parts[1] or address.fragment
            files.add(
                page.file.name,
                _in_link(
                    files,
                    page.file.name,
                    in_file(page.file, link.place),
                    link,
                    f"{new_path}#{fragment}" if fragment else new_path,
                ),
            )
    for sheet in library.sheets.values():
        for value_path, value, _ in leaves(sheet):
            if isinstance(value, Destination) and value.id == old_page and old_part in {"", value.part}:
                part = parts[1] or value.part
                text = files.text(sheet.file.name)
                written = f"{value.id}#{value.part}" if value.part else value.id
                start = index_of(text, sheet.file.place(value_path))
                files.add(sheet.file.name, _replacing(text, start, written, f"{pages[1]}#{part}" if part else pages[1]))


def _change_navigation(library: Library, files: _Files, pages: tuple[str, str]) -> None:
    settings = library.settings
    name = settings.name(settings.config_file)
    for entry in settings.navigation:
        if entry.page == pages[0]:
            text = files.text(name)
            files.add(name, _replacing(text, index_of(text, Place(entry.line, entry.column)), *pages))


def _in_link(files: _Files, name: str, place: Place, link: Link, new: str) -> Edit:
    text = files.text(name)
    start = text.find(link.target or "", index_of(text, place))
    if start < 0:
        raise _cannot_tell(name, place)
    return Edit(start, start + len(link.target or ""), new)


def _replacing(text: str, start: int, old: str, new: str) -> Edit:
    """Replace what is written at an index, quotes left aside."""
    start += text[start] in "\"'"
    if not text.startswith(old, start):
        raise RefusedError(f"Không tìm được chỗ viết “{old}” để sửa.", "Viết giá trị đó trên một dòng, không ký tự lạ.")
    return Edit(start, start + len(old), new)


def _old_ids(files: _Files, entry: Entry, old_ids: tuple[str, ...], part: str) -> Edit:
    base, after = (entry.parts[part].path, "id") if part else ((), "schema_version")
    return old_ids_edit(files.text(entry.file.name), entry.file, base, after, old_ids)


def _cannot_tell(name: str, place: Place) -> RefusedError:
    return RefusedError(
        f"{name}:{place.line}:{place.column}: không sửa tự động được chỗ dẫn này.",
        "Viết tham chiếu liền trên một dòng, không dùng ký tự thoát, rồi chạy lại.",
    )
