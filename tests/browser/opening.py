"""Opens pages as readers do: on a phone or a desktop, in light or dark."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

SCHEMES = ("light", "dark")

KINDS = {
    "start": "",
    "prose": "hop/hoi-nghi/",
    "index": "viec/",
    "checklist": "viec/hop-cu-dan/",
    "criteria": "thi-dua/thi-dua-tang/",
    "case": "chuyen/toa-b/",
    "document": "noi-quy/noi-quy-2025/",
    "source": "bang-tin/so-tay-ban-quan-tri/",
    "meeting": "cuoc-hop/hop-nha/",
    "topic": "de-tai/cay-xanh/",
    "problem": "cho-vuong/vang-nhieu/",
    "form": "mau-giay/giay-bao/",
    "term": "tu-ngu/ban-quan-tri/",
    "to-compare": "so-sua/con-phai-xem/",
    "changes": "tin-moi/",
    "journey": "mot-quy/",
    "missing": "404.html",
}
"""One page of each kind of the second handbook."""


NOW = "2026-11-22T08:00:00+07:00"
"""What the clock shows where a picture is taken: tools speak of days, and no test may depend on the day it is run."""
ZONE = "Asia/Ho_Chi_Minh"


@contextmanager
def opened(
    browser: Browser, width: int, scheme: str = "light", *, scripts: bool = True, clock_stands: bool = False
) -> Iterator[Page]:
    """Open a page in a fresh context, in the colours that the reader's system asks for.

    With `clock_stands` it is always the same moment; search, which waits for a pause in typing, then never answers.
    """
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        locale="vi-VN",
        timezone_id=ZONE,
        java_script_enabled=scripts,
    )
    page = context.new_page()
    if clock_stands:
        page.clock.set_fixed_time(NOW)
    yield page
    context.close()


_FONTS_CAME = """() => performance.getEntriesByType("resource")
  .some((one) => one.name.endsWith(".woff2") && one.transferSize > 0)"""


def show(page: Page, address: str) -> None:
    """Go to an address and wait until fonts and colours are those of the page."""
    page.goto(address)
    page.wait_for_function("() => document.body.hasAttribute('data-md-color-scheme')")
    page.evaluate("document.fonts.ready.then(() => true)")
    if page.evaluate(_FONTS_CAME):  # letters that came after the first look are used from the next one on
        page.reload()
        page.evaluate("document.fonts.ready.then(() => true)")


_SPREAD = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :root * { letter-spacing: .12em !important; line-height: 1.6 !important; word-spacing: .16em !important; }
    :root p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets.push(sheet);
  return getComputedStyle(document.body).wordSpacing;
}"""


def spread(page: Page) -> None:
    """Put letters, words, lines, paragraphs as far apart as WCAG 1.4.12 says that a reader may; lines a little more."""
    assert page.evaluate(_SPREAD) != "0px"
