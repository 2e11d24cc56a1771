"""Views printed as PDF files, with as little around them as may be."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from handbook.addresses.addresses import Addresses
from handbook.downloads.imprint import Imprint
from handbook.downloads.pdf import Binding, Press, Printing, Stationery, pdf, press
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.library.target import Target
from handbook.settings.loading import load_settings
from handbook.views.blocks import Block, Paragraph, View, Words
from handbook.views.form_blocks import FormField, FormPart, FormSheet
from handbook.views.typography import Typography
from handbook.views.viewing import VIEWS
from libraries import DAY

HOME = "https://vi-du.example/"
ADDRESS = f"{HOME}trang/"
BLANKS = ("Nhà", "Ngày họp")


@cache
def the_press() -> Press:
    """Give the press that all tests print with."""
    return press()


def style() -> Typography:
    """Give how official papers are set in tests."""
    return Typography(
        font="Times New Roman",
        heading="HỘI CƯ DÂN",
        branch_mark="*",
        abstract_mark="-----",
        margin_top=20,
        margin_bottom=15,
        margin_left=30,
        margin_right=20,
        page_number_top=10,
        page_number_size=14,
        heading_size=15,
        parent_size=14,
        branch_size=14,
        number_size=14,
        place_date_size=14,
        type_size=16,
        abstract_size=14,
        body_size=14,
        line_gap=19,
        paragraph_gap=6,
        indent=10,
        sign_size=14,
        recipients_head_size=14,
        recipients_size=12,
        bases=(),
    )


def story(markdown: str) -> tuple[Block, ...]:
    """Give prose as paragraphs, one for each of its own."""
    return tuple(Paragraph((Words(part),)) for part in markdown.split("\n\n"))


def nowhere(target: Target) -> str:  # noqa: ARG001
    """Lead nowhere, as in a handbook without an address."""
    return ""


def web(target: Target) -> str:
    """Lead to an address made of the target's parts."""
    return f"{HOME}{target.kind}/{target.id}/#{target.part}"


def bytes_of(
    views: View | Sequence[View],
    printing: Printing = Printing.ORDINARY,
    *,
    addressed: bool = False,
    binding: Binding | None = None,
) -> bytes:
    """Print views; `addressed` tells whether the handbook has an address on the web."""
    imprint = Imprint("Sổ tay nhà", ADDRESS if addressed else "", DAY, web if addressed else nowhere)
    return pdf(views, imprint, Stationery(style(), story, BLANKS), the_press(), printing, binding)


def printed(folder: Path, views: View | Sequence[View], printing: Printing = Printing.ORDINARY) -> Path:
    """Print views into a file."""
    file = folder / "printed.pdf"
    file.write_bytes(bytes_of(views, printing))
    return file


def view_of_record(library: Library, target: Target) -> View:
    """Give the view of a record alone, without what the site puts around it."""
    entry = library.entry(target)
    return VIEWS[type(entry.record)](library, Addresses(library.settings), entry, entry.record)


def whole_library(config_file: Path) -> Library:
    """Load a handbook as it stands on disk."""
    settings, findings = load_settings(config_file, date=DAY)
    assert settings is not None, findings
    return load_library(settings)[0]


def field(kind: str, **given: object) -> FormField:
    """Make a field of a form with as little as may be."""
    least: dict[str, object] = {
        "anchor": f"muc-{kind}",
        "label": f"Nhãn {kind}",
        "help": (),
        "options": (),
        "columns": (),
        "rows": 1,
        "optional": False,
        "bases": (),
    }
    return FormField(kind=kind, **least | given)  # type: ignore[arg-type]


def official_sheet() -> FormSheet:
    """Make an official paper with every slot and every kind of field, two pages long."""
    head = tuple(
        field("line", anchor=slot, label=f"Chỗ {slot}", slot=slot)
        for slot in ("parent-organisation", "branch", "number", "place-date", "subject")
    )
    body = (
        field("line", help=(Words("Giúp điền dòng."),)),
        field("lines", rows=40),
        field("number", label="Có mặt"),
        field("number", anchor="vang", label="Vắng", optional=True),
        field("date"),
        field("choice", options=("Đồng ý", "Không đồng ý")),
        field("table", columns=("TT", "Việc", "Ai làm"), rows=3),
    )
    tail = (
        field("signature", anchor="ky-1", label="NGƯỜI GHI"),
        field("signature", anchor="ky-2", label="CHỦ TRÌ"),
    )
    parts = (
        FormPart("dau", "Đầu giấy", (), head),
        FormPart("than", "Thân giấy", (Words("Lời dẫn."),), body),
        FormPart("ky", "Phần ký", (), tail),
    )
    return FormSheet(official=True, parts=parts, type_name="Biên bản", symbol="BB/CB")
