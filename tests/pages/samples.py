"""Example views: small ones for single blocks, and three whole pages whose HTML was looked at and agreed on."""

from collections.abc import Callable
from typing import Any

from handbook.library.certainty import Level as Dial
from handbook.pages.rendering import environment, render_view
from handbook.views import blocks
from handbook.views.blocks import (
    Basis,
    Bullets,
    Cell,
    Certainty,
    Chain,
    ChainEntry,
    Chip,
    ChipFamily,
    Citation,
    Column,
    Criteria,
    Criterion,
    Entries,
    Entry,
    Fact,
    Facts,
    Figure,
    Item,
    Ladder,
    LevelRow,
    Line,
    Link,
    Note,
    Outside,
    Phase,
    Row,
    Section,
    Sighting,
    StatementEntry,
    Statements,
    Story,
    Table,
    Target,
    Tone,
    View,
    Words,
)

TEMPLATES = environment()


def href(target: Target) -> str:
    """Lead to a target by an address made of its parts."""
    return f"../{target.kind}/{target.id}/#{target.part}"


def rendered(*content: blocks.Block, story: Callable[[str], str] = str, **head: Any) -> str:
    """Render a page that holds these blocks."""
    return render_view(page(*content, **head), href, str, story, TEMPLATES).html


def page(*content: blocks.Block, **head: Any) -> View:
    """Make a page that holds these blocks and as little else as may be."""
    least: dict[str, Any] = {
        "target": Target("document", "a"),
        "title": "Trang",
        "crumb": "Trang",
        "description": "Một câu.",
        "kind": None,
        "chips": (),
        "lead": (),
        "meta": (),
    }
    return View(**least | head, blocks=content)


def words(text: str) -> Line:
    """Make a line of plain words."""
    return (Words(text),)


def certainty(dial: Dial) -> Certainty:
    """Make a degree of certainty with words that name it."""
    return Certainty(dial, f"Chữ dài {dial}", f"Chữ ngắn {dial}")


DOCUMENT = Link("42-HD/VD", Target("document", "hd-42", "so-1"))
OLD = Link("12-HD/VD", Target("document", "hd-12"), Chip(ChipFamily.STATUS, "Đã bị thay thế", Tone.BAD))
IN_FORCE = Chip(ChipFamily.STATUS, "Còn hiệu lực", Tone.GOOD)
REPLACED = Chip(ChipFamily.STATUS, "Đã bị thay thế", Tone.BAD)
PLACE = Chip(ChipFamily.SCOPE, "Riêng nơi ví dụ: 03 ngày")
MUST = Chip(ChipFamily.DUTY, "Bắt buộc", Tone.GOOD)
MAY = Chip(ChipFamily.DUTY, "Nên làm")


def sample_phase() -> Phase:
    """Make a phase of two items, one with everything and one with as little as may be."""
    full = Item(
        anchor="viec-1",
        number="1.1",
        line=(Words("Gửi tài liệu trước "), Figure("02 ngày", DOCUMENT.target, certainty(Dial.UNCHECKED)), Words(".")),
        duty=MUST,
        scope=PLACE,
        bases=(Basis(DOCUMENT, certainty(Dial.REPORTED)), Basis(OLD, certainty(Dial.DISPUTED))),
        facts=(Fact("Ai làm", (words("Thư ký"),)), Fact("Minh chứng", (words("Biên bản"), words("Danh sách")))),
        notes=(words("Gửi cả bản giấy."),),
        serves=(Link("Tiêu chí 1", Target("criteria", "khung", "tc-1")), Link("Tiêu chí 2", Target("criteria", "k"))),
    )
    bare = Item("viec-2", "1.2", words("Mở sổ"), MAY, None, (), (), (), ())
    return Phase("truoc", "1. Trước", "Trước ngày họp 01 ngày", (full, bare))


def checklist_page() -> View:
    """Make a checklist's page."""
    return page(
        Note("Ghi trên máy này", (words("Không gửi đi đâu."),)),
        sample_phase(),
        Section("dan", "Dẫn trang này", (Citation("Ngắn", "Đầy đủ"),)),
        kind=Chip(ChipFamily.KIND, "Bảng kiểm"),
        chips=(IN_FORCE,),
        lead=words("Một câu."),
        meta=((Words("Theo "), DOCUMENT), words("Kiểm 22/11/2026")),
    )


def document_page() -> View:
    """Make a document's page, with its line, its statements and where it is used."""
    statement = StatementEntry(
        anchor="so-1",
        line=(Words("Ít nhất "), Figure("90 phút", DOCUMENT.target), Words(".")),
        place="Mục 2",
        certainty=certainty(Dial.EXCERPT),
        sightings=(
            Sighting(Link("Báo ví dụ", Target("source", "bao")), "đọc trích đoạn", "22/11/2026"),
            Sighting(Link("Báo khác", Target("source", "khac")), "chỉ nhắc tới", "", differs=True, note="Ghi 60 phút."),
        ),
        uses=(Link("Việc 1.1", Target("checklist", "thang", "viec-1")),),
    )
    unused = StatementEntry("so-2", words("Câu hai."), "", certainty(Dial.UNCHECKED), (), (), "để so với bản cũ")
    chain = Chain(
        (
            ChainEntry(OLD, "2018", REPLACED, current=False, note="Thay một phần."),
            ChainEntry(DOCUMENT, "26/7/2026", IN_FORCE, current=True),
        )
    )
    return page(
        Note("Còn hiệu lực", (((Words("Thay "), OLD, Words("."))),), Tone.GOOD),
        Facts((Fact("Bản gốc", ((Outside("a.example", "https://a.example/"),),)),)),
        Section("truoc-sau", "Trước và sau", (chain,), "Từ cũ đến mới."),
        Section("dieu-ghi", "Những điều đã ghi", (Statements((statement, unused)),)),
        Section("muc", "Mức đối chiếu", (Ladder(tuple((certainty(d), f"Nghĩa {d}") for d in Dial), Dial.EXCERPT),)),
        Section("kiem", "Cần kiểm", (Bullets((words("Một điều."),), caution=True),)),
        Section("dung", "Được dùng ở", (Entries((Entry(DOCUMENT, Chip(ChipFamily.KIND, "Văn bản"), words("Mới")),)),)),
    )


def criteria_page() -> View:
    """Make a scoring table's page, with a table that compares."""
    level = LevelRow(words("Từ 90% trở lên"), "5 điểm")
    facts = (Fact("Nghĩa là gì", (words("Hỏi điều này."),)), Fact("Việc giúp đạt", ((DOCUMENT,),)))
    part = Criterion("tc-1-1", "1.1", words("Phần"), "5 điểm", (), (level,), (words("Ghi chú."),), facts, ())
    basis = Basis(DOCUMENT, certainty(Dial.FULL_TEXT))
    whole = Criterion("tc-1", "1", words("Nhóm"), "10 điểm", (basis,), (), (), (), (part,))
    rows = (
        Row((Cell(words("Nhóm")), Cell(words("10"), certainty(Dial.REPORTED))), "dong-1"),
        Row((Cell(words("Cộng")), Cell(words("10"))), strong=True),
    )
    table = Table("So sánh", (Column("Tiêu chí"), Column("Điểm", numeric=True)), rows, words("Chưa cộng."))
    return page(Criteria((whole,)), Section("so-sanh", "So sánh", (table,)), Story("Kể"))
