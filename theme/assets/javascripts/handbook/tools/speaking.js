/** Says things aloud, seldom: only once nothing has changed for a while, so that nobody hears every key. */

import { make } from "./elements.js";

const PAUSE = 1000; // milliseconds

/** Make an unseen line that screen readers read out; gives `{ element, say }`. */
export function speaker() {
  const element = make("p", { class: "sh-unseen", role: "status" });
  let waiting = 0;
  const say = (words) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      element.textContent = words;
    }, PAUSE);
  };
  return { element, say };
}
