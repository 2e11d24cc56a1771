"""Marks that travel: as a file, as a link, to paper. Whatever comes in is checked, and stays text."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.marking import MARKUP, checklist, give_day, note_of, put_file, reader, shown_run, tick, ticked, write
from browser.opening import KINDS
from browser.printing import Printed

UNREADABLE: dict[str, tuple[str | bytes, str]] = {
    "broken": ('{"format": "handbook-tools", "ver', "Không đọc được tệp này"),
    "foreign": ('{"name": "something else"}', "không phải tệp lưu từ cẩm nang này"),
    "list": ("[1, 2]", "không phải tệp lưu từ cẩm nang này"),
    "deep": (
        '{"format": "handbook-tools", "version": 1, "values": {"a": ' + '{"a":' * 400 + "1" + "}" * 402,
        "không phải tệp lưu từ cẩm nang này",
    ),
    "newer": ('{"format": "handbook-tools", "version": 2, "values": {"a": {}}}', "bản khác của cẩm nang"),
    "empty": ('{"format": "handbook-tools", "version": 1, "values": {}}', "không có dữ liệu nào"),
    "other": ('{"format": "handbook-tools", "version": 1, "values": {"branch": {}}}', "không có dữ liệu của bảng kiểm"),
    "huge": (b"x" * 1_000_001, "Tệp quá lớn"),
    "binary": (bytes(range(256)), "Không đọc được tệp này"),
}


def saved(page: Page, folder: Path) -> str:
    """Save the checklist's marks as a file and give its text."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Lưu ra tệp").click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.name.startswith("checklist-hop-cu-dan")
    return file.read_text(encoding="utf-8")


def made_link(page: Page) -> str:
    """Make a link that carries the marks and give it."""
    page.get_by_role("button", name="Tạo liên kết mang dấu").click()
    field = page.get_by_label("Liên kết mang theo dấu")
    field.wait_for()
    return field.input_value()


def test_a_file_takes_marks_to_another_device(browser: Browser, tools_address: str, tmp_path: Path) -> None:
    """Joined with what is there: of one thing, what was set later stays; it can be undone."""
    with reader(browser) as one, reader(browser) as other:
        page = checklist(one, tools_address)
        give_day(page, "3/12/2026")
        tick(page, "notice")
        write(page, "tour", "Tầng 3")
        text = saved(page, tmp_path)

        page = checklist(other, tools_address)
        give_day(page, "3/12/2026")
        tick(page, "count")
        write(page, "tour", "Tầng 9, ghi sau")
        put_file(page, text)
        page.get_by_text("Đã gộp dấu từ tệp").wait_for()
        assert ticked(page) == ["notice", "count"]
        assert note_of(page, "tour") == "Tầng 9, ghi sau"

        page.get_by_role("button", name="Hoàn tác").click()
        assert ticked(page) == ["count"]
        assert shown_run(page) == "buổi ngày 03/12/2026"


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_is_none_changes_nothing(browser: Browser, tools_address: str, name: str) -> None:
    """The page says what is wrong with it, and nothing is lost."""
    given, told = UNREADABLE[name]
    with reader(browser) as device:
        page = checklist(device, tools_address)
        tick(page, "notice")
        put_file(page, given)
        page.locator(".sh-share > .sh-told", has_text=told).wait_for()

        assert ticked(page) == ["notice"]
        page.reload()
        page.wait_for_selector(".sh-progress")
        assert ticked(page) == ["notice"]


def test_what_a_file_brings_is_made_sound(browser: Browser, tools_address: str) -> None:
    """Unknown days, ids, kinds of value and too long texts go; markup stays text; prototypes stay whole."""
    mark = {"done": {"is": True, "at": 5}, "note": {"is": MARKUP + "x" * 5000, "at": 5}, "who": {"is": 7, "at": 5}}
    items = {"notice": mark, "NOT AN ID": mark, "__proto__": {"done": {"is": True, "at": 5}}, "count": "yes"}
    run = {"seen": {"notice": 5}, "items": items}
    value = {"last": "2026-99-99", "runs": {"2026-12-03": run, "2026-99-99": run, "__proto__": run}}
    text = json.dumps({"format": "handbook-tools", "version": 1, "values": {"checklist/hop-cu-dan": value}})
    with reader(browser) as device:
        page = checklist(device, tools_address)
        put_file(page, text)
        page.get_by_text("Đã gộp dấu từ tệp").wait_for()

        assert shown_run(page) == "buổi ngày 03/12/2026"
        assert ticked(page) == ["notice"]
        assert note_of(page, "notice").startswith(MARKUP)
        assert len(note_of(page, "notice")) == 2000
        assert page.locator(".sh-runs li").count() == 0
        assert page.locator(".md-content img").count() == 0
        assert page.title() != "ran"
        assert page.evaluate("({}).done") is None


def test_a_link_carries_marks_and_asks_first(browser: Browser, tools_address: str) -> None:
    """What a link brings is joined only when the reader says so; then the address is plain again."""
    with reader(browser) as one, reader(browser) as other:
        page = checklist(one, tools_address)
        give_day(page, "3/12/2026")
        tick(page, "notice", "count")
        write(page, "tour", MARKUP)
        link = made_link(page)

        page = other.new_page()
        page.goto(link)
        page.get_by_text("Dấu ở 3 việc của buổi ngày 03/12/2026.").wait_for()
        assert ticked(page) == []
        assert "#" not in page.url
        page.get_by_role("button", name="Gộp vào máy này").click()
        assert ticked(page) == ["notice", "count"]
        assert note_of(page, "tour") == MARKUP
        assert page.locator(".md-content img").count() == 0
        page.goto("about:blank")
        page.goto(link)
        page.get_by_role("button", name="Bỏ qua").click()
        assert not page.get_by_text("Dấu ở 3 việc").is_visible()


@pytest.mark.parametrize("carried", ["", "abc", "%%%", "x" * 9000])
def test_a_broken_link_is_told(browser: Browser, tools_address: str, carried: str) -> None:
    """A link cut short by a chat program says so and changes nothing."""
    with reader(browser) as device:
        page = checklist(device, tools_address, f"#mang={carried}")
        page.get_by_text("Liên kết không còn nguyên vẹn").wait_for()

        assert ticked(page) == []
        page.get_by_role("button", name="Đóng").click()


def test_a_link_that_unpacks_to_a_flood_is_refused(browser: Browser, tools_address: str) -> None:
    """A short link may hold a very long text; reading stops in time."""
    with reader(browser) as device:
        page = checklist(device, tools_address)
        packed = page.evaluate(
            """async () => {
              const flood = new Blob(['{"a":"' + "x".repeat(3_000_000) + '"}']).stream();
              const bytes = await new Response(flood.pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer();
              const text = String.fromCharCode(...new Uint8Array(bytes));
              return btoa(text).replace(/\\+/g, "-").replace(/\\//g, "_").replace(/=/g, "");
            }"""
        )
        assert len(packed) < 7000
        page = checklist(device, tools_address, f"#mang={packed}")
        page.get_by_text("Liên kết không còn nguyên vẹn").wait_for()


def test_too_much_for_a_link_goes_into_a_file(browser: Browser, tools_address: str) -> None:
    """Notes that would make the link too long are not cut: the page says to send a file."""
    with reader(browser) as device:
        page = checklist(device, tools_address)
        page.get_by_role("button", name="Tạo liên kết mang dấu").click()
        page.get_by_text("Buổi này chưa có dấu nào để mang theo.").wait_for()
        rare = "Array.from({length: 2000}, () => String.fromCharCode(0x4e00 + Math.random() * 20000)).join('')"
        for item in ("notice", "count", "tour"):
            write(page, item, page.evaluate(rare))
        page.get_by_role("button", name="Tạo liên kết mang dấu").click()
        page.get_by_text("quá dài cho một liên kết").wait_for()


def test_nothing_a_reader_typed_is_in_a_request(browser: Browser, tools_address: str) -> None:
    """Notes, the day, files and links: no address, head or body of any request holds them."""
    asked: list[str] = []
    with reader(browser) as device:
        device.on("request", lambda one: asked.append(f"{one.url} {one.headers} {one.post_data}"))
        page = checklist(device, tools_address)
        give_day(page, "3/12/2026")
        write(page, "tour", "RIENG-TU-1", "RIENG-TU-2")
        link = made_link(page)
        page.goto("about:blank")
        page.goto(link)
        page.get_by_role("button", name="Gộp vào máy này").click()
        page.goto(tools_address + KINDS["case"])
        page.goto(tools_address + KINDS["checklist"])
        page.wait_for_selector(".sh-progress")

    carried = link.split("#mang=")[1]
    assert asked
    assert not [one for one in asked if re.search("RIENG-TU|2026-12-03|3/12/2026", one) or carried in one]
    assert not [one for one in asked if not one.startswith((tools_address, "blob:"))]


@pytest.mark.parametrize(("way", "seen"), [("filled", True), ("blank", False)])
def test_paper_shows_what_was_written_or_nothing_of_it(
    browser: Browser, tools_address: str, tmp_path: Path, way: str, *, seen: bool
) -> None:
    """The filled paper has notes and the meeting's day; the blank one neither; no button is on either."""
    with reader(browser, width=1366) as device:
        page = checklist(device, tools_address)
        give_day(page, "3/12/2026")
        tick(page, "notice")
        write(page, "tour", "Hỏi tầng năm", "Tổ trưởng")
        printed = _printed(page, tmp_path, way)

    assert ("Nhận việc: Tổ trưởng – Ghi thêm: Hỏi tầng năm" in printed) == seen
    for words in ("Lưu ra tệp", "Đang đánh dấu", "Xong 1/4", "Giao việc, ghi thêm", "Đã đổi từ"):
        assert words not in printed


def _printed(page: Page, folder: Path, way: str) -> str:
    page.evaluate("way => { document.documentElement.dataset.shPrint = way; }", way)
    page.pdf(path=folder / "printed.pdf", prefer_css_page_size=True)
    return Printed(folder / "printed.pdf").whole_text()
