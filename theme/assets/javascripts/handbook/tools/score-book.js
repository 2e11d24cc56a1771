/**
 * What was scored in a table, month by month, as it was typed; kept on this device. Must not know the page.
 */

import { isMonth } from "./months.js";
import { readNumber } from "./numbers.js";
import { byIdNow, keyOf } from "./renamed.js";
import { asked, score } from "./scoring.js";
import { isPlain, read, write } from "./store.js";

const LONGEST_ENTRY = 20;

/** Keep the scores of one table: `rules` are what the page carries. */
export function scoreBook(rules) {
  const key = keyOf("score", rules.id, rules.former);

  function months(value = read(key)) {
    return isPlain(value?.months) ? value.months : {};
  }

  /** Give what was typed in a month: `points` by leaf, `answers` by question. */
  function entries(month, all = months()) {
    const one = isPlain(all[month]) ? all[month] : {};
    const known = (values) => byIdNow(isPlain(values) ? values : {}, rules.renamed);
    return { points: known(one.points), answers: known(one.answers) };
  }

  function change(month, changed) {
    return write(key, (value) => {
      const all = months(value);
      return { months: { ...all, [month]: { ...changed(entries(month, all)), at: Date.now() } } };
    });
  }

  return {
    key,
    entries,
    /** Name the months in which anything was scored, the earliest first. */
    scored: () => Object.keys(months()).filter((month) => isMonth(month) && hasEntries(entries(month))).sort(),
    setPoints: (month, leaf, text) =>
      change(month, (own) => ({ ...own, points: { ...own.points, [leaf]: text.slice(0, LONGEST_ENTRY) } })),
    setAnswer: (month, question, answer) =>
      change(month, (own) => ({ ...own, answers: { ...own.answers, [question]: answer } })),
    replace: (month, own) => change(month, () => own),
    /** Score a month. */
    result: (month) => score(rules, given(rules, entries(month))),
  };
}

const hasEntries = ({ points, answers }) => Object.values(points).some(Boolean) || Object.keys(answers).length > 0;

/** Turn what was typed into points; what is asked before scoring counts only once it is answered. */
function given(rules, { points, answers }) {
  const found = {};
  for (const leaf of asked(rules)) {
    if (leaf.questions.some((question) => answers[question] === false)) found[leaf.id] = rules.not_applicable;
    else if (isOpen(leaf, answers)) found[leaf.id] = readNumber(String(points[leaf.id] ?? ""));
  }
  return found;
}

/** Tell whether a leaf may be scored: everything asked before it is answered with yes. */
export const isOpen = (leaf, answers) => leaf.questions.every((question) => answers[question] === true);
