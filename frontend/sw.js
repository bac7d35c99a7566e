// Keeps what was read, so that the page works without a connection with the last released layers. The network comes first;
// what is kept answers when it fails or takes too long, and says from when it is. Only what anybody may read is kept, and
// nothing that was sent.

const CACHE = "atlas-1";
const TILES = "atlas-tiles-1";
const KEPT_AT = "x-atlas-kept-at";
const PATIENCE_MS = 4_000;
const MOST_DATA = 150;
const MOST_TILES = 800;

const DATA = [/^\/api\/(map|classes)$/, /^\/ogc\/collections\/[^/]+\/items$/, /^\/(areas|services)(\/|$)/];
const SHELL = [/^\/$/, /^\/([a-z]+\/)*[a-z0-9-]+\.(html|js|css|svg)$/, /^\/webjars\//];
const TILE = /^\/tiles\/base\//;

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener("activate", (event) => {
  const forgetOthers = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith("atlas") && name !== CACHE && name !== TILES).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(forgetOthers());
});

/** The page names what it was made of before this worker was there. */
self.addEventListener("message", (event) => {
  const paths = Array.isArray(event.data?.keep) ? event.data.keep.filter((path) => typeof path === "string") : [];
  const wanted = paths.map((path) => new URL(path, self.location.origin)).filter((url) => url.origin === self.location.origin && isKept(url));
  // The browser has them from a moment ago: nothing is asked of the server twice.
  event.waitUntil(Promise.allSettled(wanted.map((url) => fetchAndKeep(new Request(url, { cache: "force-cache" })))));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (TILE.test(url.pathname)) event.respondWith(keptFirst(request, event));
  else if (isKept(url)) event.respondWith(networkFirst(request, event));
});

const isKept = ({ pathname }) => [...DATA, ...SHELL].some((pattern) => pattern.test(pathname));

async function networkFirst(request, event) {
  const fresh = fetchAndKeep(request);
  event.waitUntil(fresh.catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  try {
    const answer = await Promise.race([fresh, late]);
    if (answer && answer.status < 500) return answer;
  } catch {
    // What is kept answers below; without it the fault is the page's to tell.
  }
  return (await keptAnswer(request)) ?? fresh;
}

/** A tile never changes under its address. */
async function keptFirst(request, event) {
  const kept = await caches.match(request, { cacheName: TILES });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const copy = answer.clone();
    event.waitUntil(caches.open(TILES).then((cache) => cache.put(request, copy).then(() => bound(cache, MOST_TILES))).catch(() => {}));
  }
  return answer;
}

async function fetchAndKeep(request) {
  const answer = await fetch(request);
  if (answer.ok) {
    // A full store must not stop the page.
    await keep(request, answer.clone()).catch(() => {});
  }
  return answer;
}

async function keep(request, answer) {
  const headers = new Headers(answer.headers);
  headers.set(KEPT_AT, String(Date.now()));
  const cache = await caches.open(CACHE);
  await cache.put(keyOf(request), new Response(await answer.blob(), { status: answer.status, headers }));
  await bound(cache, MOST_DATA);
}

/** What the browser says that it prefers must not decide whether it is found again. */
const keyOf = (request) => new URL(request.url).pathname + new URL(request.url).search;

async function keptAnswer(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(keyOf(request), { ignoreVary: true })) ?? (request.mode === "navigate" ? cache.match("/", { ignoreVary: true }) : undefined);
}

/** The oldest go first. */
async function bound(cache, most) {
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
}
