"""What axe-core does not look for: each rule gives the elements of the open page that break it. Knows no handbook."""

from playwright.sync_api import Page

SMALLEST_TARGET = 24
"""CSS pixels, either way; links inside sentences, and links that far from any other, are exempt: WCAG 2.2 has it so."""

_BROKEN = r"""least => {
  const DRAWN = { visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true };
  const drawn = (one) => one.checkVisibility(DRAWN);
  const words = (one) => one.outerHTML.slice(0, 110);
  const textOf = (id) => document.getElementById(id)?.textContent.trim() ?? "";
  const named = (one) =>
    one.getAttribute("aria-label")?.trim() || (one.getAttribute("aria-labelledby") ?? "").split(" ").some(textOf);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const scrolls = (one) => /auto|scroll/.test(getComputedStyle(one).overflowX);
  const inSentence = (one) => {
    const around = one.closest("p, li, dd, dt, td, th, caption, label");
    return around && around.textContent.trim().length > one.textContent.trim().length;
  };
  const isSmall = (one) => {
    const { width, height, right } = one.getBoundingClientRect();
    const isShown = drawn(one) && right > 0 && width * height > 0 && getComputedStyle(one).clipPath === "none";
    return isShown && !inSentence(one) && (width < least || height < least);
  };
  const middle = (one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  };
  const isNear = (one, other) => Math.hypot(middle(one).x - middle(other).x, middle(one).y - middle(other).y) < least;
  const isAlone = (one) => one.matches("a") && !all("a[href]").some((other) => other !== one && isNear(one, other));
  /** Text that a box which does not scroll cuts off. */
  const isCut = (one) => {
    const { overflowX, overflowY } = getComputedStyle(one);
    const isSeen = drawn(one) && getComputedStyle(one).clipPath === "none" && one.clientWidth > 1;
    const isWide = ["hidden", "clip"].includes(overflowX) && one.scrollWidth > one.clientWidth + 1;
    const isHigh = ["hidden", "clip"].includes(overflowY) && one.scrollHeight > one.clientHeight + 1;
    return isSeen && (isWide || isHigh) && one.textContent.trim() !== "";
  };
  /** Words that begin or end beside the screen, where nothing lets a keyboard scroll to them. */
  const isBeside = (one) => {
    const text = [...one.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!text || !drawn(one) || one.closest("[tabindex='0'], .sh-unseen, .md-skip, svg")) return false;
    const range = document.createRange();
    range.selectNodeContents(text);
    const isOut = ({ left, right, width }) => width > 1 && (left < -1 || right > innerWidth + 1);
    return [...range.getClientRects()].some(isOut);
  };
  const needsScrolling = (one) => scrolls(one) && one.scrollWidth > one.clientWidth + 1;
  const isTold = (chart) =>
    chart.getAttribute("aria-hidden") === "true" && /\d/.test(chart.closest("tr, li, p, div, section").textContent);
  const root = document.documentElement;
  const rules = {
    "language of the page": root.lang === "vi" ? [] : [root],
    "wider than the screen": root.scrollWidth > innerWidth ? [root] : [],
    "landmark or dialog without a name": all("nav, [role=dialog], [role=region], [role=group]")
      .filter((one) => drawn(one) && !named(one)),
    "scrolls, but not by keyboard": all("main :not(input, textarea)")
      .filter((one) => drawn(one) && needsScrolling(one) && (one.tabIndex < 0 || !named(one))),
    "chart without a number in words": all("svg[class*=bar]").filter((one) => drawn(one) && !isTold(one)),
    "field without a label": all("main :is(input:not([type=hidden]), select, textarea)")
      .filter((one) => drawn(one) && !(one.labels?.length || named(one))),
    "smaller than a finger": all("a[href], button, input, summary, label[for]")
      .filter((one) => isSmall(one) && !isAlone(one)),
    "words cut off": all("body *").filter(isCut),
    "words beside the screen": all("main *").filter(isBeside),
  };
  return Object.entries(rules).flatMap(([rule, found]) => found.map((one) => `${rule}: ${words(one)}`));
}"""


def broken(page: Page) -> list[str]:
    """Give each fault: the rule, and the beginning of the element."""
    page.evaluate("scrollTo(0, 0)")
    found: list[str] = page.evaluate(_BROKEN, SMALLEST_TARGET)
    return found
