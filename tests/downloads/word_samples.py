"""Forms and outlines as Word files, made from small records as the handbook makes them from its own."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from handbook.addresses.addresses import Addresses
from handbook.downloads.imprint import Imprint
from handbook.downloads.word.document import document
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.views.typography import typography
from handbook.views.viewing import view_of
from libraries import DAY, TYPOGRAPHY, Fields, library_of, worth

WILD = '<b>&"; \\n {{x}} ' + "ậ" * 200
ADDRESS = "https://vi-du.example/giay/"
HEADING = "HỘI CƯ DÂN NHÀ HOA SEN"
HEAD: list[dict[str, Any]] = [
    {"id": "parent", "label": "Khu", "kind": "line", "slot": "parent-organisation", "help": "Tên khu, in hoa."},
    {"id": "house", "label": "Nhà", "kind": "line", "slot": "branch"},
    {"id": "number", "label": "Số", "kind": "line", "slot": "number"},
    {"id": "place-date", "label": "Nơi, ngày", "kind": "line", "slot": "place-date"},
    {"id": "subject", "label": "Về việc", "kind": "line", "slot": "subject"},
]
BODY: list[dict[str, Any]] = [
    {"id": "chair", "label": "Chủ tọa", "kind": "line", "help": "Ghi cả họ tên."},
    {"id": "all", "label": "Tổng số", "kind": "number"},
    {"id": "present", "label": "Có mặt", "kind": "number"},
    {"id": "absent", "label": "Vắng", "kind": "number", "optional": True},
    {"id": "day", "label": "Ngày bàn", "kind": "date"},
    {"id": "opinions", "label": "Ý kiến", "kind": "lines", "rows": 5},
    {"id": "tasks", "label": "Việc", "kind": "table", "columns": ["TT", "Việc gì", "Ai làm"], "rows": 40},
]
VOTE: dict[str, Any] = {"id": "vote", "label": "Ý kiến chung", "kind": "choice", "options": ["Đồng ý", "Không đồng ý"]}
LEFT: dict[str, Any] = {"id": "clerk", "label": "NGƯỜI GHI", "kind": "signature"}
RIGHT: dict[str, Any] = {"id": "head", "label": "T/M NHÀ – TRƯỞNG NHÀ", "kind": "signature"}
COPIES: dict[str, Any] = {
    "id": "copies",
    "label": "Nơi nhận",
    "kind": "lines",
    "rows": 3,
    "slot": "recipients",
    "optional": True,
}
RULES: Fields = {"statements": [worth("left", 31, "day"), worth("body", 14.5, "day")]}
MEASURES: Fields = {
    "heading": HEADING,
    "branch_mark": "*",
    "abstract_mark": "-----",
    "margin_left": "rules#left",
    "margin_right": 14,
    "body_size": "rules#body",
    "type_size": 16,
}


def form(*ending: Fields, look: str = "official", body: list[dict[str, Any]] | None = None, **fields: Any) -> Fields:
    """Give a form with a head, a body, and what stands at its end."""
    parts = [
        {"id": "part-head", "title": "Phần đầu", "fields": HEAD},
        {"id": "part-body", "title": "I. Nội dung", "intro": "Ghi ngay tại chỗ.", "fields": body or BODY},
    ]
    if ending:
        parts.append({"id": "part-end", "title": "Phần cuối", "fields": list(ending)})
    return {"look": look, "type_name": "Biên bản", "symbol": "BB/NH", "parts": parts, **fields}


def library(**records: Fields) -> Library:
    """Give a library of forms, with how official papers are set."""
    forms = {f"form/{name}": fields for name, fields in records.items()}
    return library_of({**forms, "document/rules": RULES, TYPOGRAPHY: MEASURES})


def word(made: Library, target: Target, address: str = "") -> bytes:
    """Give the Word file of a record; links lead somewhere when there is an address."""
    view = view_of(made, Addresses(made.settings), target)
    imprint = Imprint("Cẩm nang cư dân", address, DAY, lambda one: f"{address}{one.id}" if address else "")
    return document(view, imprint, typography(made))


def word_of(fields: Fields, address: str = "") -> bytes:
    """Give the Word file of a form."""
    return word(library(paper=fields), Target("form", "paper"), address)


def opened(content: bytes) -> Document:
    """Open a file as another program does."""
    return docx.Document(io.BytesIO(content))


def body(content: bytes) -> etree._Element:
    """Give the text of a file as XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def said(element: etree._Element) -> str:
    """Give all words in an element; those in content controls too, which python-docx passes over."""
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


def paragraphs(element: etree._Element) -> list[str]:
    """Give the words of each paragraph in an element."""
    return [said(one) for one in element.iter(qn("w:p"))]


def controls(element: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Give the content controls with their tags."""
    for control in element.iter(qn("w:sdt")):
        yield value(control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")), control


def value(element: etree._Element | None) -> str:
    """Give the value that an element says in its attribute."""
    assert element is not None
    return str(element.get(qn("w:val")))
