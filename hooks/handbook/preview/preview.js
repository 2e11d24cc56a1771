// Keeps an open page up to date while the handbook is being edited, and shows what a build has found.
// Served with pages in the preview only; a published site never carries it.

const own = new URL(import.meta.url).searchParams;
const site = Number(own.get("site"));
const outcome = Number(own.get("outcome"));
const placeKey = "preview-place";
const closedKey = "preview-closed";

function element(name, className, ...children) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

function remarkItem(remark) {
  const place = element("code", "preview-place", `${remark.path}:${remark.line}:${remark.column}`);
  const item = element("li", `preview-${remark.severity}`, place, ` ${remark.message} [${remark.code}]`);
  if (remark.hint) {
    item.append(element("p", "preview-hint", `Cách sửa: ${remark.hint}`));
  }
  return item;
}

function panel(state) {
  const isStale = state.outcome_number !== state.site_number;
  const title = isStale
    ? "Chưa dựng được bản mới; trang đang xem là bản gần nhất còn tốt."
    : "Trang đã dựng, còn cảnh báo.";
  const close = element("button", "preview-close", "Đóng");
  close.type = "button";
  const made = element("section", "preview-panel", element("p", "preview-title", title), close);
  made.setAttribute("aria-label", "Kết quả dựng trang");
  if (state.remarks.length) {
    made.append(element("ol", "preview-remarks", ...state.remarks.map(remarkItem)));
  }
  if (state.words) {
    made.append(element("pre", "preview-words", state.words));
  }
  close.addEventListener("click", () => {
    sessionStorage.setItem(closedKey, state.outcome_number);
    made.remove();
  });
  return made;
}

// The frame stands in the page from the start, empty, so that screen readers announce what comes into it.
const frame = element("div", "preview-frame");
frame.setAttribute("role", "status");
document.body.append(frame);

function reload() {
  sessionStorage.setItem(placeKey, JSON.stringify([location.pathname, scrollX, scrollY]));
  location.reload();
}

function returnToPlace() {
  const kept = JSON.parse(sessionStorage.getItem(placeKey) ?? "null");
  sessionStorage.removeItem(placeKey);
  if (kept && kept[0] === location.pathname) {
    scrollTo(kept[1], kept[2]);
  }
}

function show(state) {
  if (state.site_number !== site || (site === 0 && state.outcome_number !== outcome)) {
    reload();
    return;
  }
  const isClosed = sessionStorage.getItem(closedKey) === String(state.outcome_number);
  const hasNews = site !== 0 && !isClosed && (state.remarks.length > 0 || state.words !== "");
  frame.replaceChildren(...(hasNews ? [panel(state)] : []));
}

if (document.readyState === "complete") {
  returnToPlace();
} else {
  addEventListener("load", returnToPlace, { once: true });
}
new EventSource("/_preview/events").addEventListener("message", (event) => show(JSON.parse(event.data)));
