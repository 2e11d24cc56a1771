"""Every address outside the handbook: where it is used, when it was last seen well, what needs a look first."""

from collections import Counter
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from handbook.addresses.long_pages import MOST_USES
from handbook.library.library import Library
from handbook.library.outside_links import Leading, links_to_look_at
from handbook.library.target import PAGE, REPORT
from handbook.records.links import WELL, SeenLink
from handbook.settings.vocabulary import ReportEntry
from handbook.text.formats import date, number
from handbook.views.blocks import (
    Block,
    Cell,
    Code,
    Column,
    Inline,
    Line,
    Link,
    Outside,
    Paragraph,
    Row,
    Table,
    Words,
)
from handbook.views.inline import link, words
from handbook.views.lines import more_words
from handbook.views.long_view import LongView, Opening, Unit
from handbook.views.report_page import report_page

COMMAND = "python3 scripts/links.py"
NOTHING = "Cẩm nang này không có liên kết ra ngoài."
NEVER = "Chưa kiểm tra"
NOT_SEEN = "Chưa rõ"
NOT_ASKED_YET: Line = (
    Words("Chưa địa chỉ nào được kiểm tra. Trên máy có mạng, chạy "),
    Code(COMMAND),
    Words(": lệnh hỏi lần lượt từng địa chỉ rồi ghi ngày thấy mở được."),
)
ASKED: Line = (Words("Dựng trang không hỏi địa chỉ nào. Hỏi lại bằng lệnh "), Code(COMMAND), Words("."))
TITLE = "Từng địa chỉ"
COLUMNS = (Column("Địa chỉ"), Column("Dùng ở"), Column("Thấy mở được"), Column("Lần hỏi gần nhất"))
LONGEST = 70
"""Letters of an address that are shown; it leads to the whole."""


def outside_links_view(library: Library, report: ReportEntry) -> LongView:
    """List every outside address, those that did not answer first."""
    found = links_to_look_at(library)

    def blocks(units: range) -> tuple[Block, ...]:
        rows = tuple(_row(library, address, led) for address, led in found[units.start : units.stop])
        return (Table(TITLE, COLUMNS, rows),) if rows else ()

    return LongView(
        report_page(report, ()),
        tuple(Unit("", "", short_address(address)) for address, _ in found),
        blocks,
        lambda: _opening([library.links.of(address) for address, _ in found]),
    )


def seen_well(library: Library, address: str) -> str:
    """Say when an address was last seen well, as a sentence; "" where that is not known."""
    seen = library.links.of(address)
    return f"Thấy mở được ngày {date(seen.seen_well_on)}." if seen and seen.seen_well_on else ""


def short_address(address: str) -> str:
    """Give an address as it is shown: readable, without its scheme, no longer than fits."""
    parts = urlsplit(address)
    shown = unquote(f"{parts.netloc}{parts.path}".rstrip("/") + (f"?{parts.query}" if parts.query else ""))
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"


def state_words(seen: SeenLink | None) -> str:
    """Say what was seen of an address when it was last asked."""
    if seen is None:
        return NEVER
    leads = f": {seen.leads_to}" if seen.leads_to else ""
    return f"{date(seen.asked_on)}, {seen.words}{leads}"


def _opening(seen: Sequence[SeenLink | None]) -> Opening:
    if not seen:
        return Opening(blocks=(Paragraph(words(NOTHING)),))
    counted = Counter("never" if one is None else "well" if one.outcome in WELL else "other" for one in seen)
    told = [f"{number(len(seen))} địa chỉ"]
    told += [f"{number(counted['well'])} mở được khi hỏi gần nhất"] if counted["well"] else []
    told += [f"{number(counted['other'])} không mở được hoặc chưa rõ"] if counted["other"] else []
    told += [f"{number(counted['never'])} chưa kiểm tra"] if counted["never"] else []
    is_new = counted["never"] == len(seen)
    return Opening((words(f"{', '.join(told)}."),), (Paragraph(NOT_ASKED_YET if is_new else ASKED),))


def _row(library: Library, address: str, led: Sequence[Leading]) -> Row:
    seen = library.links.of(address)
    well = date(seen.seen_well_on) if seen and seen.seen_well_on else NOT_SEEN
    shown = Cell((Outside(short_address(address), address),))
    return Row((shown, Cell(_places(library, led)), Cell(words(well)), Cell(words(state_words(seen)))))


def _places(library: Library, led: Sequence[Leading]) -> Line:
    pieces: list[Inline] = []
    for leading in led[:MOST_USES]:
        pieces += [Words("; ")] if pieces else []
        pieces.append(_place(library, leading))
    more = more_words(len(led) - MOST_USES)
    return (*pieces, Words(f" {more}")) if more else tuple(pieces)


def _place(library: Library, leading: Leading) -> Inline:
    origin = leading.origin
    if origin.kind == PAGE:
        return Link(library.pages[origin.id].meta.title, origin)
    if origin.kind == REPORT and (report := library.settings.report(origin.id)):
        return Link(report.title, origin)
    return Words(leading.file) if leading.file else link(library, origin)
