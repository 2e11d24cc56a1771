/** Asks before something goes, and lets it come back: in the page, where the button was, not in a dialog. */

import { button, make } from "./elements.js";
import { tellingLine } from "./telling.js";

/**
 * Make a button that asks before it acts and can be undone afterwards.
 *
 * `ask()` gives the question, or "" when there is nothing to do; `act()` does it and gives how to undo it;
 * `done` is what is said then; `none` what is said when there is nothing.
 */
export function askingButton(words, { ask, act, yes, done, none }) {
  const { told, say } = tellingLine();
  const question = make("p");
  const group = make("div", { class: "sh-asking", role: "group", "aria-label": words, hidden: true }, question);
  const start = button(words, () => {
    say("");
    const wanted = ask();
    if (!wanted) return say(none);
    question.textContent = wanted;
    open(true);
    yesButton.focus();
  });
  const yesButton = button(
    yes,
    () => {
      const undo = act();
      open(false);
      say(done, undo, () => start.focus()).focus();
    },
    { class: "sh-button sh-button--first" },
  );
  const no = button("Giữ lại", close);
  group.append(make("div", { class: "sh-buttons" }, yesButton, no));
  group.addEventListener("keydown", (event) => event.key === "Escape" && close());

  function open(shown) {
    group.hidden = !shown;
    start.hidden = shown;
  }
  function close() {
    open(false);
    start.focus();
  }
  return make("div", { class: "sh-asker" }, start, group, told);
}
