"""A record of each kind in which every field is filled, line by line, so that each line's field is known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from handbook.editing.schema import KNOWN
from handbook.records.outlines import Outline, outlines_of

Path = tuple[str, ...]
Known = Mapping[str, Any]
"""The definitions of the file of ids."""
_STEP = "  "


@dataclass(frozen=True, slots=True)
class Line:
    """A line that begins a field; `column` is where its key begins."""

    field: Outline
    path: Path
    number: int
    column: int


@dataclass(slots=True)
class Writer:
    """Writes a record. Ids differ, as they must."""

    known: Known
    wrong: Path = ()
    """The field that gets a value of another kind."""
    left_out: Path = ()
    ids: int = 0

    def record(self, model: type[BaseModel]) -> tuple[str, list[Line]]:
        """Give the text and the lines at which fields begin."""
        written = list(self._group(model, (), ""))
        lines = [
            Line(field, path, number, len(text) - len(text.lstrip(" -")) + 1)
            for number, (text, path, field) in enumerate(written, 1)
            if field is not None
        ]
        return "".join(f"{text}\n" for text, _, _ in written), lines

    def _group(self, model: type[BaseModel], path: Path, indent: str) -> Iterator[tuple[str, Path, Outline | None]]:
        for field in outlines_of(model):
            here = (*path, field.key)
            if here == self.left_out or (field.list_name and "enum" not in self.known[field.list_name]):
                continue  # of a list without entries nothing can be said
            if here == self.wrong:
                yield f"{indent}{field.key}: {'chữ' if field.many or field.model else '{sai: 1}'}", here, field
            elif field.model is not None:
                yield f"{indent}{field.key}:", here, field
                for _ in range(max(1, field.fewest) if field.many else 1):
                    inside = list(self._group(field.model, here, indent + _STEP * (2 if field.many else 1)))
                    yield from _as_item(inside, indent) if field.many else inside
            elif field.many:
                values = [self._single(field) for _ in range(max(1, field.fewest))]
                yield f"{indent}{field.key}: [{', '.join(values)}]", here, field
            else:
                yield f"{indent}{field.key}: {self._single(field)}", here, field

    def _single(self, field: Outline) -> str:
        match field.sort:
            case "id" | "part":
                self.ids += 1
                return f"id-{self.ids}"
            case "choice":
                return field.choices[0]
            case "entry":
                return str(self.known[field.list_name]["enum"][0])
            case "reference" if field.reference is not None:
                known = self.known.get(field.reference.__name__ + KNOWN)
                return str(known["enum"][0]) if known else "trang.md"
            case "whole" | "number" | "amount":
                return f"{field.lowest or 1:g}"
        return {"day": "2026-11-22", "flag": "true", "address": "https://vi-du.example"}.get(field.sort, "chữ")


def _as_item(inside: list[tuple[str, Path, Outline | None]], indent: str) -> Iterator[tuple[str, Path, Outline | None]]:
    (first, path, field), *rest = inside
    yield f"{indent}{_STEP}- {first.lstrip()}", path, field
    yield from rest
