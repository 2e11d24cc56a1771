"""Outside addresses answered when they were last asked. Asks nothing itself: it tells what the command wrote down."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding, Severity
from handbook.library.library import Library
from handbook.library.outside import OutsideUse
from handbook.library.outside_links import outside_uses
from handbook.records.links import Outcome, SeenLink
from handbook.text.formats import date

FIND = "Tìm địa chỉ mới của bài; không còn ở đâu thì ghi địa chỉ một bản lưu, hoặc bỏ địa chỉ và nói rõ ở ghi chú."
MAY_PASS: frozenset[Outcome] = frozenset({"failing", "certificate", "silent", "unreachable"})
"""What may be over tomorrow."""
ASK_AGAIN = "Hôm khác chạy lại python3 scripts/links.py; vẫn vậy thì tìm địa chỉ mới, hoặc ghi địa chỉ một bản lưu."
OPEN_AND_SEE = "Mở xem còn đúng bài ấy không; đúng thì ghi địa chỉ mới."


def links_answered(library: Library) -> Iterator[Finding]:
    """Tell an address, wherever it is written, that was gone or elsewhere when it was last asked."""
    told = [link for link in library.links.links if _is_told(link)]
    return findings_of(told, outside_uses(library) if told else {})


def findings_of(links: Iterable[SeenLink], uses: Mapping[str, Sequence[OutsideUse]]) -> Iterator[Finding]:
    """Tell, at each place where they are written, of addresses about which somebody has to do something."""
    for link in filter(_is_told, links):
        for use in uses.get(link.address, ()):
            yield _finding(use, link)


def _is_told(link: SeenLink) -> bool:
    return link.is_dead or link.outcome == "moved"


def _finding(use: OutsideUse, link: SeenLink) -> Finding:
    place = use.place()
    where = (use.file.name, place.line, place.column)
    if not link.is_dead:
        message = f"Liên kết “{link.address}” nay dẫn tới “{link.leads_to}”."
        return Finding(*where, Code.LINK_MOVED, message, OPEN_AND_SEE, Severity.WARNING)
    seen = f"Thấy mở được lần cuối ngày {date(link.seen_well_on)}" if link.seen_well_on else "Chưa lần nào thấy mở được"
    message = f"Liên kết “{link.address}” không mở được khi hỏi ngày {date(link.asked_on)}: {link.words}. {seen}."
    return Finding(*where, Code.LINK_DEAD, message, ASK_AGAIN if link.outcome in MAY_PASS else FIND, Severity.WARNING)
