"""The style sheet made from the settings says each measure once, in its unit, and no setting breaks out of it."""

import re
from dataclasses import replace
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from handbook.pages.paper_style import LARGE, paper_style
from handbook.settings.typography import LARGEST, measures
from handbook.settings.typography import Typography as Written
from handbook.text.formats import date
from handbook.views.typography import Typography, typography
from libraries import DAY, library_of

MEASURES = [name for name, _ in measures(Written())]
MARGINS = ("margin_top", "margin_right", "margin_bottom", "margin_left")
MILLIMETRES = {"page_number_top", "indent"}


@cache
def plain() -> Typography:
    """Give how papers are set when nobody has said anything."""
    return typography(library_of({}))


def declared(sheet: str, name: str) -> list[str]:
    """Give every value that a name has in a style sheet."""
    return re.findall(rf"(?m)^ *{re.escape(name)}: (.*);$", sheet)


@given(st.sampled_from(MEASURES), st.integers(1, LARGEST) | st.sampled_from([0.5, 13.5, 12.25]))
def test_every_measure_is_said(name: str, amount: float) -> None:
    """Margins stand in the page's own rule; all else has a name of its own, in the unit of the settings."""
    changed: dict[str, Any] = {name: amount}
    sheet = paper_style(replace(plain(), **changed), "Cẩm nang", DAY)

    if name in MARGINS:
        (margins,) = declared(sheet, "margin")
        assert margins.split(" ")[MARGINS.index(name)] == f"{amount:g}mm"
    else:
        unit = "mm" if name in MILLIMETRES else "pt"
        assert declared(sheet, f"--official-{name.replace('_', '-')}") == [f"{amount:g}{unit}"]


@given(st.integers(1, LARGEST))
def test_large_print_is_never_smaller(size: int) -> None:
    """The text of large print has its points; what is larger already stays."""
    (factor,) = declared(paper_style(replace(plain(), body_size=size), "Cẩm nang", DAY), "--official-large")

    assert float(factor) * size >= max(size, LARGE) * 0.999
    assert float(factor) >= 1


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_a_name_stays_words(name: str) -> None:
    """Whatever the handbook is called, the foot of the page says it, and the rest of the sheet is the same."""
    sheet = paper_style(plain(), name, DAY)
    found = re.search(r'content: "([^"\n<]*)";', sheet)
    assert found is not None
    said = re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match[1], 16)), found[1])

    assert said == f"{name} · bản {date(DAY)}"
    assert sheet.replace(found[1], "") == paper_style(plain(), "", DAY).replace(f" · bản {date(DAY)}", "")
