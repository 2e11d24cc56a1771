/** The page of the copy kept on this device: which version it is and how much, keeping all of it now, taking it away. */

import { onPage } from "../lifecycle.js";
import { canKeepCopy, decline, hasDeclined, keepCopy } from "../offline.js";
import { button, make } from "./elements.js";

const COPY_PLAN = "offline/plan.json";
const LOOK_AGAIN = 500; // milliseconds between looks while the copy is being made

onPage(() => {
  const place = document.querySelector("[data-sh-tool=offline]");
  if (place && !place.hasChildNodes()) showCopy(place);
}, "offline");

function showCopy(place) {
  const told = make("p", { role: "status" });
  const keepButton = button("Lưu cả cẩm nang ngay", keepAll);
  const dropButton = button("Xóa bản đã lưu", drop);
  place.append(told, make("div", { class: "sh-buttons" }, keepButton, dropButton));
  place.hidden = false;

  async function tell() {
    const plan = await copyPlan();
    told.textContent = copyWords(plan);
    keepButton.hidden = !canKeepCopy() || (plan && plan.kept >= packedPages(plan));
    dropButton.hidden = !plan;
    return plan;
  }

  async function keepAll() {
    decline(false);
    told.textContent = "Đang lưu…";
    keepButton.disabled = true;
    const outcome = await fillCopy().catch(() => "failed");
    keepButton.disabled = false;
    await tell();
    if (outcome === "failed") told.textContent = "Chưa lưu được. Kiểm tra mạng và chỗ trống trên máy, rồi thử lại.";
    else dropButton.focus();
  }

  async function drop() {
    decline(true);
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.unregister();
    for (const name of await copyCaches()) await caches.delete(name);
    await tell();
    keepButton.focus();
  }

  tell().then((plan) => plan ?? watchCopy(tell));
}

/** The copy may be on its way: look again until it is there. */
function watchCopy(tell) {
  if (!canKeepCopy() || hasDeclined()) return;
  const clock = setInterval(async () => (await copyPlan()) && clearInterval(clock) === undefined && tell(), LOOK_AGAIN);
}

async function fillCopy() {
  const registration = await keepCopy();
  const worker = registration.active ?? (await navigator.serviceWorker.ready).active;
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
  worker.postMessage("fill", [port2]);
  return answered;
}

const siteAddress = () => globalThis.__md_scope.href;

async function copyCaches() {
  if (!globalThis.caches) return [];
  return (await caches.keys()).filter((name) => name.startsWith(`handbook ${siteAddress()} `));
}

/** What the copy in use says of itself; undefined where there is none. */
async function copyPlan() {
  for (const name of await copyCaches()) {
    const plan = await (await caches.open(name)).match(siteAddress() + COPY_PLAN);
    if (plan) return plan.json();
  }
  return undefined;
}

const packedPages = ({ packs }) => packs.reduce((sum, { pages }) => sum + pages, 0);

function copyWords(plan) {
  if (location.protocol === "file:") return "Đây là bản mở từ thư mục: đọc, tìm và dùng công cụ không cần mạng.";
  if (!canKeepCopy()) return "Trình duyệt hoặc địa chỉ này không cho lưu bản để đọc khi không có mạng.";
  if (!plan && hasDeclined()) return "Máy này không lưu bản nào.";
  if (!plan) return "Chưa có bản nào trên máy này.";
  const rest = plan.kept < plan.pages ? " Trang khác được lưu sau khi mở." : "";
  return `Đã lưu bản ngày ${plan.date} (${plan.version}): ${plan.kept} trên ${plan.pages} trang.${rest}`;
}
