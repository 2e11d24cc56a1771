/** The page of what is kept on this device: the branch's own values, what is kept, files, and erasing all of it. */

import { onPage } from "../lifecycle.js";
import { askingButton } from "./asking.js";
import { branch, setBranch } from "./branch.js";
import { button, field, make, saveAs } from "./elements.js";
import { clean, countMarked } from "./runs.js";
import { erase, exportAll, importAll, keys, onChange, read, restore, trouble } from "./store.js";
import { openingButton, tellingLine } from "./telling.js";
import { HEAD_LABELS, KINDS, NO_NAMES, NOT_KEPT, NOT_TAKEN } from "./words.js";

const NUMBERS = {
  members: { label: "Số đảng viên", most: 2000 },
  exempt: { label: "Số đảng viên được miễn sinh hoạt", most: 2000 },
  day: { label: "Ngày họp thường lệ trong tháng", hint: "Ví dụ: 3", most: 31, least: 1 },
};
const TEXTS = {
  superior: { label: HEAD_LABELS.superior, hint: "Ví dụ: Đảng bộ xã Tam Hưng" },
  name: { label: HEAD_LABELS.name, hint: "Ví dụ: thôn Bạch Nao" },
};

onPage(() => {
  const place = document.querySelector("[data-sh-tool=data]");
  if (!place) return;
  const wrong = make("p", { class: "sh-wrong", role: "status" });
  const tell = (found) => {
    wrong.textContent = NOT_KEPT[found] ?? "";
  };
  place.append(wrong, branchForm(tell), keptList(tell));
  place.hidden = false;
  tell(trouble());
}, "data");

function branchForm(tell) {
  const told = make("p", { class: "sh-told", role: "status" });
  const texts = Object.entries(TEXTS).map(([name, { label, hint }]) => {
    const made = field(label, { hint, maxlength: 160 });
    made.field.addEventListener("input", () => set(name, made.field.value.trim()));
    return [name, made];
  });
  const numbers = Object.entries(NUMBERS).map(([name, { label, hint, least = 0, most }]) => {
    const made = field(label, { hint, inputmode: "numeric", class: "sh-entry-field sh-entry-field--number", maxlength: 4 });
    made.field.addEventListener("input", () => {
      const words = made.field.value.trim();
      const number = /^\d{1,4}$/.test(words) ? Number(words) : null;
      const wrong = words !== "" && (number === null || number < least || number > most);
      made.say(wrong ? `Ghi một số từ ${least} đến ${most}.` : "");
      if (!wrong) set(name, number);
    });
    return [name, made];
  });
  const fields = [...texts, ...numbers];

  function set(name, value) {
    tell(setBranch({ [name]: value }));
    const { members, exempt } = branch();
    const many = members !== null && exempt !== null && exempt > members;
    told.textContent = many ? "Số được miễn đang nhiều hơn số đảng viên." : "Đã lưu trên máy này.";
  }

  function show() {
    const values = branch();
    for (const [name, made] of fields) {
      if (made.field !== document.activeElement) made.field.value = values[name] ?? "";
    }
  }

  onChange(show);
  show();
  return make(
    "div",
    { class: "sh-branch", role: "group", "aria-labelledby": "chi-bo-cua-toi" },
    make("h2", { id: "chi-bo-cua-toi" }, "Chi bộ của tôi"),
    make("p", {}, "Điền một lần, dùng ở đầu bảng kiểm, biểu mẫu và khi tính tỷ lệ. ", NO_NAMES),
    ...fields.map(([, made]) => made.row),
    told,
  );
}

function keptList(tell) {
  const list = make("ul");
  const none = make("p", {}, "Chưa có gì.");
  const { told, say } = tellingLine();

  function show() {
    const lines = keys().map((key) => make("li", {}, lineOf(key)));
    list.replaceChildren(...lines);
    none.hidden = lines.length > 0;
  }

  function takeIn(given) {
    if (given.trouble) return say(NOT_TAKEN[given.trouble]);
    const before = exportAll();
    tell(importAll(given.values));
    say("Đã gộp tệp vào máy này. Chỗ nào cả hai cùng ghi thì giữ bản ghi sau.", () => restore(before));
  }

  onChange(show);
  show();
  return make(
    "div",
    { class: "sh-stored" },
    make("h2", { id: "dang-giu" }, "Đang giữ trên máy này"),
    none,
    list,
    make(
      "div",
      { class: "sh-buttons" },
      button("Lưu tất cả ra tệp", () => {
        saveAs("du-lieu-cam-nang.json", JSON.stringify(exportAll(), null, 1));
        say("Đã lưu ra tệp.");
      }),
      ...openingButton(takeIn),
    ),
    told,
    askingButton("Xóa hết trên máy này", {
      ask: () => (keys().length > 0 ? "Xóa mọi dấu tích, ghi chú, điểm và tên chi bộ trên máy này?" : ""),
      act: () => {
        const before = exportAll();
        erase();
        return () => restore(before);
      },
      yes: "Xóa hết",
      done: "Đã xóa hết trên máy này.",
      none: "Không có gì để xóa.",
    }),
  );
}

/** Say what a value is, in a few words. */
function lineOf(key) {
  const [kind, id] = key.split("/");
  const name = KINDS[kind] ?? kind;
  if (kind !== "checklist") return id ? `${name}: ${id}` : name;
  const { runs, title } = clean(read(key));
  const marks = Object.values(runs).reduce((sum, run) => sum + countMarked(run), 0);
  return `${name} “${title || id}”: ${Object.keys(runs).length} buổi, dấu và ghi chú ở ${marks} việc`;
}
