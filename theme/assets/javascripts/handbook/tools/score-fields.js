/**
 * The fields in which a criterion is scored, put into its row on the page: points, a level, met or not, and what is
 * asked before. They tell what is entered and show what they are told; they keep nothing.
 */

import { button, freshId, make } from "./elements.js";
import { readNumber, written } from "./numbers.js";

const STEP = 1;

/** Put the fields of a leaf into its row; `enter(text)` is called with what is entered. Gives `show(text, one)`. */
export function leafFields(rules, leaf, row, enter) {
  if (leaf.maximum === null) {
    const { met, not_met: notMet } = rules.messages;
    const words = [[String(rules.met), met], [String(rules.not_met), notMet]];
    return choice(`Mục ${leaf.number}`, words, row, enter);
  }
  if (leaf.levels.length) {
    const words = leaf.levels.map((level) => [String(level.points), `${written(level.points)} điểm: ${level.words}`]);
    return choice(`Mức đạt, mục ${leaf.number}`, words, row, enter);
  }
  return points(leaf, row, enter);
}

/** Put a question into the row that it stands at; `enter(true or false)` is called with the answer. */
export function questionFields(rules, question, row, enter) {
  const words = [["yes", rules.messages.yes], ["no", rules.messages.no]];
  const { show } = choice(question.words, words, row, (text) => enter(text === "yes"), { isFirst: true });
  return { show: (answer) => show(answer === undefined ? "" : answer ? "yes" : "no") };
}

function choice(title, options, row, enter, { isFirst = false } = {}) {
  const name = freshId("choice");
  const inputs = options.map(([value]) =>
    make("input", { type: "radio", name, value, class: "sh-choice__box", onchange: () => enter(value) }),
  );
  const labels = options.map(([, words], index) =>
    make("label", { class: "sh-choice__option" }, inputs[index], make("span", {}, words)),
  );
  const state = make("p", { class: "sh-points__state" });
  const set = make("fieldset", { class: "sh-choice" }, make("legend", {}, title), ...labels);
  place(row, make("div", { class: "sh-points" }, set, state), isFirst);
  return {
    show(text, one = {}) {
      for (const input of inputs) input.checked = input.value === text;
      set.disabled = Boolean(one.closed);
      tellState(state, one);
    },
  };
}

function points(leaf, row, enter) {
  const state = make("p", { class: "sh-points__state", id: freshId("state") });
  const input = make("input", {
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    class: "sh-points__field",
    "aria-label": `Điểm mục ${leaf.number}, tối đa ${written(leaf.maximum)}`,
    "aria-describedby": state.id,
    oninput: () => enter(input.value),
  });
  const put = (value) => {
    input.value = written(Math.min(Math.max(value, 0), leaf.maximum));
    enter(input.value);
  };
  const by = (count) => () => put((readNumber(input.value) || 0) + count);
  const buttons = [
    button("−", by(-STEP), { class: "sh-button sh-points__step", "aria-label": `Bớt 1 điểm, mục ${leaf.number}` }),
    button("+", by(STEP), { class: "sh-button sh-points__step", "aria-label": `Thêm 1 điểm, mục ${leaf.number}` }),
    button("Tối đa", () => put(leaf.maximum), { "aria-label": `Tối đa, mục ${leaf.number}` }),
  ];
  const whole = make("span", { class: "sh-points__whole" }, `/ ${written(leaf.maximum)}`);
  place(row, make("div", { class: "sh-points" }, buttons[0], input, buttons[1], whole, buttons[2], state));
  return {
    show(text, one) {
      if (input.value !== text) input.value = text;
      for (const control of [input, ...buttons]) control.disabled = Boolean(one.closed);
      input.setAttribute("aria-invalid", String(Boolean(one.fault)));
      tellState(state, one);
    },
  };
}

/** Say how a leaf stands; nothing while it is not scored, and of what gives no points nothing but faults. */
function tellState(state, { closed, fault, full, lost }) {
  state.textContent = closed || fault || (full ? "Đủ điểm" : lost ? `Thiếu ${written(lost)}` : "");
  state.dataset.tone = fault ? "bad" : full ? "good" : lost ? "unclear" : "plain";
}

/** Fields stand under the criterion's sentence, before what is said about it; what is asked first stands first. */
function place(row, fields, isFirst = false) {
  const before = isFirst ? null : [...row.querySelectorAll(":scope > .sh-points")].at(-1);
  (before ?? row.querySelector(":scope > .sh-criterion__head")).after(fields);
}
