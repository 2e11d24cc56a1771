"""The bytes of a file become text, or it is told why not. It must not know what the text means.

Lines end in a line feed afterwards, whatever they ended in before, and a hidden character is replaced by a space of the
same width, so that reading can go on and every place stays where an editor shows it.
"""

import codecs
import re
import unicodedata
from pathlib import Path

from handbook.diagnostics import Code, Finding
from handbook.reading.places import place_at
from handbook.reading.quoting import shown
from handbook.reading.spelling import misplaced_tone_marks
from handbook.text.nfc import first_not_nfc

BIGGEST = 1_000_000
"""Bytes of a file that people write."""
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]")
_VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ]")


def read_data(file: Path, name: str) -> tuple[bytes | None, list[Finding]]:
    """The bytes of a file; None when it cannot be read at all."""
    try:
        if file.stat().st_size > BIGGEST:
            message = f"Tệp lớn hơn {BIGGEST // 1_000_000} MB."
            return None, [Finding(name, 1, 1, Code.FILE_TOO_BIG, message, "Chia thành nhiều tệp nhỏ hơn.")]
        return file.read_bytes(), []
    except FileNotFoundError:
        return None, [Finding(name, 1, 1, Code.FILE_MISSING, "Không có tệp này.", "Kiểm tra tên và thư mục của tệp.")]
    except OSError:
        message, hint = "Không mở được tệp này.", "Kiểm tra quyền đọc và xem đây có phải là tệp không."
        return None, [Finding(name, 1, 1, Code.FILE_MISSING, message, hint)]


def decode(data: bytes, name: str) -> tuple[str | None, list[Finding]]:
    """The text that the bytes stand for in UTF-8, without a byte-order mark, and what is wrong with it.

    It is None when nobody can tell what they stand for; nothing but spaces and line ends counts as nothing.
    """
    findings = []
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\x00" in data[:2]:
        message = "Tệp lưu ở bảng mã UTF-16."
        return None, [Finding(name, 1, 1, Code.FILE_ENCODING, message, "Lưu lại tệp ở UTF-8, không có BOM.")]
    if data.startswith(codecs.BOM_UTF8):
        data = data.removeprefix(codecs.BOM_UTF8)
        message = "Tệp bắt đầu bằng dấu BOM (ký tự ẩn)."
        findings.append(Finding(name, 1, 1, Code.FILE_BOM, message, "Lưu lại tệp ở UTF-8, không có BOM."))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*findings, _not_utf8(data, error.start, name)]
    text = text.replace("\r\n", "\n")
    if hidden_character(text) is not None:
        findings += _hidden_characters(text, name)
        text = _HIDDEN.sub(" ", text)
    if not text or text.isspace():
        return None, [*findings, Finding(name, 1, 1, Code.FILE_EMPTY, "Tệp trống.", "Viết nội dung hoặc xóa tệp.")]
    return text, findings + _not_composed(text, name) + misplaced_tone_marks(text, name)


def hidden_character(text: str) -> str | None:
    """The first character of a text that nobody sees and that not every format can hold."""
    found = _HIDDEN.search(text)
    return found.group() if found else None


def _not_utf8(data: bytes, start: int, name: str) -> Finding:
    line_start = data.rfind(b"\n", 0, start) + 1
    line = data.count(b"\n", 0, line_start) + 1
    column = len(data[line_start:start].decode("utf-8")) + 1
    guess = ""
    try:
        if _VIETNAMESE.search(data.decode("cp1258")):
            guess = " Có lẽ tệp được lưu ở Windows-1258."
    except UnicodeDecodeError:
        pass
    message = f"Tệp không phải UTF-8: byte 0x{data[start]:02X} ở đây không đọc được.{guess}"
    return Finding(name, line, column, Code.FILE_ENCODING, message, "Mở tệp ở bảng mã cũ rồi lưu lại ở UTF-8.")


def _hidden_characters(text: str, name: str) -> list[Finding]:
    """One finding for each hidden character there is, at the first place where it stands."""
    firsts: dict[str, int] = {}
    for found in _HIDDEN.finditer(text):
        firsts.setdefault(found.group(), found.start())
    findings = []
    for character, index in firsts.items():
        place = place_at(text, index)
        count = text.count(character)
        often = f", {count} lần" if count > 1 else ""
        message = f"Có ký tự ẩn U+{ord(character):04X}{often}."
        hint = "Xóa ký tự này; chép chữ từ nơi khác thì dán dạng chữ thường (không định dạng)."
        findings.append(Finding(name, place.line, place.column, Code.TEXT_CONTROL_CHARACTER, message, hint))
    return findings


def _not_composed(text: str, name: str) -> list[Finding]:
    index = first_not_nfc(text)
    if index is None:
        return []
    while index > 0 and unicodedata.combining(text[index]):
        index -= 1
    place = place_at(text, index)
    word = re.match(r"\S*", text[index:])
    message = f"Chữ {shown(word.group() if word else '')} gõ ở dạng dấu rời (không phải NFC), tìm kiếm sẽ không thấy."
    hint = "Chuyển cả tệp sang NFC (Unicode dựng sẵn) hoặc gõ lại chữ này."
    return [Finding(name, place.line, place.column, Code.TEXT_NFC, message, hint)]
