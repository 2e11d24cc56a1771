/** Brings the pages of a list that is too long for one together on this page. Knows nothing of what is done with it. */

/** The pages that the list of this page stands on, with how many entries they hold; null where this page holds all. */
export function otherPages() {
  const nav = document.querySelector(".sh-pages");
  return nav && { nav, total: Number(nav.dataset.shTotal).toLocaleString("vi") };
}

/**
 * Put the entries of all pages into the list of this one, in their order and under their headings.
 * Gives whether that worked: without a network, or when the reader has left the page, everything stays as it is.
 */
export async function gather(nav, signal) {
  const links = [...nav.querySelectorAll(".sh-pages__turn + .sh-pages__all a")];
  const isHere = (link) => link.getAttribute("aria-current") === "page";
  let pages;
  try {
    pages = await Promise.all(links.map((link) => (isHere(link) ? document : fetched(link.href, signal))));
  } catch {
    return false;
  }
  const sections = new Map();
  for (const entry of pages.flatMap((page) => [...page.querySelectorAll(".sh-entry")])) {
    const section = entry.closest(".sh-section") ?? entry.closest(".sh-entries");
    const heading = section.querySelector("h2")?.id ?? "";
    const known = sections.get(heading) ?? { section, entries: [] };
    known.entries.push(entry);
    sections.set(heading, known);
  }
  for (const section of document.querySelectorAll(".sh-section:has(> .sh-entries)")) section.remove();
  for (const { section, entries } of sections.values()) {
    const list = section.matches(".sh-entries") ? section : section.querySelector(".sh-entries");
    list.replaceChildren(...entries);
    section.querySelector(".sh-section__head .sh-meta")?.remove(); // it says which part of the group this page holds
    nav.before(section);
  }
  nav.remove();
  return true;
}

/** A page's document, its links leading where they led from its own address. */
async function fetched(address, signal) {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const link of page.querySelectorAll(".sh-entry a[href]")) link.href = new URL(link.getAttribute("href"), address).href;
  return page;
}
