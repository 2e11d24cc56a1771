"""Search as readers use it: through the field, in Chromium, on a server and without one."""

import gzip
import socket
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import served
from browser.opening import opened, show
from building import ROOT, SECOND, build
from commands.queries import SETS, Query, judge, read_queries
from second_handbooks import copy_of_second

FIELD = "[data-md-component=search-query]"
RESULTS = ".md-search-result__list > li"
STATUS = "[data-sh-search=status]"
TERM = "tu-ngu/ban-quan-tri/"

LEAST_FIRST, LEAST_FIRST_OF_A_CLASS, LEAST_FIVE = 0.95, 0.9, 0.98
FARTHEST_KEPT = 0.03
MOST_AT_LOAD = 10_000
PARTS_OF_SEARCH = ("/search/", "/workers/", "/lunr/")

# Puts words in as pasting by menu does, without a key, and waits for the answer.
ASK = """async (words) => {
  const field = document.querySelector("[data-md-component=search-query]");
  const told = document.querySelector(".md-search-result__meta");
  const status = document.querySelector("[data-sh-search=status]");
  const answered = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (words.trim() && status.textContent.startsWith("Gõ từ")) return; // the answer to the field as it was, empty
      observer.disconnect();
      setTimeout(resolve, 0);
    });
    observer.observe(told, { childList: true });
  });
  field.focus();
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  await answered;
  return Array.from(document.querySelectorAll(".md-search-result__list > li > a:first-child"), ({ href }) => href);
}"""

_HELD = """window.held = [];
window.Worker = class extends Worker {
  postMessage(message) {
    const go = () => super.postMessage(message);
    if (typeof message.data === "string") window.held.push(go);
    else go();
  }
};"""
"""Keeps back what search is asked."""


@pytest.fixture
def page(browser: Browser, second_address: str) -> Iterator[Page]:
    """The start page of the second handbook on a desktop."""
    with opened(browser, 1366) as found:
        show(found, second_address)
        yield found


def _type(page: Page, words: str) -> None:
    """Type as people do and wait for results."""
    page.locator(FIELD).click()
    page.locator(FIELD).press_sequentially(words, delay=20)
    expect(page.locator(RESULTS).first).to_be_visible()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def test_what_people_type_finds_what_they_want(browser: Browser, address: str) -> None:
    """All queries, over the handbook's own content: overall, in each class, and those not looked at while tuning."""
    sets = {name: read_queries(name) for name in SETS}
    queries: list[Query] = [query for name in SETS for query in sets[name]]
    with opened(browser, 1366) as page:
        show(page, address)
        answers = [
            [urlsplit(found).path.removeprefix("/") for found in page.evaluate(ASK, query.text)] for query in queries
        ]
    marks = judge(queries, answers)
    split = len(sets["tuning"])
    tuned, kept = judge(sets["tuning"], answers[:split]), judge(sets["kept"], answers[split:])

    assert marks.first >= LEAST_FIRST, marks.missed
    assert marks.five >= LEAST_FIVE
    assert min(marks.classes.values()) >= LEAST_FIRST_OF_A_CLASS, (marks.classes, marks.missed)
    assert kept.first >= tuned.first - FARTHEST_KEPT, kept.missed


def test_a_page_fetches_little_for_search_before_anybody_searches(browser: Browser, address: str) -> None:
    """The index is fetched piece by piece, by those who search."""
    sizes: dict[str, int] = {}
    with opened(browser, 1366) as page:
        page.on(
            "response",
            lambda answer: (
                sizes.update({answer.url: len(gzip.compress(answer.body()))})
                if any(part in urlsplit(answer.url).path for part in PARTS_OF_SEARCH)
                else None
            ),
        )
        page.goto(address)
        page.wait_for_load_state("networkidle")

    assert 0 < sum(sizes.values()) <= MOST_AT_LOAD, sizes


def test_typing_finds_and_tells_how_much(page: Page) -> None:
    """The first result is the page; its words are marked as it writes them, its kind is named, the number announced."""
    _type(page, "ban quan tri")

    first = page.locator(RESULTS).first
    expect(first.locator("a").first).to_have_attribute("href", page.url + TERM)
    expect(first.locator("h1 mark")).to_have_text("Ban quản trị")
    expect(first.locator(".sh-chip--kind")).to_have_text("Từ ngữ")
    expect(page.locator(STATUS)).to_have_text(f"Thấy {page.locator(RESULTS).count()} trang.")
    assert page.locator(STATUS).get_attribute("role") == "status"


def test_words_typed_while_search_gets_ready_are_answered(page: Page) -> None:
    """It is first asked for nothing, as the field was then; the answer to that comes before the answer to the words."""
    page.add_init_script(_HELD)
    page.reload()
    page.wait_for_function("() => window.held.length === 1")
    page.evaluate(f"(words) => {{ window.found = ({ASK})(words); }}", "ban quan tri")
    page.wait_for_function("() => window.held.length === 2")
    page.evaluate("() => window.held.forEach((go) => go())")

    assert urlsplit(page.evaluate("() => window.found")[0]).path.endswith(TERM)


def test_decomposed_letters_and_pasted_words_are_heard(page: Page) -> None:
    """Text that came without a key, in the letters of macOS."""
    found = page.evaluate(ASK, unicodedata.normalize("NFD", "Ban quản trị"))

    assert urlsplit(found[0]).path.endswith(TERM)


def test_enter_opens_the_first_result_and_marks_its_words(browser: Browser, address: str) -> None:
    """Whole words are marked on the page, not every syllable."""
    with opened(browser, 1366) as page:
        show(page, address)
        _type(page, "quan triet")
        page.keyboard.press("Enter")
        page.wait_for_url("**/thuat-ngu/quan-triet/**")

        marks = page.locator("mark[data-md-highlight]")
        expect(marks.first).to_be_visible()
        assert {text.lower() for text in marks.all_inner_texts()} == {"quán triệt"}


def test_a_link_can_bring_the_query(page: Page, second_address: str) -> None:
    """An address with ?q= opens search with it."""
    page.goto(f"{second_address}?q=ban+quan+tri")

    expect(page.locator(RESULTS).first).to_contain_text("Ban quản trị")


def test_keys_alone_reach_results_and_filters(page: Page) -> None:
    """Arrows walk through the results, Tab goes on to the filters, Escape closes."""
    _type(page, "ban quan tri")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('li') !== null")
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.shSort !== undefined"):
            break
    page.keyboard.press("Tab")
    wanted = page.evaluate("document.activeElement.dataset.shSort")
    page.keyboard.press("Enter")

    expect(page.locator(f"[data-sh-sort='{wanted}']")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"[data-sh-sort='{wanted}']")).to_be_focused()
    label = page.locator(f"[data-sh-sort='{wanted}']").inner_text().rpartition(" (")[0]
    assert set(page.locator(f"{RESULTS} .sh-chip--kind").all_inner_texts()) == {label}
    page.keyboard.press("Escape")
    assert not page.evaluate("document.getElementById('__search').checked")


def test_leaving_the_box_by_keyboard_closes_it(page: Page) -> None:
    """Focus is never behind the open list."""
    _type(page, "ban quan tri")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("!document.activeElement.closest('[data-md-component=search]')"):
            break

    assert not page.evaluate("document.getElementById('__search').checked")


@pytest.mark.parametrize("closed_when", ["empty", "answered"])
def test_typing_on_opens_a_list_that_was_closed_meanwhile(page: Page, closed_when: str) -> None:
    """The theme closes search a moment after exchanging pages; whoever is in the field by then sees the list again."""
    if closed_when == "answered":
        _type(page, "ban quan")
    page.locator(FIELD).click()
    page.evaluate("document.getElementById('__search').click()")
    page.locator(FIELD).click()

    page.locator(FIELD).press_sequentially(" tri", delay=20)

    expect(page.locator(RESULTS).first).to_be_visible()


def test_finding_nothing_offers_words_and_sections(page: Page) -> None:
    """A dead end has ways out: a word that looks alike, and every section."""
    page.evaluate(ASK, "quxxan")

    expect(page.locator(STATUS)).to_have_text("Không thấy trang nào.")
    links = page.locator("[data-sh-search=sections] a")
    assert links.count() == page.locator("#danh_muc .sh-nav__link--section").count() > 0
    page.locator("[data-sh-search=words] button").first.click()
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator("[data-sh-search=none]")).to_be_hidden()


@pytest.mark.parametrize(
    "words", ["<img src=x onerror=alert(1)> ban quan tri", "ban<script>alert(1)</script> quản trị", "&lt;b&gt;"]
)
def test_markup_in_a_query_stays_words(page: Page, words: str) -> None:
    """Nothing that is typed becomes part of the page."""
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.evaluate(ASK, words)

    assert page.locator(f"{RESULTS} img, {RESULTS} script, {RESULTS} b").count() == 0


def test_a_phone_searches_too(browser: Browser, second_address: str) -> None:
    """The button opens the field; nothing is wider than the screen."""
    with opened(browser, 360) as page:
        show(page, second_address)
        page.locator("[data-sh-toggle=__search]").click()
        _type(page, "ban quan tri")

        assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_folder_without_a_server_searches_too(browser: Browser, tmp_path: Path) -> None:
    """Opened as files, search finds the same and leads to files."""
    done = build(SECOND / "mkdocs.yml", tmp_path / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    start = (tmp_path / "site" / "index.html").as_uri()
    for width in (360, 1366):
        with opened(browser, width) as page:
            page.goto(start)
            if width == 360:
                page.locator("[data-sh-toggle=__search]").click()
            _type(page, "ban quan tri")
            page.keyboard.press("Enter")
            page.wait_for_url(f"file:///**/{TERM}index.html*")


def test_search_goes_on_after_instant_navigation(browser: Browser, tmp_path: Path) -> None:
    """Where pages are exchanged without being loaded anew, the field still works."""
    config = copy_of_second(tmp_path)
    port = _free_port()
    text = config.read_text(encoding="utf-8").replace("../..", ROOT.as_posix())
    text = text.replace("https://vi-du.example/", f"http://127.0.0.1:{port}/")  # it believes only its own site map
    text = text.replace("    - navigation.indexes", "    - navigation.indexes\n    - navigation.instant")
    config.write_text(text, encoding="utf-8")
    with served(config, tmp_path, "cu-dan/", port) as address, opened(browser, 1366) as page:
        show(page, address)
        page.evaluate("globalThis.isSamePage = true")
        _type(page, "ban quan tri")
        page.locator(f"{RESULTS} a").first.click()
        page.wait_for_url(f"**/{TERM}**")
        page.wait_for_timeout(1000)  # Material closes search once more, an eighth of a second after the exchange
        page.locator(FIELD).fill("")
        _type(page, "hop cu dan")

        assert page.evaluate("globalThis.isSamePage")
