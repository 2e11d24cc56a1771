/**
 * Takes a reader from an old address to the part of the new page that the old link named. Without scripts the page's
 * own redirect leads to the new page's start, and its list to each part.
 *
 * It stands in the head, before the redirect, and its address never changes: pages of old addresses are kept for years.
 */
(() => {
  const target = document.currentScript.dataset.to;
  if (location.hash) location.replace(new URL(target, location.href).href + location.hash);
})();
