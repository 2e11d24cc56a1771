/**
 * The plan of one meeting: its deadlines and its day in the order of time, and how far each is from today.
 *
 * Counts by the rules that the page carries. Must not know the page.
 */

import { dayWords, spokenDay } from "./calendar.js";
import { deadlines, isDayOff, nextMeeting } from "./schedule.js";

const OFFERED = 3;

/** Give the dates of a plan, the earliest first; the meeting itself has no `id`. */
export function planOf(rules, kind, day) {
  const due = deadlines(rules, rules.meetings[kind].deadlines, day);
  const before = due.filter((one) => one.side === "before");
  const after = due.filter((one) => one.side === "after");
  return [...before, { day, side: "meeting" }, ...after];
}

/** Say how far a day is from today. */
export function distance(day, now) {
  if (day === now) return "hôm nay";
  return day > now ? `còn ${day - now} ngày` : `đã qua ${now - day} ngày`;
}

/** Say what is due today and, where nothing is, what comes next. */
export function todayWords(plan, now, wordsOf) {
  const due = plan.filter((one) => one.day === now);
  if (due.length) return `Hôm nay, ${dayWords(now)}: ${due.map(wordsOf).join(" ")}`;
  const next = plan.find((one) => one.day > now);
  if (!next) return `Hôm nay, ${dayWords(now)}: mọi mốc của buổi này đã qua.`;
  const lead = `Hôm nay, ${dayWords(now)}: chưa có việc đến hạn. Mốc gần nhất`;
  return `${lead}: ${spokenDay(next.day)}, ${distance(next.day, now)}. ${wordsOf(next)}`;
}

/** Give the next meetings of a kind, from today; `usual` is the day of the month that the branch itself keeps to. */
export function nextMeetings(rules, kind, now, usual) {
  const { recurrence } = rules.meetings[kind];
  if (!recurrence) return [];
  const rhythm = usual && recurrence.every_months === 1 ? { ...recurrence, day: usual } : recurrence;
  const found = [];
  for (let from = now; found.length < OFFERED; from = found.at(-1).day + 1) {
    const next = nextMeeting(rules, rhythm, from);
    if (!next) break;
    found.push(next);
  }
  return found;
}

/** Choose the kind whose day comes next; of several on one day the first. */
export function soonestKind(rules, now) {
  const days = Object.keys(rules.meetings).map((kind) => [kind, nextMeetings(rules, kind, now)[0]?.day ?? Infinity]);
  return days.sort(([, one], [, other]) => one - other)[0]?.[0] ?? "";
}

/** Say what is odd about the day of a meeting; empty when nothing is. */
export function dayRemark(rules, day, held) {
  if (held && held.day === day && held.planned !== day) {
    return `${spokenDay(held.planned)} là ngày nghỉ nên chuyển sang ngày này. Ngày lễ thì tự xem lại.`;
  }
  return isDayOff(rules, day) ? "Ngày này là thứ Bảy hoặc Chủ nhật." : "";
}
