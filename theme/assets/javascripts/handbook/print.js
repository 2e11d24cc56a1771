/**
 * Puts buttons to print beside the files of a page: blank, as filled in, in large letters.
 *
 * What each shows is told to the print sheets by an attribute of the root, which goes when printing is done.
 * Without scripts the browser's own menu prints the page as it stands.
 */

import { onPage } from "./lifecycle.js";

const WAYS = {
  blank: "In bản trống",
  filled: "In bản đã điền",
  plain: "In trang này",
  large: "In chữ to",
};

/** Which buttons a page has: to print what is filled in, something must be there to fill in. */
function waysOf(bar) {
  if (bar.dataset.shUse !== "filled-in") return ["plain", "large"];
  return document.querySelector(".md-content :is(input, textarea, select)")
    ? ["blank", "filled", "large"]
    : ["blank", "large"];
}

/** Fetch the letters that only papers have: a browser does not wait for them once it prints. */
function paperLetters() {
  if (!document.querySelector(".sh-sheet--official")) return Promise.resolve();
  const missing = [...document.fonts].filter((face) => face.status === "unloaded");
  return Promise.allSettled(missing.map((face) => face.load()));
}

async function printAs(way) {
  await paperLetters();
  document.documentElement.dataset.shPrint = way;
  window.print();
}

function offer() {
  const bar = document.querySelector(".sh-take[data-sh-use]");
  if (!bar || bar.querySelector(".sh-prints")) return;
  const row = document.createElement("div");
  row.className = "sh-prints";
  for (const way of waysOf(bar)) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = WAYS[way];
    button.addEventListener("click", () => printAs(way));
    row.append(button);
  }
  bar.prepend(row);
  bar.hidden = false;
}

addEventListener("afterprint", () => delete document.documentElement.dataset.shPrint);
onPage(offer);
