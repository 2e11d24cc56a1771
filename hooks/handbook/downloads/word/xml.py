"""The few shapes of WordprocessingML that all else is put together from, and its units. Knows nothing of views."""

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml names its type of elements so

TWIPS_A_POINT = 20
TWIPS_A_MILLIMETRE = 1440 / 25.4


def element(tag: str, *children: Element | None, **attributes: str | float) -> Element:
    """Make an element such as "w:p"; attributes are named without their prefix, children that are None are left out."""
    made: Element = OxmlElement(tag)
    prefix = tag.partition(":")[0]
    for name, value in attributes.items():
        made.set(qn(f"{prefix}:{name.rstrip('_')}"), str(value))
    made.extend([child for child in children if child is not None])
    return made


def flag(tag: str, *, on: bool) -> Element | None:
    """Make an empty element where something holds, none where it does not."""
    return element(tag) if on else None


def points(value: float) -> int:
    """Give points in twips."""
    return round(value * TWIPS_A_POINT)


def millimetres(value: float) -> int:
    """Give millimetres in twips."""
    return round(value * TWIPS_A_MILLIMETRE)


def half_points(value: float) -> int:
    """Give points as font sizes are written."""
    return round(value * 2)


def text_of(words: str) -> Element:
    """Make the element that holds text; its spaces count."""
    made = element("w:t")
    made.set(qn("xml:space"), "preserve")
    made.text = words
    return made
