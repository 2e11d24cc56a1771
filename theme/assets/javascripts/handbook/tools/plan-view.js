/** Shows the plan of a meeting: its dates on the ruler, what to use, the calendar file. Keeps nothing. */

import { dayWords, isoOf, spokenDay } from "./calendar.js";
import { calendarFile } from "./calendar-file.js";
import { basesOf } from "./bases.js";
import { button, make, saveAs } from "./elements.js";
import { distance, planOf, todayWords } from "./plan.js";

/** Show the whole plan: every date with its rule and what that rests on. */
export function wholePlan(rules, kind, day, now) {
  const meeting = rules.meetings[kind];
  const plan = planOf(rules, kind, day);
  const papers = [["Bảng kiểm", meeting.checklists], ["Biểu mẫu, bảng chấm", meeting.forms]];
  return [
    make("h2", {}, `${meeting.title}, ${spokenDay(day)}`),
    make("p", { class: "sh-plan__today" }, todayWords(plan, now, wordsIn(meeting))),
    make("ol", { class: "sh-deadlines", role: "list" }, ...plan.map((one) => milestone(rules, meeting, one, now))),
    make(
      "div",
      { class: "sh-buttons" },
      button("Lưu tệp lịch", () => saveCalendar(rules, kind, day, plan), { class: "sh-button sh-button--first" }),
      button("In kế hoạch", () => globalThis.print()),
    ),
    ...papers.filter(([, list]) => list.length).flatMap(([title, list]) => [make("h3", {}, title), linksOf(list)]),
    make("p", {}, "Các bước của buổi họp và trọn bộ để in: ", make("a", { href: meeting.href }, meeting.title), "."),
  ];
}

/** Show the date before the meeting that comes first, the meeting, and the first date after it. */
export function shortPlan(rules, kind, day, now) {
  const meeting = rules.meetings[kind];
  const plan = planOf(rules, kind, day).filter((one) => !one.place);
  const at = plan.findIndex((one) => one.side === "meeting");
  const chosen = plan.slice(Math.max(0, at - 1), at + 2);
  return [
    make("ol", { class: "sh-deadlines", role: "list" }, ...chosen.map((one) => milestone(rules, meeting, bare(one), now))),
    rules.page && make("p", {}, make("a", { href: `${rules.page}#${kind}=${isoOf(day)}` }, "Mở mọi mốc của buổi này")),
  ].filter(Boolean);
}

/** Leave away what stands on the page of the meeting. */
const bare = (one) => (one.id ? { ...one, who: "", bases: [] } : one);

const wordsIn = (meeting) => (one) => (one.id ? one.words : `${meeting.title}.`);

function milestone(rules, meeting, one, now) {
  const away = make("span", { class: "sh-plan__away" }, distance(one.day, now));
  const day = make("p", { class: "sh-deadline__day" }, sentence(spokenDay(one.day)), " ", away);
  if (!one.id) {
    const words = make("p", { class: "sh-deadline__line" }, meeting.title);
    return make("li", { class: "sh-deadline sh-deadline--meeting" }, day, words);
  }
  const holidays = one.counted_in === "working-day" ? `, ${rules.holidays}` : "";
  return make(
    "li",
    { class: "sh-deadline", "data-sh-due": one.day === now ? "today" : one.day < now ? "past" : "later" },
    day,
    make("p", { class: "sh-deadline__line" }, one.words),
    make("p", { class: "sh-meta" }, "(", make("a", { href: one.href }, one.rule.toLowerCase()), `${holidays})`),
    one.who && make("p", { class: "sh-meta" }, `Ai làm: ${one.who}`),
    one.scope && make("p", { class: "sh-plan__scope" }, make("span", { class: "sh-chip sh-chip--scope" }, one.scope)),
    one.bases.length > 0 && basesOf(one.bases),
  );
}

const sentence = (words) => words[0].toUpperCase() + words.slice(1);

function linksOf(list) {
  return make("ul", { class: "sh-plan__papers" }, ...list.map((one) => make("li", {}, make("a", { href: one.href }, one.words))));
}

function saveCalendar(rules, kind, day, plan) {
  const meeting = rules.meetings[kind];
  const events = plan.map((one) => ({
    key: ["meeting", kind, one.id, isoOf(day)].filter(Boolean).join("."),
    day: one.day,
    summary: one.id ? `${taskOf(one)} (${meeting.title} ${dayWords(day)})` : meeting.title,
    description: one.id ? describe(rules, one, day) : meeting.rhythm,
    url: new URL(one.href ?? meeting.href, location.href).href,
  }));
  saveAs(`${kind}-${isoOf(day)}.ics`, calendarFile(rules.publisher, events), "text/calendar");
}

function taskOf(one) {
  const words = one.words.replace(/\.+$/, "");
  return one.scope ? `${one.scope}: ${words}` : words;
}

function describe(rules, one, day) {
  const counted = `${one.rule}, tính từ buổi họp ${dayWords(day)}.`;
  return [
    one.counted_in === "working-day" ? `${counted} Hạn này ${rules.holidays}.` : counted,
    ...(one.who ? [`Ai làm: ${one.who}.`] : []),
    ...one.bases.map((basis) => `Căn cứ: ${basis.words}. ${basis.certainty}.`),
  ].join("\n");
}
