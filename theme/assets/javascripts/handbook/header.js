/**
 * Makes the menu and search labels of the header work from the keyboard, and keeps focus where the reader can see it.
 *
 * Material opens both with hidden checkboxes and labels, which a keyboard cannot reach.
 * Nothing here is needed with a mouse; without scripts the page still reads.
 */

const NARROW = matchMedia("(max-width: 76.234375em)");

/** Turn a label into a button that opens and closes what its checkbox stands for. */
function makeButton(label) {
  const checkbox = document.getElementById(label.dataset.shToggle);
  label.setAttribute("role", "button");
  label.tabIndex = 0;
  const tell = () => label.setAttribute("aria-expanded", String(checkbox.checked));
  tell();
  checkbox.addEventListener("change", tell);
  label.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation(); // Material's own handler would click the label a second time
    label.click();
  });
  return checkbox;
}

/** Send focus into the open drawer, close it when focus leaves, and give focus back to its button. */
function watchDrawer(checkbox, label, drawer) {
  const close = () => {
    if (checkbox.checked) checkbox.click();
  };
  checkbox.addEventListener("change", () => {
    if (checkbox.checked && NARROW.matches) drawer.querySelector("a")?.focus();
  });
  drawer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    close();
    label.focus();
  });
  drawer.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !drawer.contains(event.relatedTarget)) close();
  });
}

/** Keep letters typed outside of fields from doing things: Material opens search on "f", "s" and "/". */
function dropLetterShortcuts() {
  document.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && event.key.length === 1 && !event.target.closest?.("input, textarea, select")) event.stopPropagation();
  });
}

const drawer = document.querySelector("[data-md-type=navigation]");
for (const label of document.querySelectorAll("[data-sh-toggle]")) {
  const checkbox = makeButton(label);
  if (checkbox.id === "__drawer" && drawer) {
    label.setAttribute("aria-controls", "danh_muc");
    watchDrawer(checkbox, label, drawer);
  }
}
dropLetterShortcuts();
