/**
 * The service worker: keeps a copy of the handbook on this device and serves it when no network answers.
 *
 * Above this text hooks/handbook/publish/offline.py writes PLAN: the version, which is a digest of all that is kept, and
 * the packs that hold it. Pages come from the network while it answers; what bears its version in its address comes from
 * the device. A new version is fetched whole before it waits, and is used once nobody reads the old one, or when a reader
 * asks for it, so that pages and scripts of two versions never meet. Nothing that was typed is kept: pages are kept
 * under their address without the query.
 */

const SCOPE = self.registration.scope;
const PREFIX = `handbook ${SCOPE} `; // handbooks of one host share its storage
const NAME = PREFIX + PLAN.version;
const PACKED = "x-handbook-pack";
const PLAN_ADDRESS = `${SCOPE}offline/plan.json`;
const PATIENCE = 3000; // milliseconds that a page may take while there is a copy
const LASTING = /^(?:assets|search\/[0-9a-f]+)\//;
const OPEN = /(?:^|\/)$|\.html$|^search\/search_index\.json$|^assets\/stylesheets\/handbook\//;

const packAddress = (pack) => `${SCOPE}offline/${pack.name}.pack`;
const allCaches = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

/** Fetch a pack and put its files into the cache; gives their paths. */
async function unpack(pack, cache) {
  const answer = await fetch(packAddress(pack), { cache: "no-store" });
  if (!answer.ok) throw new Error(`${answer.status} ${pack.name}`);
  const content = answer.body.pipeThrough(new DecompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(content).arrayBuffer());
  const headEnd = bytes.indexOf(10);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, headEnd)));
  let start = headEnd + 1;
  const stored = head.map(([path, type, length]) => {
    const body = bytes.subarray(start, (start += length));
    return cache.put(SCOPE + path, new Response(body, { headers: { "content-type": type, [PACKED]: pack.name } }));
  });
  await Promise.all(stored);
  return head.map(([path]) => path);
}

/** Take over a pack that an older version has already, so that only what changed is fetched; null where none has it. */
async function takeOver(pack, cache, older) {
  for (const other of older) {
    const paths = await (await other.match(packAddress(pack)))?.json();
    const answers = paths && (await Promise.all(paths.map((path) => other.match(SCOPE + path))));
    if (!answers?.every((answer) => answer?.headers.get(PACKED) === pack.name)) continue;
    await Promise.all(paths.map((path, place) => cache.put(SCOPE + path, answers[place])));
    return paths;
  }
  return null;
}

/** Keep packs, and say in the cache how much there is. */
async function keep(packs) {
  const cache = await caches.open(NAME);
  const older = await Promise.all((await allCaches()).filter((name) => name !== NAME).map((name) => caches.open(name)));
  for (const pack of packs) {
    if (await cache.match(packAddress(pack))) continue;
    const paths = (await takeOver(pack, cache, older)) ?? (await unpack(pack, cache));
    await cache.put(packAddress(pack), Response.json(paths));
  }
  const kept = packs.reduce((sum, { pages }) => sum + pages, 0);
  await cache.put(PLAN_ADDRESS, Response.json({ ...PLAN, kept }));
}

/** Readers who pay for each megabyte get what every page needs, and all of it when they ask. */
const firstPacks = () => (navigator.connection?.saveData ? PLAN.packs.filter(({ first }) => first) : PLAN.packs);

async function tidy() {
  const others = (await allCaches()).filter((name) => name !== NAME);
  await Promise.all(others.map((name) => caches.delete(name)));
}

const find = (address) => caches.match(address, { cacheName: NAME });

/** Keep an answer, unless the reader has just taken the copy away: a worker lives on as long as its pages do. */
async function store(address, answer) {
  if (!(await caches.has(NAME))) return;
  await (await caches.open(NAME)).put(address, answer).catch(() => {}); // no room: it is shown all the same
}

/** What the network says; a page that no pack brings is kept as it is visited. */
async function ask(event, address, kept) {
  const answer = await fetch(event.request);
  const isNew = answer.ok && answer.type === "basic" && !answer.redirected && !kept?.headers.has(PACKED);
  if (isNew && /^text\/html|json$/.test(answer.headers.get("content-type") ?? "")) {
    await store(address, answer.clone());
  }
  return answer;
}

/** From the network, or from the device when it does not answer, answers late or is broken. */
async function fresh(event, address) {
  const kept = await find(address);
  const asked = ask(event, address, kept);
  event.waitUntil(asked.catch(() => {}));
  const late = new Promise((resolve) => kept && setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([asked, late]).catch(() => undefined);
  if (answer && (answer.status < 500 || !kept)) return answer;
  return kept ?? missing(address);
}

/** An address without its last slash leads on, as on a server; anything else is told. */
async function missing(address) {
  if (await find(`${address}/`)) return Response.redirect(`${address}/`);
  const page = await find(`${SCOPE}404.html`);
  return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error();
}

/** From the device; what is not there is fetched and kept, for its address changes whenever it does. */
async function lasting(request, address) {
  const kept = await find(address);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && answer.type === "basic") store(address, answer.clone());
  return answer;
}

addEventListener("install", (event) => event.waitUntil(keep(firstPacks())));
addEventListener("activate", (event) => event.waitUntil(tidy().then(() => clients.claim())));
addEventListener("message", (event) => {
  if (event.data === "use") skipWaiting();
  if (event.data !== "fill") return;
  const told = keep(PLAN.packs).then(() => "filled", () => "failed");
  event.waitUntil(told.then((outcome) => event.ports[0].postMessage(outcome)));
});
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !url.startsWith(SCOPE)) return;
  const address = url.replace(/[?#].*/s, "").replace(/(^|\/)index\.html$/, "$1");
  const path = address.slice(SCOPE.length);
  if (mode === "navigate" || OPEN.test(path)) event.respondWith(fresh(event, address));
  else if (LASTING.test(path)) event.respondWith(lasting(event.request, address));
});
