/** Months as data has them, "2026-11", and as readers do, "11/2026"; and the buttons that lead from one to the next. */

import { button, make } from "./elements.js";

/** Give the reader's own month. */
export function thisMonth() {
  const now = new Date();
  return monthOf(now.getFullYear() * 12 + now.getMonth());
}

/** Give the month so many months later, or earlier. */
export function later(month, count) {
  const [year, number] = month.split("-").map(Number);
  return monthOf(year * 12 + number - 1 + count);
}

/** Give twelve months, the given one last. */
export const yearUntil = (month) => Array.from({ length: 12 }, (_, index) => later(month, index - 11));

export const monthWords = (month) => month.split("-").reverse().join("/");

export const isMonth = (month) => /^\d{4}-(0[1-9]|1[0-2])$/.test(month);

/** Give what is a month, else the other one. */
export const monthOr = (month, other) => (isMonth(month ?? "") ? month : other);

/** Make the line that names a month, with buttons to the months beside it; `go(month)` is called when one is pressed. */
export function monthChooser(label, go) {
  const name = make("p", { class: "sh-month__name" });
  let shown = "";
  const by = (count) => () => go(later(shown, count));
  const element = make(
    "div",
    { class: "sh-month", role: "group", "aria-label": label },
    button("Tháng trước", by(-1)),
    name,
    button("Tháng sau", by(1)),
  );
  const show = (month) => {
    shown = month;
    name.textContent = `Tháng ${monthWords(month)}`;
  };
  return { element, show };
}

function monthOf(count) {
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}
