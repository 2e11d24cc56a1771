"""Which grade a total earns: the band it falls in, or the next one down whose conditions are met."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handbook.scoring.points import hundredths
from handbook.scoring.table import Band


@dataclass(frozen=True, slots=True)
class Standing:
    """How a total stands to a band."""

    fits: bool
    """The total falls in it."""
    full: bool
    """What must be full for it is full."""
    reached: bool
    """It is full, and the total falls in it or in a higher one."""


def standings(bands: Sequence[Band], total: int, lost: Mapping[str, int]) -> tuple[Standing, ...]:
    """Tell how a total stands to each band.

    Args:
        bands: From the highest down.
        total: In hundredths.
        lost: What each leaf lacks of its worth, in hundredths, by its id.
    """
    found: list[Standing] = []
    fitted = False
    for band in bands:
        below = None if band.below is None else hundredths(band.below) or 0
        fits = total >= (hundredths(band.at_least) or 0) and (below is None or total < below)
        full = not any(lost[leaf] for need in band.needs for leaf in need.leaves)
        fitted = fitted or fits
        found.append(Standing(fits, full, fitted and full))
    return tuple(found)


def candidate(found: Sequence[Standing]) -> int | None:
    """Give the place of the band that the total falls in; None where it falls in none."""
    return next((place for place, standing in enumerate(found) if standing.fits), None)


def earned(found: Sequence[Standing]) -> int | None:
    """Give the place of the band that is earned; None where there is none."""
    return next((place for place, standing in enumerate(found) if standing.reached), None)


def lacking(band: Band, lost: Mapping[str, int]) -> tuple[str, ...]:
    """Give the numbers of what a band needs full and is not."""
    return tuple(need.number for need in band.needs if any(lost[leaf] for leaf in need.leaves))
