"""Prints views as a PDF through typst: tagged, in Vietnamese, with its fonts inside, the same bytes for the same input.

The templates in `typst/` get plain values and set them as text. It must not know which kinds of record exist.
"""

import dataclasses
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import typst

from handbook.downloads.columns import LETTERS_OF_NARROW, NARROW
from handbook.downloads.imprint import Imprint
from handbook.downloads.pdf_papers import Paper, Prose, paper
from handbook.downloads.typst_values import Ways, values, ways, words
from handbook.text.formats import date
from handbook.text.qr import qr_svg
from handbook.views.blocks import View
from handbook.views.typography import Typography

HERE = Path(__file__).parent
MAIN = HERE / "typst" / "main.typ"
_MISSING = re.compile(r'the text `"(?P<letter>.+?)"` could not be displayed')


class Printing(StrEnum):
    """How large a paper is printed, and how much of it."""

    ORDINARY = "ordinary"
    LARGE = "large"
    """For those who need it: 16 points."""
    FOR_USE = "for-use"
    """Ordinary letters, and only what is used at a meeting: forms without how to fill them in, scoring tables without
    what explains their criteria."""


@dataclass(frozen=True, slots=True)
class Stationery:
    """What all papers of a handbook have alike."""

    typography: Typography
    story: Prose
    blanks: tuple[str, ...] = ()
    """What is filled in by hand at the head of a checklist or a scoring table, such as who met and when."""


@dataclass(frozen=True, slots=True)
class Binding:
    """What makes one file of several papers: the cover's title and lines; the contents follow from the papers."""

    title: str
    lines: tuple[str, ...] = ()
    depths: tuple[int, ...] = ()
    """Of each paper, how far it stands below the chapter before it; empty where all are chapters."""


class PrintingError(ValueError):
    """A view that cannot be printed; the message says which, and why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Press:
    """The fonts and the compiler of the templates; one serves any number of files."""

    compiler: typst.Compiler


def press() -> Press:
    """Load the fonts and templates. Only the handbook's own fonts are known, so that no machine's font slips in."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[HERE / "fonts"])
    return Press(typst.Compiler(MAIN, root=HERE / "typst", font_paths=fonts, ignore_system_fonts=True))


def pdf(
    views: View | Sequence[View],
    imprint: Imprint,
    stationery: Stationery,
    press: Press,
    printing: Printing = Printing.ORDINARY,
    binding: Binding | None = None,
) -> bytes:
    """Print one view, or several in one file.

    Args:
        views: What is printed, in order; each begins on a page of its own.
        imprint: Where the file comes from. Several views each lead back to their own page.
        stationery: What all papers of the handbook have alike.
        press: What `press()` gave.
        printing: Ordinary, large, or without explanations.
        binding: The cover; with it come the contents.

    Raises:
        PrintingError: typst refuses, as for a letter that no font has, or warns.
    """
    several = (views,) if isinstance(views, View) else tuple(views)
    if not several:
        raise PrintingError("Không có trang nào để in.")
    papers = tuple(paper(view, stationery.story, explained=printing is not Printing.FOR_USE) for view in several)
    title = binding.title if binding else several[0].title
    file = {
        "title": title,
        "handbook": imprint.handbook,
        "date": [imprint.date.year, imprint.date.month, imprint.date.day],
        "day": date(imprint.date),
        "large": printing is Printing.LARGE,
        "style": _style(stationery.typography),
        "blanks": [words(one) for one in stationery.blanks],
        "binding": None if binding is None else [words(one) for one in binding.lines],
        "papers": _papers(papers, imprint, ways(papers, imprint.href), binding),
    }
    return _compiled(press, file, title if binding else ", ".join(view.file or view.title for view in several))


def _papers(papers: tuple[Paper, ...], imprint: Imprint, links: Ways, binding: Binding | None) -> list[dict[str, Any]]:
    made = []
    depths = (binding.depths if binding else ()) or (0,) * len(papers)
    chapter = None
    for one, depth in zip(papers, depths, strict=True):
        chapter = one.view.title if binding and not depth else chapter
        target = one.view.target
        address = imprint.address if len(papers) == 1 else imprint.href(target)
        view = values(one.view, target, links)
        made.append(
            {
                "view": {**view, "anchor": links.place(target)},
                "sheet": values(one.sheet, target, links),
                "filled": one.filled_in,
                "explained": one.explained,
                "depth": depth,
                "chapter": None if chapter is None else words(chapter),
                "address": address,
                "qr": qr_svg(address) if address else "",
            }
        )
    return made


def _style(typography: Typography) -> dict[str, Any]:
    """Give the measures and marks of official papers; the PDF's own serif stands for whatever font they name."""
    return {
        field.name: getattr(typography, field.name)
        for field in dataclasses.fields(typography)
        if field.name not in {"bases", "font"}
    }


def _compiled(press: Press, file: dict[str, Any], name: str) -> bytes:
    narrow = {"letters": LETTERS_OF_NARROW, "width": NARROW}
    inputs = {"file": json.dumps(file, ensure_ascii=False), "narrow": json.dumps(narrow)}
    try:
        content, warnings = press.compiler.compile_with_warnings(
            format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"]
        )
    except typst.TypstError as error:
        raise PrintingError(f"{name}: {_reason(error.message)}") from error
    if warnings or not isinstance(content, bytes):
        raise PrintingError(f"{name}: {_reason('; '.join(one.message for one in warnings))}")
    return content


def _reason(message: str) -> str:
    """Say in Vietnamese why typst refuses; a letter that no font has is the one reason that data can give."""
    missing = _MISSING.search(message)
    if missing:
        return f"phông chữ in không có ký tự “{missing['letter']}”. Viết lại bằng chữ hoặc bỏ ký tự này."
    return f"không in được ra PDF ({message})."
