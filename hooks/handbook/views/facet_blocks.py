"""What an entry of a list can be found by: its facets, printed beside it, which a script makes into filters."""

from dataclasses import dataclass

from handbook.views.pieces import Inline


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value: `id` tells values apart, `words` name it in a filter, `shown` is what the entry says."""

    id: str
    words: str
    shown: Inline


@dataclass(frozen=True, slots=True)
class Facet:
    """A property with its values, in the order in which they are read."""

    id: str
    label: str
    values: tuple[FacetValue, ...]
