"""What a meeting's pack holds, in the order of use: its plan, then papers and sheets for before, during and after."""

from collections.abc import Iterator

from handbook.addresses.files import FileId, Format, offers, recurring_meetings
from handbook.downloads.book import WHOLE, leaves
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.checklist import Checklist
from handbook.records.form import Form
from handbook.records.meeting import Meeting

IN_BUNDLE = (Format.WORD, Format.SPREADSHEET, Format.CALENDAR)
"""What a bundle holds besides the pack itself: the files that are worked in."""


def papers(library: Library, meeting: Target) -> tuple[Target, ...]:
    """Give the records that are printed for a meeting, each once.

    Forms stand in the phase that they are used in, checklists before the meeting's own papers, scoring after them.
    """
    record = library.entry(meeting).record
    if not isinstance(record, Meeting):
        return ()
    named = (*record.forms, *record.checklists, *record.criteria)
    targets = dict.fromkeys(library.target(reference) for reference in named)
    return tuple(sorted(targets, key=lambda target: _rank(library, target)))


def bundled(library: Library, meeting: Target) -> Iterator[FileId]:
    """Give the files in a meeting's bundle, in order: the pack, then what is worked in."""
    yield FileId(meeting, Format.PACK)
    for target in (*papers(library, meeting), meeting):
        yield from (file for file in offers(library, target) if file.format in IN_BUNDLE)


def printed(library: Library, file: FileId) -> tuple[Target, ...]:
    """Give the pages whose views a file is made from."""
    if file.format in {Format.PACK, Format.BUNDLE}:
        return (file.target, *papers(library, file.target))
    if file.format in {Format.PDF, Format.LARGE_PDF} and file.target == WHOLE:
        return tuple(leaf.target for leaf in leaves(library))
    if file.format is Format.CALENDAR and file.target == WHOLE:
        return (file.target, *(entry.target for entry in recurring_meetings(library)))
    return (file.target,)


def _rank(library: Library, target: Target) -> int:
    """Tell when a paper is taken up: forms by their phase, checklists early, scoring towards the end."""
    phases = [phase.id for phase in library.settings.vocabulary.phases]
    record = library.entry(target).record
    if isinstance(record, Checklist):
        return 1
    if isinstance(record, Form):
        return {phases[0]: 0, phases[-1]: 4}.get(record.phase or "", 2) if phases else 2
    return 3
