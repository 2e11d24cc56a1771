/** Writes what the branch is called into the blanks that papers have at their head. Seen on paper only. */

import { branch } from "./branch.js";
import { isoWords } from "./calendar.js";
import { onChange } from "./store.js";
import { HEAD_LABELS } from "./words.js";

const LETTERHEAD = { superior: ".sh-letterhead__parent", name: ".sh-letterhead__branch" };

/** Fill the head; `day` is the meeting's, where a tool knows it. */
export function fillHead(day = "") {
  const values = { ...branch(), meeting: isoWords(day) };
  for (const row of document.querySelectorAll(".sh-blanks > li")) {
    const label = row.firstChild.textContent.replace(/[:\s]+$/, "").trim();
    const name = Object.keys(HEAD_LABELS).find((one) => HEAD_LABELS[one] === label);
    const blank = row.querySelector(".sh-fill");
    if (name) blank.textContent = without(label, values[name]);
    blank.classList.toggle("sh-fill--day", name === "meeting");
  }
  for (const [name, place] of Object.entries(LETTERHEAD)) {
    for (const row of document.querySelectorAll(place)) {
      const blank = row.querySelector(".sh-blank");
      blank.textContent = without(row.firstChild.textContent.trim(), values[name]);
      blank.classList.toggle("sh-blank--written", Boolean(values[name]));
    }
  }
}

/** The label stands there already: "Chi bộ" before "thôn A", not before "Chi bộ thôn A". */
function without(label, words) {
  const before = words.slice(0, label.length).toLowerCase() === label.toLowerCase();
  return before ? words.slice(label.length).trim() : words;
}

/** Fill the head now and whenever the branch's values change; `day()` gives the meeting's day. */
export function keepHeadFilled(day = () => "") {
  fillHead(day());
  onChange((key) => (key === "" || key === "branch") && fillHead(day()));
}
