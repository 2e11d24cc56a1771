/**
 * When a page begins and ends. Where the theme changes pages without loading them anew, scripts stay and pages go:
 * what was begun on one page must end with it, and begin again on the next.
 */

const starts = new Set();
let leaving = new AbortController();
let shown = contentNow();

function contentNow() {
  return document.querySelector(".md-content");
}

/** Call `start()` now, and anew on every page that comes in the place of this one; a tool's only where it is offered. */
export function onPage(start, tool = "") {
  const begin = () => (!tool || document.querySelector(`[data-sh-tools~="${tool}"]`)) && start();
  starts.add(begin);
  begin();
}

/** The signal that ends what a page listens to outside of itself. */
export const whileHere = () => leaving.signal;

/** Give the root a class while the page is shown: `:has()` there would look through the whole page at every change. */
export function markRoot(name) {
  document.documentElement.classList.add(name);
  whileHere().addEventListener("abort", () => document.documentElement.classList.remove(name));
}

// The theme tells of the first page, too, late or early: only another content is another page.
globalThis.document$?.subscribe(() => {
  if (contentNow() === shown) return;
  shown = contentNow();
  leaving.abort();
  leaving = new AbortController();
  for (const begin of starts) begin();
});
