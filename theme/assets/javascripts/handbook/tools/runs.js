/**
 * What was marked on one checklist, meeting by meeting. Pure: values in, values out.
 *
 * Kept as `{ title, last, runs: { day: { seen, items } } }`. A run belongs to the day of its meeting, or to no day yet.
 * `items` holds, by the item's id, what was set and when: `{ done, who, note }`, each `{ is, at }`.
 * `seen` holds the digest of each item's sentence as it was when it was marked.
 */

import { isDay } from "./calendar.js";
import { isPlain } from "./store.js";

export const UNDATED = "undated";
const LONGEST_WORDS = { who: 120, note: 2000 };
const FIELDS = Object.keys(LONGEST_WORDS);
const ID = /^[a-z][a-z0-9-]{0,79}$/;

export const longest = (field) => LONGEST_WORDS[field];

/** Make sound what may come from anywhere: unknown parts go, the rest stays. */
export function clean(value) {
  const runs = {};
  for (const [day, run] of Object.entries(isPlain(value) && isPlain(value.runs) ? value.runs : {})) {
    if ((day === UNDATED || isDay(day)) && isPlain(run)) runs[day] = cleanRun(run);
  }
  const last = isPlain(value) && value.last in runs ? value.last : (Object.keys(runs).sort().at(-1) ?? UNDATED);
  const title = isPlain(value) && typeof value.title === "string" ? value.title.slice(0, 300) : "";
  return { title, last, runs };
}

function cleanRun(run) {
  const seen = Object.entries(isPlain(run.seen) ? run.seen : {}).filter(
    ([id, digest]) => ID.test(id) && typeof digest === "string" && digest.length < 16,
  );
  const items = Object.entries(isPlain(run.items) ? run.items : {})
    .filter(([id, item]) => ID.test(id) && isPlain(item))
    .map(([id, item]) => [id, cleanItem(item)]);
  return { seen: Object.fromEntries(seen), items: Object.fromEntries(items) };
}

/** What was taken back is kept as well, so that an older copy does not bring it in again. */
function cleanItem(item) {
  const given = ["done", ...FIELDS].filter((field) => isPlain(item[field]));
  return Object.fromEntries(given.map((field) => [field, { is: cleanMark(field, item[field].is), at: time(item[field].at) }]));
}

function cleanMark(field, is) {
  if (field === "done") return is === true;
  return typeof is === "string" ? is.slice(0, LONGEST_WORDS[field]) : "";
}

const time = (value) => (Number.isFinite(value) ? value : 0);

/** The run of a day; an empty one when there is none. */
export const runOf = (kept, day) => kept.runs[day] ?? { seen: {}, items: {} };

export const isMarked = (item) => Boolean(item && (item.done?.is || item.who?.is || item.note?.is));

export const countMarked = (run) => Object.values(run.items).filter(isMarked).length;

export const countDone = (run, ids) => ids.filter((id) => run.items[id]?.done?.is).length;

/** Set one thing of one item; `present` are the digests of the page's items, by id. */
export function marked(kept, day, { id, field, is, at }, present) {
  const run = runOf(kept, day);
  const seen = Object.keys(run.seen).length > 0 ? run.seen : Object.fromEntries(present);
  return withRun(kept, day, {
    seen: { ...seen, [id]: present.get(id) },
    items: { ...run.items, [id]: { ...run.items[id], [field]: { is, at } } },
  });
}

/** Say that the reader has read what changed. */
export function acknowledged(kept, day, present) {
  return withRun(kept, day, { ...runOf(kept, day), seen: Object.fromEntries(present) });
}

/** Take all marks of a run away. */
export function cleared(kept, day) {
  return withRun(kept, day, { seen: {}, items: {} });
}

export function withRun(kept, day, run) {
  return { ...kept, last: day, runs: { ...kept.runs, [day]: run } };
}

/** Give a run another day; nothing changes where that day has marks of its own. */
export function moved(kept, from, to) {
  if (from === to || countMarked(runOf(kept, to)) > 0) return kept;
  const { [from]: run, ...others } = kept.runs;
  return { ...kept, last: to, runs: { ...others, [to]: run ?? runOf(kept, from) } };
}

/** Let marks follow an item whose id was renamed; `nameNow(id)` gives its id now, or nothing. */
export function followed(kept, nameNow) {
  const rename = (values) => Object.fromEntries(Object.entries(values).map(([id, value]) => [nameNow(id) ?? id, value]));
  const runs = Object.entries(kept.runs).map(([day, run]) => [day, { seen: rename(run.seen), items: rename(run.items) }]);
  return { ...kept, runs: Object.fromEntries(runs) };
}

/** What differs between the page and what was marked: ids of items that changed, are new, are gone. */
export function differences(run, present) {
  const known = Object.keys(run.seen).length > 0;
  const ids = [...present.keys()];
  return {
    changed: ids.filter((id) => isMarked(run.items[id]) && id in run.seen && run.seen[id] !== present.get(id)),
    added: known ? ids.filter((id) => !(id in run.seen)) : [],
    gone: Object.keys(run.items).filter((id) => isMarked(run.items[id]) && id in run.seen && !present.has(id)),
  };
}

/** A short digest of a sentence, to see whether it changed. */
export function digest(sentence) {
  let sum = 0x811c9dc5;
  for (const letter of sentence.normalize("NFC").replace(/\s+/g, " ").trim()) {
    sum = Math.imul(sum ^ letter.codePointAt(0), 0x01000193) >>> 0;
  }
  return sum.toString(36);
}
