/**
 * "Buổi họp của tôi": a kind of meeting and its date become every deadline before and after it, on the page of the tool
 * whole, on the start page short. What was chosen is kept on this device; an address may bring it along (#kind=date).
 */

import { onPage, whileHere } from "../lifecycle.js";
import { branch } from "./branch.js";
import { dayWords, fromIso, isoOf, readDay, today } from "./calendar.js";
import { button, field, make } from "./elements.js";
import { dayRemark, nextMeetings, soonestKind } from "./plan.js";
import { shortPlan, wholePlan } from "./plan-view.js";
import { rulesOf } from "./rules.js";
import { speaker } from "./speaking.js";
import { onChange, read, write } from "./store.js";
import { NOT_KEPT } from "./words.js";

const CHOSEN = "planner";

onPage(() => {
  const place = document.querySelector("[data-sh-tool=planner]");
  const rules = rulesOf("planner");
  if (place && rules && Object.keys(rules.meetings).length) planner(place, rules);
}, "planner");

function planner(place, rules) {
  const now = today();
  const isShort = Boolean(place.closest(".sh-home"));
  const choice = field("Loại cuộc họp", { kind: "select" });
  const date = field("Ngày họp", { hint: "Ngày, tháng, năm, ví dụ 3/12/2026.", inputmode: "text", maxlength: 40 });
  const offers = make("div", { class: "sh-buttons" });
  const remark = make("p", { class: "sh-meta" });
  const kept = make("p", { class: "sh-wrong" });
  const voice = speaker();
  const shown = make("div", { class: "sh-plan" });

  for (const [kind, meeting] of Object.entries(rules.meetings)) {
    choice.field.append(make("option", { value: kind }, meeting.title));
  }
  choice.field.addEventListener("change", () => offer(choice.field.value));
  date.field.addEventListener("input", entered);
  date.field.addEventListener("change", () => {
    const { day } = readDay(date.field.value, now);
    if (day !== undefined) date.field.value = dayWords(day);
  });

  /** Offer the dates of a kind and take the first of them. */
  function offer(kind, day) {
    const next = nextMeetings(rules, kind, now, branch().day);
    choice.field.value = kind;
    offers.replaceChildren(...next.map((one) => button(dayWords(one.day), () => take(one.day))));
    offers.hidden = next.length === 0;
    take(day ?? next[0]?.day);
  }

  function take(day) {
    date.field.value = day === undefined ? "" : dayWords(day);
    entered();
  }

  function entered() {
    const text = date.field.value.trim();
    const { day, fault } = text ? readDay(text, now) : {};
    date.say(fault ?? "");
    if (day === undefined) {
      shown.replaceChildren();
      remark.textContent = text ? "" : "Chưa chọn ngày.";
      return;
    }
    const kind = choice.field.value;
    keep(kind, day);
    show(kind, day);
  }

  function keep(kind, day) {
    const reason = write(CHOSEN, () => ({ kind, day: isoOf(day), at: Date.now() }));
    kept.textContent = NOT_KEPT[reason] ?? "";
  }

  function show(kind, day) {
    const held = nextMeetings(rules, kind, now, branch().day).find((one) => one.day === day);
    const expected = held ? "Ngày dự kiến theo nhịp chung. Họp ngày khác thì ghi lại ngày." : "";
    remark.textContent = [expected, dayRemark(rules, day, held)].filter(Boolean).join(" ");
    shown.replaceChildren(...(isShort ? shortPlan : wholePlan)(rules, kind, day, now));
    voice.say(`Đã xếp mốc cho ngày ${dayWords(day)}.`);
  }

  /** On the start page what most readers want stands first. */
  function standAfterFirst() {
    place.prepend(make("h2", {}, "Buổi họp sắp tới"));
    place.parentElement.querySelectorAll(":scope > h2")[1]?.before(place);
  }

  /** Take what the address brings, else what was chosen before and is not past, else what comes next. */
  function begin() {
    const [, kind, iso] = /^#([a-z0-9-]+)=(\d{4}-\d\d-\d\d)$/.exec(location.hash) ?? [];
    if (isKnown(kind) && fromIso(iso) !== null) return offer(kind, fromIso(iso));
    const before = read(CHOSEN);
    const day = fromIso(before?.day);
    if (day !== null && isKnown(before.kind) && isStillOpen(before.kind, day)) return offer(before.kind, day);
    return offer(soonestKind(rules, now));
  }

  const isKnown = (kind) => Object.hasOwn(rules.meetings, kind);

  /** A meeting is followed until its last deadline has passed. */
  function isStillOpen(kind, day) {
    const after = rules.meetings[kind].deadlines.filter((one) => one.side === "after").map((one) => one.days);
    return day + Math.max(7, ...after) >= now;
  }

  place.append(choice.row, date.row, offers, remark, kept, voice.element, shown);
  if (isShort) standAfterFirst();
  place.hidden = false;
  addEventListener("hashchange", begin, { signal: whileHere() });
  onChange((key, here) => (key === CHOSEN || key === "") && !here && begin());
  begin();
}
