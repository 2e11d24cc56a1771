/**
 * A checklist that remembers: ticks, who does it and notes, meeting by meeting, on this device.
 *
 * Without this script boxes can still be ticked and the page printed; nothing is kept then.
 */

import { markRoot, onPage } from "../lifecycle.js";
import { canCarry, carried, isCarried, linkWith } from "./carrying.js";
import { make } from "./elements.js";
import { fillHead, keepHeadFilled } from "./heads.js";
import { itemRow } from "./item-row.js";
import { progressBar } from "./progress.js";
import { formerKeys, keyOf } from "./renamed.js";
import { runPanel } from "./run-panel.js";
import { acknowledged, clean, cleared, countDone, countMarked, differences, followed, marked, moved, runOf, withRun } from "./runs.js";
import { sharePanel } from "./run-sharing.js";
import { joined, onChange, packed, read, trouble, write } from "./store.js";
import { NOT_KEPT } from "./words.js";

const LONG = 100; // items: from here on only those that are seen are drawn

onPage(() => {
  const phases = [...document.querySelectorAll(".sh-phase[data-sh-checklist]")];
  if (phases.length > 0) remember(phases);
}, "checklist");

function remember(phases) {
  const title = document.querySelector("h1").textContent.trim();
  const { shChecklist, shFormer } = phases[0].dataset;
  const former = shFormer?.split(" ");
  const key = keyOf("checklist", shChecklist, former);
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
  const wrong = make("p", { class: "sh-wrong", role: "status" });
  bar.element.append(wrong, spoken);

  const sound = new WeakMap();
  let day = kept().last;
  const panel = runPanel({
    open: (to) => show(to, write(key, (own) => ({ ...kept(own), last: to }))),
    move: (to) => {
      const from = day;
      const free = countMarked(runOf(kept(), to)) === 0;
      if (free) show(to, write(key, (own) => moved(kept(own), from, to)));
      return free;
    },
    acknowledge: () => show(day, write(key, (own) => acknowledged(kept(own), day, present))),
    number: (id) => rows.get(id)?.number,
  });
  const share = sharePanel({
    key,
    old: formerKeys("checklist", former),
    day: () => day,
    run: () => runOf(kept(), day),
    clear: () => {
      const before = runOf(kept(), day);
      const emptied = day;
      show(day, write(key, (own) => cleared(kept(own), emptied)));
      const back = (now) => withRun(now, emptied, joined(before, runOf(now, emptied)));
      return () => show(emptied, write(key, (own) => back(kept(own))));
    },
    link: canCarry() ? () => linkWith(packed({ [key]: only(kept(), day) })) : null,
    taken: () => show(kept().last, null),
  });
  phases[0].before(panel.element, bar.element);
  markRoot("sh-with-progress"); // what is jumped to stops below the bar
  if (ids.length > LONG) markRoot("sh-long");
  phases.at(-1).after(share.element);

  if (isCarried()) carried().then((text) => share.offer(text));
  onChange((changed, here) => {
    if (here || (changed && changed !== key)) return;
    const now = kept();
    if (!(day in now.runs)) day = now.last;
    render();
  });
  render();
  keepHeadFilled(() => day);
  tell(trouble());

  /** Give what is kept, made sound; what was made sound before need not be again. */
  function kept(stored = read(key)) {
    if (sound.has(stored)) return sound.get(stored);
    const made = { ...followed(clean(stored), nameNow), title };
    for (const one of [stored ?? made, made]) sound.set(one, made);
    return made;
  }

  /** An item that had another id is still led to by it. */
  function nameNow(id) {
    return rows.has(id) ? id : document.getElementById(id)?.closest(".sh-item")?.id;
  }

  /** Storage is read once and one row is touched: a long checklist is marked on slow phones, too. */
  function set(id, field, is) {
    let before, now;
    const mark = { id, field, is, at: Date.now() };
    tell(write(key, (own) => (now = marked((before = kept(own)), day, mark, present))));
    sound.set(now, now);
    const run = runOf(now, day);
    rows.get(id).show(run.items[id], false);
    progress(run);
    const [was, differ] = [runOf(before, day), run].map((one) => differences(one, present));
    if (JSON.stringify(was) !== JSON.stringify(differ)) panel.show(now, day, differ);
    if (field === "done") speak(id, run, countDone(runOf(before, day), ids));
  }

  function show(to, found) {
    day = to;
    render();
    tell(found);
  }

  function render() {
    const now = kept();
    const run = runOf(now, day);
    const differ = differences(run, present);
    for (const row of rows.values()) row.show(run.items[row.id], differ.changed.includes(row.id));
    progress(run);
    panel.show(now, day, differ);
    fillHead(day);
  }

  function progress(run) {
    bar.show(inPhases.map((ids) => countDone(run, ids)));
  }

  /** Say how far it is, but seldom: at every fifth item, at the end of a phase, at the end. */
  function speak(id, run, before) {
    const done = countDone(run, ids);
    const phase = inPhases.findIndex((ids) => ids.includes(id) && countDone(run, ids) === ids.length);
    if (done <= before) spoken.textContent = "";
    else if (done === present.size) spoken.textContent = `Đã xong cả ${done} việc.`;
    else if (phase >= 0) spoken.textContent = `Xong phần ${titleOf(phases[phase])}. Xong ${done}/${present.size} việc.`;
    else if (done % 5 === 0) spoken.textContent = `Xong ${done}/${present.size} việc.`;
  }

  function tell(found) {
    wrong.textContent = NOT_KEPT[found] ?? "";
    if (found) markRoot("sh-not-kept");
  }
}

function only(kept, day) {
  return { title: kept.title, last: day, runs: { [day]: runOf(kept, day) } };
}

function titleOf(phase) {
  return phase.querySelector(".sh-phase__head :is(h2, h3, h4, h5, h6)").textContent.replace(/^[\d.\s]+/, "").trim();
}
