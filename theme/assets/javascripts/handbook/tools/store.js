/**
 * Keeps what readers do on this device, in the browser's own storage, and nowhere else.
 *
 * Every write starts from what is stored at that moment, so that two tabs do not destroy each other's work. Where the
 * browser refuses or has no room, values live as long as the page does, and whoever writes is told why.
 * Knows no tool: values are plain objects. Where two copies of a value meet (an imported file, a link), whatever holds
 * a time as `at` is one whole of which the newer stays; everything else is joined.
 */

import { whileHere } from "../lifecycle.js";

export const VERSION = 1;
export const LARGEST_IMPORT = 1_000_000; // characters

/** Handbooks of one host share its storage; each has its own root. */
const ROOT = new URL("../../../", document.currentScript?.src ?? location.href).pathname;
const PREFIX = `handbook/${VERSION}${ROOT}|`;
const KEY = /^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)*$/;
const FORMAT = "handbook-tools";
const DEEPEST = 12;
const RUN = "|"; // stands in no key

/** What could not be stored, for the length of the visit: key to JSON. */
const visit = new Map();
const listeners = new Set();

/** The storage, or nothing where the browser refuses it. */
function storage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** Ask without leaving anything: null when values are kept, else why not ("refused", "full"). */
export function trouble() {
  const found = keep("probe", "1");
  remove("probe");
  return found ?? (visit.size > 0 ? "full" : null);
}

function reasonOf(error) {
  // A browser that gives no room at all refuses; one that gave room before is full.
  return error?.name === "QuotaExceededError" && storage()?.length > 0 ? "full" : "refused";
}

/** What was read or written last: key to `{ pieces, value }`, pieces being name to `{ text, value }`. Nobody changes a value. */
const known = new Map();

/**
 * Read a value, which is not to be changed; undefined when there is none.
 *
 * What it holds under `runs` is kept run by run, each under a name of its own, so that a tick writes little. Earlier
 * editions kept all in one; that is read as well, and taken apart when it is next written.
 */
export function read(key) {
  const before = known.get(key);
  const pieces = new Map([key, ...runNames(key)].map((name) => [name, piece(name, before?.pieces.get(name))]));
  if (pieces.size === before?.pieces.size && [...pieces].every(([name, one]) => before.pieces.get(name) === one)) return before.value;
  const [[, { value: own }], ...others] = pieces;
  const runs = Object.fromEntries(others.map(([name, { value }]) => [name.split(RUN)[1], value]));
  const value = isPlain(own?.runs) ? { ...own, runs: joined(runs, own.runs) } : own;
  known.set(key, { pieces, value });
  return value;
}

/** Read one piece, anew only where its text is another: that takes its time. */
function piece(name, own) {
  const text = visit.get(name) ?? storage()?.getItem(PREFIX + name) ?? null;
  return own?.text === text ? own : { text, value: parsed(text) };
}

function parsed(text) {
  if (text === null) return undefined;
  try {
    return JSON.parse(text, /__|\\u/.test(text) ? harmless : undefined); // to look at every name takes its time, too
  } catch {
    return undefined;
  }
}

function harmless(name, value) {
  return name === "__proto__" ? undefined : value;
}

/**
 * Change a value, starting from what is stored now; `change` gives the new one, or undefined to remove it.
 *
 * Gives null when it is kept, else why it is kept for this visit only: "refused" or "full".
 */
export function write(key, change) {
  const value = change(read(key));
  const found = value === undefined ? remove(key) : put(key, value, known.get(key).pieces);
  tell(key, true);
  return found;
}

/** Keep the pieces of a value; `before` are those that are there. */
function put(key, value, before) {
  const runs = isPlain(value.runs) ? Object.entries(value.runs).map(([day, run]) => [key + RUN + day, run]) : [];
  const pieces = new Map([[key, value], ...runs.sort()]);
  if (isPlain(value.runs)) pieces.set(key, { ...value, runs: {} });
  let found = null;
  for (const [name, one] of [...pieces].reverse()) {
    const text = before.get(name)?.value === one ? before.get(name).text : JSON.stringify(one);
    pieces.set(name, { text, value: one });
    // The head comes last: where a run has no room, what held it until now stays as it is.
    if (visit.has(name) || before.get(name)?.text !== text) found = keep(name, text, found);
  }
  for (const name of before.keys()) if (!pieces.has(name)) found ? visit.delete(name) : remove(name);
  known.set(key, { pieces, value });
  return found;
}

/** Keep a text: on the device, unless there is `trouble` already. Gives null, or why it is kept for this visit only. */
function keep(name, text, trouble) {
  try {
    if (trouble) throw trouble;
    storage().setItem(PREFIX + name, text); // where there is none, this throws, too
    visit.delete(name);
    return null;
  } catch (error) {
    visit.set(name, text);
    return trouble ?? reasonOf(error);
  }
}

function remove(key) {
  for (const name of [key, ...runNames(key)]) {
    visit.delete(name);
    storage()?.removeItem(PREFIX + name);
  }
  return null;
}

/** Name all that is there, sorted: values, and runs that are kept apart. */
function names() {
  const own = Object.keys(storage() ?? {}).filter((name) => name.startsWith(PREFIX));
  return [...new Set([...own.map((name) => name.slice(PREFIX.length)), ...visit.keys()])].sort();
}

const runNames = (key) => names().filter((name) => name.startsWith(key + RUN));

/** Name the values that are there, sorted. */
export const keys = () => names().filter((name) => KEY.test(name));

/**
 * Call `listener(key, here)` when a value changes; `here` is false when another tab did it. An empty key means that
 * anything may have changed. Who listens does so as long as the page is shown.
 */
export function onChange(listener) {
  listeners.add(listener);
  whileHere().addEventListener("abort", () => listeners.delete(listener));
}

function tell(key, here) {
  for (const listener of listeners) listener(key, here);
}

addEventListener("storage", (event) => {
  if (event.key === null) tell("", false);
  else if (event.key.startsWith(PREFIX)) tell(event.key.slice(PREFIX.length).split(RUN)[0], false);
});
// A page that comes back from the browser's memory missed what happened meanwhile.
addEventListener("pageshow", (event) => event.persisted && tell("", false));

/** Remove everything this handbook keeps on this device. */
export function erase() {
  for (const name of names()) remove(name);
  tell("", true);
}

/** Give what is kept as one object to save: all of it, or the named keys. */
export function exportAll(names = keys()) {
  return packed(Object.fromEntries(names.map((key) => [key, read(key)]).filter(([, value]) => value !== undefined)));
}

/** Put values into the form that `readImport` takes. */
export function packed(values) {
  return { format: FORMAT, version: VERSION, values };
}

/**
 * Check a text that somebody gives: `{ values }` when it can be taken in, else `{ trouble }`: "large", "broken",
 * "foreign", "newer" or "empty". Changes nothing.
 */
export function readImport(text) {
  if (text.length > LARGEST_IMPORT) return { trouble: "large" };
  const given = parsed(text);
  if (given === undefined) return { trouble: "broken" };
  if (!isPlain(given) || given.format !== FORMAT || !isPlain(given.values)) return { trouble: "foreign" };
  if (given.version !== VERSION) return { trouble: "newer" };
  const values = Object.entries(given.values).filter(([key, value]) => KEY.test(key) && isPlain(value));
  if (values.length === 0) return { trouble: "empty" };
  if (!isShallow(given.values, DEEPEST)) return { trouble: "foreign" };
  return { values: Object.fromEntries(values) };
}

/** Join checked values with what is there; gives null, or why they are kept for this visit only. */
export function importAll(values) {
  let found = null;
  for (const [key, value] of Object.entries(values)) found = write(key, (own) => joined(own, value)) ?? found;
  return found;
}

/** Put back what `exportAll` gave, and nothing else: to undo. */
export function restore(saved) {
  for (const key of keys()) if (!(key in saved.values)) remove(key);
  for (const [key, value] of Object.entries(saved.values)) write(key, () => value);
  tell("", true);
}

/** Join two copies of a value; of what has a time, the newer; of anything else, what was given. */
export function joined(own, given) {
  if (!isPlain(own) || !isPlain(given)) return given === undefined ? own : given;
  if (Number.isFinite(own.at) || Number.isFinite(given.at)) return (given.at ?? 0) >= (own.at ?? 0) ? given : own;
  const names = new Set([...Object.keys(own), ...Object.keys(given)]);
  return Object.fromEntries([...names].map((name) => [name, joined(own[name], given[name])]));
}

export function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isShallow(value, left) {
  if (typeof value !== "object" || value === null) return true;
  return left > 0 && Object.values(value).every((inner) => isShallow(inner, left - 1));
}
