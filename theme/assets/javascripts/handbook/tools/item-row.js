/** One item of a checklist: its box, and under it who does it and a note, made when they are first needed. */

import { field, make } from "./elements.js";
import { digest, longest } from "./runs.js";

const WRITTEN_FIELDS = {
  who: { label: "Ai nhận việc", hint: "Ghi chức vụ hoặc tổ, không ghi họ tên.", printed: "Nhận việc" },
  note: { label: "Ghi thêm", hint: "", printed: "Ghi thêm", kind: "textarea", rows: "2" },
};

/** Take hold of an item; `set(field, is)` is called with what the reader does. */
export function itemRow(place, set) {
  const box = place.querySelector(".sh-item__box");
  const sentence = place.querySelector(".sh-item__sentence");
  const words = sentence.textContent.trim();
  const number = place.querySelector(".sh-item__number").textContent.trim();
  const changed = make("span", { class: "sh-chip sh-chip--status sh-chip--unclear", hidden: true }, "Đã đổi từ lần đánh dấu");
  const written = make("p", { class: "sh-paper sh-mark__written" });
  const details = make(
    "details",
    { class: "sh-item__notes sh-mark" },
    make("summary", {}, "Giao việc, ghi thêm ", make("span", { class: "sh-unseen" }, `cho việc ${number}`)),
  );
  let fields = null;
  place.append(details);
  place.querySelector(".sh-item__main").append(changed, written);
  box.addEventListener("change", () => set("done", box.checked));
  details.firstChild.addEventListener("click", opened); // before it opens, so that Tab leads into it

  function opened() {
    if (fields) return fields;
    fields = Object.fromEntries(
      Object.entries(WRITTEN_FIELDS).map(([name, { label, hint, kind, rows }]) => {
        const made = field(label, { hint, kind: kind ?? "input", rows, maxlength: longest(name) });
        made.field.addEventListener("input", () => set(name, made.field.value));
        details.append(made.row);
        return [name, made.field];
      }),
    );
    return fields;
  }

  /** Show what is kept of the item; what the reader is writing at this moment stays. */
  function show(item, differs) {
    box.checked = Boolean(item?.done?.is);
    sentence.classList.toggle("sh-item__sentence--done", box.checked);
    if (changed.hidden === differs) changed.hidden = !differs;
    const texts = Object.keys(WRITTEN_FIELDS).map((name) => [name, item?.[name]?.is ?? ""]);
    const filled = texts.filter(([, words]) => words);
    if (filled.length > 0 && !fields) {
      opened();
      details.open = true;
    }
    for (const [name, words] of fields ? texts : []) {
      if (fields[name] !== document.activeElement) fields[name].value = words;
    }
    written.textContent = filled.map(([name, words]) => `${WRITTEN_FIELDS[name].printed}: ${words}`).join(" – ");
  }

  return { id: place.id, number, digest: digest(words), show };
}
