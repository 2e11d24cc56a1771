/**
 * Has this device keep a copy of the handbook, and tells when there is a newer one. How the copy is kept and served
 * stands in the service worker (sw.js). Without one, or on a page opened from a folder, nothing happens here.
 */

const DECLINED = "__offline_declined";
let isTold = false;

/** The address of the service worker; undefined where this site or this browser has none. */
function workerAddress() {
  const able = navigator.serviceWorker && globalThis.DecompressionStream && globalThis.caches;
  return able ? document.querySelector("meta[name=handbook-offline]")?.content : undefined;
}

/** Whether this device can keep a copy. */
export const canKeepCopy = () => Boolean(workerAddress());

/** Whether the reader has said that there should be none; kept on this device. */
export const hasDeclined = () => Boolean(globalThis.__md_get?.(DECLINED));

/** Keep what the reader has said. */
export const decline = (is) => globalThis.__md_set?.(DECLINED, is);

/** Begin to keep a copy; gives the registration of the service worker. */
export async function keepCopy() {
  const registration = await navigator.serviceWorker.register(workerAddress(), { updateViaCache: "none" });
  const look = () => registration.waiting && navigator.serviceWorker.controller && tellNewer(() => turnTo(registration.waiting));
  look();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  return registration;
}

/** Have the newer version take over, and show this page in it. */
function turnTo(waiting) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage("use");
}

function lineButton(words, press) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sh-button";
  button.textContent = words;
  button.addEventListener("click", press);
  return button;
}

/** Say quietly, once, that there is a newer version; the reader decides when to turn to it. */
function tellNewer(act) {
  if (isTold) return;
  isTold = true;
  const line = document.createElement("div");
  line.className = "sh-newer md-typeset";
  const words = document.createElement("p");
  words.setAttribute("role", "status");
  line.append(words, lineButton("Tải lại", act), lineButton("Để sau", () => line.remove()));
  document.body.append(line);
  words.textContent = "Cẩm nang vừa có bản mới.";
}

if (canKeepCopy() && !hasDeclined()) {
  // Another tab has turned to the newer version: what this one still has to load is there no more.
  if (navigator.serviceWorker.controller) {
    navigator.serviceWorker.addEventListener("controllerchange", () => tellNewer(() => location.reload()));
  }
  const begin = () => setTimeout(() => keepCopy().catch(() => {}), 0); // private windows and full devices keep nothing
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
}
