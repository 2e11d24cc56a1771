/**
 * Says that a page should have been read again by now, judged by the reader's own day: a site may stand for years
 * without being built anew. The page carries the day; where it was overdue when it was built, it says so itself.
 */

import { onPage } from "./lifecycle.js";

/** Today as the page writes days, 2026-11-22, where the reader is. */
const localDay = (now) => new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

onPage(() => {
  for (const note of document.querySelectorAll("[data-sh-due][hidden]")) {
    if (note.dataset.shDue >= localDay(new Date())) continue;
    const [year, month, day] = note.dataset.shDue.split("-");
    note.textContent = `Trang này quá hạn kiểm lại từ ${day}/${month}/${year}. So lại với văn bản đang có hiệu lực trước khi làm theo.`;
    note.hidden = false;
  }
});
