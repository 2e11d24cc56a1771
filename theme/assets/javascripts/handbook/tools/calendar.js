/**
 * Days as whole numbers, counted from 1 January 1970, to count with; and as Vietnamese readers write and type them.
 */

const LENGTH = 86_400_000;
const WEEKDAYS = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
const PAST_KEPT = 60; // days: "3/12" typed in January means last December
const FIRST_YEAR = 1930;
const LAST_YEAR = 2199;
const TYPED =
  /^\D{0,20}?(\d{1,2})(?:\s*[/.,\- ]\s*|\s*tháng\s*)(\d{1,2})(?:(?:\s*[/.,\- ]\s*|\s*năm\s*)(\d{4}|\d{2}))?\s*$/;

/** Give a day of a month of a year; months are counted from 1. */
export const dayIn = (year, month, day) => Math.floor(Date.UTC(year, month - 1, day) / LENGTH);

export const lastDayOf = (year, month) => partsOf(dayIn(year, month + 1, 0)).day;

export function partsOf(day) {
  const moment = new Date(day * LENGTH);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() };
}

/** Number the day of the week from 1, Monday, to 7, as ISO does. */
export const weekdayOf = (day) => ((((day + 3) % 7) + 7) % 7) + 1;

/** Write a day as data has it: "2026-12-03". */
export const isoOf = (day) => new Date(day * LENGTH).toISOString().slice(0, 10);

/** Read a day as data has it; null for anything else. */
export function fromIso(text) {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text ?? "");
  const day = found ? dayIn(Number(found[1]), Number(found[2]), Number(found[3])) : null;
  return day !== null && isoOf(day) === text ? day : null;
}

/** Tell whether a value is a day as data has it. */
export const isDay = (value) => fromIso(value) !== null;

/** Write a day as readers do: "03/12/2026". */
export const dayWords = (day) => isoOf(day).split("-").reverse().join("/");

/** Write a day that data has as readers do; "" for anything else. */
export const isoWords = (iso) => (isDay(iso) ? dayWords(fromIso(iso)) : "");

/** Write a day with its name: "thứ Năm, 03/12/2026". */
export const spokenDay = (day) => `${WEEKDAYS[weekdayOf(day) - 1]}, ${dayWords(day)}`;

/** Give the reader's own today. */
export function today() {
  const now = new Date();
  return dayIn(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/**
 * Read a day as people type it: "3/12", "03.12.2026", "ngày 3 tháng 12 năm 2026", "3-12-26", "hôm nay".
 *
 * Gives `{day}` or `{fault}`, which says what is wrong. Without a year it is the nearest such day that is not long past.
 */
export function readDay(text, now) {
  const plain = text.normalize("NFKC").toLowerCase().trim();
  if (plain === "hôm nay") return { day: now };
  if (plain === "ngày mai" || plain === "mai") return { day: now + 1 };
  if (fromIso(plain) !== null) return { day: fromIso(plain) };
  const found = TYPED.exec(plain);
  if (!found) return { fault: "Ghi ngày, tháng, năm, ví dụ 3/12/2026." };
  const [day, month] = [Number(found[1]), Number(found[2])];
  if (month < 1 || month > 12) return { fault: `Không có tháng ${month}. Ghi ngày trước, tháng sau.` };
  const year = found[3] ? Number(found[3]) + (found[3].length === 2 ? 2000 : 0) : nearestYear(day, month, now);
  if (year < FIRST_YEAR || year > LAST_YEAR) return { fault: `Năm ${year} quá xa. Kiểm lại năm.` };
  if (day < 1 || day > lastDayOf(year, month)) return { fault: `Tháng ${month}/${year} không có ngày ${day}.` };
  return { day: dayIn(year, month, day) };
}

function nearestYear(day, month, now) {
  const { year } = partsOf(now);
  const years = [year - 1, year, year + 1];
  return years.find((one) => dayIn(one, month, Math.min(day, lastDayOf(one, month))) >= now - PAST_KEPT) ?? year;
}
