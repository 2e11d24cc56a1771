/**
 * Lets a keyboard scroll what is wider than the page, and only that: tables and code. Keeps tables that a phone shows
 * as cards tables for those who listen.
 *
 * Tables of records come as named regions; tables and code of prose are named here, after the heading above them.
 */

import { onPage } from "./lifecycle.js";

const WIDE = ".sh-scroll, .md-typeset__scrollwrap, .md-typeset pre > code";

/** Name a region after its caption or, failing that, after the nearest heading before it. */
function nameOf(region) {
  const caption = region.querySelector("caption");
  if (caption) return caption.textContent.trim();
  const before = [...document.querySelectorAll(".md-content :is(h1, h2, h3, h4)")].filter(
    (heading) => heading.compareDocumentPosition(region) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const kind = region.matches("code") ? "Đoạn mã" : "Bảng";
  const heading = before.at(-1)?.textContent.trim();
  return heading ? `${kind} trong mục ${heading}` : kind;
}

/** Make a region a stop for the Tab key exactly while there is something to scroll. */
function fit(region) {
  if (region.scrollWidth > region.clientWidth + 1) {
    region.tabIndex = 0;
    region.setAttribute("role", "region");
    if (!region.hasAttribute("aria-labelledby")) region.setAttribute("aria-label", nameOf(region));
  } else {
    region.removeAttribute("tabindex");
    if (region.hasAttribute("aria-labelledby")) return; // a record's table stays a named region
    region.removeAttribute("role");
    region.removeAttribute("aria-label");
  }
}

/** Follow a region and what it holds: either may change its width, when the window does or when the letters arrive. */
function follow(region) {
  const watcher = new ResizeObserver(() => fit(region));
  watcher.observe(region);
  for (const child of region.children) watcher.observe(child);
}

/** Say what a table's parts are: some browsers forget it where styles make blocks of rows and cells. */
function tell(role, parts) {
  for (const part of document.querySelectorAll(`:has(> .sh-table--cards) ${parts}`)) part.role = role;
}

const followed = new WeakSet();

/** Follow every region that is not followed yet. */
function followNew() {
  for (const region of document.querySelectorAll(WIDE)) {
    if (followed.has(region)) continue;
    followed.add(region);
    follow(region);
  }
}

onPage(() => {
  tell("table", "table");
  tell("rowgroup", ":is(thead, tbody)");
  tell("row", "tr");
  tell("columnheader", "thead th");
  tell("rowheader", "tbody th");
  tell("cell", "td");
  followNew();
  // Material puts the tables of prose into their scrolling frame some time after the page has loaded.
  const content = document.querySelector(".md-content");
  const isFramed = ({ addedNodes }) => [...addedNodes].some((node) => node.matches?.(WIDE) || node.querySelector?.(WIDE));
  const watcher = new MutationObserver((changes) => changes.some(isFramed) && followNew());
  if (content) watcher.observe(content, { childList: true, subtree: true });
});
