/**
 * A checklist that remembers: ticks, who does it and notes, meeting by meeting, on this device.
 *
 * Without this script boxes can still be ticked and the page printed; nothing is kept then.
 */

import { canCarry, carried, isCarried, linkWith } from "./carrying.js";
import { make } from "./elements.js";
import { fillHead, keepHeadFilled } from "./heads.js";
import { itemRow } from "./item-row.js";
import { progressBar } from "./progress.js";
import { runPanel } from "./run-panel.js";
import * as runs from "./runs.js";
import { sharePanel } from "./run-sharing.js";
import * as store from "./store.js";
import { NOT_KEPT } from "./words.js";

const sheets = [...document.querySelectorAll(".sh-phase[data-sh-checklist]")];
if (sheets.length > 0) remember(sheets);

function remember(phases) {
  const title = document.querySelector("h1").textContent.trim();
  const key = `checklist/${phases[0].dataset.shChecklist}`;
  const rows = new Map();
  for (const place of document.querySelectorAll(".sh-phase[data-sh-checklist] .sh-item")) {
    const row = itemRow(place, (field, is) => set(row.id, field, is));
    rows.set(row.id, row);
  }
  const present = new Map([...rows.values()].map((row) => [row.id, row.digest]));
  const ids = [...present.keys()];
  const inPhases = phases.map((phase) => [...phase.querySelectorAll(".sh-item")].map((item) => item.id));
  const bar = progressBar(
    phases.map((phase, index) => ({ title: titleOf(phase), total: inPhases[index].length })),
  );
  const spoken = make("p", { class: "sh-unseen", role: "status" });
  const trouble = make("p", { class: "sh-wrong", role: "status" });
  bar.element.append(trouble, spoken);

  let day = kept().last;
  const panel = runPanel({
    open: (to) => show(to, store.write(key, (own) => ({ ...kept(own), last: to }))),
    move: (to) => {
      const from = day;
      const free = runs.countMarked(runs.runOf(kept(), to)) === 0;
      if (free) show(to, store.write(key, (own) => runs.moved(kept(own), from, to)));
      return free;
    },
    acknowledge: () => show(day, store.write(key, (own) => runs.acknowledged(kept(own), day, present))),
    number: (id) => rows.get(id)?.number,
  });
  const share = sharePanel({
    key,
    day: () => day,
    run: () => runs.runOf(kept(), day),
    clear: () => {
      const before = runs.runOf(kept(), day);
      const cleared = day;
      show(day, store.write(key, (own) => runs.cleared(kept(own), cleared)));
      const back = (now) => runs.withRun(now, cleared, store.joined(before, runs.runOf(now, cleared)));
      return () => show(cleared, store.write(key, (own) => back(kept(own))));
    },
    link: canCarry() ? () => linkWith(store.packed({ [key]: only(kept(), day) })) : null,
    taken: () => show(kept().last, null),
  });
  phases[0].before(panel.element, bar.element);
  document.documentElement.classList.add("sh-with-progress"); // what is jumped to stops below the bar
  phases.at(-1).after(share.element);

  if (isCarried()) carried().then((text) => share.offer(text));
  store.onChange((changed, here) => {
    if (here || (changed && changed !== key)) return;
    const now = kept();
    if (!(day in now.runs)) day = now.last;
    render();
  });
  render();
  keepHeadFilled(() => day);
  tell(store.trouble());

  function kept(stored = store.read(key)) {
    return { ...runs.followed(runs.clean(stored), nameNow), title };
  }

  /** An item that had another id is still led to by it. */
  function nameNow(id) {
    return rows.has(id) ? id : document.getElementById(id)?.closest(".sh-item")?.id;
  }

  /** Storage is read once and one row is touched: a long checklist is marked on slow phones, too. */
  function set(id, field, is) {
    let before, now;
    const mark = { id, field, is, at: Date.now() };
    tell(store.write(key, (own) => (now = runs.marked((before = kept(own)), day, mark, present))));
    const run = runs.runOf(now, day);
    rows.get(id).show(run.items[id], false);
    progress(run);
    panel.show(now, day, runs.differences(run, present));
    if (field === "done") speak(run, runs.countDone(runs.runOf(before, day), ids));
  }

  function show(to, found) {
    day = to;
    render();
    tell(found);
  }

  function render() {
    const now = kept();
    const run = runs.runOf(now, day);
    const differ = runs.differences(run, present);
    for (const row of rows.values()) row.show(run.items[row.id], differ.changed.includes(row.id));
    progress(run);
    panel.show(now, day, differ);
    fillHead(day);
  }

  function progress(run) {
    bar.show(inPhases.map((ids) => runs.countDone(run, ids)));
  }

  /** Say how far it is, but seldom: at every fifth item, at the end of a phase, at the end. */
  function speak(run, before) {
    const done = runs.countDone(run, ids);
    const phase = inPhases.findIndex((ids) => runs.countDone(run, ids) === ids.length && ids.includes(document.activeElement?.closest(".sh-item")?.id));
    if (done <= before) spoken.textContent = "";
    else if (done === present.size) spoken.textContent = `Đã xong cả ${done} việc.`;
    else if (phase >= 0) spoken.textContent = `Xong phần ${titleOf(phases[phase])}. Xong ${done}/${present.size} việc.`;
    else if (done % 5 === 0) spoken.textContent = `Xong ${done}/${present.size} việc.`;
  }

  function tell(found) {
    trouble.textContent = found ? NOT_KEPT[found] : "";
  }
}

function only(kept, day) {
  return { title: kept.title, last: day, runs: { [day]: runs.runOf(kept, day) } };
}

function titleOf(phase) {
  return phase.querySelector(".sh-phase__head :is(h2, h3, h4, h5, h6)").textContent.replace(/^[\d.\s]+/, "").trim();
}
