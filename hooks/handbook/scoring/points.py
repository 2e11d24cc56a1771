"""Points as whole hundredths: the one place that rounds. Sums and comparisons are then exact, here and elsewhere."""

import math
from decimal import ROUND_HALF_UP, Decimal

DECIMALS = 2
"""Digits after the comma that count (hundredths); a half is rounded away from zero, as spreadsheets do."""


def hundredths(points: float) -> int | None:
    """Give points in whole hundredths; None for what is no number (infinite, not a number)."""
    if not math.isfinite(points):
        return None
    return int(Decimal(str(points)).scaleb(DECIMALS).to_integral_value(ROUND_HALF_UP))


def from_hundredths(amount: int) -> float:
    """Give hundredths as points."""
    return amount / 100
