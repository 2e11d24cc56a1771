"""A Markdown file becomes values, prose and places, or findings. It must not know what kind of page it is.

MkDocs has its own idea of front matter and is silent when it differs: a mistake there is printed on the page as text,
and a first line such as "Note: …" is taken off the page as metadata. Whatever is accepted here, MkDocs reads alike.
"""

import re
from pathlib import Path

from frontmatter.default_handlers import YAMLHandler

from handbook.diagnostics import Code, Finding
from handbook.reading.decoding import decode, read_data
from handbook.reading.files import ReadFile
from handbook.reading.places import Places
from handbook.reading.quoting import shown
from handbook.reading.yaml_parsing import parse

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_OTHER_END = re.compile(r"^(?:\.{3}|-{2}|-{4,}|[–—]+-?|[ \t]+---)[ \t]*$", re.MULTILINE)
_OTHER_START = re.compile(r"(?:-{2}|-{4,}|[–—]+-?)[ \t]*\n(?=[ \t]*[\w-]+:)")
_LATE_START = re.compile(r"\s+---[ \t]*\n(?=[ \t]*[\w-]+:)")
_METADATA = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
_EMPTY_START = re.compile(r"\A(?:[^\S\n]*(?:\n|\Z))?\n*")


def read_markdown(file: Path, name: str) -> tuple[ReadFile | None, list[Finding]]:
    """Read a Markdown file; the first part is None when what it says cannot be told whole."""
    data, findings = read_data(file, name)
    return (None, findings) if data is None else read_markdown_data(data, name)


def read_markdown_data(data: bytes, name: str) -> tuple[ReadFile | None, list[Finding]]:
    """Read what stands in a Markdown file, as `read_markdown` does."""
    text, findings = decode(data, name)
    if text is None:
        return None, findings
    read, found = read_markdown_text(text, name)
    return read, findings + found


def read_markdown_text(text: str, name: str) -> tuple[ReadFile | None, list[Finding]]:
    """Read a Markdown text, as `read_markdown` does with a file's."""
    handler = YAMLHandler(fm_boundary=_FENCE)
    if not handler.detect(text):
        return _page_without(text, name)
    if len(_FENCE.findall(text)) == 1:
        return None, [_unclosed(text, name)]
    front, rest = handler.split(text)
    if not rest.startswith("\n"):
        line = front.count("\n") + 1
        message = "Sau hàng rào --- này không có dòng nào, nên MkDocs in cả phần đầu ra trang."
        return None, [Finding(name, line, 1, Code.FRONT_MATTER_SWALLOWED, message, "Viết nội dung trang ở dưới.")]
    reading = parse(f"---{front}", name)  # the fence stands before it again, so that every line keeps its number
    findings = [*reading.findings, *_early_end(front, name)]
    if not reading.complete or len(findings) > len(reading.findings):
        return None, findings
    if not isinstance(reading.values, dict):
        message = "Phần đầu trang không gồm các dòng “khóa: giá trị”, nên MkDocs in nó ra trang."
        hint = "Viết mỗi dòng một khóa, ví dụ: title: Tên; hoặc bỏ cả hai hàng rào ---."
        return None, [*findings, Finding(name, 1, 1, Code.FRONT_MATTER_NOT_A_MAPPING, message, hint)]
    body = rest.lstrip("\n")
    body_line = front.count("\n") + 1 + len(rest) - len(body)
    told, places = frozenset(reading.told), Places(reading.text)
    return ReadFile(name, reading.values, body, body_line, told, places), findings


def _page_without(text: str, name: str) -> tuple[ReadFile | None, list[Finding]]:
    """A page that has no front matter, or one that MkDocs would not see."""
    if _LATE_START.match(text):
        line = text[: text.index("---")].count("\n") + 1
        message = "Hàng rào --- không ở đầu dòng thứ nhất, nên MkDocs in phần đầu ra trang."
        hint = "Xóa dòng trống và dấu cách trước ---."
        return None, [Finding(name, line, 1, Code.FRONT_MATTER_NOT_FIRST, message, hint)]
    if _OTHER_START.match(text):
        return None, [_odd_fence(text, 0, name)]
    first = text.split("\n", 1)[0]
    if _METADATA.match(first):
        message = f"MkDocs coi dòng đầu {shown(first)} là thông tin trang và không in ra."
        hint = "Đặt một đề mục “# …” hoặc một dòng trống lên trước; nếu là khóa, đặt giữa hai hàng rào ---."
        return None, [Finding(name, 1, 1, Code.FRONT_MATTER_SWALLOWED, message, hint)]
    empty = _EMPTY_START.match(text)
    start = empty.end() if empty else 0
    return ReadFile(name, {}, text[start:], text.count("\n", 0, start) + 1), []


def _unclosed(text: str, name: str) -> Finding:
    other = _OTHER_END.search(text, 3)
    if other is not None:
        return _odd_fence(text, other.start(), name)
    message = "Phần đầu trang mở bằng --- mà không đóng, nên MkDocs in nó ra trang."
    return Finding(name, 1, 1, Code.FRONT_MATTER_UNCLOSED, message, "Thêm một dòng --- sau khóa cuối cùng.")


def _early_end(front: str, name: str) -> list[Finding]:
    """A line of three dots inside the front matter, which MkDocs takes for its end."""
    dots = re.search(r"^\.{3}[ \t]*$", front, re.MULTILINE)
    return [] if dots is None else [_odd_fence(front, dots.start(), name)]


def _odd_fence(text: str, index: int, name: str) -> Finding:
    line = text.count("\n", 0, index) + 1
    fence = text[index:].split("\n", 1)[0]
    message = f"Hàng rào {shown(fence)} không đúng: phải là đúng ba dấu gạch nối ở đầu dòng."
    return Finding(name, line, 1, Code.FRONT_MATTER_FENCE, message, "Viết --- trên một dòng riêng.")
