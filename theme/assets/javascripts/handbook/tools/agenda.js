/**
 * The agenda with a clock, on the page of a meeting: minutes for each step that add up, then one step at a time with
 * the time that is left, large and without a sound. A running meeting goes on when the page is loaded again.
 */

import { onPage, whileHere } from "../lifecycle.js";
import { hourWords, leftWords, minutesLeft, readHour, sumWords } from "./clock.js";
import { button, field, make } from "./elements.js";
import { byIdNow, keyOf } from "./renamed.js";
import { rulesOf } from "./rules.js";
import { isPlain, onChange, read, write } from "./store.js";
import { NOT_KEPT } from "./words.js";

const TICK = 1000; // milliseconds
const MOST_MINUTES = 600;

onPage(() => {
  const rules = rulesOf("agenda");
  const first = document.querySelector(".md-content .sh-steps");
  if (rules && first) agenda(rules, first);
}, "agenda");

function agenda(rules, first) {
  const key = keyOf("agenda", rules.id, rules.former);
  const kept = make("p", { class: "sh-wrong" });
  const stage = make("div");
  const said = make("p", { class: "sh-unseen", role: "status" });
  const opener = button("Lập chương trình có đồng hồ", () => show(true));
  const place = make("section", { class: "sh-tool sh-agenda", "aria-label": "Chương trình có đồng hồ" }, opener, kept, stage, said);
  let ticking = 0;
  let isOpen = false;

  const value = () => read(key) ?? {};
  const steps = () => planned().filter((step) => step.minutes > 0);
  const running = () => {
    const { run } = value();
    return isPlain(run) && Number.isFinite(run.began) && steps()[run.index] ? run : null;
  };

  function planned() {
    const own = byIdNow(isPlain(value().minutes) ? value().minutes : {}, rules.renamed);
    return rules.steps.map((step) => ({
      ...step,
      minutes: Number.isInteger(own[step.id]) && own[step.id] >= 0 && own[step.id] <= MOST_MINUTES ? own[step.id] : step.minutes,
      words: document.querySelector(`#${CSS.escape(step.id)} .sh-step__line`)?.textContent.trim() ?? step.id,
    }));
  }

  function keep(change) {
    const reason = write(key, (old = {}) => ({ ...old, ...change(old), at: Date.now() }));
    kept.textContent = NOT_KEPT[reason] ?? "";
  }

  function show(open) {
    isOpen = open;
    clearInterval(ticking);
    opener.hidden = open;
    stage.replaceChildren(...(open ? (running() ? runView() : editView()) : []));
  }

  function editView() {
    const sum = make("p", { class: "sh-agenda__sum" });
    const start = field("Giờ bắt đầu", { hint: "Ví dụ 14:00. Bỏ trống cũng được.", class: "sh-entry-field sh-entry-field--number", maxlength: 12 });
    start.field.value = typeof value().start === "string" ? value().start : "";
    const times = new Map();
    const rows = planned().map((step) => {
      const made = field(step.words, { inputmode: "numeric", class: "sh-entry-field sh-entry-field--number", maxlength: 3, "aria-label": `Số phút: ${step.words}` });
      made.field.value = step.minutes;
      const time = make("p", { class: "sh-meta" });
      times.set(step.id, time);
      made.field.addEventListener("input", () => {
        const valid = /^\d{1,3}$/.test(made.field.value.trim()) && Number(made.field.value) <= MOST_MINUTES;
        made.say(valid ? "" : `Ghi số phút từ 0 đến ${MOST_MINUTES}; 0 là bỏ bước này.`);
        if (valid) keep((old) => ({ minutes: { ...old.minutes, [step.id]: Number(made.field.value) } }));
        count();
      });
      made.row.append(time);
      return make("li", {}, made.row);
    });
    start.field.addEventListener("input", () => {
      const text = start.field.value.trim();
      start.say(text && readHour(text) === null ? "Ghi giờ, ví dụ 14:00 hoặc 8 giờ 30." : "");
      keep(() => ({ start: text }));
      count();
    });

    function count() {
      sum.textContent = sumWords(steps(), rules.shortest);
      let at = readHour(start.field.value);
      for (const step of planned()) {
        times.get(step.id).textContent = at === null || !step.minutes ? "" : `${hourWords(at)} đến ${hourWords(at + step.minutes)}`;
        if (at !== null) at += step.minutes;
      }
    }

    count();
    return [
      make("h3", {}, "Chương trình có đồng hồ"),
      start.row,
      make("ol", { class: "sh-agenda__rows", role: "list" }, ...rows),
      sum,
      make(
        "div",
        { class: "sh-buttons" },
        button("Bắt đầu buổi họp", () => go(0), { class: "sh-button sh-button--first" }),
        button("Đóng", () => {
          show(false);
          opener.focus();
        }),
      ),
    ];
  }

  /** Go to a step; the clock of that step begins now. */
  function go(index) {
    if (!steps()[index]) return end();
    keep(() => ({ run: { index, began: Date.now() } }));
    show(true);
    said.textContent = `Bước ${index + 1}: ${steps()[index].words}`;
    stage.querySelector(".sh-button--first").focus();
  }

  function end() {
    keep(() => ({ run: null }));
    show(true);
    said.textContent = "Đã hết chương trình.";
    stage.querySelector(".sh-button--first").focus();
  }

  function runView() {
    const { index, began } = running();
    const all = steps();
    const left = make("p", { class: "sh-agenda__left", role: "timer", "aria-live": "off" });
    const whole = make("p", { class: "sh-meta" });
    const tick = () => {
      const now = Date.now();
      left.textContent = leftWords(all[index], began, now);
      left.dataset.over = String(left.textContent.startsWith("Quá"));
      const minutes = minutesLeft(all, index, began, now);
      const clock = new Date(now + minutes * 60_000);
      whole.textContent = `Cả buổi còn ${minutes} phút, dự kiến xong lúc ${hourWords(clock.getHours() * 60 + clock.getMinutes())}.`;
    };
    tick();
    ticking = setInterval(tick, TICK);
    const next = all[index + 1];
    return [
      make("p", { class: "sh-meta" }, `Bước ${index + 1}/${all.length}`),
      make("p", { class: "sh-agenda__now" }, all[index].words),
      left,
      make("p", {}, next ? `Tiếp theo: ${next.words}` : "Đây là bước cuối."),
      whole,
      make(
        "div",
        { class: "sh-buttons" },
        button(next ? "Sang bước sau" : "Xong buổi họp", () => go(index + 1), { class: "sh-button sh-button--first" }),
        index > 0 && button("Lùi một bước", () => go(index - 1)),
        button("Dừng đồng hồ", end),
      ),
    ];
  }

  // What was typed here shows already; what another tab did, or a clock that was started there, does not yet.
  onChange((changed, here) => (changed === key || changed === "") && !here && isOpen && show(true));
  whileHere().addEventListener("abort", () => clearInterval(ticking));
  first.closest(".sh-phase").before(place);
  if (running()) show(true);
}
