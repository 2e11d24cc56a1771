/**
 * Makes the menu and search buttons of the header work, and keeps focus where the reader can see it.
 *
 * Material opens both with hidden checkboxes and labels, which a keyboard cannot reach.
 * Without scripts a label stands in for the menu button, and the page still reads.
 */

import { onPage, whileHere } from "./lifecycle.js";

const NARROW = matchMedia("(max-width: 76.234375em)");

/** Let a button open and close what its checkbox stands for, and say which of the two it is. */
function connect(button, checkbox) {
  const tell = () => button.setAttribute("aria-expanded", String(checkbox.checked));
  tell();
  checkbox.addEventListener("change", tell);
  button.addEventListener("click", () => checkbox.click());
}

/** Send focus into the open drawer, close it when focus leaves, and give focus back to its button. */
function watchDrawer(button, checkbox, drawer) {
  const close = () => {
    if (checkbox.checked) checkbox.click();
  };
  const enter = () => checkbox.checked && NARROW.matches && drawer.querySelector("a")?.focus();
  checkbox.addEventListener("change", enter, { signal: whileHere() });
  drawer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !checkbox.checked) return;
    close();
    button.focus();
  });
  drawer.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !drawer.contains(event.relatedTarget)) close();
  });
}

/** Put the cursor into the search field as soon as search opens; give focus back to its button when it closes. */
function watchSearch(button, checkbox, field) {
  checkbox.addEventListener("change", () => {
    if (checkbox.checked) field.focus();
    // Material takes focus away from the field only after this; where the field is always shown, the button is not.
    else requestAnimationFrame(() => document.activeElement === document.body && button.focus());
  });
}

/** Keep letters typed outside of fields from doing things: Material opens search on "f", "s" and "/". */
function dropLetterShortcuts() {
  document.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && event.key.length === 1 && !event.target.closest?.("input, textarea, select")) event.stopPropagation();
  });
}

const connected = new WeakSet();

/** The header stays when the theme changes pages; what the drawer holds does not. */
onPage(() => {
  const field = document.querySelector("[data-md-component=search-query]");
  const drawer = document.querySelector("[data-md-type=navigation]");
  for (const button of document.querySelectorAll("[data-sh-toggle]")) {
    const checkbox = document.getElementById(button.dataset.shToggle);
    if (checkbox.id === "__drawer" && drawer) watchDrawer(button, checkbox, drawer);
    if (connected.has(button)) continue;
    connected.add(button);
    connect(button, checkbox);
    // A browser may remember that the drawer was open when the page was loaded anew.
    if (checkbox.id === "__drawer" && checkbox.checked) checkbox.click();
    if (checkbox.id === "__search" && field) watchSearch(button, checkbox, field);
  }
});
dropLetterShortcuts();
