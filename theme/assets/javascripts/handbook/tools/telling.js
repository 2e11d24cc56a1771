/** A line that says what was done and, where it can be, takes it back; and the button that opens a saved file. */

import { button, make } from "./elements.js";
import { LARGEST_IMPORT, readImport } from "./store.js";

/**
 * Make the line; gives `{ told, say }`. `say(words, undo, after)` says them; with `undo` a button stands behind the
 * line that calls it, and then `after`. Gives that button.
 */
export function tellingLine() {
  const told = make("p", { class: "sh-told", role: "status" });
  let back = null;
  const say = (words, undo, after = () => {}) => {
    back?.remove();
    told.textContent = words;
    back = undo && button("Hoàn tác", () => {
      undo();
      say("Đã trả lại như trước.");
      after();
    });
    if (back) told.after(back);
    return back;
  };
  return { told, say };
}

/** Make the button that opens a saved file, and its chooser; `give` gets what `readImport` finds in the file. */
export function openingButton(give) {
  const chooser = make("input", { type: "file", accept: ".json,application/json", hidden: true });
  chooser.addEventListener("change", async () => {
    const file = chooser.files[0];
    if (!file) return;
    const text = file.size > LARGEST_IMPORT ? null : await file.text().catch(() => "");
    chooser.value = "";
    give(text === null ? { trouble: "large" } : readImport(text));
  });
  return [button("Mở tệp đã lưu", () => chooser.click()), chooser];
}
