"""Marks over the months, in Chromium: each meeting has its own, and they outlive changes of the checklist."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from browser.marking import (
    changed_record,
    checklist,
    give_day,
    note_of,
    reader,
    shown_run,
    tick,
    ticked,
    write,
)


def test_each_meeting_has_marks_of_its_own(browser: Browser, tools_address: str) -> None:
    """Marks made before the day is known go with the day; another day starts empty; earlier ones are kept."""
    with reader(browser) as device:
        page = checklist(device, tools_address)
        assert shown_run(page) == "buổi chưa ghi ngày"
        tick(page, "notice")
        give_day(page, "3.12.26")
        assert shown_run(page) == "buổi ngày 03/12/2026"
        assert ticked(page) == ["notice"]

        give_day(page, "ngày 4 tháng 1 năm 2027")
        assert shown_run(page) == "buổi ngày 04/01/2027"
        assert ticked(page) == []
        tick(page, "tour")
        page.get_by_role("button", name="Mở buổi ngày 03/12/2026: xong 1 việc").click()
        assert ticked(page) == ["notice"]
        page.reload()
        page.wait_for_selector(".sh-progress")
        assert shown_run(page) == "buổi ngày 03/12/2026"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "Ghi ngày, tháng, năm"),
        ("12/2026", "Ghi ngày, tháng, năm"),
        ("31/2/2026", "Tháng 2/2026 không có ngày 31."),
        ("3/13/2026", "Không có tháng 13."),
    ],
)
def test_a_day_that_is_none_is_told(browser: Browser, tools_address: str, words: str, told: str) -> None:
    """The field says how to write it, keeps the focus, and nothing changes."""
    with reader(browser) as device:
        page = checklist(device, tools_address)
        give_day(page, words)

        assert page.locator(".sh-run .sh-wrong").get_by_text(told).is_visible()
        assert page.evaluate("document.activeElement.getAttribute('aria-invalid')") == "true"
        assert shown_run(page) == "buổi chưa ghi ngày"


def test_a_day_can_be_mended_but_not_put_on_another(browser: Browser, tools_address: str) -> None:
    """A wrong day is changed with its marks; a day that has marks of its own is left alone."""
    with reader(browser) as device:
        page = checklist(device, tools_address)
        tick(page, "notice")
        give_day(page, "3/12/2026")
        page.get_by_label("Ngày họp", exact=True).fill("5/12/2026")
        page.get_by_role("button", name="Sửa ngày của buổi này").click()
        assert shown_run(page) == "buổi ngày 05/12/2026"
        assert ticked(page) == ["notice"]
        give_day(page, "6/1/2027")
        tick(page, "tour")
        page.get_by_label("Ngày họp", exact=True).fill("5/12/2026")
        page.get_by_role("button", name="Sửa ngày của buổi này").click()

        assert page.get_by_text("Đã có dấu của buổi ngày 05/12/2026.").is_visible()
        assert shown_run(page) == "buổi ngày 06/01/2027"


def test_what_changed_since_is_told(browser: Browser, tools_address: str) -> None:
    """A sentence that reads otherwise, a new item, one that is gone: marks stay where the id stands."""
    with reader(browser) as device:
        page = checklist(device, tools_address)
        tick(page, "notice", "count")
        write(page, "tour", "Hỏi tầng 5")
        page.close()
        changed_record(
            device, lambda html: html.replace("Dán giấy báo họp", "Gửi giấy báo họp").replace('id="tour"', 'id="walk"')
        )
        page = checklist(device, tools_address)
        told = page.locator(".sh-run .sh-note").inner_text()

        assert ticked(page)[:2] == ["notice", "count"]
        assert "1 mục đã đổi từ lần đánh dấu: 1.1." in told
        assert "1 mục mới: 2.2." in told
        assert "1 mục đã đánh dấu không còn trong bảng kiểm. Đã ghi ở đó: “Hỏi tầng 5”." in told
        assert page.locator("#notice").get_by_text("Đã đổi từ lần đánh dấu").is_visible()

        page.get_by_role("button", name="Đã đọc").click()
        assert not page.locator(".sh-run .sh-note").is_visible()
        page.reload()
        page.wait_for_selector(".sh-progress")
        assert not page.locator(".sh-run .sh-note").is_visible()


def test_marks_follow_an_item_whose_id_was_renamed(browser: Browser, tools_address: str) -> None:
    """The page still leads from the old id to the item: so do the marks, and nothing is told."""
    with reader(browser) as device:
        page = checklist(device, tools_address)
        write(page, "tour", "Tầng 5")
        page.close()
        changed_record(
            device,
            lambda html: re.sub(r'(<li class="sh-item" id=")tour("[^>]*>)', r'\1walk\2<i id="tour"></i>', html),
        )
        page = checklist(device, tools_address)

        assert note_of(page, "walk") == "Tầng 5"
        assert not page.locator(".sh-run .sh-note").is_visible()


def test_ticking_touches_one_item_however_long_the_checklist(browser: Browser, tools_address: str) -> None:
    """Of 300 items one changes, and the bar; of twelve meetings one is written: so a slow phone stays quick."""

    def lengthen(html: str) -> str:
        start, end = html.index('<li class="sh-item" id="tour"'), html.index("</ol>", html.index('id="tour"'))
        item = html[start:end]
        return html[:end] + "".join(item.replace("tour", f"tour-{number}") for number in range(296)) + html[end:]

    with reader(browser) as device:
        changed_record(device, lengthen)
        page = checklist(device, tools_address)
        assert page.locator(".sh-item__box").count() == 300
        for month in range(1, 13):
            give_day(page, f"3/{month}/2026")
            page.evaluate("for (const box of document.querySelectorAll('.sh-item__box:not(:checked)')) box.click()")
        work = page.evaluate(_WORK)

    assert work["items"] == ["tour-290"]
    assert work["changes"] <= 12
    assert len(work["written"]) == 1
    assert work["written"][0].endswith("|2026-12-03")
    assert work["reads"] == 1 + 12


_WORK = """async () => {
  const seen = [];
  new MutationObserver((list) => seen.push(...list)).observe(document.body, {
    subtree: true, childList: true, attributes: true, characterData: true,
  });
  const written = [];
  let reads = 0;
  const { getItem, setItem } = Storage.prototype;
  Storage.prototype.getItem = function (...given) {
    reads += 1;
    return getItem.apply(this, given);
  };
  Storage.prototype.setItem = function (...given) {
    written.push(given[0]);
    return setItem.apply(this, given);
  };
  document.getElementById("tour-290_done").click();
  await new Promise((done) => setTimeout(done));
  const items = seen.map((one) => one.target.parentElement?.closest(".sh-item")?.id).filter(Boolean);
  return { items: [...new Set(items)], changes: seen.length, reads, written };
}"""


def test_runs_that_an_earlier_edition_kept_together_are_taken_over(browser: Browser, tools_address: str) -> None:
    """Marks of all meetings are there; a tab that still keeps them together loses nothing, either."""
    with reader(browser) as device:
        page = checklist(device, tools_address)
        key = f"handbook/1{urlsplit(tools_address).path}|checklist/hop-cu-dan"
        page.evaluate(_AS_BEFORE, [key, {"2026-12-03": "notice", "2027-01-04": "count"}])
        page.reload()
        page.wait_for_selector(".sh-progress")
        assert ticked(page) == ["count"]
        tick(page, "tour")
        page.get_by_text("Ngày họp, buổi khác").click()
        page.get_by_role("button", name="Mở buổi ngày 03/12/2026: xong 1 việc").click()
        assert ticked(page) == ["notice"]
        assert page.evaluate("key => JSON.parse(localStorage.getItem(key)).runs", key) == {}

        page.evaluate(_AS_BEFORE, [key, {"2026-12-03": "shop-list"}])
        page.reload()
        page.wait_for_selector(".sh-progress")
        assert ticked(page) == ["notice", "shop-list"]
        page.get_by_text("Ngày họp, buổi khác").click()
        page.get_by_role("button", name="Mở buổi ngày 04/01/2027: xong 2 việc").click()
        assert ticked(page) == ["count", "tour"]


_AS_BEFORE = """([key, runs]) => {
  const own = Object.fromEntries(Object.entries(runs).map(([day, id]) => [
    day, { seen: {}, items: { [id]: { done: { is: true, at: 1 } } } },
  ]));
  localStorage.setItem(key, JSON.stringify({ title: "x", last: Object.keys(own).at(-1), runs: own }));
}"""
