"""Looks at a page as an attacker would: did anything run, is anything in it that could."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

RAN = "window.seen = []; window.ran = () => window.seen.push(document.currentScript?.outerHTML ?? 'handler');"
"""What attacks call."""

_FAULTS = r"""() => {
  const faults = window.seen.map((place) => `ran: ${place}`);
  const never = ["iframe", "object", "embed", "base", "marquee", "math", "audio", "video"];
  const running = /^[\s\u0000-\u001f]*(javascript|vbscript|data:text)/i;
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    if (never.includes(name)) faults.push(`<${name}>`);
    if (name === "script" && !element.src && element.type !== "application/json") faults.push("inline script");
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith("on")) faults.push(`<${name} ${attribute}>`);
      if (["href", "src", "action", "formaction", "xlink:href", "data"].includes(attribute) && running.test(value))
        faults.push(`<${name} ${attribute}=${value}>`);
    }
  }
  for (const { src } of document.images)
    if (src && !src.startsWith(location.origin) && !src.startsWith("data:image/")) faults.push(src);
  return faults;
}"""
_SPACE = re.compile(r"[\s\u00a0\u00ad\u200b\u2060\ufeff]+")


@contextmanager
def victim(browser: Browser, *, width: int = 1366) -> Iterator[BrowserContext]:
    """Give a device on which attacks can be seen."""
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="vi-VN", reduced_motion="reduce")
    context.add_init_script(RAN)
    context.on("page", lambda page: page.on("dialog", lambda dialog: dialog.dismiss()))
    yield context
    context.close()


def faults_of(page: Page) -> list[str]:
    """Tell what ran on the page, and what in it could run."""
    return [f"{page.url}: {fault}" for fault in page.evaluate(_FAULTS)]


def opened_faults(page: Page, address: str) -> list[str]:
    """Open a page, let its scripts end, and tell what ran and what could."""
    page.goto(address)
    page.wait_for_function(
        "() => document.body.hasAttribute('data-md-color-scheme') || !document.querySelector('script')"
    )
    return faults_of(page)


def squeezed(text: str) -> str:
    """Give a text without spaces and joints, which a page may set in other places."""
    return _SPACE.sub("", text)


def texts_of(site: Path) -> str:
    """Give all that readers may read on the pages of a finished site, squeezed: texts, names, addresses."""
    reader = _Texts()
    for page in sorted(site.rglob("*.html")):
        reader.feed(page.read_text(encoding="utf-8"))
    reader.close()
    return squeezed("".join(reader.texts))


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as it is called
        self.texts += [f"\n{value}\n" for name, value in attrs if value and name not in {"id", "class"}]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
