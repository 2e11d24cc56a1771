"""Prose keeps to the part of Markdown that every format can print, and that means on the page what its writer meant."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.addresses.addresses import Addresses
from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.library import Library
from handbook.library.mentions import in_file
from handbook.reading.files import ReadFile
from handbook.reading.manuscript.blocks import SORTS, read_manuscript
from handbook.reading.manuscript.pieces import Odd
from handbook.records.case import Case


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of something that does not belong."""

    code: Code
    message: str
    hint: str


_SORTS = ", ".join(sorted(SORTS))

TOLD: Mapping[Odd, Told] = {
    Odd.QUOTE: Told(Code.PROSE_MARKDOWN, "Có đoạn trích (dòng mở bằng >).", "Viết lại bằng lời của mình."),
    Odd.RULE: Told(Code.PROSE_MARKDOWN, "Có đường kẻ ngang.", "Dùng đề mục ## để chia bài."),
    Odd.UNDERLINED_TITLE: Told(
        Code.PROSE_MARKDOWN, "Dòng gạch dưới biến dòng trên thành đề mục.", "Đề mục viết ## ở đầu dòng."
    ),
    Odd.INDENTED: Told(
        Code.PROSE_MARKDOWN, "Dòng thụt vào sẽ hiện như khối lệnh.", "Bỏ thụt; khối lệnh đặt giữa hai dòng ```."
    ),
    Odd.FOOTNOTE: Told(Code.PROSE_MARKDOWN, "Có chú thích cuối trang.", "Viết điều ấy ngay trong câu."),
    Odd.DEFINITION: Told(
        Code.PROSE_MARKDOWN,
        "Dòng mở bằng dấu hai chấm sẽ thành lời giải nghĩa.",
        "Dùng danh sách, chữ đầu viết **đậm**.",
    ),
    Odd.LABEL: Told(Code.PROSE_MARKDOWN, "Địa chỉ khai ở dòng riêng.", "Viết [chữ](địa-chỉ) ngay tại chỗ."),
    Odd.CONTENTS: Told(Code.PROSE_MARKDOWN, "Có mục lục viết tay.", "Bỏ dòng này; trang đã có mục lục."),
    Odd.COMMENT: Told(Code.PROSE_MARKDOWN, "Ghi chú <!-- … --> đặt sai chỗ.", "Ghi ở phần đầu tệp, sau dấu #."),
    Odd.CODE_OPEN: Told(Code.PROSE_MARKDOWN, "Khối lệnh chưa đóng.", "Thêm dòng ``` ở cuối khối."),
    Odd.CODE_GLUED: Told(
        Code.PROSE_MARKDOWN, "Chữ dính ngay sau khối lệnh.", "Để một dòng trống sau dòng ``` cuối khối."
    ),
    Odd.FRAME: Told(Code.PROSE_MARKDOWN, "Khung <div> thiếu chỗ mở hoặc chỗ đóng.", "Mỗi <div …> có một </div>."),
    Odd.ATTRIBUTES: Told(
        Code.PROSE_MARKDOWN, "Có thuộc tính {…} trong bài.", "Bỏ đi; chỉ đề mục được ghi {#neo} ở cuối dòng."
    ),
    Odd.ITALIC: Told(
        Code.PROSE_MARKDOWN,
        "Có dấu * hoặc _ dùng để in nghiêng, hoặc chưa đóng.",
        "Nhấn mạnh bằng **đậm**; muốn hiện đúng dấu ấy thì viết \\* hoặc \\_.",
    ),
    Odd.LINE_BREAK: Told(
        Code.PROSE_MARKDOWN,
        "Hai dấu cách cuối dòng làm xuống dòng giữa đoạn.",
        "Bỏ dấu cách, hoặc tách thành đoạn khác.",
    ),
    Odd.LINK_IN_LINK: Told(
        Code.PROSE_MARKDOWN, "Chữ của liên kết chứa liên kết khác.", "Chỉ viết chữ thường trong ngoặc vuông."
    ),
    Odd.LINK_LOOSE: Told(
        Code.PROSE_LINK,
        "Địa chỉ của liên kết có dấu cách, xuống dòng hoặc ngoặc lồng nhau.",
        "Viết [chữ](địa-chỉ) liền một mạch; dấu cách trong địa chỉ viết %20.",
    ),
    Odd.REFERENCE_CUT: Told(
        Code.PROSE_MARKDOWN,
        "Tham chiếu ((…)) bị cắt giữa chừng.",
        "Viết trọn ((…)) trên một dòng, trong cùng một đoạn.",
    ),
    Odd.LIST_GLUED: Told(
        Code.PROSE_LIST, "Danh sách dính vào đoạn văn nên không thành danh sách.", "Để một dòng trống trước danh sách."
    ),
    Odd.LIST_MIXED: Told(
        Code.PROSE_LIST,
        "Danh sách lẫn số và gạch đầu dòng.",
        "Dùng một loại; hai danh sách khác nhau thì đặt một câu ở giữa.",
    ),
    Odd.LIST_NUMBERS: Told(
        Code.PROSE_LIST, "Số thứ tự không liền từ 1; trang sẽ đếm lại.", "Đánh số 1, 2, 3… hoặc để một câu ở giữa."
    ),
    Odd.LIST_INDENT: Told(
        Code.PROSE_LIST, "Mục thụt chưa đủ nên không thành mục con.", "Mục con thụt 4 dấu cách; mục chính không thụt."
    ),
    Odd.LIST_DEPTH: Told(Code.PROSE_LIST, "Danh sách quá hai cấp.", "Gộp lại, hoặc tách thành đề mục."),
    Odd.LIST_BLOCK: Told(
        Code.PROSE_LIST, "Trong mục có thứ không phải một đoạn văn hay danh sách con.", "Mỗi mục viết một đoạn."
    ),
    Odd.LIST_ENDLESS: Told(
        Code.PROSE_LIST, "Dòng này sẽ nối vào mục cuối của danh sách.", "Để một dòng trống sau danh sách."
    ),
    Odd.TABLE_GLUED: Told(
        Code.PROSE_TABLE, "Bảng dính vào đoạn văn nên không thành bảng.", "Để một dòng trống trước bảng."
    ),
    Odd.TABLE_EDGE: Told(Code.PROSE_TABLE, "Dòng của bảng thiếu dấu | ở đầu hoặc cuối.", "Thêm | ở hai đầu dòng."),
    Odd.TABLE_CELLS: Told(
        Code.PROSE_TABLE, "Số ô khác dòng đầu bảng.", "Thêm hoặc bớt ô; trong ô muốn hiện | thì viết \\|."
    ),
    Odd.TABLE_EMPTY: Told(Code.PROSE_TABLE, "Bảng chưa có dòng nào dưới dòng đầu.", "Viết ít nhất một dòng."),
    Odd.NOTE_TITLE: Told(Code.PROSE_NOTE, "Khung ghi chú chưa có tên.", 'Viết tên trong ngoặc kép: !!! note "Tên".'),
    Odd.NOTE_SORT: Told(Code.PROSE_NOTE, "Khung ghi chú có loại lạ.", f"Dùng một trong: {_SORTS}."),
    Odd.NOTE_EMPTY: Told(Code.PROSE_NOTE, "Khung ghi chú không có lời nào.", "Thụt 4 dấu cách cho lời bên dưới."),
    Odd.NOTE_BLOCK: Told(
        Code.PROSE_NOTE,
        "Trong khung có thứ không phải đoạn văn hay danh sách gạch đầu dòng.",
        "Chuyển phần ấy ra ngoài khung.",
    ),
}


def prose_can_be_printed(library: Library, addresses: Addresses) -> Iterator[Finding]:  # noqa: ARG001 - rules are alike
    """Tell what pages written by hand and records' stories hold besides the listed part of Markdown."""
    for page in library.pages.values():
        yield from _findings(page.file, frames=True)
    for entry in library.entries.values():
        if isinstance(entry.record, Case):
            yield from _findings(entry.file, frames=False)


def _findings(file: ReadFile, *, frames: bool) -> Iterator[Finding]:
    for oddity in read_manuscript(file.body, frames=frames).oddities:
        place = in_file(file, oddity.place)
        told = TOLD[oddity.odd]
        yield Finding(file.name, place.line, place.column, told.code, told.message, told.hint)
