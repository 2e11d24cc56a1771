/** Months as data has them, "2026-11", and as readers do, "11/2026". */

/** Give the reader's own month. */
export function thisMonth() {
  const now = new Date();
  return monthOf(now.getFullYear() * 12 + now.getMonth());
}

/** Give the month so many months later, or earlier. */
export function later(month, count) {
  const [year, number] = month.split("-").map(Number);
  return monthOf(year * 12 + number - 1 + count);
}

/** Give twelve months, the given one last. */
export const yearUntil = (month) => Array.from({ length: 12 }, (_, index) => later(month, index - 11));

export const monthWords = (month) => month.split("-").reverse().join("/");

export const isMonth = (month) => /^\d{4}-(0[1-9]|1[0-2])$/.test(month);

function monthOf(count) {
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}
