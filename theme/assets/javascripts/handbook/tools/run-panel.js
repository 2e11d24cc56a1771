/** Which meeting a checklist is marked for, which others are kept, and what changed since it was marked. */

import { isoOf, isoWords, readDay, today } from "./calendar.js";
import { button, field, make } from "./elements.js";
import { isMarked, runOf, UNDATED } from "./runs.js";
import { DATA_PAGE, KEPT_HERE, NO_NAMES } from "./words.js";

/** What a run is called. */
export const runWords = (day) => (day === UNDATED ? "buổi chưa ghi ngày" : `buổi ngày ${isoWords(day)}`);

/**
 * Make the panel. `open(day)` shows another meeting; `move(day)` gives this one another day, unless that day has marks;
 * `acknowledge()` is called when the reader has read what changed.
 */
export function runPanel({ open, move, acknowledge, number }) {
  const now = make("strong");
  const told = make("p", { class: "sh-told", role: "status" });
  const changes = make("div", { class: "sh-note sh-note--unclear", role: "note", hidden: true });
  const day = field("Ngày họp", { hint: "Ngày, tháng, năm. Ví dụ: 3/12/2026", inputmode: "numeric" });
  const others = make("ul", { class: "sh-runs", role: "list" });
  const go = make("button", { class: "sh-button", type: "submit" });
  const mend = button("Sửa ngày của buổi này", () => asDay(changeDay));
  const form = make("form", { class: "sh-day", novalidate: true }, day.row, make("div", { class: "sh-buttons" }, go, mend));
  const more = make("details", { class: "sh-more" }, make("summary", {}, "Ngày họp, buổi khác"), form, others);
  const element = make(
    "section",
    { class: "sh-run sh-screen", "aria-label": "Buổi đang đánh dấu" },
    make("p", { class: "sh-run__now" }, "Đang đánh dấu cho ", now, "."),
    more,
    make("p", { class: "sh-meta" }, KEPT_HERE, " ", NO_NAMES, " ", dataLink()),
    changes,
    told,
  );
  let shown = UNDATED;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    asDay(shown === UNDATED ? changeDay : opened);
  });

  function asDay(use) {
    const found = readDay(day.field.value, today());
    day.say(found.fault ?? "");
    if (found.fault) day.field.focus();
    else use(isoOf(found.day));
  }

  function changeDay(to) {
    if (to === shown) return;
    if (move(to)) told.textContent = `Đã ghi: ${runWords(to)}.`;
    else day.say(`Đã có dấu của ${runWords(to)}. Mở buổi đó ở danh sách bên dưới.`);
  }

  function opened(to) {
    open(to);
    told.textContent = `Đang mở ${runWords(to)}. Buổi trước vẫn còn trong danh sách.`;
  }

  /** Show what is kept, and how the page differs from what was marked for the current meeting. */
  function show(kept, current, differ) {
    shown = current;
    now.textContent = runWords(current);
    if (document.activeElement !== day.field) day.field.value = current === UNDATED ? "" : isoWords(current);
    go.textContent = current === UNDATED ? "Ghi ngày họp" : "Sang buổi ngày này";
    mend.hidden = current === UNDATED;
    const days = Object.keys(kept.runs).filter((one) => one !== current).sort().reverse();
    others.replaceChildren(...days.map((one) => make("li", {}, button(otherWords(kept, one), () => opened(one)))));
    showChanges(runOf(kept, current), differ);
  }

  function showChanges(run, { changed, added, gone }) {
    const lines = [
      changed.length > 0 && [`${changed.length} mục đã đổi từ lần đánh dấu: `, ...linked(changed), ". Đọc lại rồi đánh dấu lại nếu cần."],
      added.length > 0 && [`${added.length} mục mới: `, ...linked(added), "."],
      gone.length > 0 && [`${gone.length} mục đã đánh dấu không còn trong bảng kiểm.`, ...oldNotes(run, gone)],
    ].filter(Boolean);
    changes.hidden = lines.length === 0;
    if (changes.hidden) return changes.replaceChildren();
    changes.replaceChildren(
      make("p", { class: "sh-note__title" }, "Bảng kiểm đã đổi"),
      ...lines.map((line) => make("p", {}, ...line)),
      button("Đã đọc", () => {
        acknowledge();
        more.querySelector("summary").focus();
      }),
    );
  }

  function linked(ids) {
    return ids.flatMap((id, index) => [index > 0 ? ", " : "", make("a", { href: `#${id}` }, number(id))]);
  }

  return { element, show };
}

function otherWords(kept, day) {
  const items = Object.values(runOf(kept, day).items);
  const done = items.filter((item) => item.done?.is).length;
  return `Mở ${runWords(day)}: xong ${done} việc${items.some((item) => isMarked(item) && !item.done?.is) ? ", có ghi thêm" : ""}`;
}

function oldNotes(run, ids) {
  const notes = ids.map((id) => [run.items[id].who?.is, run.items[id].note?.is].filter(Boolean).join(", ")).filter(Boolean);
  return notes.length > 0 ? [` Đã ghi ở đó: “${notes.join("”; “")}”.`] : [];
}

function dataLink() {
  const page = document.querySelector(DATA_PAGE);
  return page ? make("a", { href: page.href }, page.textContent.trim()) : "";
}
