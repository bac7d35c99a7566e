// Keeps what was read, so that the page works without a connection with the last released layers. The network comes first;
// what is kept answers when it fails or takes too long, and says from when it is. Only what anybody may read is kept, and
// nothing that was sent.

// What the page is made of has a store of its own, so that no number of areas can put it out.
const SHELL = "atlas-shell-2";
const DATA = "atlas-data-2";
const TILES = "atlas-tiles-1";
const KEPT_AT = "x-atlas-kept-at";
const PATIENCE_MS = 4_000;
const MOST_DATA = 150;
const MOST_TILES = 800;

const DATA_PATHS = [/^\/api\/(map|classes)$/, /^\/ogc\/collections\/[^/]+\/items$/, /^\/(areas|services|assessment)(\/|$)/, /^\/[a-z]+\.html$/];
const SHELL_PATHS = [/^\/$/, /^\/([a-z]+\/)*[a-z0-9-]+\.(js|css|svg)$/, /^\/webjars\//];
const TILE = /^\/tiles\/base\//;
// What somebody looked for is theirs, and stays nowhere.
const SENT = "find";
const GONE = [404, 410];

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener("activate", (event) => {
  const forgetOthers = async () => {
    const names = await caches.keys();
    const others = names.filter((name) => name.startsWith("atlas") && ![SHELL, DATA, TILES].includes(name));
    await Promise.all(others.map((name) => caches.delete(name)));
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
  else if (isKept(url) && !isLookedAt(request, url)) event.respondWith(networkFirst(request, event));
});

const isOneOf = (patterns, { pathname }) => patterns.some((pattern) => pattern.test(pathname));
const isKept = (url) => isOneOf(SHELL_PATHS, url) || (isOneOf(DATA_PATHS, url) && !url.searchParams.has(SENT));

/** Data that somebody opens by its address comes as a page of text, which would lie where the map looks for numbers. */
const isLookedAt = ({ mode }, { pathname }) => mode === "navigate" && /^\/(api|ogc)\//.test(pathname);

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
  const kept = await keptAnswer(request.url);
  if (kept || request.mode !== "navigate") return kept ?? fresh;
  // Without a connection the map stands for a page that was never read; a slow answer is worth waiting for.
  return fresh.catch(async (fault) => (await keptAnswer("/")) ?? Promise.reject(fault));
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

/** What was withdrawn is not kept either. A full store must not stop the page. */
async function fetchAndKeep(request) {
  const answer = await fetch(request);
  if (answer.ok) await keep(request.url, answer.clone()).catch(() => {});
  else if (GONE.includes(answer.status)) await forget(request.url).catch(() => {});
  return answer;
}

async function keep(url, answer) {
  const headers = new Headers(answer.headers);
  headers.set(KEPT_AT, String(Date.now()));
  const { name, key } = placeOf(url);
  const cache = await caches.open(name);
  await cache.put(key, new Response(await answer.blob(), { status: answer.status, headers }));
  if (name === DATA) await bound(cache, MOST_DATA);
}

async function forget(url) {
  const { name, key } = placeOf(url);
  await (await caches.open(name)).delete(key, { ignoreVary: true });
}

/** What the browser says that it prefers must not decide whether it is found again. */
async function keptAnswer(url) {
  const { name, key } = placeOf(url);
  return (await caches.open(name)).match(key, { ignoreVary: true });
}

/** Where an answer lies. The page is made of the same files whatever its address asks for. */
function placeOf(address) {
  const url = new URL(address, self.location.origin);
  return isOneOf(SHELL_PATHS, url) ? { name: SHELL, key: url.pathname } : { name: DATA, key: url.pathname + url.search };
}

/** The oldest go first. */
async function bound(cache, most) {
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
}
