/** Closes the meaning of a term when focus goes on: left open, it would lie over what has focus next. */

if ("popover" in HTMLElement.prototype) {
  document.addEventListener("focusin", ({ target }) => {
    const open = document.querySelector(".sh-term:popover-open");
    if (open && !open.contains(target) && target.getAttribute("popovertarget") !== open.id) open.hidePopover();
  });
}
