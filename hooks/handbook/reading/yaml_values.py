"""A YAML text becomes plain values, and everything doubtful in it is told. It must not know which values are wanted."""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from handbook.diagnostics import Code, Finding
from handbook.reading.decoding import hidden_character
from handbook.reading.places import ValuePath
from handbook.reading.quoting import quoted, shown
from handbook.reading.scalars import Trouble, resolve
from handbook.reading.yaml_events import end, events, start
from handbook.text.nfc import is_nfc

DEEPEST = 40
"""How many levels of mappings and lists may stand inside each other."""
_MOST_TOLD = 1000
"""How many findings one text may have: with more, it is no slip any more, and nobody reads them."""
_COMMENT = re.compile(r"[ \t]*#[^\n]*")


@dataclass(slots=True)
class Reading:
    """What a text says so far.

    `told` holds the paths of values that a finding already speaks of, so that nobody complains about them again.
    """

    name: str
    text: str
    values: Any = None
    has_document: bool = False
    complete: bool = True
    findings: list[Finding] = field(default_factory=list)
    told: set[ValuePath] = field(default_factory=set)


@dataclass(slots=True)
class _Frame:
    """A mapping or a sequence that is being read; `key_lines` tells where a mapping's keys were first seen."""

    container: Any
    key_lines: dict[str, int] | None
    key: str | None = None

    @property
    def awaits_key(self) -> bool:
        return self.key_lines is not None and self.key is None

    def add(self, value: Any) -> None:
        if self.key_lines is None:
            self.container.append(value)
        else:
            self.container[self.key] = value
            self.key = None

    def step(self) -> str | int:
        return len(self.container) if self.key is None else self.key


def read_values(reading: Reading) -> None:
    """Fill the reading from its text.

    Raises:
        yaml.MarkedYAMLError: the text is no YAML; the findings made before this point stand.
    """
    _Reader(reading).read()


class _Reader:
    """Goes through the events of one text once."""

    __slots__ = ("_reading", "_skipped", "_stack")

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._stack: list[_Frame] = []
        self._skipped = 0
        """How deep inside a key that is itself a mapping or a sequence; such a key has been told and is passed over."""

    def read(self) -> None:
        """Read until the first document's end, or until it nests too deep or too much is wrong."""
        for event in events(self._reading.text):
            if len(self._reading.findings) >= _MOST_TOLD:
                self._reading.complete = False
                return
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                if not self._begin(event):
                    return
            elif isinstance(event, yaml.CollectionEndEvent):
                self._finish()
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
            elif isinstance(event, yaml.DocumentStartEvent) and not self._document(event):
                return

    def _document(self, event: yaml.DocumentStartEvent) -> bool:
        """Begin a document; false when it is not the first."""
        if self._reading.has_document:
            self._tell(event, _MANY_DOCUMENTS)
            return False
        self._reading.has_document = True
        return True

    def _begin(self, event: yaml.CollectionStartEvent) -> bool:
        """Begin a mapping or a sequence; false when it stands too deep."""
        if len(self._stack) + self._skipped == DEEPEST:
            self._tell(event, _TOO_DEEP)
            self._reading.complete = False
            return False
        self._refuse_decoration(event)
        if self._skipped:
            self._skipped += 1
        elif self._awaits_key():
            self._tell(event, _ODD_KEY)
            self._stack[-1].key = ""
            self._skipped = 1
        elif isinstance(event, yaml.MappingStartEvent):
            self._stack.append(_Frame({}, {}))
        else:
            self._stack.append(_Frame([], None))
        return True

    def _finish(self) -> None:
        if self._skipped:
            self._skipped -= 1
        else:
            self._add(self._stack.pop().container)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        if self._skipped:
            return
        text: str = event.value
        if event.style == '"':
            self._refuse_escapes(event, text)
        if self._awaits_key():
            self._key(event, text)
            return
        if event.style:
            self._add(text)
            return
        value, trouble = resolve(text)
        if trouble is not None:
            self._tell(event, trouble)
            self._reading.told.add(self._path())
        elif value is None or value is text:
            self._look_for_comment(event, text)
        self._add(value)

    def _key(self, event: yaml.ScalarEvent, key: str) -> None:
        frame = self._stack[-1]
        if not event.style:
            value, trouble = resolve(key)
            if trouble is None and not isinstance(value, str):
                hint = f"Viết khóa trong nháy: {quoted(key)}." if key else "Viết khóa trước dấu hai chấm."
                trouble = Trouble(Code.YAML_KEY, f"Khóa {shown(key)} không phải là chữ.", hint)
            if trouble is not None:
                self._tell(event, trouble)
        line = start(event).line + 1
        first = frame.key_lines.setdefault(key, line) if frame.key_lines is not None else line
        if key in frame.container:
            message = f"Khóa {shown(key)} lặp lại; lần đầu ở dòng {first}."
            self._tell(event, Trouble(Code.YAML_DUPLICATE_KEY, message, "Giữ một khóa, bỏ hoặc đổi tên khóa kia."))
        frame.key = key

    def _look_for_comment(self, event: yaml.ScalarEvent, text: str) -> None:
        """Tell of a value cut short: what follows an unquoted "#" on the same line is a comment."""
        comment = _COMMENT.match(self._reading.text, end(event).index)
        if comment is None:
            return
        remark = comment.group().strip()
        whole = quoted(f"{text} {remark}" if text else remark)
        message = f"Dấu # mở đầu ghi chú, nên giá trị chỉ còn {shown(text)}." if text else _ONLY_COMMENT
        hint = f"Nếu # thuộc giá trị, viết {whole}; nếu là ghi chú, đặt ở dòng riêng phía trên."
        column = end(event).column + comment.group().index("#") + 1
        self._reading.findings.append(
            Finding(self._reading.name, end(event).line + 1, column, Code.YAML_CUT_BY_HASH, message, hint)
        )
        self._reading.told.add(self._path())

    def _refuse_decoration(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._tell(event, _refused_alias(f"&{event.anchor}"))
        if event.tag is not None:
            message = f"Nhãn kiểu {shown(event.tag)} không được dùng."
            self._tell(event, Trouble(Code.YAML_TAG, message, "Bỏ nhãn; nếu dấu ! thuộc giá trị, đặt trong nháy."))

    def _refuse_escapes(self, event: yaml.ScalarEvent, text: str) -> None:
        """Tell of what an escape brought in: in the file itself it would have been told while decoding."""
        hidden = hidden_character(text)
        if hidden is not None:
            message = f"Ký tự thoát ở đây là ký tự ẩn U+{ord(hidden):04X}."
            hint = "Bỏ ký tự thoát (dấu \\ và các chữ sau nó)."
            self._tell(event, Trouble(Code.TEXT_CONTROL_CHARACTER, message, hint))
        elif not is_nfc(text):
            message = "Ký tự thoát ở đây tạo chữ dạng dấu rời (không phải NFC), tìm kiếm sẽ không thấy."
            self._tell(event, Trouble(Code.TEXT_NFC, message, "Gõ thẳng chữ có dấu, không dùng ký tự thoát."))

    def _alias(self, event: yaml.AliasEvent) -> None:
        self._tell(event, _refused_alias(f"*{event.anchor}"))
        if self._skipped:
            return
        if self._awaits_key():
            self._stack[-1].key = ""
        else:
            self._reading.told.add(self._path())
            self._add(None)

    def _add(self, value: Any) -> None:
        if self._stack:
            self._stack[-1].add(value)
        else:
            self._reading.values = value

    def _awaits_key(self) -> bool:
        return bool(self._stack) and self._stack[-1].awaits_key

    def _path(self) -> ValuePath:
        return tuple(frame.step() for frame in self._stack)

    def _tell(self, event: yaml.Event, trouble: Trouble) -> None:
        mark = start(event)
        self._reading.findings.append(
            Finding(self._reading.name, mark.line + 1, mark.column + 1, trouble.code, trouble.message, trouble.hint)
        )


def _refused_alias(words: str) -> Trouble:
    message = f"Bí danh {shown(words)} không được dùng."
    return Trouble(Code.YAML_ALIAS, message, "Chép giá trị ra; nếu dấu & hoặc * thuộc giá trị, đặt trong nháy.")


_ONLY_COMMENT = "Dấu # mở đầu ghi chú, nên không còn giá trị nào."
_ODD_KEY = Trouble(Code.YAML_KEY, "Khóa là một danh sách hoặc một nhóm khóa.", "Đặt khóa trong nháy.")
_TOO_DEEP = Trouble(Code.YAML_DEPTH, f"Giá trị lồng sâu quá {DEEPEST} bậc.", "Bớt các bậc lồng nhau.")
_MANY_DOCUMENTS = Trouble(
    Code.YAML_MANY_DOCUMENTS,
    "Tệp có nhiều tài liệu YAML.",
    "Mỗi tệp một bản ghi: bỏ dòng --- này hoặc tách thành tệp khác.",
)
