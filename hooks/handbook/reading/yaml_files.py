"""A YAML file becomes values with places, or findings. It must not know what kind of record it is."""

from pathlib import Path

from handbook.diagnostics import Code, Finding
from handbook.reading.decoding import decode, read_data
from handbook.reading.files import ReadFile
from handbook.reading.places import Places
from handbook.reading.yaml_parsing import parse


def read_yaml(file: Path, name: str) -> tuple[ReadFile | None, list[Finding]]:
    """Read a YAML file; the first part is None when what it says cannot be told whole."""
    data, findings = read_data(file, name)
    return (None, findings) if data is None else read_yaml_data(data, name)


def read_yaml_data(data: bytes, name: str) -> tuple[ReadFile | None, list[Finding]]:
    """Read what stands in a YAML file, as `read_yaml` does."""
    text, findings = decode(data, name)
    if text is None:
        return None, findings
    read, found = read_yaml_text(text, name)
    return read, findings + found


def read_yaml_text(text: str, name: str) -> tuple[ReadFile | None, list[Finding]]:
    """Read a YAML text, as `read_yaml` does with a file's."""
    reading = parse(text, name)
    findings = reading.findings
    if not reading.complete:
        return None, findings
    if not reading.has_document:
        message, hint = "Tệp chỉ có ghi chú, không có giá trị nào.", "Viết nội dung hoặc xóa tệp."
        return None, [*findings, Finding(name, 1, 1, Code.FILE_EMPTY, message, hint)]
    places = Places(reading.text)
    if not isinstance(reading.values, dict):
        place = places.place(())
        message, hint = "Tệp không gồm các dòng “khóa: giá trị”.", "Viết mỗi dòng một khóa, ví dụ: title: Tên"
        finding = Finding(name, place.line, place.column, Code.YAML_NOT_A_MAPPING, message, hint)
        return None, [*findings, finding]
    return ReadFile(name, reading.values, told=frozenset(reading.told), places=places), findings
