/**
 * Calculators for a meeting: attendance, a vote, how many spoke. Each shows the rule it compares with, what that rests
 * on and how sure it is, and gives a sentence for the minutes. Nothing typed here is kept, but for the branch's own.
 */

import { onPage } from "../lifecycle.js";
import { basesOf } from "./bases.js";
import { branch } from "./branch.js";
import { button, field, freshId, make } from "./elements.js";
import { written } from "./numbers.js";
import { rulesOf } from "./rules.js";
import { attendance, needed, percent, vote } from "./shares.js";
import { speaker } from "./speaking.js";

const MOST = 2000;

onPage(() => {
  const place = document.querySelector("[data-sh-tool=calculators]");
  const rules = rulesOf("calculators");
  if (!place || !rules) return;
  const own = branch();
  const rulesFor = (of) => rules.shares.filter((rule) => rule.of === of);
  place.append(
    attendanceSheet(own, rulesFor("attendance")),
    voteSheet(own, rulesFor("vote")),
    speakingSheet(rulesFor("speaking")),
  );
  place.hidden = false;
}, "calculators");

function attendanceSheet(own, known) {
  const fields = {
    total: "Tổng số, kể cả người được miễn",
    exempt: "Trong đó được miễn",
    present: "Có mặt",
    excused: "Vắng có lý do, không kể người được miễn",
  };
  const begin = { total: own.members, exempt: own.exempt ?? 0, excused: 0 };
  return sheet("Tỷ lệ dự", fields, begin, known, (given, rule) => {
    if (given.total === 0) return { fault: "Tổng số phải lớn hơn 0." };
    const found = attendance(given);
    if (found.fault) return found;
    const lines = [`Trên tổng số: ${given.present}/${given.total}, ${written(found.share)}%.${verdict(rule, given.present, given.total)}`];
    if (given.exempt && found.withoutExempt !== null) {
      const words = verdict(rule, given.present, found.due);
      lines.push(`Không tính người được miễn: ${given.present}/${found.due}, ${written(found.withoutExempt)}%.${words}`);
    }
    if (found.unexcused) lines.push(`Vắng không lý do: ${found.unexcused}.`);
    const exempt = given.exempt ? `, được miễn ${given.exempt}` : "";
    const absent = `vắng có lý do ${given.excused}, vắng không lý do ${found.unexcused}`;
    return { lines, minutes: `Có mặt ${given.present}/${given.total} (${written(found.share)}%), ${absent}${exempt}.` };
  });
}

function verdict(rule, part, whole) {
  if (!rule) return "";
  const least = needed(rule, whole);
  return part >= least ? ` Đạt mức (cần ${least}).` : ` Chưa đạt mức (cần ${least}).`;
}

function voteSheet(own, known) {
  const fields = {
    entitled: "Số người được biểu quyết",
    agree: "Đồng ý",
    against: "Không đồng ý",
    other: "Ý kiến khác",
    blank: "Phiếu trắng, không biểu quyết",
  };
  const begin = { entitled: own.members, against: 0, other: 0, blank: 0 };
  return sheet("Biểu quyết", fields, begin, known, (given, rule) => {
    if (given.entitled === 0) return { fault: "Số người được biểu quyết phải lớn hơn 0." };
    const counted = `Đồng ý ${given.agree}/${given.entitled}`;
    const rest = `không đồng ý ${given.against}, ý kiến khác ${given.other}, phiếu trắng hoặc không biểu quyết ${given.blank}`;
    const share = written(percent(given.agree, given.entitled));
    const minutes = `${counted} (${share}%), ${rest}.`;
    if (!rule) return { lines: [`${counted}, ${share}%.`], minutes };
    const found = vote(rule, given);
    if (found.fault) return found;
    const end = found.reached
      ? `Đạt: cần ít nhất ${found.least} người đồng ý.`
      : `Không đạt: cần ít nhất ${found.least} người đồng ý, còn thiếu ${found.least - given.agree}.`;
    const silent = found.silent ? [`Chưa ghi ý kiến của ${found.silent} người.`] : [];
    return { lines: [`${counted}, ${share}%. ${end}`, ...silent], minutes };
  });
}

function speakingSheet(known) {
  const fields = { present: "Có mặt", spoke: "Đã phát biểu" };
  return sheet("Tỷ lệ phát biểu", fields, {}, known, (given, rule) => {
    if (given.present === 0) return { fault: "Số có mặt phải lớn hơn 0." };
    if (given.spoke > given.present) return { fault: "Số phát biểu nhiều hơn số có mặt." };
    const words = `${given.spoke}/${given.present} người dự phát biểu, ${written(percent(given.spoke, given.present))}%.`;
    return { lines: [`${words}${verdict(rule, given.spoke, given.present)}`], minutes: words };
  });
}

/**
 * Make one calculator: number fields, the rules to choose from, the outcome and its sentence for the minutes.
 *
 * `count(given, rule)` gives `{ fault }` or `{ lines, minutes }`.
 */
function sheet(title, labels, begin, known, count) {
  const heading = make("h2", { id: freshId("sheet") }, title);
  const outcome = make("div", { class: "sh-outcome" });
  const voice = speaker();
  const fields = Object.entries(labels).map(([name, label]) => {
    const made = field(label, { inputmode: "numeric", class: "sh-entry-field sh-entry-field--number", maxlength: 4 });
    made.field.value = begin[name] ?? "";
    made.field.addEventListener("input", draw);
    return [name, made];
  });
  const choice = known.length > 1 && field("So với mức", { kind: "select" });
  if (choice) {
    known.forEach((rule, index) => choice.field.append(make("option", { value: index }, `${rule.meeting}: ${rule.words}`)));
    choice.field.addEventListener("change", draw);
  }
  const chosen = () => known[choice ? Number(choice.field.value) : 0];

  function draw() {
    const given = {};
    let wrong = false;
    for (const [name, made] of fields) {
      const text = made.field.value.trim();
      const valid = /^\d{1,4}$/.test(text) && Number(text) <= MOST;
      made.say(text && !valid ? `Ghi một số từ 0 đến ${written(MOST)}.` : "");
      wrong ||= !valid;
      given[name] = Number(text);
    }
    const found = wrong ? { lines: [] } : count(given, chosen());
    show(found);
    voice.say([found.fault, ...(found.lines ?? [])].filter(Boolean).join(" "));
  }

  function show({ fault, lines = [], minutes }) {
    const rule = chosen();
    outcome.replaceChildren(
      ...(fault ? [make("p", { class: "sh-wrong" }, fault)] : []),
      ...lines.map((line) => make("p", { class: "sh-outcome__line" }, line)),
      ...(minutes ? [minutesLine(minutes)] : []),
      rule ? ruleLine(rule) : make("p", { class: "sh-meta" }, "Chưa thấy văn bản nào trong cẩm nang đặt mức chung."),
    );
  }

  draw();
  const rows = fields.map(([, made]) => made.row);
  return make("section", { class: "sh-calculator", "aria-labelledby": heading.id }, heading, ...rows, choice && choice.row, outcome, voice.element);
}

function ruleLine(rule) {
  const from = make("a", { href: rule.href }, rule.meeting);
  return make("div", { class: "sh-outcome__rule" }, make("p", {}, rule.words, " (", from, ")"), basesOf(rule.bases));
}

/** A sentence to be taken over into the minutes: copied by a button, or selected by hand where that is refused. */
function minutesLine(words) {
  const text = make("span", {}, words);
  const copy = button("Chép câu này", async () => {
    try {
      await navigator.clipboard.writeText(words);
      copy.textContent = "Đã chép";
    } catch {
      getSelection().selectAllChildren(text);
      copy.textContent = "Đã chọn, bấm chép";
    }
  });
  return make("div", { class: "sh-outcome__minutes" }, make("p", {}, "Ghi biên bản: ", text), copy);
}
