/**
 * From the day of a meeting to its deadlines, and the days of a year's meetings, by the rules that a page carries.
 *
 * A day is a whole number, counted from 1 January 1970: no clock and no time zone can move it.
 * tests/schedule/examples.json holds the cases that this and the library answer alike. Must not know the page.
 */

import { dayIn, lastDayOf, partsOf, weekdayOf } from "./calendar.js";

const MONTHS = 12;

/** Find the last day on which a deadline is kept, for a meeting on a given day. */
function due(rules, offset, meeting) {
  const before = offset.side === "before";
  const count = before ? Math.ceil(offset.days) : Math.floor(offset.days);
  const step = before ? -1 : 1;
  const day = offset.counted_in === "working-day" ? workingDay(rules, meeting, count, step) : meeting + step * count;
  return { ...offset, day };
}

/** Find the days of all deadlines of a meeting, the earliest first. */
export function deadlines(rules, offsets, meeting) {
  return offsets.map((offset) => due(rules, offset, meeting)).sort((one, other) => one.day - other.day);
}

function workingDay(rules, start, count, step) {
  const onward = (day) => (isDayOff(rules, day) ? onward(day + step) : day);
  let day = start;
  for (let left = count; left > 0; left -= 1) day = onward(day + step);
  return onward(day);
}

/** Tell whether a day is a day off; public holidays are not known. */
export const isDayOff = (rules, day) => rules.days_off.includes(weekdayOf(day));

/** Give the days, or the periods, of twelve months from the month of a day; of more where it is held more rarely. */
export function year(rules, rhythm, start) {
  const from = partsOf(start);
  const first = from.year * MONTHS + from.month - 1;
  const every = rhythm.every_months;
  const months = Array.from({ length: Math.max(MONTHS, every) }, (_, index) => first + index);
  if (rhythm.day === null) {
    const ends = months.filter((month) => (month + 1) % every === 0);
    return ends.map((month) => ({ first: inMonth(month - every + 1, 1), last: inMonth(month, Infinity) }));
  }
  return months.filter((month) => month % every === 0).map((month) => held(rules, rhythm, inMonth(month, rhythm.day)));
}

/** Give a day of a month, which is counted from the year 0; a month without that day has its last one instead. */
function inMonth(month, day) {
  const [inYear, number] = [Math.floor(month / MONTHS), (month % MONTHS) + 1];
  return dayIn(inYear, number, Math.min(day, lastDayOf(inYear, number)));
}

function held(rules, rhythm, planned) {
  if (!rhythm.on_day_off || !isDayOff(rules, planned)) return { day: planned, planned };
  const { year: inYear, month } = partsOf(planned);
  const week = rules.first_week.map((number) => dayIn(inYear, month, number)).filter((day) => !isDayOff(rules, day));
  return { day: week.find((day) => day > planned) ?? week.at(-1), planned };
}

/** Give the first meeting that is held on a day or after it; null where no day is common to all. */
export function nextMeeting(rules, rhythm, from) {
  if (!rhythm || rhythm.day === null) return null;
  const found = year(rules, rhythm, from).filter((one) => one.day >= from);
  return found[0] ?? year(rules, rhythm, from + 366)[0] ?? null;
}
