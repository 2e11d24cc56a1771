/**
 * The score sheet on the page of a scoring table: fields in each criterion's row, the total at the foot of the screen,
 * what is missing and what costs most below. Kept by month on this device.
 */

import { markRoot, onPage } from "../lifecycle.js";
import { button, make, saveAs } from "./elements.js";
import { improvePlan } from "./improve.js";
import { monthChooser, monthWords, thisMonth, yearUntil } from "./months.js";
import { written } from "./numbers.js";
import { rulesOf } from "./rules.js";
import { isOpen, scoreBook } from "./score-book.js";
import { saveFilled } from "./score-file.js";
import { leafFields, questionFields } from "./score-fields.js";
import { bandScale, costlyList, monthTable, openList, totalWords } from "./score-results.js";
import { asked } from "./scoring.js";
import { speaker } from "./speaking.js";
import { onChange, trouble } from "./store.js";
import { NOT_KEPT } from "./words.js";

const PRIVACY = "Điểm chỉ lưu trên máy này, không gửi đi đâu.";

onPage(() => {
  const rules = rulesOf("score");
  const list = document.querySelector(".md-content .sh-criteria");
  if (rules && list) scoreSheet(rules, list);
}, "score");

function scoreSheet(rules, list) {
  const book = scoreBook(rules);
  const leaves = new Map(asked(rules).map((leaf) => [leaf.id, leaf]));
  const groups = new Map(rules.groups.filter((group) => group.has_points).map((group) => [group.id, group]));
  let month = thisMonth();
  let undo = null;

  const kept = make("p", { class: "sh-wrong", hidden: true });
  const chooser = monthChooser("Tháng đang chấm", open);
  const short = button("Chỉ hiện ô chấm", () => {
    const pressed = document.querySelector(".md-content").classList.toggle("sh-scoring-only");
    short.setAttribute("aria-pressed", String(pressed));
  }, { "aria-pressed": "false" });
  const opening = make("div", { class: "sh-score" }, chooser.element, short, make("p", { class: "sh-meta" }, PRIVACY), kept);
  const total = make("p", { class: "sh-total__words", "aria-hidden": "true" });
  const why = make("p", { class: "sh-total__why" });
  const voice = speaker();
  const foot = make("div", { class: "sh-total" }, total, voice.element, why);
  const outcome = make("div", { class: "sh-score" });
  const told = make("p", { class: "sh-told", role: "status" });

  const rowOf = (leaf) => document.getElementById(leaf.id);
  const fields = new Map();
  for (const leaf of leaves.values()) {
    const row = rowOf(leaf);
    if (row) fields.set(leaf.id, leafFields(rules, leaf, row, (text) => done(book.setPoints(month, leaf.id, text))));
  }
  const questions = new Map();
  for (const question of rules.questions) {
    const row = document.getElementById(question.id);
    if (!row) continue;
    const enter = (answer) => done(book.setAnswer(month, question.id, answer));
    questions.set(question.id, questionFields(rules, question, row, enter));
  }
  const sums = new Map();
  for (const group of groups.values()) {
    const head = document.querySelector(`#${CSS.escape(group.id)} > .sh-criterion__head`);
    if (!head || group.leaves.some((leaf) => leaf.id === group.id)) continue;
    const sum = make("p", { class: "sh-points__sum" });
    head.after(sum);
    sums.set(group.id, sum);
  }

  function done(reason) {
    tellTrouble(reason);
    undo = null;
    draw();
  }

  function tellTrouble(reason) {
    kept.textContent = NOT_KEPT[reason] ?? "";
    kept.hidden = !reason;
  }

  function open(chosen) {
    month = chosen;
    undo = null;
    draw();
  }

  function empty() {
    const before = book.entries(month);
    const cleared = month;
    tellTrouble(book.replace(month, { points: {}, answers: {} }));
    undo = () => {
      tellTrouble(book.replace(cleared, before));
      open(cleared);
    };
    draw();
    outcome.querySelector("[data-sh-undo]")?.focus();
  }

  function draw() {
    const { points, answers } = book.entries(month);
    const result = book.result(month);
    chooser.show(month);
    for (const one of result.leaves) {
      const leaf = leaves.get(one.id);
      fields.get(one.id)?.show(String(points[one.id] ?? ""), shown(leaf, one, answers));
      mark(rowOf(leaf), one);
    }
    for (const [id, question] of questions) question.show(answers[id]);
    for (const group of result.groups) {
      const sum = sums.get(group.id);
      if (sum) sum.textContent = `Cộng ${written(group.points)}/${written(group.maximum)} điểm`;
    }
    total.textContent = totalWords(rules, result);
    why.textContent = result.reason;
    told.textContent = "";
    voice.say(`${totalWords(rules, result)}. ${result.reason}`);
    outcome.replaceChildren(...outcomeOf(result));
  }

  function outcomeOf(result) {
    const months = yearUntil(month);
    const scored = new Set(book.scored());
    const resultOf = (one) => (scored.has(one) ? book.result(one) : null);
    const actions = make(
      "div",
      { class: "sh-actions" },
      scored.size ? button("Lưu ra tệp", () => saveAs(`diem-${rules.id}.csv`, asTable(), "text/csv")) : null,
      scored.has(month) ? button("Điền vào tệp Excel", fillFile) : null,
      scored.has(month) ? button("In phiếu đã điền", print) : null,
      scored.size ? button("Lập kế hoạch cải thiện", planned) : null,
      scored.has(month) ? button(`Xóa điểm tháng ${monthWords(month)}`, empty) : null,
      rules.compare ? make("a", { href: `${rules.compare}#bang-1=${rules.id}&thang=${month}` }, "So với bảng khác") : null,
      undo ? button("Lấy lại điểm vừa xóa", undo, { "data-sh-undo": true }) : null,
    );
    return [
      make("h3", {}, `Kết quả tháng ${monthWords(month)}`),
      make("p", { class: "sh-score__total" }, totalWords(rules, result)),
      result.reason ? make("p", {}, `${result.reason}.`) : "",
      bandScale(rules, result.grade) ?? "",
      openList(result, leaves, "missing", "Chưa chấm") ?? "",
      openList(result, leaves, "invalid", "Ghi sai") ?? "",
      ...(result.costliest.length
        ? [make("h3", {}, "Thiếu điểm nhiều nhất"), costlyList(result, leaves, rowWithFacts)]
        : []),
      ...(scored.size ? [make("h3", {}, "Theo tháng"), monthTable(rules, months, resultOf, month, reopen)] : []),
      actions,
    ];
  }

  /** Open a month from the table and keep the focus on it. */
  function reopen(chosen) {
    open(chosen);
    outcome.querySelector(`[aria-label="Mở tháng ${monthWords(chosen)}"]`)?.focus();
  }

  /** Give the row that says what helps: a part's own, else its criterion's. */
  function rowWithFacts(leaf) {
    const row = rowOf(leaf);
    const own = row?.querySelector(":scope > .sh-criterion__facts > .sh-screen");
    return own ? row : row?.parentElement.closest(".sh-criterion") ?? row;
  }

  /** Show a plan made from several months at the page's end. */
  function planned() {
    document.querySelector(".sh-improve")?.remove();
    const { plan, heading } = improvePlan(rules, book, leaves, rowWithFacts);
    list.closest("article").append(plan);
    heading.focus();
  }

  /** The file is of the month that was shown when it was asked for. */
  async function fillFile() {
    told.textContent = await saveFilled(rules, month, book.entries(month));
  }

  function print() {
    document.documentElement.dataset.shPrint = "filled";
    globalThis.print();
  }

  /** Write all months as a table that office programs open: one row a month. */
  function asTable() {
    const head = ["Tháng", ...[...leaves.values()].map((leaf) => `Mục ${leaf.number}`), "Tổng", "Mức", "Ghi chú"];
    const rows = book.scored().map((one) => {
      const result = book.result(one);
      const amounts = result.leaves.map((leaf) => (leaf.state === "scored" ? written(leaf.points) : ""));
      return [monthWords(one), ...amounts, written(result.total ?? result.met), result.grade ?? "", result.reason];
    });
    const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
    return `\ufeff${[head, ...rows].map((row) => row.map(quoted).join(";")).join("\r\n")}\r\n`;
  }

  list.before(opening);
  list.after(foot, outcome, told);
  markRoot("sh-with-total"); // what is jumped to stops above the foot
  tellTrouble(trouble());
  onChange((key, here) => (key === book.key || key === "") && !here && draw());
  draw();
}

/** Put together what a leaf's fields show: why they are closed, what is wrong, what is lacking. */
function shown(leaf, one, answers) {
  const pointed = leaf.maximum !== null;
  const waiting = !isOpen(leaf, answers) && one.state !== "left-out";
  const closed = one.state === "left-out" ? "Không chấm kỳ này" : waiting ? "Trả lời câu hỏi trước khi chấm" : "";
  return { closed, fault: one.fault, full: pointed && one.state === "scored" && !one.lost, lost: pointed ? one.lost : 0 };
}

/** Leave the points where paper prints them. */
function mark(row, one) {
  const head = row?.querySelector(":scope > .sh-criterion__head");
  if (!head) return;
  if (one.state === "scored") head.dataset.shPoints = written(one.points);
  else delete head.dataset.shPoints;
}
