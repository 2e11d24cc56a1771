/** Shares of people: how many came, agreed or spoke, and whether that is enough. Must not know the page. */

import { percentOf } from "./numbers.js";

/** Give how many of a number are enough for a rule: a percentage, more than half, or two thirds. */
export function needed(rule, whole) {
  if (rule.fraction === "more-than-half") return Math.floor(whole / 2) + 1;
  if (rule.fraction === "two-thirds") return Math.ceil((2 * whole) / 3);
  // In hundredths of a percent, so that 90% of 10 is 9 and not a little more.
  return Math.ceil((Math.round(rule.at_least * 100) * whole) / 10_000);
}

/** Give a share in percent. */
export const percent = (part, whole) => percentOf(part / whole);

/**
 * Count an attendance. Who is exempt is in `total`, too; who came although exempt is in `present` like anybody else.
 *
 * Gives `{ fault }`, or the shares with and without the exempt (null where nobody is left) and who is absent for no reason.
 */
export function attendance({ total, exempt, present, excused }) {
  if (exempt > total) return { fault: "Số được miễn nhiều hơn tổng số." };
  if (present > total) return { fault: "Số có mặt nhiều hơn tổng số." };
  if (present + excused > total) return { fault: "Có mặt cộng vắng có lý do nhiều hơn tổng số." };
  const due = total - exempt;
  return {
    share: percent(present, total),
    due,
    withoutExempt: due > 0 && present <= due ? percent(present, due) : null,
    unexcused: Math.max(0, due - present - excused),
  };
}

/** Count a vote; gives `{ fault }`, or the share, how many were needed, and whether that is reached. */
export function vote(rule, { entitled, agree, against, other, blank }) {
  const given = agree + against + other + blank;
  if (given > entitled) return { fault: `Các phiếu cộng lại ${given}, nhiều hơn ${entitled} người được biểu quyết.` };
  const least = needed(rule, entitled);
  return { share: percent(agree, entitled), least, reached: agree >= least, silent: entitled - given };
}
