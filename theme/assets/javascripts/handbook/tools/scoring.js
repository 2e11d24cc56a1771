/**
 * From points to a grade and its reasons, by the rules that a page carries. Nothing is filled in.
 *
 * tests/scoring/examples.json holds the cases that this, the library and the spreadsheet answer alike.
 * Must not know the page.
 */

import { hundredths, written } from "./numbers.js";

const MISSING = "missing";
const SCORED = "scored";
const INVALID = "invalid";
export const LEFT_OUT = "left-out";

const fill = (words, values) => words.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
const sum = (amounts) => amounts.reduce((total, amount) => total + amount, 0);
const worth = (leaf) => (leaf.maximum === null ? 100 : hundredths(leaf.maximum));
const hasPoints = (one) => one.leaf.maximum !== null;
const countOf = (leaves, state) => leaves.filter((one) => one.state === state).length;

/** Say what may be given for a leaf. */
function faultWords({ messages }, leaf) {
  if (leaf.maximum === null) return messages.not_an_answer;
  if (!leaf.levels.length) return fill(messages.out_of_range, { maximum: written(leaf.maximum) });
  return fill(messages.not_a_level, { levels: leaf.levels.map((level) => written(level.points)).join("; ") });
}

function isAllowed(rules, leaf, given, amount) {
  if (leaf.maximum === null) return given === rules.met || given === rules.not_met;
  if (leaf.levels.length) return leaf.levels.some((level) => hundredths(level.points) === amount);
  return amount >= 0 && amount <= worth(leaf);
}

/** Judge what was given for a leaf; amounts are hundredths. */
function judge(rules, leaf, given) {
  const told = (state, fault = "") => ({ leaf, state, amount: 0, lost: 0, fault });
  if (given === undefined || given === null) return told(MISSING);
  if (given === rules.not_applicable) {
    return leaf.questions.length ? told(LEFT_OUT) : told(INVALID, rules.messages.always_scored);
  }
  const amount = hundredths(given);
  if (amount === null) return told(INVALID, rules.messages.not_a_number);
  if (!isAllowed(rules, leaf, given, amount)) return told(INVALID, faultWords(rules, leaf));
  return { leaf, state: SCORED, amount, lost: worth(leaf) - amount, fault: "" };
}

/** Tell how a total stands to each band, from the highest down: whether it fits, and whether it is reached. */
function standings(bands, total, lost) {
  let fitted = false;
  return bands.map((band) => {
    const fits = total >= hundredths(band.at_least) && (band.below === null || total < hundredths(band.below));
    fitted ||= fits;
    return { fits, reached: fitted && !band.needs.some((need) => isLacking(need, lost)) };
  });
}

const isLacking = (need, lost) => need.leaves.some((leaf) => lost.get(leaf));

/** Say why there can be no grade whatever the total; empty when there can be one. */
function hindrance(rules, leaves) {
  const { messages } = rules;
  const missing = countOf(leaves, MISSING);
  const invalid = countOf(leaves, INVALID);
  if (!leaves.length) return messages.no_criteria;
  if (missing) return fill(messages.missing, { count: missing });
  if (invalid) return fill(messages.invalid, { count: invalid });
  if (!rules.has_points) return messages.no_points;
  if (!rules.whole) {
    return fill(messages.not_whole, { sum: written(rules.maximum), total: written(rules.declared) });
  }
  return rules.bands.length ? "" : messages.no_bands;
}

function gradeOf(rules, leaves, total, spared) {
  const why = hindrance(rules, leaves);
  if (why) return { grade: null, reason: why };
  const lost = new Map(leaves.map((one) => [one.leaf.id, one.lost]));
  const nothing = new Map(leaves.map((one) => [one.leaf.id, one.state === LEFT_OUT ? worth(one.leaf) : one.lost]));
  const lowest = standings(rules.bands, total, nothing);
  const reached = (found) => found.findIndex((standing) => standing.reached);
  const place = reached(lowest);
  const aimed = lowest.findIndex((standing) => standing.fits);
  if (place !== reached(standings(rules.bands, total + spared, lost))) return { grade: null, reason: rules.messages.open };
  const grade = rules.bands[place]?.title ?? null;
  if (aimed < 0) return { grade: null, reason: rules.messages.outside };
  if (place !== aimed) {
    const band = rules.bands[aimed];
    const numbers = band.needs.filter((need) => isLacking(need, lost)).map((need) => need.number);
    return { grade, reason: fill(rules.messages.lowered, { band: band.title, numbers: numbers.join(", ") }) };
  }
  return { grade, reason: countOf(leaves, LEFT_OUT) ? rules.messages.same : "" };
}

/** Sum up each criterion that gives points; what does not apply this time is in neither number. */
function groupsOf(rules, leaves) {
  return rules.groups.filter((group) => group.has_points).map((group) => {
    const own = leaves.filter((one) => hasPoints(one) && group.leaves.includes(one.leaf));
    const counted = own.filter((one) => one.state !== LEFT_OUT);
    return {
      id: group.id,
      points: sum(own.map((one) => one.amount)) / 100,
      maximum: sum(counted.map((one) => worth(one.leaf))) / 100,
    };
  });
}

/** Give what a table asks, in order. */
export const asked = (rules) => rules.groups.flatMap((group) => group.leaves).filter((leaf) => leaf.asked);

/**
 * Score a table: `given` holds points by the id of the leaf, or `rules.not_applicable`; what is not there is not
 * scored yet. Each leaf's `lost` is what it lacks of its worth.
 */
export function score(rules, given) {
  const leaves = asked(rules).map((leaf) => judge(rules, leaf, given[leaf.id]));
  const pointed = leaves.filter(hasPoints);
  const total = sum(pointed.map((one) => one.amount));
  const spared = sum(pointed.filter((one) => one.state === LEFT_OUT).map((one) => worth(one.leaf)));
  const costly = pointed.filter((one) => one.lost > 0).sort((one, other) => other.lost - one.lost);
  return {
    leaves: leaves.map(({ leaf, state, amount, lost, fault }) => ({
      id: leaf.id, state, points: amount / 100, lost: lost / 100, fault,
    })),
    groups: groupsOf(rules, leaves),
    total: rules.has_points ? total / 100 : null,
    maximum: rules.has_points ? (hundredths(rules.maximum) - spared) / 100 : null,
    met: leaves.filter((one) => !hasPoints(one) && one.amount === 100).length,
    missing: countOf(leaves, MISSING),
    invalid: leaves.filter((one) => one.state === INVALID).map((one) => one.leaf.id),
    costliest: costly.slice(0, rules.most_costly).map((one) => one.leaf.id),
    ...gradeOf(rules, leaves, total, spared),
  };
}
