"""Reads the blocks of a manuscript, line by line, as the site's own Markdown reads them; whatever else is told.

What Markdown would read otherwise than its writer meant (a list without an empty line before it, numbers that it
counts anew) does not belong either: nobody would see it before it stands on the page.
"""

import re
from collections.abc import Iterator

from handbook.reading.manuscript.inline import inline
from handbook.reading.manuscript.lines import TAB, Line, Lines, lines_of
from handbook.reading.manuscript.lists import begins_list, read_list
from handbook.reading.manuscript.pieces import Boxed, Listed, Manuscript, Odd, Oddity, Passage, Piece, Title
from handbook.reading.manuscript.reader import Reader
from handbook.reading.manuscript.tables import begins_table, read_table
from handbook.reading.places import places_at

SORTS = frozenset({"note", "info", "tip", "success", "warning", "danger"})
"""The sorts of note that a page may use."""

_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})[^`]*")
_TITLE = re.compile(r"(?P<signs>#{1,6})[ \t]*(?P<words>.*?)[ \t]*#*[ \t]*(?:\{:?[ ]*#(?P<id>[\w-]+)[ ]*\}[ \t]*)?")
_NOTE = re.compile(r"(?:!!!|\?\?\?\+?)[ ]?(?P<sort>[\w-]+)(?P<more>(?:[ ]+[\w-]+)*)(?:[ ]+\"(?P<title>.*)\")?[ ]*")
_FRAME = re.compile(r"<div(?:[ ]+(?:class=\"[^\"<>]*\"|markdown(?:=\"[^\"<>]*\")?))*[ ]*>|</div>")
_COMMENT = re.compile(r"<!--")
_RULE = re.compile(r" {0,3}([*_-])(?:[ ]*\1){2,}[ ]*")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*")
_LABEL = re.compile(r" {0,3}\[[^\[\]\n]+\]:")
_ODD_BEGINNINGS = (
    (_RULE, Odd.RULE),
    (re.compile(r" {0,3}>.*"), Odd.QUOTE),
    (re.compile(r" {0,3}\[\^[^\[\]\n]+\]:.*"), Odd.FOOTNOTE),
    (re.compile(rf"{_LABEL.pattern}.*"), Odd.LABEL),
    (re.compile(r":[ \t].*"), Odd.DEFINITION),
    (re.compile(r"\[TOC\][ ]*"), Odd.CONTENTS),
)


def read_manuscript(text: str, *, frames: bool = True) -> Manuscript:
    """Read a text.

    Args:
        text: The Markdown.
        frames: Whether frames around Markdown and comments may stand in it, as on a page written by hand.
    """
    told: list[tuple[Odd, int]] = []

    def tell(odd: Odd, index: int) -> None:
        told.append((odd, index))

    reader = Reader(text, inline(text, tell), tell, frames)
    pieces = tuple(_pieces(reader, lines_of(text), noted=False))
    places = places_at(text, [index for _, index in told])
    oddities = (Oddity(odd, place) for (odd, _), place in zip(told, places, strict=True))
    return Manuscript(pieces, tuple(sorted(oddities, key=lambda one: one.place)))


def _pieces(reader: Reader, lines: Lines, *, noted: bool) -> Iterator[Piece]:
    """Read blocks; `noted` inside a note, where only paragraphs and lists may stand."""
    frames: list[Line] = []
    while (line := lines.peek()) is not None:
        if line.blank:
            lines.take()
        elif _FRAME.fullmatch(line.text.rstrip()) and reader.frames:
            _frame(reader, lines.take(), frames)
        elif _COMMENT.match(line.text) and reader.frames:
            _comment(reader, lines)
        else:
            piece = _piece(reader, lines, line)
            if noted and not isinstance(piece, Passage) and getattr(piece, "numbered", True):
                reader.tell(Odd.NOTE_BLOCK, line.start)
            if piece is not None:
                yield piece
    for line in frames:
        reader.tell(Odd.FRAME, line.start)


def _frame(reader: Reader, line: Line, opened: list[Line]) -> None:
    if not line.text.startswith("</"):
        opened.append(line)
    elif opened:
        opened.pop()
    else:
        reader.tell(Odd.FRAME, line.start)


def _comment(reader: Reader, lines: Lines) -> None:
    """Pass over a comment; it must stand by itself, or it would part what belongs together."""
    first = lines.peek()
    inside = list(lines.take_while(lambda one: not one.text.rstrip().endswith("-->")))
    last = lines.take() if lines.peek() else None
    after = lines.peek()
    if first and (last is None or any("-->" in one.text for one in inside) or (after and not after.blank)):
        reader.tell(Odd.COMMENT, first.start)


def _piece(reader: Reader, lines: Lines, line: Line) -> Piece | None:  # noqa: PLR0911 - one for each kind of block
    """Read the block that begins with a line; None where it does not belong."""
    if fence := _FENCE.fullmatch(line.text.rstrip()):
        return _listed(reader, lines, fence["fence"])
    if title := _TITLE.fullmatch(line.text):
        return _title(reader, lines.take(), title)
    if note := _NOTE.fullmatch(line.text):
        return _note(reader, lines, note)
    for pattern, odd in _ODD_BEGINNINGS:
        if pattern.fullmatch(line.text):
            reader.tell(odd, lines.take().start)
            return None
    if begins_table(lines):
        return read_table(reader, lines)
    if begins_list(line):
        return read_list(reader, lines)
    if line.indent >= TAB or line.text.startswith("\t"):
        reader.tell(Odd.INDENTED, line.start)
        list(lines.take_while(lambda one: not one.blank))
        return None
    return _passage(reader, lines)


def _listed(reader: Reader, lines: Lines, fence: str) -> Listed:
    opening = lines.take()
    inside = list(lines.take_while(lambda one: one.text.rstrip() != fence))
    if lines.peek() is None:
        reader.tell(Odd.CODE_OPEN, opening.start)
    else:
        closing = lines.take()
        after = lines.peek()
        if after is not None and not after.blank:
            reader.tell(Odd.CODE_GLUED, closing.start)
    return Listed("\n".join(line.text for line in inside))


def _title(reader: Reader, line: Line, found: re.Match[str]) -> Title:
    start = line.start
    runs = reader.inline.runs(start + found.start("words"), start + found.end("words"))
    return Title(len(found["signs"]), runs, found["id"])


def _note(reader: Reader, lines: Lines, found: re.Match[str]) -> Boxed:
    line = lines.take()
    if found["title"] is None or not found["title"].strip():
        reader.tell(Odd.NOTE_TITLE, line.start)
    if found["sort"] not in SORTS or found["more"]:
        reader.tell(Odd.NOTE_SORT, line.start + found.start("sort"))
    title = reader.inline.runs(line.start + found.start("title"), line.start + found.end("title"))
    pieces = tuple(_pieces(reader, lines.take_under(), noted=True))
    if not pieces:
        reader.tell(Odd.NOTE_EMPTY, line.start)
    return Boxed(found["sort"], title if found["title"] is not None else (), pieces)


def _passage(reader: Reader, lines: Lines) -> Passage:
    first = last = lines.take()
    glued = False
    while (line := lines.peek()) is not None and not line.blank and not _interrupts(reader, line):
        if begins_list(line):
            if not glued:
                reader.tell(Odd.LIST_GLUED, line.start)
            glued = True
        elif begins_table(lines):
            reader.tell(Odd.TABLE_GLUED, line.start)
        elif _UNDERLINE.fullmatch(line.text):
            reader.tell(Odd.UNDERLINED_TITLE, line.start)
        last = lines.take()
    return Passage(reader.inline.runs(first.start, last.end))


def _interrupts(reader: Reader, line: Line) -> bool:
    """Tell whether a line begins a block of its own, though no empty line stands before it."""
    if reader.frames and (_FRAME.fullmatch(line.text.rstrip()) or _COMMENT.match(line.text)):
        return True
    if line.text.startswith("#") or _FENCE.fullmatch(line.text.rstrip()) or _NOTE.fullmatch(line.text):
        return True
    return not _UNDERLINE.fullmatch(line.text) and any(pattern.fullmatch(line.text) for pattern, _ in _ODD_BEGINNINGS)
