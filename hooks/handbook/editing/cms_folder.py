"""The files as the web editor sees them: their values to begin with, and new values that it wants to keep.

What is kept goes into the tree of the old file, so that comments stay and numbers are written as they were; the file
comes out in its canonical form. A file that changed meanwhile is not overwritten. Knows no HTTP.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from handbook.diagnostics import Finding
from handbook.editing.cms_config import BODY, form_name
from handbook.editing.cms_values import from_form, to_form
from handbook.editing.files import DataFile, data_files
from handbook.editing.formatting import Tree, order_of, read_file_tree, write_file_tree
from handbook.editing.merging import with_values
from handbook.editing.nodes import Document, Mapping, plain_mapping
from handbook.editing.refusal import RefusedError
from handbook.editing.trial import write
from handbook.library.record_files import PROSE_SUFFIX
from handbook.reading.decoding import hidden_character
from handbook.reading.fields import ID_PATTERN
from handbook.reading.markdown_files import read_markdown_text
from handbook.reading.validation import validate
from handbook.reading.yaml_files import read_yaml_text
from handbook.records.kinds import KINDS
from handbook.records.shared import SCHEMA_VERSION
from handbook.settings.settings import Settings
from handbook.text.nfc import to_nfc

NEW = ""
"""The version of a file that is not there yet."""
BEGINNING = {"schema_version": SCHEMA_VERSION, "draft": True}
"""What stands in every new record: nothing is published before somebody says so."""
_EMPTY = Tree(None, None)
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Shown:
    """A file as the form gets it: its values as JSON, and the version to give back when it is to be changed."""

    version: str
    content: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was written: its name, what it is now, and what is wrong with it by itself."""

    name: str
    shown: Shown
    findings: tuple[Finding, ...]


def all_shown(settings: Settings) -> tuple[dict[str, Shown], list[Finding]]:
    """Give every file by what the form calls it, and what is wrong with those that cannot be read (and so edited)."""
    shown: dict[str, Shown] = {}
    findings: list[Finding] = []
    for file in data_files(settings):
        name = settings.name(file.path)
        data = file.path.read_bytes()
        tree, found = read_file_tree(data, name)
        findings += found
        if tree is not None:
            shown[form_name(name)] = _shown(tree, file, data)
    return shown, findings


def keep(settings: Settings, called: str, version: str, content: str) -> Kept:
    """Write a file with what a form holds.

    Args:
        settings: The handbook.
        called: What the form calls the file.
        version: The version that was edited; `NEW` for a file that is not there yet.
        content: The form's values as JSON.

    Raises:
        RefusedError: The file is none of the handbook's, changed meanwhile, or cannot hold this.
    """
    file = _file_called(settings, called)
    name = settings.name(file.path)
    is_new = not file.path.exists()
    data = b"" if is_new else file.path.read_bytes()
    tree = _EMPTY if is_new else read_file_tree(data, name)[0]
    if tree is None:
        raise RefusedError(f"Tệp {name} đang có lỗi; chưa ghi gì.", "Chạy scripts/check.py và sửa lỗi ấy trước.")
    if version != (NEW if is_new else _version(data)):
        raise RefusedError(
            f"Tệp {name} đã đổi từ lúc mở; chưa ghi gì.", "Chép lại chỗ vừa sửa, tải lại trang này rồi sửa lần nữa."
        )
    form = _values(content)
    if is_new and file.kind:
        form |= BEGINNING
    if any(_is_odd(one) for one in _texts(form)):
        raise RefusedError(f"{name}: có ký tự ẩn, không ghi vào tệp được; chưa ghi gì.", "Gõ lại chỗ vừa dán vào.")
    text = write_file_tree(_changed(tree, form, file), order_of(file.model)).encode()
    written, findings = read_file_tree(text, name)
    if written is None:
        raise RefusedError(f"{name}: {findings[0].message} Chưa ghi gì.", "Sửa chỗ ấy rồi lưu lại.")
    file.path.parent.mkdir(parents=True, exist_ok=True)
    write({file.path: text.decode()})
    read, _ = (read_markdown_text if file.path.suffix == PROSE_SUFFIX else read_yaml_text)(text.decode(), name)
    faults = validate(file.model, read)[1] if read is not None else []
    return Kept(name, _shown(written, file, text), tuple(faults))


def _changed(tree: Tree, form: dict[str, Any], file: DataFile) -> Tree:
    """Give a file with what the form holds, its prose too if it has any."""
    old = tree.document or Document((), Mapping(()))
    values = from_form({key: value for key, value in form.items() if key != BODY}, file.model, plain_mapping(old.root))
    document = with_values(old, values)
    if file.path.suffix != PROSE_SUFFIX:
        return Tree(document, None)
    body = form.get(BODY)
    prose = to_nfc(body).replace("\r\n", "\n").strip("\n") if isinstance(body, str) else ""
    return Tree(document if values else None, prose)


def _shown(tree: Tree, file: DataFile, data: bytes) -> Shown:
    values: dict[str, Any] = to_form(plain_mapping(tree.document.root), file.model) if tree.document else {}
    if tree.body is not None:
        values[BODY] = tree.body
    return Shown(_version(data), json.dumps(values, ensure_ascii=False))


def _file_called(settings: Settings, called: str) -> DataFile:
    """Find a file of the handbook, or the place of a new record."""
    for file in data_files(settings):
        if form_name(settings.name(file.path)) == called:
            return file
    for kind in KINDS:
        path = settings.data_dir / kind.folder / f"{PurePosixPath(called).stem}{kind.suffix}"
        if form_name(settings.name(path)) == called and re.fullmatch(ID_PATTERN, path.stem):
            return DataFile(path, kind.model, kind.id)
    raise RefusedError(
        f"“{called}” không phải tệp dữ liệu của cẩm nang, hoặc id viết sai; chưa ghi gì.",
        "Chỉ dùng chữ thường không dấu, số và gạch nối cho id của bản ghi mới.",
    )


def _values(content: str) -> dict[str, Any]:
    try:
        values = json.loads(content)
    except ValueError:
        values = None
    if not isinstance(values, dict):
        raise RefusedError("Trình soạn gửi nội dung không đọc được; chưa ghi gì.", "Tải lại trang rồi thử lại.")
    return values


def _texts(value: Any) -> Iterator[str]:
    """Give every text inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _is_odd(text: str) -> bool:
    """Tell whether a text has letters that no file may have: hidden ones, halves of letters."""
    return hidden_character(text.replace("\r\n", "\n")) is not None or _HALF.search(text) is not None


def _version(data: bytes) -> str:
    return sha256(data).hexdigest()
