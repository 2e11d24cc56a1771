"""Small changes to texts, by place, so that everything else in a file stays as people wrote it. Knows no record."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from handbook.editing.refusal import RefusedError
from handbook.reading.files import ReadFile
from handbook.reading.places import Place, ValuePath

OLD_IDS = "old_ids"
_ID = re.compile(r"[a-z0-9-]+[\"']?")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A piece of a text, by its indexes, and what stands there afterwards."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Make all edits; the same edit twice counts once.

    Raises:
        RefusedError: Two edits touch the same piece.
    """
    reached = len(text)
    for edit in sorted(set(edits), reverse=True):
        if edit.end > reached:
            raise RefusedError("Hai chỗ sửa chồng lên nhau.")
        text = text[: edit.start] + edit.text + text[edit.end :]
        reached = edit.start
    return text


def index_of(text: str, place: Place) -> int:
    """Give the index of a place in a text."""
    start = 0
    for _ in range(place.line - 1):
        start = text.index("\n", start) + 1
    return start + place.column - 1


def old_ids_edit(text: str, file: ReadFile, base: ValuePath, after: str, old_ids: tuple[str, ...]) -> Edit:
    """Give the edit that makes a record or a part of one have these old ids.

    Args:
        text: The file's text.
        file: The file as it was read.
        base: The path of the record or part.
        after: The key under which the old ids stand when there are none yet.
        old_ids: All of them.
    """
    line = f"{OLD_IDS}: [{', '.join(old_ids)}]"
    path = (*base, OLD_IDS)
    now = _at(file.values, base).get(OLD_IDS)
    if now is not None:
        start = index_of(text, file.place(path, key=True))
        value = index_of(text, file.place(path))
        if text[value] == "[":
            return Edit(start, text.index("]", value) + 1, line)
        last = _ID.search(text, index_of(text, file.place((*path, len(now) - 1))))
        return Edit(start, last.end() if last else value, line)
    key = file.place((*base, after), key=True)
    start = index_of(text, key)
    before = text[text.rfind("\n", 0, start) + 1 : start]
    if before.strip() in {"", "-"}:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        return Edit(end, end, f"\n{' ' * (key.column - 1)}{line}")
    beside = _ID.match(text, index_of(text, file.place((*base, after))))
    end = beside.end() if beside else start
    return Edit(end, end, f", {line}")


def _at(values: object, path: ValuePath) -> dict[str, list[str]]:
    for step in path:
        values = values[step]  # type: ignore[index]  # the path comes from the values themselves
    return values  # type: ignore[return-value]
