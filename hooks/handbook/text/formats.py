"""Numbers, dates and quantities as Vietnamese readers write them. It must not know which units exist."""

import datetime as dt
from decimal import Decimal
from typing import Protocol


class Unit(Protocol):
    """What is counted and how it is written."""

    @property
    def label(self) -> str:
        """The word or sign beside the number."""

    @property
    def pad(self) -> int:
        """How many digits a whole number has at least; it is filled with zeros ("02 ngày")."""

    @property
    def joined(self) -> bool:
        """Whether the label stands right at the number ("90%")."""

    @property
    def leading(self) -> bool:
        """Whether the label stands before the number ("ngày 03")."""


def number(value: float) -> str:
    """A number with a decimal comma and points between thousands: "1.440", "94,44".

    Raises:
        ValueError: the number is not finite.
    """
    exact = Decimal(str(value))
    if not exact.is_finite():
        raise ValueError(f"not a finite number: {value}")
    whole, _, fraction = f"{exact:f}".removeprefix("-").partition(".")
    fraction = fraction.rstrip("0")
    sign = "−" if exact < 0 else ""
    return sign + f"{int(whole):,}".replace(",", ".") + (f",{fraction}" if fraction else "")


def date(value: dt.date) -> str:
    """A date as day/month/year: "22/11/2026"."""
    return f"{value.day:02}/{value.month:02}/{value.year}"


def quantity(amount: float, unit: Unit) -> str:
    """A number with its unit: "90 phút", "02 ngày", "90%", "ngày 03"."""
    words = number(amount)
    if words.isdigit():
        words = words.zfill(unit.pad)
    written = (unit.label, words) if unit.leading else (words, unit.label)
    return ("" if unit.joined else " ").join(written)
