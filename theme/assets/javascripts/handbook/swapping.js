/**
 * What the theme leaves undone when it changes pages without loading them anew: it moves focus into the new page, says
 * its title to those who do not see it, loads the scripts of tools, and never lets a page meet the scripts of another version.
 */

import { onPage } from "./lifecycle.js";

const pageVersion = () => document.querySelector("meta[name=handbook-version]")?.content;
const ownVersion = pageVersion();
const pageScript = document.currentScript?.src;
let spokenTitle;

function sayTitle(words) {
  if (!spokenTitle) {
    spokenTitle = document.createElement("p");
    spokenTitle.className = "sh-unseen";
    spokenTitle.setAttribute("role", "status");
    document.body.append(spokenTitle);
  }
  spokenTitle.textContent = words;
}

/** Focus goes where the skip link leads; a place in the page is scrolled to by the theme. */
function enterPage() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  (target?.closest("[tabindex], a[href]") ?? document.getElementById("noi_dung"))?.focus({ preventScroll: true });
}

function loadTools() {
  if (!document.querySelector("[data-sh-tools]") || document.querySelector('script[src$="/tools.js"]')) return;
  const script = document.createElement("script");
  script.src = new URL("tools.js", pageScript).href;
  document.body.append(script);
}

let isFirstPage = true;
onPage(() => {
  if (isFirstPage) {
    isFirstPage = false;
  } else if (pageVersion() !== ownVersion) {
    location.reload();
  } else {
    loadTools();
    enterPage();
    sayTitle(document.title);
  }
});
