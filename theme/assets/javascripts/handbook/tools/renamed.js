/** What was kept under an id that a record had before goes on under the one it has now. Must not know what is kept. */

import { joined, read, write } from "./store.js";

/**
 * Give the key under which a tool keeps what belongs to a record, and bring there what is kept under former ids.
 *
 * What the device has no room for stays under its old key, and is seen for this visit.
 */
export function keyOf(tool, id, former = []) {
  const key = `${tool}/${id}`;
  for (const old of formerKeys(tool, former)) {
    const value = read(old);
    if (value !== undefined && !write(key, (own) => joined(value, own))) write(old, () => undefined);
  }
  return key;
}

/** Give values by their present ids; `renamed` leads from the ids that parts of the record had before. */
export const byIdNow = (values, renamed = {}) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [renamed[id] ?? id, value]));

/** Give the keys of a record's former ids. */
export const formerKeys = (tool, former = []) => former.map((id) => `${tool}/${id}`);

/** Give what a file or link that may be older than the present id holds for a key. */
export const valueOf = (values, key, old) => [key, ...old].map((one) => values?.[one]).find((one) => one !== undefined);
