/**
 * Narrows a list of records down by what each entry says of itself: kind of branch, place, size and so on.
 *
 * Without this script the list is whole, in its groups. What is chosen stands in the address behind "#", so that it
 * can be passed on and is sent to nobody. A list on several pages is brought together only when a reader asks for it.
 */

import { onPage, whileHere } from "../lifecycle.js";
import { button, freshId, make } from "./elements.js";
import { gather, otherPages } from "./gathering.js";

const ANY = "";

onPage(begin, "finder");

function begin() {
  const entries = [...document.querySelectorAll(".sh-entry")].map((element) => ({ element, facets: facetsOf(element) }));
  const facets = allFacets(entries.filter((entry) => entry.facets.size > 0));
  if (facets.length > 0) offer(entries, facets);
}

/** What an entry can be found by: facet id to its values. */
function facetsOf(element) {
  const found = new Map();
  for (const row of element.querySelectorAll("[data-sh-facet]")) {
    const values = [...row.querySelectorAll("[data-sh-value]")];
    found.set(row.dataset.shFacet, {
      label: row.querySelector("dt").textContent.trim(),
      values: new Map(values.map((value) => [value.dataset.shValue, value.dataset.shWords])),
    });
  }
  return found;
}

/** All facets of the list, each with all its values; one that cannot narrow anything is left out, unless other pages
 * may have other values. */
function allFacets(found) {
  const all = new Map();
  const fullest = [...found].sort((one, other) => other.facets.size - one.facets.size); // it has all in their order
  for (const entry of fullest) {
    for (const [id, { label, values }] of entry.facets) {
      const facet = all.get(id) ?? { id, label, values: new Map() };
      for (const [value, words] of values) facet.values.set(value, words);
      all.set(id, facet);
    }
  }
  return [...all.values()].filter((facet) => facet.values.size > 1 || otherPages());
}

function offer(entries, facets) {
  const chosen = new Map();
  const found = make("p", { class: "sh-finder__found", role: "status" });
  const clear = button("Bỏ mọi lựa chọn", () => {
    chosen.clear();
    changed();
    selects.values().next().value.focus();
  });
  const selects = new Map(facets.map((facet) => [facet.id, selectOf(facet)]));
  const rows = facets.map((facet) =>
    make("div", { class: "sh-field-row" }, make("label", { for: selects.get(facet.id).id }, facet.label), selects.get(facet.id)),
  );
  const groups = [...new Set(entries.map((entry) => entry.element.closest(".sh-section")))].filter(Boolean).map(groupOf);
  const pages = otherPages();
  const more = make(
    "details",
    { class: "sh-more", open: matchMedia("(min-width: 60em)").matches },
    make("summary", {}, "Lọc danh sách"),
    make("div", { class: "sh-finder__fields" }, ...rows),
  );
  const form = make(
    "section",
    { class: "sh-finder sh-screen", "aria-label": "Lọc danh sách" },
    more,
    make("div", { class: "sh-finder__end" }, found, clear),
    pages && wholeList(pages),
  );
  (groups[0]?.element ?? document.querySelector(".sh-entries")).before(form);
  addEventListener("hashchange", () => readAddress() && show(), { signal: whileHere() });
  readAddress();
  show();

  function selectOf(facet) {
    const select = make("select", { id: freshId("facet"), class: "sh-entry-field" });
    const sorted = [...facet.values].sort(([, one], [, other]) => one.localeCompare(other, "vi", { numeric: true }));
    select.append(...[[ANY, "Tất cả"], ...sorted].map(([value, words]) => make("option", { value, "data-words": words }, words)));
    select.addEventListener("change", () => {
      if (select.value === ANY) chosen.delete(facet.id);
      else chosen.set(facet.id, select.value);
      changed();
    });
    return select;
  }

  /** Say what is filtered where the list goes on on other pages, and offer all of it. */
  function wholeList({ nav, total }) {
    const told = make("p", { class: "sh-meta", role: "status" }, `Chỉ lọc ${entries.length} mục ở trang này, trong ${total} mục.`);
    const fetchAll = button(`Lọc cả ${total} mục`, async () => {
      fetchAll.disabled = true;
      told.textContent = "Đang tải các trang khác…";
      const here = whileHere();
      if (await gather(nav, here)) {
        form.remove();
        begin();
        document.querySelector(".sh-finder summary").focus();
      } else if (!here.aborted) {
        fetchAll.disabled = false;
        told.textContent = `Không tải được các trang khác. Vẫn lọc được ${entries.length} mục ở trang này; thử lại khi có mạng.`;
      }
    });
    return make("div", { class: "sh-finder__end" }, told, fetchAll);
  }

  function changed() {
    const kept = new URLSearchParams([...chosen]).toString();
    const page = location.href.split("#")[0];
    history.replaceState(history.state, "", kept ? `${page}#${kept}` : page);
    show();
  }

  /** Take from the address what was chosen; an anchor of the page is no choice. */
  function readAddress() {
    const text = location.hash.slice(1);
    if (text && !text.includes("=")) return false;
    chosen.clear();
    for (const [id, value] of new URLSearchParams(text)) {
      if (facets.some((facet) => facet.id === id && facet.values.has(value))) chosen.set(id, value);
    }
    return true;
  }

  function show() {
    const fits = (entry, except) =>
      [...chosen].every(([id, value]) => id === except || entry.facets.get(id)?.values.has(value));
    for (const entry of entries) entry.element.hidden = !fits(entry);
    for (const group of groups) group.show();
    for (const facet of facets) {
      const select = selects.get(facet.id);
      select.value = chosen.get(facet.id) ?? ANY;
      const left = entries.filter((entry) => fits(entry, facet.id));
      for (const option of select.options) {
        const count = option.value === ANY ? left.length : left.filter((entry) => entry.facets.get(facet.id)?.values.has(option.value)).length;
        option.textContent = `${option.dataset.words} (${count})`;
        option.disabled = count === 0 && !option.selected;
      }
    }
    const count = entries.filter((entry) => !entry.element.hidden).length;
    clear.hidden = chosen.size === 0;
    if (chosen.size > 0) more.open = true;
    found.textContent = count > 0 ? `Thấy ${count}/${entries.length}.` : "Không có mục nào hợp mọi lựa chọn. Bỏ bớt một lựa chọn.";
  }
}

/** A group hides when nothing of it is left, and its heading counts what is. */
function groupOf(element) {
  const heading = element.querySelector(".sh-section__head > :first-child");
  const own = [...element.querySelectorAll(".sh-entry")];
  const words = [...heading.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && /\(\d+\)\s*$/.test(node.data));
  return {
    element,
    show() {
      const left = own.filter((entry) => !entry.hidden).length;
      element.hidden = left === 0;
      if (words) words.data = words.data.replace(/\(\d+\)\s*$/, `(${left})`);
    },
  };
}
