"""Blocks of a form: its parts with the fields to fill in."""

from dataclasses import dataclass

from handbook.views.pieces import Basis, Line


@dataclass(frozen=True, slots=True)
class FormField:
    """A field: what is filled in, of which kind, with what help."""

    anchor: str
    label: str
    kind: str
    """line, lines, number, date, choice, table or signature."""
    help: Line
    options: tuple[str, ...]
    columns: tuple[str, ...]
    rows: int
    optional: bool
    bases: tuple[Basis, ...]
    slot: str | None = None
    """Its place in the layout of an official paper: parent-organisation, branch, number, place-date, subject or
    recipients; None for what stands in the body."""


@dataclass(frozen=True, slots=True)
class FormPart:
    """A part of a form."""

    anchor: str
    title: str
    intro: Line
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class FormSheet:
    """The form itself, as it is filled in. `official` papers are filed; others are working sheets."""

    official: bool
    parts: tuple[FormPart, ...]
    type_name: str | None = None
    """The type of paper printed in the middle of the page (“Biên bản”); None where it has none."""
    symbol: str | None = None
    """What follows the number (“BB/CB”)."""
