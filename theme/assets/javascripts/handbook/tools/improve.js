/**
 * From criteria that lose points over several months to a plan for the next meeting, on one printed page.
 *
 * What may be done is the page's own advice on each criterion; what is chosen is kept on this device.
 */

import { branch } from "./branch.js";
import { button, field, make } from "./elements.js";
import { monthWords } from "./months.js";
import { written } from "./numbers.js";
import { byIdNow, keyOf } from "./renamed.js";
import { nextSteps } from "./score-results.js";
import { isPlain, read, write } from "./store.js";
import { NOT_KEPT } from "./words.js";

const MONTHS_SEEN = 6;
const LONGEST_TASK = 120;

/**
 * Find the leaves that lost most over some months: `results` are pairs of month and result, the earliest month first.
 *
 * Gives `{ id, lost: [[month, points], …] }`, the one that lost most first, as many as the rules say.
 */
export function weakest(rules, results) {
  const found = new Map();
  for (const [month, result] of results) {
    for (const { id, lost } of result.leaves.filter((one) => one.lost > 0)) {
      found.set(id, [...(found.get(id) ?? []), [month, lost]]);
    }
  }
  const sum = (lost) => lost.reduce((total, [, points]) => total + Math.round(points * 100), 0);
  const weak = [...found].map(([id, lost]) => ({ id, lost, sum: sum(lost) }));
  return weak.sort((one, other) => other.sum - one.sum).slice(0, rules.most_costly);
}

/** Make the plan; `rowOf(leaf)` gives the row of the page that says what helps. */
export function improvePlan(rules, book, leaves, rowOf) {
  const months = book.scored().slice(-MONTHS_SEEN);
  const pointed = (result) => ({ leaves: result.leaves.filter((one) => leaves.get(one.id).maximum !== null) });
  const weak = weakest(rules, months.map((month) => [month, pointed(book.result(month))]));
  const kept = make("p", { class: "sh-wrong" });
  const keep = keeper(keyOf("improve", rules.id, rules.former), rules.renamed, (reason) => {
    kept.textContent = NOT_KEPT[reason] ?? "";
  });
  const name = branch().name;
  const heading = make("h2", { tabindex: "-1" }, "Kế hoạch cải thiện cho kỳ sau");
  const plan = make(
    "section",
    { class: "sh-improve" },
    heading,
    name ? make("p", {}, name) : null,
    make("p", { class: "sh-meta" }, `Theo điểm đã chấm: tháng ${months.map(monthWords).join(", ")}.`),
    kept,
    ...weak.map((one) => task(rules, leaves.get(one.id), one, rowOf, keep)),
    weak.length ? null : make("p", {}, "Không mục nào thiếu điểm."),
    make("div", { class: "sh-buttons" }, button("In kế hoạch", printPlan), button("Đóng kế hoạch", () => plan.remove())),
  );
  return { plan, heading };
}

function printPlan() {
  document.documentElement.dataset.shPrint = "plan";
  globalThis.print();
}

function task(rules, leaf, { lost }, rowOf, keep) {
  const row = rowOf(leaf);
  const told = lost.map(([month, points]) => `${monthWords(month)} thiếu ${written(points)}`).join("; ");
  const who = entry("Ai làm (ghi chức vụ)", leaf.id, "who", keep);
  const by = entry("Xong trước ngày", leaf.id, "by", keep);
  const next = nextSteps(row);
  return make(
    "div",
    { class: "sh-improve__task" },
    make("h3", {}, `${leaf.number}. ${leaf.words}`),
    make("p", { class: "sh-meta" }, `${told} (tối đa ${written(leaf.maximum)}).`),
    make("div", { role: "group", "aria-label": `Việc sẽ làm, mục ${leaf.number}` }, ...waysIn(rules, row).map((way) => wayBox(leaf.id, way, keep))),
    make("div", { class: "sh-improve__who" }, who, by),
    next,
  );
}

/** Read the page's advice on a criterion. */
function waysIn(rules, row) {
  const facts = [...(row?.querySelectorAll(":scope > .sh-criterion__facts > div") ?? [])];
  const ways = facts.find((fact) => fact.querySelector("dt").textContent === rules.ways_label);
  return [...(ways?.querySelectorAll("dd") ?? [])].map((way) => way.textContent.trim());
}

function wayBox(leaf, way, keep) {
  const box = make("input", {
    type: "checkbox",
    class: "sh-choice__box",
    onchange: () => keep.set(leaf, "ways", { ...keep.get(leaf, "ways"), [way]: box.checked }),
  });
  box.checked = keep.get(leaf, "ways")?.[way] === true;
  return make("label", { class: "sh-choice__option" }, box, make("span", {}, way));
}

function entry(label, leaf, name, keep) {
  const { row, field: made } = field(label, { maxlength: LONGEST_TASK });
  made.value = keep.get(leaf, name) ?? "";
  made.addEventListener("input", () => keep.set(leaf, name, made.value));
  return row;
}

/** Keep what is chosen for each leaf under a key. */
function keeper(key, renamed, told) {
  const all = (value = read(key)) => byIdNow(value ?? {}, renamed);
  const own = (leaf, value) => (isPlain(all(value)[leaf]) ? all(value)[leaf] : {});
  return {
    get: (leaf, name) => own(leaf)[name],
    set(leaf, name, chosen) {
      const change = (value) => ({ ...all(value), [leaf]: { ...own(leaf, value), [name]: chosen, at: Date.now() } });
      told(write(key, change));
    },
  };
}
