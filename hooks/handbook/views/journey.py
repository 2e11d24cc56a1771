"""The journey as a page of its own, and as a note on every page that belongs to one of its steps."""

from collections.abc import Mapping

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library, Unresolved
from handbook.library.sheet import JOURNEY
from handbook.library.target import REPORT, Target
from handbook.records.journey import Journey, Step
from handbook.settings.vocabulary import ReportEntry
from handbook.views.blocks import Block, Bullets, Line, Link, Note, Paragraph, Section, View, Words
from handbook.views.destinations import destination_link, pointer_link
from handbook.views.inline import line_of, plain, words
from handbook.views.report_page import report_page, sheet_name

HERE_WORDS = "Đang ở bước {number}/{count}: {title}"
BEFORE_WORDS = "Bước trước: "
AFTER_WORDS = "Bước sau: "
WHOLE_WORDS = "Xem cả {count} bước"


def journey_view(library: Library, addresses: Addresses, report: ReportEntry) -> View:
    """Show all steps in order."""
    journey = library.journey
    steps = journey.steps if journey else ()
    blocks = [_section(library, addresses, number, step) for number, step in enumerate(steps, start=1)]
    return report_page(report, blocks, (words(f"{len(steps)} bước"),), sheet_name(library, report))


def position(library: Library, addresses: Addresses, target: Target) -> tuple[Note, ...]:
    """Say at which step of the journey the reader of a page is, with the steps before and after."""
    journey = library.journey
    if journey is None or library.settings.report(JOURNEY) is None:
        return ()
    steps = library.told(steps_of_pages, JOURNEY)
    owning = [steps[key] for key in (target, addresses.page_file(target)) if key in steps]
    return (_note(library, addresses, journey, min(owning)),) if owning else ()


def steps_of_pages(library: Library, _: str) -> Mapping[Target | str, int]:
    """Give the first step that leads to a page: records by their targets, other pages by their files."""
    found: dict[Target | str, int] = {}
    for index, step in enumerate(library.journey.steps if library.journey else ()):
        for page in step.pages:
            leads_to = page.id if page.names_page else library.resolve(page)
            if not isinstance(leads_to, Unresolved):
                found.setdefault(leads_to if isinstance(leads_to, str) else leads_to.whole(), index)
    return found


def _section(library: Library, addresses: Addresses, number: int, step: Step) -> Section:
    links: list[Line] = [(destination_link(library, addresses, page),) for page in step.pages]
    links += [(pointer_link(library, addresses, pointer),) for pointer in step.see]
    blocks: tuple[Block, ...] = (Paragraph(line_of(library, step.text)),)
    if links:
        blocks = (*blocks, Bullets(tuple(links)))
    return Section(step.id, f"{number}. {step.title}", blocks, plain(line_of(library, step.when)) if step.when else "")


def _note(library: Library, addresses: Addresses, journey: Journey, index: int) -> Note:
    steps = journey.steps
    here = HERE_WORDS.format(number=index + 1, count=len(steps), title=steps[index].title)
    lines: list[Line] = []
    if index:
        lines.append((Words(BEFORE_WORDS), _step_link(library, addresses, steps[index - 1])))
    if index + 1 < len(steps):
        lines.append((Words(AFTER_WORDS), _step_link(library, addresses, steps[index + 1])))
    whole = Target(REPORT, JOURNEY, steps[index].id)
    lines.append((Link(WHOLE_WORDS.format(count=len(steps)), whole),))
    return Note(here, tuple(lines))


def _step_link(library: Library, addresses: Addresses, step: Step) -> Link:
    """Lead to the step's first page; a step without a page stands on the journey's own."""
    if step.pages:
        return destination_link(library, addresses, step.pages[0], step.title)
    return Link(step.title, Target(REPORT, JOURNEY, step.id))
