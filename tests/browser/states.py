"""Every state in which a tool or the frame of pages can stand before a reader: where it is, and how one comes there.

One table, read by all that judges what readers see (axe-core, the Tab walk, large letters). Works on the handbook of
`every_kind`; knows nothing of what is judged.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, Route

from browser.every_kind import MOVED, OVERDUE, PAGES
from browser.marking import FULL, ITEMS, REFUSED, tick, write
from browser.opening import KINDS, NOW, ZONE
from browser.reaching import (
    Reach,
    all_open,
    asked,
    changed,
    chosen,
    counted,
    cut_off,
    day,
    filters,
    given,
    linked,
    marked,
    meaning,
    menu,
    narrowed,
    press,
    score_other_table,
    scored,
    shown,
    then,
    time_passes,
    told,
    written,
)
from browser.test_tools_agenda import OPEN
from browser.test_tools_agenda import PAGE as AGENDA

CHECKLIST, SCORE, CASES = KINDS["checklist"], KINDS["criteria"], PAGES["long list"]
PLANNER, CALCULATORS, DATA = "cong-cu/planner/", "cong-cu/calculators/", "cong-cu/data/"
PATIENCE = 20_000
"""Milliseconds; how fast a machine is, is not what is tested."""


@dataclass(frozen=True, slots=True)
class State:
    """One state: the page, what is done there, and what is so before the page comes."""

    path: str
    reach: Reach = lambda _: None
    script: str = ""
    now: str = NOW


@dataclass(frozen=True, slots=True)
class Look:
    """How a reader has the page before them."""

    width: int = 360
    height: int = 800
    scheme: str = "light"


READY = shown(".sh-progress")
OTHER_FILE = '{"format": "notes"}'
OUR_FILE = (
    '{"format": "handbook-tools", "version": 1, "values": {"checklist/hop-cu-dan": {"title": "x", "last": "undated", '
    '"runs": {"undated": {"seen": {}, "items": {"count": {"done": {"is": true, "at": 5}}}}}}}}'
)

FRAME = {
    "menu open": State(KINDS["prose"], menu),
    "search open": State(KINDS["prose"], asked("ban quan tri")),
    "search finds nothing": State(KINDS["prose"], asked("quxxan")),
    "search narrowed": State(
        KINDS["prose"], then(asked("ban quan tri"), lambda page: page.locator("[data-sh-sort]").nth(1).press("Enter"))
    ),
    "search on the page of what is missing": State(KINDS["missing"], asked("ban quan tri")),
    "menu on the page of what is missing": State(KINDS["missing"], menu),
    "words of a search marked": State(f"{KINDS['term']}?h=quản+trị", shown("mark")),
    "meaning open": State(KINDS["meeting"], meaning),
    "links to mend": State(KINDS["checklist"], then(READY, press("Sửa, góp ý từng chỗ"))),
    "all open on a case": State(KINDS["case"], all_open),
    "all open on a document": State(KINDS["document"], all_open),
    "overdue": State("gioi-thieu/", told("quá hạn kiểm lại"), now=OVERDUE),
    "copy for reading offline": State("cong-cu/offline/", shown("[data-sh-tool=offline]:not([hidden])")),
}
MARKS = {
    "checklist, empty": State(CHECKLIST, READY),
    "checklist, partly": State(CHECKLIST, marked),
    "checklist, full": State(CHECKLIST, then(READY, lambda page: tick(page, *ITEMS))),
    "checklist, wrong day": State(CHECKLIST, then(marked, day("40/40/2026"))),
    "checklist, several meetings": State(CHECKLIST, then(marked, day("3/12/2026"), day("4/1/2027"))),
    "checklist, nothing to clear": State(CHECKLIST, then(READY, press("Xóa dấu của buổi này"))),
    "checklist, asking": State(CHECKLIST, then(marked, press("Xóa dấu của buổi này"))),
    "checklist, cleared": State(CHECKLIST, then(marked, press("Xóa dấu của buổi này", "Xóa dấu"))),
    "checklist, changed since": State(CHECKLIST, then(marked, changed)),
    "checklist, file refused": State(CHECKLIST, then(READY, given(OTHER_FILE), told("Đây không phải tệp lưu"))),
    "checklist, file taken": State(CHECKLIST, then(READY, given(OUR_FILE), told("Đã gộp dấu từ tệp"))),
    "checklist, link made": State(
        CHECKLIST, then(marked, press("Tạo liên kết mang dấu"), told("Ai có liên kết này đều đọc được"))
    ),
    "checklist, link opened": State(CHECKLIST, linked),
    "checklist, link broken": State(f"{CHECKLIST}#mang=abc", told("Liên kết không còn nguyên vẹn")),
    "checklist, storage refused": State(CHECKLIST, marked, script=REFUSED),
    "checklist, storage full": State(
        CHECKLIST, then(marked, lambda page: write(page, "tour", "Tầng 3. " * 60)), script=FULL
    ),
}
SCORES = {
    "score, empty": State(SCORE, shown(".sh-total__words")),
    "score, partly": State(
        SCORE, then(shown(".sh-total__words"), lambda page: page.get_by_label("Có", exact=True).check())
    ),
    "score, full": State(SCORE, scored("40")),
    "score, costly": State(SCORE, scored("10")),
    "score, wrong": State(SCORE, scored("nhiều")),
    "score, months in a chart": State(SCORE, then(scored("39"), press("Tháng trước"), scored("20"))),
    "score, plan": State(SCORE, then(scored("20"), press("Lập kế hoạch cải thiện"), shown(".sh-improve"))),
    "score, cleared": State(SCORE, then(scored("40"), press("Xóa điểm tháng 11/2026"), told("Lấy lại điểm"))),
    "score, no file": State(SCORE, then(scored("40"), press("Điền vào tệp Excel"), told("Trang này không kèm"))),
    "score, only fields": State(SCORE, then(scored("40"), press("Chỉ hiện ô chấm"))),
    "score, storage refused": State(SCORE, scored("40"), script=REFUSED),
    "compare, empty": State("cong-cu/compare/", shown(".sh-compare__side")),
    "compare, scored": State(SCORE, score_other_table),
    "compare, another month": State(SCORE, then(score_other_table, press("Tháng trước"))),
}
OTHERS = {
    "planner": State(PLANNER, shown(".sh-plan h2")),
    "planner, day typed": State(PLANNER, written("Ngày họp", "24/11/2026")),
    "planner, wrong day": State(PLANNER, written("Ngày họp", "31/11/2026")),
    "planner, no rhythm": State(PLANNER, chosen("Loại cuộc họp", "Họp cư dân quý")),
    "planner, storage refused": State(PLANNER, then(shown(".sh-plan h2"), press("04/01/2027")), script=REFUSED),
    "planner on the start page": State("", shown(".sh-plan")),
    "calculators, empty": State(CALCULATORS, shown("[data-sh-tool=calculators]:not([hidden])")),
    "calculators, counted": State(CALCULATORS, counted(10, 1, 9, 0, 0)),
    "calculators, wrong": State(CALCULATORS, counted(10, 20, 30, 40, 50)),
    "agenda, closed": State(AGENDA, lambda page: page.get_by_role("button", name=OPEN).wait_for()),
    "agenda, minutes": State(AGENDA, then(press(OPEN), written("Giờ bắt đầu", "8 giờ 30"))),
    "agenda, wrong minutes": State(AGENDA, then(press(OPEN), written("Số phút: Bàn việc.", "lâu"))),
    "agenda, running": State(AGENDA, then(press(OPEN, "Bắt đầu buổi họp"), shown(".sh-agenda__left"))),
    "agenda, over": State(AGENDA, then(press(OPEN, "Bắt đầu buổi họp"), time_passes)),
    "data, empty": State(DATA, shown(".sh-stored")),
    "data, partly": State(DATA, written("Chi bộ", "tầng 12")),
    "data, wrong": State(DATA, written("Số đảng viên", "nhiều")),
    "data, asking": State(DATA, then(written("Chi bộ", "tầng 12"), press("Xóa hết trên máy này"))),
    "data, erased": State(DATA, then(written("Chi bộ", "tầng 12"), press("Xóa hết trên máy này", "Xóa hết"))),
    "data, file refused": State(DATA, then(shown(".sh-stored"), given("{"), told("Không đọc được tệp này"))),
    "data, file taken": State(DATA, then(shown(".sh-stored"), given(OUR_FILE), told("Đã gộp tệp"))),
    "data, storage refused": State(DATA, written("Chi bộ", "tầng 12"), script=REFUSED),
    "finder": State(CASES, shown(".sh-finder")),
    "finder, open": State(CASES, filters),
    "finder, narrowed": State(CASES, narrowed),
    "finder, whole list": State(
        CASES,
        then(
            shown(".sh-finder"),
            lambda page: page.get_by_role("button", name="Lọc cả").click(),
            shown(".sh-entry >> nth=70"),
        ),
    ),
    "finder, without connection": State(CASES, cut_off),
}
STATES = {**FRAME, **MARKS, **SCORES, **OTHERS}
"""Each state by its name."""
ALL = {**{name: State(path) for name, path in PAGES.items()}, **STATES}
"""Pages of each kind as they come, then the states."""


@contextmanager
def in_state(browser: Browser, address: str, name: str, look: Look) -> Iterator[Page]:
    """Bring a page into a state of `ALL`, on a device of its own, on a day that is always the same."""
    state = ALL[name]
    leads_on = name in MOVED
    context = browser.new_context(
        viewport={"width": look.width, "height": look.height},
        color_scheme="dark" if look.scheme == "dark" else "light",
        reduced_motion="reduce",
        locale="vi-VN",
        timezone_id=ZONE,
    )
    if state.script:
        context.add_init_script(state.script)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.clock.install(time=state.now)
    page.clock.resume()
    if leads_on:
        _stay(page)
    page.goto(address + state.path)
    if not leads_on:
        page.wait_for_function("() => document.body.hasAttribute('data-md-color-scheme')")
        page.evaluate("document.fonts.ready.then(() => true)")
    state.reach(page)
    yield page
    context.close()


def _stay(page: Page) -> None:
    """Take away what leads on from an old address: the page is there for those whom nothing takes along."""

    def answer(route: Route) -> None:
        got = route.fetch()
        words = got.text().replace('http-equiv="refresh"', 'name="leads-on"')
        route.fulfill(response=got, body=words)

    page.route("**/*.js", lambda route: route.abort())
    page.route("**/", answer)
