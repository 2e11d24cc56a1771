/**
 * What a score says: the total and its grade, what is missing, what costs most and what to do next, and twelve months.
 *
 * What to do next is taken from the criterion's own row on the page, where the links already stand.
 */

import { button, make, shape } from "./elements.js";
import { monthWords } from "./months.js";
import { percentOf, written } from "./numbers.js";

const MOST_LINKS = 3;
const BARE_NUMBER = /^[\d.]+$/; // "2.4" is understood beside the link before it, not alone

/** Say a total and its grade in a few words. */
export function totalWords(rules, result) {
  const total = rules.has_points
    ? `${written(result.total)}/${written(result.maximum)} điểm`
    : `Đạt ${result.met}/${result.leaves.length}`;
  return result.grade ? `${total}, mức ${result.grade}` : total;
}

/** Draw the grades from the lowest to the highest, the one that is earned marked. */
export function bandScale(rules, grade) {
  if (!rules.bands.length) return null;
  const bands = [...rules.bands].reverse();
  return make("ol", { class: "sh-bands", role: "list", "aria-label": "Các mức" }, ...bands.map((band) =>
    make("li", { class: "sh-bands__one", "aria-current": band.title === grade ? "true" : null }, band.title),
  ));
}

/** List links to the criteria that are not scored yet, or cannot be counted; nothing when there are none. */
export function openList(result, leaves, state, words) {
  const open = result.leaves.filter((one) => one.state === state).map((one) => leaves.get(one.id));
  if (!open.length || open.length === result.leaves.length) return null;
  const links = open.flatMap((leaf, index) => [index ? ", " : "", linkTo(leaf, leaf.number)]);
  return make("p", {}, `${words}: `, ...links, ".");
}

const linkTo = (leaf, words) => make("a", { href: `#${leaf.id}` }, words);

/** List the criteria that cost most, each with what to do next. */
export function costlyList(result, leaves, rowOf) {
  const lost = new Map(result.leaves.map((one) => [one.id, one.lost]));
  return make("ol", { class: "sh-costly", role: "list" }, ...result.costliest.map((id) => {
    const leaf = leaves.get(id);
    const name = linkTo(leaf, `${leaf.number}. ${leaf.words}`);
    const lack = make("strong", { class: "sh-costly__lost" }, `Thiếu ${written(lost.get(id))}/${written(leaf.maximum)}`);
    return make("li", { class: "sh-costly__one" }, make("p", {}, lack, " ", name), nextSteps(rowOf(leaf)));
  }));
}

/** Give the rows about what leads on, problem, items, cases: copies of the page's own. */
export function nextSteps(row) {
  const facts = row?.querySelectorAll(":scope > .sh-criterion__facts > .sh-screen") ?? [];
  const list = make("dl", { class: "sh-costly__next" });
  for (const fact of facts) {
    const named = [...fact.querySelectorAll("a")].filter((link) => !BARE_NUMBER.test(link.textContent.trim()));
    const links = named.slice(0, MOST_LINKS).map((link) => link.cloneNode(true));
    const label = make("dt", {}, fact.querySelector("dt").textContent);
    list.append(make("div", {}, label, ...links.map((link) => make("dd", {}, link))));
  }
  return list.childElementCount ? list : null;
}

/** Show twelve months as a table with bars; `open(month)` is called when one is chosen. */
export function monthTable(rules, months, resultOf, current, open) {
  const head = make("tr", {}, ...["Tháng", rules.has_points ? "Tổng điểm" : "Đạt", "Mức"].map((words) => make("th", { scope: "col" }, words)));
  const rows = months.map((month) => {
    const result = resultOf(month);
    const chosen = button(monthWords(month), () => open(month), {
      class: "sh-button sh-months__month",
      "aria-label": `Mở tháng ${monthWords(month)}`,
      "aria-pressed": String(month === current),
    });
    return make("tr", {}, make("th", { scope: "row" }, chosen), amountCell(rules, result), make("td", {}, gradeWords(result)));
  });
  const table = make(
    "table",
    { class: "sh-table sh-months" },
    make("caption", {}, `Mười hai tháng đến ${monthWords(months.at(-1))}`),
    make("thead", {}, head),
    make("tbody", {}, ...rows),
  );
  return make("div", { class: "sh-scroll" }, table); // with large letters it is wider than a phone
}

function gradeWords(result) {
  if (!result) return "Chưa chấm";
  return result.grade ?? (result.missing ? `Còn ${result.missing} mục` : "Không xếp mức");
}

function amountCell(rules, result) {
  const cell = make("td", { class: "sh-months__amount" });
  if (!result) return cell;
  const [amount, whole] = rules.has_points ? [result.total, result.maximum] : [result.met, result.leaves.length];
  cell.append(bar(whole ? amount / whole : 0), make("span", {}, `${written(amount)}/${written(whole)}`));
  return cell;
}

/** Draw a share of a whole. */
export function bar(share) {
  const part = (name, width) => shape("rect", { class: name, width, height: 1 });
  return shape(
    "svg",
    { class: "sh-bar__drawing", viewBox: "0 0 100 1", preserveAspectRatio: "none", "aria-hidden": "true" },
    part("sh-bar__whole", 100),
    part("sh-bar__part", percentOf(share)),
  );
}
