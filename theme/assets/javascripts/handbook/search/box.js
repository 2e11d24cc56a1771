/**
 * The search field and list: what Material's own script leaves undone. Runs before it, because it stands between that script
 * and the worker: it lends a worker to pages opened from a folder, filters by sort, tells how much was found and what to do
 * when nothing was, and hears text that came without a key (pasted, dictated, tapped).
 */
{
  const OWN = "/search/worker.js";
  const FILTER = "handbook-filter";
  const RESULT = 3;
  const SHOWN = 10;
  const BrowserWorker = window.Worker;

  /** A worker for pages without a server: the same script, run in the page itself. */
  class PageWorker extends EventTarget {
    #service;

    constructor(url) {
      super();
      this.#service = new Promise((resolve, reject) => {
        const script = Object.assign(document.createElement("script"), { src: url, onerror: reject });
        script.onload = () => resolve(new window.handbookSearch.Service((data) => this.#tell(data)));
        document.head.append(script);
      });
    }

    #tell(data) {
      this.dispatchEvent(new MessageEvent("message", { data }));
    }

    async postMessage(message) {
      (await this.#service).hear(message);
    }
  }

  /** Find the parts of the box; undefined where a page has none. */
  function partsOf(root) {
    const part = (name) => root?.querySelector(`[data-sh-search="${name}"]`);
    return root && {
      root,
      field: root.querySelector("[data-md-component=search-query]"),
      status: part("status"),
      sorts: part("sorts"),
      none: part("none"),
      words: part("words"),
      sections: part("sections"),
    };
  }

  function button(text, onClick) {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    made.addEventListener("click", onClick);
    return made;
  }

  function statusOf({ query, failed, total }) {
    if (failed) return "Chưa tải được phần tìm kiếm. Kiểm tra mạng rồi gõ lại.";
    if (!query) return "Gõ từ cần tìm, có dấu hay không dấu đều được.";
    if (!total) return "Không thấy trang nào.";
    return total > SHOWN ? `Thấy ${total} trang, hiện ${SHOWN} trang đúng nhất.` : `Thấy ${total} trang.`;
  }

  /** Put other words into the field and search for them. */
  function ask(field, words) {
    field.value = words;
    field.focus();
    field.dispatchEvent(new KeyboardEvent("keyup"));
  }

  /** Show one button for each sort of page found; the pressed one leaves only its own. */
  function showSorts({ sorts: place, field }, worker, { sorts = [], sort = "" }) {
    const choices = sorts.length > 1 ? [{ id: "", label: "Tất cả" }, ...sorts] : [];
    const focused = place.contains(document.activeElement) ? document.activeElement.dataset.shSort : undefined;
    place.replaceChildren(
      ...choices.map(({ id, label, count }) => {
        const made = button(count ? `${label} (${count})` : label, () => worker.postMessage({ type: FILTER, data: id }));
        made.dataset.shSort = id;
        made.setAttribute("aria-pressed", String(id === sort));
        return made;
      }),
    );
    place.hidden = !choices.length;
    if (focused === undefined) return;
    (Array.from(place.children).find(({ dataset }) => dataset.shSort === focused) ?? field).focus();
  }

  /** Say what else there is when nothing was found: words that look alike, and the sections of the site. */
  function showNone({ none, words: place, sections, field }, { query, total, words = [], failed }) {
    none.hidden = !query || failed || total > 0;
    if (none.hidden) return;
    place.hidden = !words.length;
    place.querySelector("span").replaceChildren(...words.flatMap((word) => [button(word, () => ask(field, word)), " "]));
    const links = document.querySelectorAll("#danh_muc .sh-nav__link--section");
    sections.replaceChildren(
      ...Array.from(links, (link) => {
        const item = document.createElement("li");
        item.append(Object.assign(document.createElement("a"), { href: link.href, textContent: link.textContent }));
        return item;
      }),
    );
  }

  function connect(worker, parts) {
    worker.addEventListener("message", ({ data: message }) => {
      const told = message.type === RESULT && message.data.handbook;
      if (!told) return;
      parts.status.textContent = statusOf(told);
      showSorts(parts, worker, told);
      showNone(parts, told);
    });
    parts.field.addEventListener("input", () => parts.field.dispatchEvent(new KeyboardEvent("keyup")));
    for (const type of ["input", "click"]) parts.field.addEventListener(type, open);
    watchKeys(parts);
  }

  /** Material closes search a moment after it has exchanged pages, even if the reader is typing by then. */
  function open() {
    const toggle = document.getElementById("__search");
    if (!toggle.checked) toggle.click();
  }

  /** Let Tab reach the buttons of the box, where Material would close it, and close it when focus has left. */
  function watchKeys({ root, sorts, none }) {
    const hasButtons = () => !sorts.hidden || !none.hidden;
    root.addEventListener("keydown", (event) => {
      const isOnButton = sorts.contains(event.target) || none.contains(event.target);
      if (event.key === "Tab" ? hasButtons() : isOnButton && event.key !== "Escape") event.stopPropagation();
    });
    root.addEventListener("focusout", ({ relatedTarget }) => {
      const toggle = document.getElementById("__search");
      if (relatedTarget && !root.contains(relatedTarget) && toggle.checked) toggle.click();
    });
  }

  const parts = partsOf(document.querySelector("[data-md-component=search]"));
  window.Worker = function Worker(url, options) {
    const isOwn = parts && String(url).includes(OWN);
    const worker = isOwn && location.protocol === "file:" ? new PageWorker(url) : new BrowserWorker(url, options);
    if (isOwn) connect(worker, parts);
    return worker;
  };
}
