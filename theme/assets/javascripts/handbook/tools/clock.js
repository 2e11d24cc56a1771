/** Minutes of an agenda: how they add up, when each step begins, what is left. Must not know the page or the clock. */

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

/** Say whether the steps fill the shortest duration. */
export function sumWords(steps, shortest) {
  const sum = steps.reduce((total, step) => total + step.minutes, 0);
  if (shortest === null) return `Cộng ${sum} phút.`;
  const lack = shortest - sum;
  return lack > 0 ? `Cộng ${sum} phút, còn thiếu ${lack} phút so với tối thiểu ${shortest}.` : `Cộng ${sum} phút, đủ tối thiểu ${shortest}.`;
}

/** Read an hour as people type it, "14:00", "14h", "8 giờ 30"; gives minutes from midnight, or null. */
export function readHour(text) {
  const found = /^(\d{1,2})\s*(?:[:.h]|giờ)\s*(\d{2})?\s*(?:phút)?$/.exec(text.normalize("NFKC").trim().toLowerCase());
  const minutes = found ? Number(found[1]) * 60 + Number(found[2] ?? 0) : null;
  return minutes !== null && Number(found[2] ?? 0) < 60 && minutes < DAY_MINUTES ? minutes : null;
}

/** Write minutes from midnight: "14:05". */
export function hourWords(minutes) {
  const whole = ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}

/** Say how much of a step is left: "2:05", or how much too long it is. */
export function leftWords(step, began, now) {
  const left = Math.ceil((step.minutes * MINUTE - (now - began)) / 1000);
  const plain = `${Math.floor(Math.abs(left) / 60)}:${String(Math.abs(left) % 60).padStart(2, "0")}`;
  return left < 0 ? `Quá ${plain}` : plain;
}

/** Give the minutes that the steps after one, and what is left of it, still take. */
export function minutesLeft(steps, index, began, now) {
  const later = steps.slice(index + 1).reduce((total, step) => total + step.minutes, 0);
  return Math.max(0, Math.ceil((steps[index].minutes * MINUTE - (now - began)) / MINUTE)) + later;
}
