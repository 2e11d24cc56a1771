"""Every letter can be printed: what the fonts of the files to take away do not have is told where it is written."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.library import Library
from handbook.library.mentions import in_file
from handbook.reading.files import ReadFile
from handbook.reading.places import Place, ValuePath, place_at
from handbook.text.printed_letters import unprinted

NAMED = 3
"""How many letters of a word in another script are named by their code points."""
BOXES = frozenset("☐☑☒❏❐❑❒⬜⬛✅❎")
TICKS = frozenset("✓✔✗✘❌⭕")

FOR_BOXES = "Ô để đánh dấu: ghi thành việc của bảng kiểm hoặc ô chọn của biểu mẫu; trong câu thì dùng “□”."
FOR_TICKS = "Viết bằng chữ: có hoặc không, đạt hoặc chưa đạt."
FOR_PICTURES = "Bỏ hình này; điều nó nói thì viết bằng chữ."
FOR_OTHER_SCRIPTS = "Viết bằng chữ Việt: dịch nghĩa hoặc phiên âm."


def letters_can_be_printed(library: Library) -> Iterator[Finding]:
    """Tell each letter of records and pages that no font has, once a file, where it stands first."""
    for one in (*library.written(), *library.pages.values()):
        yield from _findings(one.file)


def letters_of_the_deployment_can_be_printed(library: Library) -> Iterator[Finding]:
    """Tell each letter of the deployment that no font has."""
    yield from _findings(library.settings.deployment_file)


def _texts(value: Any, path: ValuePath = ()) -> Iterator[tuple[ValuePath, str]]:
    """Give every text of a file's values with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))


def _findings(file: ReadFile) -> Iterator[Finding]:
    written = file.text
    if "\\" not in written and not any(unprinted(written)):  # an escape may spell any letter
        return
    places: dict[str, Place] = {}
    counted: Counter[str] = Counter()
    for path, text in _texts(file.values):
        for found in unprinted(text):
            places.setdefault(found.group(), file.place_of(path, found.group()))
            counted[found.group()] += 1
    for found in unprinted(file.body):
        places.setdefault(found.group(), in_file(file, place_at(file.body, found.start())))
        counted[found.group()] += 1
    for letters, place in places.items():
        often = f", {counted[letters]} lần" if counted[letters] > 1 else ""
        message = f"Phông chữ in không có “{letters}” ({_code_points(letters)}){often}."
        yield Finding(file.name, place.line, place.column, Code.TEXT_LETTER, message, _instead(letters))


def _code_points(letters: str) -> str:
    points = " ".join(f"U+{ord(letter):04X}" for letter in letters[:NAMED])
    return points if len(letters) <= NAMED else f"{points}…"


def _instead(letters: str) -> str:
    """Say what to write: the same in plain letters where there are such, else what the first letter is for."""
    plain = unicodedata.normalize("NFKC", letters)
    if plain.strip() and not any(unprinted(plain)):
        return f"Viết “{plain}”."
    if letters[0] in BOXES:
        return FOR_BOXES
    if letters[0] in TICKS:
        return FOR_TICKS
    return FOR_OTHER_SCRIPTS if unicodedata.category(letters[0]).startswith("L") else FOR_PICTURES
