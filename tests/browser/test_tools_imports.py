"""Files that are given to the page: corrupt, huge, foreign. Each is told for what it is, and nothing is lost."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.marking import checklist, reader, tick, ticked
from browser.opening import KINDS

HUGE = 20_000_000
OURS = {"format": "handbook-tools", "version": 1}


def kept(**values: object) -> bytes:
    """Give a file in our form."""
    return json.dumps({**OURS, "values": values}).encode()


def deep(levels: int) -> dict[str, object]:
    """Give a value with values inside of values."""
    return {"runs": deep(levels - 1)} if levels else {}


FILES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "Không đọc được tệp này"),
    "cut short": (kept(branch={"name": "tầng 12"})[:-3], "Không đọc được tệp này"),
    "bytes": (bytes(range(256)) * 40, "Không đọc được tệp này"),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 500, "Không đọc được tệp này"),
    "another program's": (b'{"format": "notes", "items": [1, 2]}', "Đây không phải tệp lưu từ cẩm nang này"),
    "a list": (b"[]", "Đây không phải tệp lưu từ cẩm nang này"),
    "a number": (b"7", "Đây không phải tệp lưu từ cẩm nang này"),
    "too deep": (kept(branch=deep(40)), "Đây không phải tệp lưu từ cẩm nang này"),
    "newer": (json.dumps({**OURS, "version": 99, "values": {"branch": {}}}).encode(), "Tệp lưu từ bản khác"),
    "nothing inside": (kept(), "Tệp không có dữ liệu nào"),
    "names of its own": (kept(**{"../x": {}, "__proto__": {"a": 1}}), "Tệp không có dữ liệu nào"),
    "huge": (b'{"format": "handbook-tools", "filler": "' + b"x" * HUGE + b'"}', "Tệp quá lớn"),
}


def on_checklist(device: BrowserContext, address: str) -> Page:
    """Open the place where one checklist's file is opened."""
    return checklist(device, address)


def on_data_page(device: BrowserContext, address: str) -> Page:
    """Open the place where the file of everything is opened."""
    page = device.new_page()
    page.goto(f"{address}cong-cu/data/")
    page.wait_for_selector("[data-sh-tool=data]:not([hidden])")
    return page


PLACES: dict[str, Callable[[BrowserContext, str], Page]] = {"checklist": on_checklist, "data": on_data_page}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("place", PLACES)
def test_a_file_that_cannot_be_taken_changes_nothing(
    browser: Browser, tools_address: str, tmp_path: Path, place: str, name: str
) -> None:
    """One message says what it is and that nothing changed; marks, scores and the branch's values stay byte by byte."""
    content, told = FILES[name]
    file = tmp_path / "given.json"
    file.write_bytes(content)
    faults: list[str] = []
    with reader(browser) as device:
        first = checklist(device, tools_address)
        tick(first, "notice")
        page = PLACES[place](device, tools_address)
        page.on("pageerror", lambda error: faults.append(str(error)))
        before = page.evaluate("JSON.stringify({ ...localStorage })")
        page.locator("input[type=file]").set_input_files(file)
        page.locator(".sh-told", has_text=told).wait_for()

        assert "Không có gì thay đổi." in page.locator(".sh-told", has_text=told).inner_text()
        assert page.evaluate("JSON.stringify({ ...localStorage })") == before
        assert ticked(first) == ["notice"]
        assert page.get_by_role("button", name="Hoàn tác").count() == 0
        assert faults == []


@pytest.mark.parametrize("place", PLACES)
def test_the_same_file_can_be_given_again(browser: Browser, tools_address: str, tmp_path: Path, place: str) -> None:
    """After it was mended, under the same name; what it holds joins what is there and can be taken back."""
    file = tmp_path / "given.json"
    file.write_bytes(b"{")
    with reader(browser) as device:
        page = PLACES[place](device, tools_address)
        page.locator("input[type=file]").set_input_files(file)
        page.get_by_text("Không đọc được tệp này").wait_for()
        run = {"seen": {}, "items": {"count": {"done": {"is": True, "at": 5}}}}
        file.write_bytes(kept(**{"checklist/hop-cu-dan": {"title": "x", "last": "undated", "runs": {"undated": run}}}))
        page.locator("input[type=file]").set_input_files(file)
        page.get_by_role("button", name="Hoàn tác").wait_for()
        assert ticked(checklist(device, tools_address)) == ["count"]
        page.get_by_role("button", name="Hoàn tác").click()

        assert ticked(checklist(device, tools_address)) == []


def test_scores_of_any_shape_are_scored_or_left_alone(browser: Browser, tools_address: str, tmp_path: Path) -> None:
    """A file may hold anything under a key of ours: the sheets and the comparison still open and say nothing untrue."""
    odd = {
        "2026-11": {"points": {"floor": {"a": 1}, "gone": "9"}, "answers": {"walls": "maybe"}, "at": 9},
        "x": 1,
        "2026-99": {},
    }
    file = tmp_path / "given.json"
    file.write_bytes(
        kept(**{"score/thi-dua-tang": {"months": odd}, "score/khu-pho": {"months": [1]}, "planner": {"day": 3}})
    )
    faults: list[str] = []
    with reader(browser) as device:
        page = on_data_page(device, tools_address)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.locator("input[type=file]").set_input_files(file)
        page.get_by_role("button", name="Hoàn tác").wait_for()
        for path, shown in (
            (KINDS["criteria"], ".sh-total__words"),
            ("thi-dua/khu-pho/", ".sh-total__words"),
            ("cong-cu/compare/#thang=2026-11", ".sh-compare__side"),
            ("cong-cu/planner/", ".sh-plan"),
        ):
            page.goto(tools_address + path)
            page.wait_for_selector(shown)
            assert "object" not in page.locator(".md-content").inner_text()

    assert faults == []
