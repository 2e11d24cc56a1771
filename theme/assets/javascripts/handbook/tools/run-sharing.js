/** What is done with a whole run: clear it, save it as a file, take a file in, pass it on as a link. */

import { askingButton } from "./asking.js";
import { button, make, saveAs } from "./elements.js";
import { valueOf } from "./renamed.js";
import { clean, countMarked, runOf, UNDATED } from "./runs.js";
import { runWords } from "./run-panel.js";
import { exportAll, importAll, readImport, write } from "./store.js";
import { openingButton, tellingLine } from "./telling.js";
import { NOT_KEPT, NOT_TAKEN } from "./words.js";

/**
 * Make the panel; `old` are keys of former ids. `run()` is what is shown, `clear()` empties it and gives how to undo that, `link()` makes a link or
 * is null where the browser cannot; `taken()` is called when something was taken in.
 */
export function sharePanel({ key, old, day, run, clear, link, taken }) {
  const { told, say } = tellingLine();
  const address = make("input", { type: "text", class: "sh-entry-field", readonly: true, "aria-label": "Liên kết mang theo dấu", hidden: true });
  const offered = make("div", { class: "sh-note", role: "group", "aria-label": "Dấu mang theo liên kết", hidden: true, tabindex: "-1" });
  const element = make(
    "section",
    { class: "sh-share sh-screen", "aria-label": "Lưu, mở lại, xóa dấu" },
    offered,
    make(
      "div",
      { class: "sh-buttons" },
      button("Lưu ra tệp", save),
      ...openingButton((given) => takeIn(given, "tệp")),
      link && button("Tạo liên kết mang dấu", makeLink),
    ),
    told,
    address,
    askingButton("Xóa dấu của buổi này", {
      ask: () => {
        const count = countMarked(run());
        return count > 0 ? `Xóa dấu và ghi chú ở ${count} việc của ${runWords(day())}? Các buổi khác vẫn còn.` : "";
      },
      act: clear,
      yes: "Xóa dấu",
      done: "Đã xóa.",
      none: "Buổi này chưa có dấu nào.",
    }),
  );

  function save() {
    const date = day() === UNDATED ? "" : `-${day()}`;
    saveAs(`${key.replace("/", "-")}${date}.json`, JSON.stringify(exportAll([key]), null, 1));
    say("Đã lưu ra tệp mọi buổi của bảng kiểm này.");
  }

  function takeIn(given, from) {
    const value = valueOf(given.values, key, old);
    const trouble = given.trouble ?? (value ? null : "other");
    if (trouble) return say(from === "tệp" ? NOT_TAKEN[trouble] : LINK_NOT_TAKEN);
    const before = exportAll([key]).values[key];
    const found = importAll({ [key]: clean(value) });
    taken();
    say(found ? NOT_KEPT[found] : `Đã gộp dấu từ ${from} vào máy này. Chỗ nào cả hai cùng ghi thì giữ bản ghi sau.`, () => {
      write(key, () => before);
      taken();
    });
  }

  async function makeLink() {
    if (countMarked(run()) === 0) return say("Buổi này chưa có dấu nào để mang theo.");
    address.value = await link();
    address.hidden = !address.value;
    if (!address.value) return say("Dấu và ghi chú quá dài cho một liên kết. Hãy lưu ra tệp rồi gửi tệp.");
    say("Ai có liên kết này đều đọc được dấu và ghi chú. Liên kết không gửi gì lên máy chủ.");
    address.focus();
    address.select();
    await navigator.clipboard?.writeText(address.value).then(
      () => say(`Đã chép liên kết. ${told.textContent}`),
      () => undefined, // the field shows it, ready to be copied by hand
    );
  }

  /** Ask whether what a link carries is to be taken in; nothing changes before that. */
  function offer(text) {
    const given = readImport(text);
    const value = valueOf(given.values, key, old);
    const carried = value ? clean(value) : null;
    const close = () => {
      offered.hidden = true;
    };
    offered.hidden = false;
    if (!carried) return offered.replaceChildren(make("p", {}, LINK_NOT_TAKEN), button("Đóng", close));
    const count = countMarked(runOf(carried, carried.last));
    offered.replaceChildren(
      make("p", { class: "sh-note__title" }, "Liên kết này mang theo dấu"),
      make("p", {}, `Dấu ở ${count} việc của ${runWords(carried.last)}. Gộp vào máy này? Dấu đã có trên máy vẫn còn.`),
      make(
        "div",
        { class: "sh-buttons" },
        button("Gộp vào máy này", () => {
          close();
          takeIn(given, "liên kết");
        }, { class: "sh-button sh-button--first" }),
        button("Bỏ qua", close),
      ),
    );
    offered.focus();
  }

  return { element, offer };
}

const LINK_NOT_TAKEN = "Liên kết không còn nguyên vẹn nên không đọc được dấu mang theo. Không có gì thay đổi.";
