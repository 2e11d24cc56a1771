/**
 * Numbers as Vietnamese readers write them, and points as whole hundredths, so that sums and comparisons are exact.
 */

/** Give points in whole hundredths, a half rounded away from zero; null for what is no finite number. */
export function hundredths(points) {
  if (!Number.isFinite(points)) return null;
  // The decimal digits are shifted, not the binary number: 4,995 is 499,5 hundredths, not a little less.
  const [digits, exponent = "0"] = String(Math.abs(points)).split("e");
  const amount = Math.round(Number(`${digits}e${Number(exponent) + 2}`));
  return points < 0 && amount ? -amount : amount;
}

/** Give a share in percent, rounded to two digits as score sheets do. */
export const percentOf = (share) => Math.round(share * 10_000) / 100;

/** Write a number with a decimal comma and points between thousands: "1.440", "94,44". */
export function written(value) {
  const text = value.toLocaleString("en-US", { maximumFractionDigits: 20, useGrouping: true });
  return text.replace(/[,.-]/g, (sign) => ({ ",": ".", ".": ",", "-": "−" })[sign]);
}

/** Read a number as people type it, "7,5" or "7.5"; null for nothing, NaN for what is no number. */
export function readNumber(text) {
  const plain = text.normalize("NFKC").trim();
  if (!plain) return null;
  return /^[-+−]?(\d+([.,]\d*)?|[.,]\d+)$/.test(plain) ? Number(plain.replace(",", ".").replace("−", "-")) : NaN;
}
