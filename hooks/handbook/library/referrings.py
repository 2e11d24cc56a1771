"""All references of a handbook, found when somebody goes through them: all records are opened for it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import overload

from handbook.library.entry import HandPage
from handbook.library.mentions import Referring, referrings_of_entry, referrings_of_page, referrings_of_settings
from handbook.library.sheet import Sheet
from handbook.library.target import SETTINGS
from handbook.settings.settings import Settings


class Referrings(Sequence[Referring]):
    """References in the order in which they stand, file by file."""

    __slots__ = ("_find", "_found")

    def __init__(self, find: Callable[[], Iterable[Referring]]) -> None:
        self._find = find
        self._found: tuple[Referring, ...] | None = None

    @overload
    def __getitem__(self, index: int) -> Referring: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Referring]: ...
    def __getitem__(self, index: int | slice) -> Referring | Sequence[Referring]:
        return self._all()[index]

    def __iter__(self) -> Iterator[Referring]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> tuple[Referring, ...]:
        if self._found is None:
            self._found = tuple(self._find())
        return self._found


def referrings_outside_records(
    settings: Settings, sheets: Mapping[str, Sheet], pages: Mapping[str, HandPage]
) -> Iterator[Referring]:
    """Give the references of the settings, the single files and the pages."""
    yield from referrings_of_settings(settings)
    for sheet in sheets.values():
        yield from referrings_of_entry(sheet)
    for page in pages.values():
        yield from referrings_of_page(page)


def referrings_without_page(settings: Settings, sheets: Mapping[str, Sheet]) -> Iterator[Referring]:
    """Give the references of what no page shows: of the settings, and of single files that are none."""
    found = referrings_outside_records(settings, sheets, {})
    return (referring for referring in found if referring.origin == SETTINGS)
