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
  const shelf = storage();
  if (!shelf) return "refused";
  try {
    shelf.setItem(`${PREFIX}probe`, "1");
    shelf.removeItem(`${PREFIX}probe`);
  } catch (error) {
    return reasonOf(error);
  }
  return visit.size > 0 ? "full" : null;
}

function reasonOf(error) {
  // A browser that gives no room at all refuses; one that gave room before is full.
  return error?.name === "QuotaExceededError" && storage()?.length > 0 ? "full" : "refused";
}

/** What was read or written last, key to text and value: nobody changes a value, and reading one anew takes its time. */
const known = new Map();

/** Read a value, which is not to be changed; undefined when there is none. */
export function read(key) {
  const text = visit.get(key) ?? storage()?.getItem(PREFIX + key);
  if (!known.has(key) || known.get(key).text !== text) known.set(key, { text, value: parsed(text) });
  return known.get(key).value;
}

function parsed(text) {
  if (text == null) return undefined;
  try {
    return JSON.parse(text, harmless);
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
  const text = JSON.stringify(value);
  const found = value === undefined ? remove(key) : keep(key, text);
  known.set(key, { text, value });
  tell(key, true);
  return found;
}

function keep(key, text) {
  const shelf = storage();
  try {
    if (!shelf) throw new DOMException("", "SecurityError");
    shelf.setItem(PREFIX + key, text);
    visit.delete(key);
    return null;
  } catch (error) {
    visit.set(key, text);
    return reasonOf(error);
  }
}

function remove(key) {
  visit.delete(key);
  storage()?.removeItem(PREFIX + key);
  return null;
}

/** Name what is there, sorted; `under` such as "checklist/" keeps to one tool. */
export function keys(under = "") {
  const shelf = storage();
  const stored = shelf ? Object.keys(shelf).filter((name) => name.startsWith(PREFIX)) : [];
  const names = new Set([...stored.map((name) => name.slice(PREFIX.length)), ...visit.keys()]);
  return [...names].filter((name) => name.startsWith(under) && KEY.test(name)).sort();
}

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
  else if (event.key.startsWith(PREFIX)) tell(event.key.slice(PREFIX.length), false);
});
// A page that comes back from the browser's memory missed what happened meanwhile.
addEventListener("pageshow", (event) => event.persisted && tell("", false));

/** Remove everything this handbook keeps on this device. */
export function erase() {
  for (const key of keys()) remove(key);
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
  for (const [key, value] of Object.entries(saved.values)) keep(key, JSON.stringify(value));
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
