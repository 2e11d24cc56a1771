/**
 * How one month stands by two scoring tables, side by side: a branch is judged by the central table and by its own
 * place's, and each asks for something else. Totals and grades are each table's own; no criterion is matched with another.
 */

import { onPage } from "../lifecycle.js";
import { field, make } from "./elements.js";
import { monthChooser, monthOr, thisMonth } from "./months.js";
import { percentOf, written } from "./numbers.js";
import { rulesOf } from "./rules.js";
import { scoreBook } from "./score-book.js";
import { bandScale, bar, totalWords } from "./score-results.js";
import { asked } from "./scoring.js";
import { speaker } from "./speaking.js";
import { onChange } from "./store.js";

const SHOWN = 5;
const SIDES = ["Bảng thứ nhất", "Bảng thứ hai"];

onPage(() => {
  const place = document.querySelector("[data-sh-tool=compare]");
  const { tables = [] } = rulesOf("compare") ?? {};
  if (place && tables.length > 1) compare(place, tables);
}, "compare");

function compare(place, tables) {
  const books = new Map(tables.map((rules) => [rules.id, scoreBook(rules)]));
  const months = [...books.values()].flatMap((book) => book.scored()).sort();
  const wanted = new URLSearchParams(location.hash.slice(1));
  const voice = speaker();
  const shown = make("div", { class: "sh-compare" });
  let month = monthOr(wanted.get("thang"), months.at(-1) ?? thisMonth());
  const chooser = monthChooser("Tháng đang so", (to) => {
    month = to;
    draw();
  });
  const begin = SIDES.map((_, index) => wanted.get(`bang-${index + 1}`)).filter((id) => books.has(id));
  const scoredFirst = [...tables].sort((one, other) => Number(isScored(other)) - Number(isScored(one)));
  begin.push(...scoredFirst.map((rules) => rules.id).filter((id) => !begin.includes(id)));
  const choices = SIDES.map((label, index) => {
    const made = field(label, { kind: "select" });
    made.field.append(...tables.map((rules) => make("option", { value: rules.id }, rules.title)));
    made.field.value = begin[index];
    made.field.addEventListener("change", draw);
    return made;
  });

  function isScored(rules) {
    return books.get(rules.id).scored().includes(month);
  }

  function draw() {
    const chosen = choices.map(({ field: select }) => tables.find((rules) => rules.id === select.value));
    const kept = new URLSearchParams([["thang", month], ...chosen.map((rules, index) => [`bang-${index + 1}`, rules.id])]);
    history.replaceState(history.state, "", `#${kept}`);
    chooser.show(month);
    const sides = chosen.map((rules) => ({ rules, result: isScored(rules) ? books.get(rules.id).result(month) : null }));
    shown.replaceChildren(...sides.map(sideOf));
    voice.say(sides.map(({ rules, result }) => `${rules.title}: ${wordsOf(rules, result)}.`).join(" "));
  }

  place.append(
    make("div", { class: "sh-compare__choices" }, ...choices.map((made) => made.row)),
    chooser.element,
    shown,
    voice.element,
  );
  place.hidden = false;
  onChange((key, here) => !here && draw());
  draw();
}

function wordsOf(rules, result) {
  return result ? totalWords(rules, result) : "chưa chấm tháng này";
}

/** Show how the month stands by one table. */
function sideOf({ rules, result }) {
  const heading = make("h2", { class: "sh-compare__name" }, make("a", { href: rules.href }, rules.title));
  if (!result) {
    return make("section", { class: "sh-compare__side" }, heading, make("p", {}, "Chưa chấm tháng này."));
  }
  const [amount, whole] = rules.has_points ? [result.total, result.maximum] : [result.met, result.leaves.length];
  const share = whole ? amount / whole : 0;
  const rows = [
    ["Được", totalWords(rules, result)],
    ["So với tối đa", `${written(percentOf(share))}%`],
    result.reason && ["Vì sao", result.reason],
    ...[["missing", "Chưa chấm"], ["invalid", "Ghi sai"]].map(([state, label]) => leavesIn(rules, result, label, (one) => one.state === state)),
    leavesIn(rules, result, "Thiếu nhiều nhất", (one) => result.costliest.includes(one.id)),
  ].filter(Boolean);
  return make(
    "section",
    { class: "sh-compare__side" },
    heading,
    bar(share),
    make("dl", { class: "sh-compare__facts" }, ...rows.map(([label, ...told]) => make("div", {}, make("dt", {}, label), ...told.map((one) => make("dd", {}, one))))),
    bandScale(rules, result.grade),
  );
}

/** Link to the criteria of a table that are in some state; nothing when none is. */
function leavesIn(rules, result, label, isWanted) {
  const found = new Set(result.leaves.filter(isWanted).map((one) => one.id));
  const leaves = asked(rules).filter((leaf) => found.has(leaf.id));
  const links = leaves.slice(0, SHOWN).map((leaf) => make("a", { href: `${rules.href}#${leaf.id}` }, `${leaf.number}. ${leaf.words}`));
  const rest = leaves.length > SHOWN ? [`và ${leaves.length - SHOWN} mục nữa`] : [];
  return leaves.length > 0 ? [label, ...links, ...rest] : null;
}
