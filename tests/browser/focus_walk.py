"""Walks through a page by the Tab key and tells each stop that a reader would not see, find or get past.

A walk begins where the focus is, goes once round and ends where it began. Knows no page of any handbook.
"""

from dataclasses import dataclass, field

from playwright.sync_api import Page

MOST_STOPS = 700
"""More than any page has."""

_TOOLS = r"""() => {
  const ONE_COLUMN = 500; // CSS pixels: up to here, what stands later stands lower
  const WANTED = "a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]";
  const isTabbable = (one) =>
    one.tabIndex >= 0 && !one.matches(":disabled, [type=hidden]") && !one.closest("[inert]") &&
    one.checkVisibility({ visibilityProperty: true }) &&
    (one.localName !== "summary" || one === one.parentElement.querySelector(":scope > summary"));
  const words = (one) => `${one.outerHTML.slice(0, 110)}`;
  /** What shows that an element has focus: itself, or for a box that is not drawn, its label. */
  const shownBy = (one) => {
    const label = one.matches("form.md-header__option input") ? one.form.querySelectorAll("label") : []; // one is shown
    return [one, ...(one.labels ?? []), ...label];
  };
  const isDrawn = (one) => {
    const { width, height } = one.getBoundingClientRect();
    return width > 3 && height > 3 && one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const hasRing = (one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle === "auto" || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
  };
  /** Whether a point of an element is on the screen and nothing lies over it. */
  const isClear = (one, x, y) => {
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
    const top = document.elementFromPoint(x, y);
    return Boolean(top) && (one.contains(top) || top.contains(one) || top.closest("label")?.control === one ||
      [...(one.labels ?? [])].some((label) => label.contains(top)));
  };
  const isSeen = (one) => {
    const boxes = [...one.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const points = boxes.flatMap(({ left, right, top, bottom }) => {
      const [from, to] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
      const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
      // Of what is taller than half the screen one end has to be seen, of anything else the middle.
      if (bottom - top > innerHeight / 2) return [[x, from + 4], [x, to - 4]];
      const line = one.scrollTop > 0 ? bottom - 12 : top + 12; // where one writes on: below what is there already
      return [[x, one.localName === "textarea" ? line : (top + bottom) / 2]];
    });
    const clear = points.filter(([x, y]) => isClear(one, x, y));
    return boxes.some(({ height }) => height > innerHeight / 2) ? clear.length > 0 : clear.length === points.length;
  };
  const staysInPlace = (one) => {
    for (let at = one; at; at = at.parentElement)
      if (["fixed", "sticky"].includes(getComputedStyle(at).position) || at.matches("[popover]")) return true;
    return false;
  };
  const unseen = (one) => {
    const [at] = shownBy(one).filter(isDrawn);
    const sight = !at ? ["not drawn"] : isSeen(at) ? [] : ["out of sight or covered"];
    return shownBy(one).some((by) => hasRing(by) && isDrawn(by)) ? sight : [...sight, "no ring"];
  };
  const twoFrames = () => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
  globalThis.focusWalk = {
    stops: () => [...document.querySelectorAll(WANTED)].filter(isTabbable),
    last: undefined,
    met: [],
    wanted: [],
    begin() { Object.assign(this, { last: undefined, met: [], wanted: this.stops() }); },
    /** Look at what has focus: "" or what is wrong with it; null once the walk is round. */
    async look(backwards) {
      const isLocked = document.body.hasAttribute("data-md-scrolllock");
      if (isLocked && !document.getElementById("__search").checked) return "wait";
      const one = document.activeElement;
      if (!one || one === document.body || one === document.documentElement) {
        this.isBetween = true; // the page's end and its beginning
        return "";
      }
      if (one === this.last && !this.isBetween) return `cannot be left: ${words(one)}`;
      if (this.met.includes(one)) return null;
      this.isBetween = false;
      const faults = [];
      const before = this.last;
      // What opens beside a word stands elsewhere in the document, and is left for where one came from.
      if (before?.isConnected && !before.closest("[popover]")) {
        const wanted = backwards ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
        const isInOrder = before.compareDocumentPosition(one) & wanted;
        if (!isInOrder && this.hasTurned) faults.push("out of order");
        if (!isInOrder) this.hasTurned = true; // once, at the page's end
      }
      if (unseen(one).length) await twoFrames(); // scripts bring things back a moment after the page has scrolled
      faults.push(...unseen(one));
      const { top, bottom } = (shownBy(one).find(isDrawn) ?? one).getBoundingClientRect();
      const inText = one.closest("article") && !staysInPlace(one);
      const place = inText ? { top: top + scrollY, bottom: bottom + scrollY } : undefined;
      const isAbove = place && this.place && place.bottom <= this.place.top;
      if (isAbove && !backwards && before.isConnected && innerWidth < ONE_COLUMN) faults.push("above the one before");
      Object.assign(this, { place, last: one });
      this.met.push(one);
      return faults.length ? `${faults.join(", ")}: ${words(one)} at ${Math.round(top)}–${Math.round(bottom)}` : "";
    },
    /** What was never met although it could have been, all along. */
    missed() {
      const groups = new Set(this.met.filter((one) => one.type === "radio").map((one) => one.name));
      const now = new Set(this.stops());
      return this.wanted
        .filter((one) => now.has(one) && !this.met.includes(one) && !(one.type === "radio" && groups.has(one.name)))
        .map((one) => `never met: ${words(one)}`);
    },
  };
}"""


_LOOK = "backwards => focusWalk.look(backwards)"


@dataclass(slots=True)
class Walk:
    """What was met, and what was wrong."""

    stops: int = 0
    faults: list[str] = field(default_factory=list)


def walk(page: Page, *, backwards: bool = False) -> Walk:
    """Press Tab, or Shift and Tab, until the focus is where it was first; gives what a reader would stumble over."""
    page.evaluate(_TOOLS)
    page.evaluate("focusWalk.begin()")
    done = Walk()
    key = "Shift+Tab" if backwards else "Tab"
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        told = page.evaluate(_LOOK, backwards)
        if told == "wait":  # the theme lets a page scroll again a moment after search was left
            page.wait_for_function("() => !document.body.hasAttribute('data-md-scrolllock')")
            told = page.evaluate(_LOOK, backwards)
        if told is None:
            break
        done.stops += 1
        done.faults += [told] if told else []
        if "cannot be left" in told:
            break
    else:
        done.faults.append("no end")
    done.faults += page.evaluate("focusWalk.missed()")
    return done
