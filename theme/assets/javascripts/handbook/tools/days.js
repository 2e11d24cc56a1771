/** Days as people write them: day, month, year. A day is kept as "2026-12-03", which sorts. */

const WRITTEN = /^\s*(?:ngày\s*)?(\d{1,2})\s*(?:[/.\-\s]|tháng)+\s*(\d{1,2})\s*(?:[/.\-\s]|tháng|năm)+\s*(\d{2}|\d{4})\s*$/iu;
const KEPT = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Read a written day; "" when it is none, such as 31/02/2026. */
export function readDay(words) {
  const found = WRITTEN.exec(words.normalize("NFC"));
  if (!found) return "";
  const year = found[3].length === 2 ? 2000 + Number(found[3]) : Number(found[3]);
  return isoDay(year, Number(found[2]), Number(found[1]));
}

/** Put a day into its kept form; "" when the calendar has no such day. */
export function isoDay(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 ? date.toISOString().slice(0, 10) : "";
}

/** Say a kept day as it is written here: 03/12/2026. */
export function dayWords(day) {
  const found = KEPT.exec(day);
  return found ? `${found[3]}/${found[2]}/${found[1]}` : "";
}

export function isDay(value) {
  const found = typeof value === "string" ? KEPT.exec(value) : null;
  return Boolean(found) && isoDay(Number(found[1]), Number(found[2]), Number(found[3])) === value;
}
