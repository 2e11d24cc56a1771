/** Shows what a rule rests on and how sure that is, as pages do. */

import { make } from "./elements.js";

/** Make a line of bases, each `{ words, href, status, certainty }`. */
export function basesOf(bases) {
  const shown = bases.map((one) => {
    const doubt = [one.status, one.certainty].filter(Boolean).join("; ");
    return make("span", {}, make("a", { href: one.href }, one.words), ` (${doubt})`);
  });
  return make("p", { class: "sh-bases" }, ...shown);
}
