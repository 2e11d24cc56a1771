"""What the YAML parser complains about, in Vietnamese. It must not know what the file should say.

The parser speaks English and of its own workings; here its commonest complaints become what an editor sees and can do.
"""

import contextlib
import re
from dataclasses import dataclass
from itertools import takewhile
from typing import cast

import yaml

from handbook.diagnostics import Code
from handbook.reading.places import Place
from handbook.reading.quoting import quoted, shown
from handbook.reading.scalars import Trouble
from handbook.reading.yaml_events import LOADER, Mark


@dataclass(frozen=True, slots=True)
class Complaint:
    """A syntax error: where it stands, what it is, and the index of a character whose removal lets reading go on."""

    place: Place
    trouble: Trouble
    mend: int | None = None


def explain(error: yaml.MarkedYAMLError, text: str) -> Complaint:
    """The parser's error in words for an editor."""
    problem = error.problem or ""
    mark = cast("Mark", error.problem_mark or error.context_mark)
    if "mapping values are not allowed" in problem:
        return _stray_colon(mark, text)
    if "cannot start any token" in problem:
        return _odd_start(mark, text)
    if "did not find expected key" in problem or "expected <block end>" in problem:
        begun = _block_above(mark, text) if _is_item(mark, text) else None
        if begun is not None:
            return Complaint(begun, _first_without_dash(mark))
        return Complaint(_place(mark), _bad_line(mark, text))
    for words, at_context, message, hint in _TABLE:
        if words in problem:
            beginning = (error.context_mark or mark) if at_context else mark
            return Complaint(_place(beginning), Trouble(Code.YAML_SYNTAX, message, hint))
    return Complaint(_place(mark), _UNKNOWN)


def _stray_colon(mark: Mark, text: str) -> Complaint:
    line = _line(mark, text)
    before = line[: mark.column]
    found = re.match(r"[ ]*(?:-[ ]+)*(?P<key>[^\s#][^#]*?):[ ]+(?P<value>.*)", line)
    if found is not None and found.end("key") < mark.column:
        value = found["value"].strip()
        trouble = Trouble(
            Code.YAML_CUT_BY_COLON,
            f"Giá trị {shown(value)} có dấu hai chấm nhưng không đặt trong nháy.",
            f"Viết: {found['key'].strip()}: {quoted(value)}",
        )
        return Complaint(_place(mark), trouble, mark.index)
    begun = _value_above(mark, text)
    why = f": dòng này thành chữ nối tiếp của giá trị bắt đầu ở dòng {begun}" if begun else ""
    trouble = Trouble(
        Code.YAML_SYNTAX,
        f"Khóa {shown(before.strip().removeprefix('- '))} không khớp với dòng trên{why}.",
        f"Kiểm tra {f'dòng {begun}' if begun else 'dòng trên'}: phải là “khóa: giá trị” với dấu cách sau dấu hai chấm;"
        " các khóa cùng bậc thụt vào bằng nhau; chữ có dấu hai chấm phải đặt trong nháy.",
    )
    return Complaint(_place(mark), trouble, mark.index)


def _value_above(mark: Mark, text: str) -> int | None:
    """Give the line, counted from 1, on which the value began that the line of a mark goes on with."""
    tokens: list[yaml.Token] = []
    with contextlib.suppress(yaml.MarkedYAMLError):  # the complaint that is being explained
        tokens.extend(yaml.scan(text[: mark.index + 2], Loader=LOADER))
    begun = max((token.start_mark.line + 1 for token in tokens if isinstance(token, yaml.ScalarToken)), default=None)
    return begun if begun is not None and begun <= mark.line else None


def _odd_start(mark: Mark, text: str) -> Complaint:
    sign = text[mark.index : mark.index + 1]
    value = _line(mark, text)[mark.column :].strip()
    message = f"Giá trị không được bắt đầu bằng dấu {shown(sign)} khi không có nháy."
    return Complaint(_place(mark), Trouble(Code.YAML_SYNTAX, message, f"Viết {quoted(value)}."), mark.index)


def _bad_line(mark: Mark, text: str) -> Trouble:
    line = _line(mark, text)
    before = line[: mark.column].rstrip()
    if before.endswith(('"', "'")):
        return Trouble(
            Code.YAML_SYNTAX,
            f"Sau nháy đóng còn thừa chữ {shown(line[mark.column :])}.",
            "Đặt cả giá trị trong một cặp nháy; nháy trong giá trị viết bằng “ ” hoặc khác loại nháy ngoài.",
        )
    if line[mark.column : mark.column + 1] in {"]", "}"}:
        return Trouble(Code.YAML_SYNTAX, "Thừa dấu ngoặc đóng.", "Bỏ dấu này, hoặc đặt giá trị trong nháy.")
    if before:
        return Trouble(Code.YAML_SYNTAX, f"Thừa chữ {shown(line[mark.column :])}.", "Đặt cả giá trị trong nháy.")
    if _is_item(mark, text):
        return Trouble(
            Code.YAML_SYNTAX,
            "Dấu gạch đầu dòng đứng sai chỗ.",
            "Các mục của một danh sách thụt vào bằng nhau, ở dưới khóa của danh sách.",
        )
    return Trouble(
        Code.YAML_SYNTAX,
        "Dòng này thụt vào không khớp với các dòng trên.",
        "Các khóa cùng bậc thụt vào bằng nhau, chỉ dùng dấu cách; chữ dài nhiều dòng thụt sâu hơn khóa của nó.",
    )


def _is_item(mark: Mark, text: str) -> bool:
    return _line(mark, text)[mark.column : mark.column + 2] in {"- ", "-"}


def _block_above(mark: Mark, text: str) -> Place | None:
    """Find where the deeper lines right above an item begin, if they are no items themselves."""
    above = reversed(list(enumerate(text.split("\n", mark.line)[: mark.line], 1)))
    written = ((number, line, line.lstrip(" ")) for number, line in above)
    block = [
        (Place(number, len(line) - len(words) + 1), words)
        for number, line, words in takewhile(
            lambda one: len(one[1]) - len(one[2]) > mark.column,
            (one for one in written if one[2] and not one[2].startswith("#")),
        )
    ]
    return block[-1][0] if block and not block[-1][1].startswith("- ") else None


def _first_without_dash(mark: Mark) -> Trouble:
    return Trouble(
        Code.YAML_SYNTAX,
        f"Mục đầu của danh sách không có gạch đầu dòng, khác mục ở dòng {mark.line + 1}.",
        "Viết “- ” trước khóa đầu của mục; khóa này bị biến thành ghi chú hay bị xóa thì viết lại.",
    )


def _place(mark: Mark) -> Place:
    return Place(mark.line + 1, mark.column + 1)


def _line(mark: Mark, text: str) -> str:
    start = mark.index - mark.column
    end = text.find("\n", mark.index)
    return text[start:] if end < 0 else text[start:end]


_QUOTE_CLOSED = "Đóng bằng cùng loại nháy đã mở; nháy đơn trong nháy đơn viết hai lần ('')."
_BRACKETS_CLOSED = "Ngăn các phần bằng dấu phẩy và đóng ngoặc; chữ có dấu , : [ ] { } đặt trong nháy."
_TABLE = (
    # What the parser says; whether its words are about the beginning of the construct; what we say; what to do.
    ("unexpected end of stream", True, "Nháy mở ở đây mà không đóng.", _QUOTE_CLOSED),
    ("unexpected document", True, "Nháy mở ở đây mà không đóng.", _QUOTE_CLOSED),
    ("',' or ']'", True, "Danh sách trong ngoặc [ ] thiếu dấu phẩy hoặc dấu ngoặc đóng.", _BRACKETS_CLOSED),
    ("',' or '}'", True, "Nhóm khóa trong ngoặc { } thiếu dấu phẩy hoặc dấu ngoặc đóng.", _BRACKETS_CLOSED),
    (
        "could not find expected ':'",
        True,
        "Dòng này không phải “khóa: giá trị” và cũng không phải mục “- …”.",
        "Thêm dấu hai chấm và một dấu cách sau khóa, một dấu cách sau gạch đầu dòng, hoặc thụt dòng vào sâu hơn.",
    ),
    (
        "expected '-' indicator",
        False,
        "Trong danh sách có dòng không bắt đầu bằng “- ”.",
        "Thêm “- ” ở đầu dòng, hoặc thụt dòng vào cho thẳng với mục ở trên.",
    ),
    (
        "sequence entries are not allowed",
        False,
        "Dấu gạch đầu dòng không được đứng ở đây.",
        "Xuống dòng rồi mới viết “- …”; nếu dấu gạch thuộc giá trị, đặt giá trị trong nháy.",
    ),
    (
        "mapping keys are not allowed",
        False,
        "Dấu ? không được đứng ở đây.",
        "Nếu dấu ? thuộc giá trị, đặt giá trị trong nháy.",
    ),
    (
        "node content",
        False,
        "Ở đây thiếu giá trị, hoặc giá trị bắt đầu bằng một dấu có nghĩa riêng.",
        "Đặt giá trị trong nháy; kiểm tra các dấu phẩy và ngoặc.",
    ),
    (
        "unknown escape",
        False,
        "Dấu gạch chéo ngược trong nháy kép có nghĩa riêng.",
        "Dùng nháy đơn, hoặc viết hai dấu gạch chéo ngược.",
    ),
    (
        "hexadecimal",
        False,
        "Mã ký tự sau dấu gạch chéo ngược viết sai.",
        "Dùng nháy đơn, hoặc viết hai dấu gạch chéo ngược.",
    ),
    (
        "hexdecimal",
        False,
        "Mã ký tự sau dấu gạch chéo ngược viết sai.",
        "Dùng nháy đơn, hoặc viết hai dấu gạch chéo ngược.",
    ),
    (
        "comment or line break",
        False,
        "Sau dấu | hoặc > chỉ được xuống dòng.",
        "Xuống dòng rồi viết chữ thụt vào; nếu dấu này thuộc giá trị, đặt giá trị trong nháy.",
    ),
    (
        "indentation indicator",
        False,
        "Sau dấu | hoặc > chỉ được xuống dòng.",
        "Xuống dòng rồi viết chữ thụt vào; nếu dấu này thuộc giá trị, đặt giá trị trong nháy.",
    ),
    (
        "alphabetic or numeric",
        False,
        "Dấu & hoặc * ở đầu giá trị có nghĩa riêng trong YAML.",
        "Đặt giá trị trong nháy.",
    ),
    ("tag", True, "Dấu ! ở đầu giá trị có nghĩa riêng trong YAML.", "Đặt giá trị trong nháy."),
    ("tab", False, "Có dấu tab ở chỗ thụt vào.", "Thay tab bằng dấu cách."),
    (
        "<document start>",
        False,
        "Ở đây tài liệu YAML đã hết mà còn chữ.",
        "Kiểm tra các dòng --- và ... và dấu & ở phía trên.",
    ),
    ("directive", False, "Dòng bắt đầu bằng % có nghĩa riêng trong YAML.", "Bỏ dòng này, hoặc đặt chữ trong nháy."),
    ("incompatible YAML", False, "Dòng %YAML ghi phiên bản không dùng được.", "Bỏ dòng này."),
)
_UNKNOWN = Trouble(
    Code.YAML_SYNTAX,
    "Từ đây không đọc được theo cú pháp YAML.",
    "Kiểm tra dòng này và dòng trên: thụt vào bằng dấu cách, “khóa: giá trị”, nháy và ngoặc đóng đủ.",
)
