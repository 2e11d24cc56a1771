/** "Chi bộ của tôi": what a branch is called and how many it counts, entered once on this device for all tools. */

import { read, write } from "./store.js";

const BRANCH = "branch";
const LONGEST_NAME = 160;
const MOST_MEMBERS = 2000;

/**
 * The branch's values; what was never entered is "" (texts) or null (numbers).
 *
 * `superior` and `name` are texts, `members` and `exempt` whole numbers, `day` the usual day of the month.
 */
export function branch() {
  const value = read(BRANCH) ?? {};
  return {
    superior: text(value.superior),
    name: text(value.name),
    members: whole(value.members, 0, MOST_MEMBERS),
    exempt: whole(value.exempt, 0, MOST_MEMBERS),
    day: whole(value.day, 1, 31),
  };
}

/** Change some of the values; gives null, or why they are kept for this visit only. */
export function setBranch(changes) {
  return write(BRANCH, () => ({ ...branch(), ...changes, at: Date.now() }));
}

function text(value) {
  return typeof value === "string" ? value.slice(0, LONGEST_NAME) : "";
}

function whole(value, least, most) {
  return Number.isInteger(value) && value >= least && value <= most ? value : null;
}
