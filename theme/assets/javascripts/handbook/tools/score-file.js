/** The Excel file of a scoring table, filled in with a month's scores: fetched from the site itself and filled in here. */

import { saveAs } from "./elements.js";
import { readNumber } from "./numbers.js";
import { isOpen } from "./score-book.js";
import { asked } from "./scoring.js";
import { cellName, filledWorkbook, WORKBOOK_TYPE } from "./workbook.js";

const INSTEAD = "Bấm “Lưu ra tệp” để có bảng điểm các tháng, Excel mở được.";
const NOT_OFFERED = `Trang này không kèm tệp Excel. ${INSTEAD}`;
const NOT_FETCHED = `Không lấy được tệp Excel của trang: mất mạng, hoặc đang mở từ thư mục trên máy. ${INSTEAD}`;

/** Offer the file with what was entered in a month; gives what to say of it. */
export async function saveFilled(rules, month, entries) {
  const link = document.querySelector('.sh-take a[href$=".xlsx"]');
  if (!link) return NOT_OFFERED;
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) return NOT_FETCHED;
    const filled = await filledWorkbook(new Uint8Array(await answer.arrayBuffer()), valuesOf(rules, entries));
    saveAs(`${(link.download || rules.id).replace(/\.xlsx$/, "")} ${month}.xlsx`, filled, WORKBOOK_TYPE);
    return "Đã điền điểm vào tệp Excel. Mở tệp là tổng và mức được tính lại.";
  } catch {
    return NOT_FETCHED;
  }
}

/** What belongs into which cell; a criterion that waits for its question is left blank, as on the page. */
function valuesOf(rules, { points, answers }) {
  const { yes, no, met, not_met: notMet } = rules.messages;
  const told = rules.questions.filter(({ id }) => id in answers);
  const given = asked(rules).filter((leaf) => points[leaf.id] && isOpen(leaf, answers));
  return [
    ...told.map(({ id }) => [cellName("hoi", id), answers[id] ? yes : no]),
    ...given.map((leaf) => {
      const amount = readNumber(points[leaf.id]);
      const value = leaf.maximum === null ? (amount === rules.met ? met : notMet) : Number.isNaN(amount) ? points[leaf.id] : amount;
      return [cellName("diem", leaf.id), value];
    }),
  ];
}
