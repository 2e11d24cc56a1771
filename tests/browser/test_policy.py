"""The content policy in a real browser: it stands in nobody's way but an attacker's."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.opening import KINDS
from browser.policy_server import with_headers
from browser.test_pages import PAGES
from browser.tool_pages import PAGES as TOOLS
from browser.tool_pages import with_tool_pages
from building import build
from handbook.publish.headers import HEADERS
from second_handbooks import copy_of_second

BASE = "cu-dan/"
SECOND_PAGES = (*KINDS.values(), *(f"cong-cu/{tool}/" for tool in TOOLS))

WATCH = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));"""
INJECT = """() => {
  const script = document.createElement("script");
  script.textContent = "window.ran = 'script'";
  document.body.append(script);
  document.body.insertAdjacentHTML("beforeend", "<img src='data:x' onerror=\\"window.ran = 'handler'\\">");
  document.body.insertAdjacentHTML("beforeend", "<a href=\\"javascript:void(window.ran = 'address')\\" id=trap>x</a>");
  document.getElementById("trap").click();
  document.body.insertAdjacentHTML("beforeend", "<p id=styled style='position: fixed'>x</p>");
  document.body.insertAdjacentHTML("beforeend", "<iframe src='/'></iframe><object data='/'></object>");
  return fetch("https://vi-du.example/").then(() => "answered", () => "refused");
}"""


@pytest.fixture(scope="module")
def second_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second handbook with a page for each tool, built."""
    folder = tmp_path_factory.mktemp("policy")
    done = build(with_tool_pages(copy_of_second(folder)), folder / BASE)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / BASE


@contextmanager
def watched(browser: Browser, address: str, width: int = 1366) -> Iterator[tuple[Page, list[str]]]:
    """Open a tab that tells what the policy blocks, what fails, and what goes to another host."""
    told: list[str] = []
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="vi-VN", reduced_motion="reduce")
    context.add_init_script(WATCH)
    page = context.new_page()
    page.on("console", lambda said: told.append(f"{page.url}: {said.text}") if said.type == "error" else None)
    page.on("response", lambda answer: None if answer.status < 400 else told.append(f"{answer.status} {answer.url}"))
    page.on("pageerror", lambda error: told.append(f"{page.url}: {error}"))
    page.on("request", lambda asked: None if _is_own(asked.url, address) else told.append(asked.url))
    yield page, told
    context.close()


def use(page: Page) -> None:
    """Do what can be done on any page: change colours, search, open what opens, tick, type, print."""
    page.wait_for_function("() => document.body.hasAttribute('data-md-color-scheme')")
    page.locator("label.sh-palette:visible").first.click()
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    for box in page.locator("main input[type=checkbox]:visible, main input[type=radio]:visible").all()[:3]:
        box.click(force=True)
    for field in page.locator("main input[type=text]:visible:enabled, main textarea:visible:enabled").all()[:4]:
        field.fill("3")
    page.locator("[data-md-component=search-query]").fill("họp")
    page.wait_for_selector(".md-search-result__list > li")
    page.keyboard.press("Escape")
    page.emulate_media(media="print")
    page.emulate_media(media="screen")


def test_no_page_of_any_kind_and_no_tool_runs_into_the_policy(browser: Browser, second_site: Path) -> None:
    """Served with all headers and used by a reader: nothing is blocked, nothing fails, nobody else is asked."""
    with with_headers(second_site, BASE) as address, watched(browser, address) as (page, told):
        for path in SECOND_PAGES:
            answer = page.goto(address + path)
            assert answer is not None
            assert answer.header_value("content-security-policy") == HEADERS["Content-Security-Policy"]
            use(page)
        page.wait_for_load_state("networkidle")

    assert told == []


def test_pages_of_this_handbook_do_not_run_into_the_policy(browser: Browser, address: str) -> None:
    """Served without any header, as on a plain host: the policy that pages carry is enough and in nobody's way."""
    with watched(browser, address) as (page, told):
        for path in PAGES:
            page.goto(address + path)
            page.wait_for_function("() => document.body.hasAttribute('data-md-color-scheme')")
        page.wait_for_load_state("networkidle")

    assert told == []


@pytest.mark.parametrize("is_served_with_headers", [True, False])
def test_what_is_injected_does_not_run(
    browser: Browser, second_site: Path, second_address: str, *, is_served_with_headers: bool
) -> None:
    """Should markup ever get into a page, its scripts, handlers, styles, frames and requests are blocked."""
    if is_served_with_headers:
        with with_headers(second_site, BASE) as address:
            told = injected(browser, address)
    else:
        told = injected(browser, second_address)

    blocked = {line.split("policy: ")[1].split()[0] for line in told if "policy: " in line}
    assert blocked >= {"script-src-elem", "script-src-attr", "style-src-attr", "frame-src", "object-src", "connect-src"}


def injected(browser: Browser, address: str) -> list[str]:
    """Put attacks into a page of a running site; give what the browser says of them."""
    with watched(browser, address) as (page, told):
        page.goto(address)
        assert page.evaluate(INJECT) == "refused"
        page.wait_for_timeout(200)
        assert page.evaluate("window.ran") is None
        assert page.locator("#styled").evaluate("(one) => getComputedStyle(one).position") == "static"
        return told


def test_a_page_cannot_be_framed(browser: Browser, second_site: Path, second_address: str) -> None:
    """Another site cannot show a page inside its own, where the reader would not know whose it is."""
    with with_headers(second_site, BASE) as address, watched(browser, address) as (page, _):
        frame = f"<iframe src='{address}'></iframe>"
        page.route("**/other", lambda route: route.fulfill(body=frame, content_type="text/html"))
        page.goto(f"{second_address}other", wait_until="networkidle")
        shown = page.frames[1].url

    assert not shown.startswith(address)


def test_the_chosen_colours_are_there_before_the_page_is_painted(browser: Browser, second_address: str) -> None:
    """Whoever chose dark sees no light page first: the body has its colours while the rest is still being read."""
    with watched(browser, second_address) as (page, told):
        page.goto(second_address)
        page.locator("label.sh-palette:visible").first.click()
        page.route("**/bundle.*.js", lambda route: route.abort())
        page.goto(second_address + KINDS["prose"], wait_until="commit")
        page.wait_for_function("() => document.body")
        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert [line for line in told if "policy" in line] == []


def _is_own(url: str, address: str) -> bool:
    return url.startswith((address, "data:", "blob:"))
