import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const SCRIPT = readFileSync(new URL("../sw.js", import.meta.url), "utf8");
const ORIGIN = "http://localhost:8080";
const MOST_DATA = 150;

/** A store of answers that keeps what was put last at the end, as browsers do. */
function store() {
  const entries = new Map();
  const at = (key) => new URL(key.url ?? key, ORIGIN).href;
  return {
    async put(key, answer) {
      entries.delete(at(key));
      entries.set(at(key), answer);
    },
    match: async (key) => entries.get(at(key))?.clone(),
    delete: async (key) => entries.delete(at(key)),
    keys: async () => [...entries.keys()],
  };
}

/** The worker, before a server that answers as it is told, and with a clock that stands until somebody waits for it. */
function worker(server) {
  const listeners = {};
  const stores = new Map();
  const waits = [];
  const caches = {
    async open(name) {
      if (!stores.has(name)) stores.set(name, store());
      return stores.get(name);
    },
    keys: async () => [...stores.keys()],
    delete: async (name) => stores.delete(name),
    match: async (key, { cacheName }) => (await caches.open(cacheName)).match(key),
  };
  const self = {
    location: { origin: ORIGIN },
    clients: { claim: async () => {} },
    skipWaiting: async () => {},
    addEventListener: (kind, listener) => (listeners[kind] = listener),
  };
  const fetched = async (request) => server.answer(new URL(request.url));
  vm.runInNewContext(SCRIPT, { self, caches, fetch: fetched, Request, Response, Headers, URL, Set, setTimeout: (then, _, value) => waits.push(() => then(value)) });

  async function ask(path, { mode = "cors", method = "GET", late = false } = {}) {
    let answer;
    const rest = [];
    const request = { url: ORIGIN + path, mode, method };
    listeners.fetch({ request, respondWith: (promise) => (answer = promise), waitUntil: (promise) => rest.push(promise) });
    if (late) waits.splice(0).forEach((end) => end());
    const text = answer && (await (await answer).text());
    if (!late) await Promise.allSettled(rest);
    return text;
  }
  async function tell(kind, event = {}) {
    let done;
    listeners[kind]({ ...event, waitUntil: (promise) => (done = promise) });
    await done;
  }
  return { ask, tell, caches };
}

const online = () => ({ answer: async ({ pathname, search }) => new Response(`fresh ${pathname}${search}`) });
const goOffline = (server) => (server.answer = async () => Promise.reject(new TypeError("no connection")));
const status = (code) => async () => new Response(`said ${code}`, { status: code });

test("what was read answers when there is no connection", async () => {
  const server = online();
  const { ask } = worker(server);
  const paths = ["/app.js", "/api/map", "/ogc/collections/people-by-beat/items?limit=10000", "/areas/beat/1", "/why.html?lang=en", "/why.html?lang=es"];
  for (const path of paths) await ask(path);
  goOffline(server);
  for (const path of paths) assert.equal(await ask(path), `fresh ${path}`);
  await assert.rejects(ask("/api/classes?layer=x"), /no connection/);
});

test("however many areas are read, the page itself stays", async () => {
  const server = online();
  const { ask, caches } = worker(server);
  await ask("/?lang=es", { mode: "navigate" });
  await ask("/app.js");
  for (let i = 0; i < 2 * MOST_DATA; i++) await ask(`/areas/tract/${i}`);
  goOffline(server);
  assert.equal(await ask("/app.js"), "fresh /app.js");
  assert.equal(await ask("/", { mode: "navigate" }), "fresh /?lang=es");
  assert.equal(await ask(`/areas/tract/${2 * MOST_DATA - 1}`), `fresh /areas/tract/${2 * MOST_DATA - 1}`);
  await assert.rejects(ask("/areas/tract/0"), /no connection/);
  const kept = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length));
  assert.deepEqual(kept.sort(), [MOST_DATA, 2].sort());
});

test("a layer that was withdrawn is not shown later without a connection", async () => {
  const server = online();
  const { ask } = worker(server);
  const path = "/ogc/collections/people-by-tract/items?limit=10000";
  await ask(path);
  server.answer = status(404);
  assert.equal(await ask(path), "said 404");
  goOffline(server);
  await assert.rejects(ask(path), /no connection/);
});

test("a server that fails or takes too long does not take away what was kept", async () => {
  const server = online();
  const { ask } = worker(server);
  await ask("/api/map");
  server.answer = status(503);
  assert.equal(await ask("/api/map"), "fresh /api/map");
  server.answer = () => new Promise(() => {});
  assert.equal(await ask("/api/map", { late: true }), "fresh /api/map");
});

test("the map stands for a page that was never read only where there is no connection", async () => {
  const server = online();
  const { ask } = worker(server);
  await ask("/", { mode: "navigate" });
  const brief = "/areas/beat/1/brief.pdf";
  assert.equal(await ask(brief, { mode: "navigate", late: true }), `fresh ${brief}`);
  server.answer = status(500);
  assert.equal(await ask("/areas/beat/2", { mode: "navigate" }), "said 500");
  goOffline(server);
  assert.equal(await ask("/areas/beat/2", { mode: "navigate" }), "fresh /");
});

test("nothing that was sent is kept, nor a page of text where the map looks for numbers", async () => {
  const { ask, caches } = worker(online());
  assert.equal(await ask("/services?find=somebody", { mode: "navigate" }), undefined);
  assert.equal(await ask("/ogc/collections/people-by-beat/items", { mode: "navigate" }), undefined);
  assert.equal(await ask("/api/locate", { method: "POST" }), undefined);
  assert.deepEqual(await caches.keys(), []);
});

test("stores of before are forgotten, and what the page is made of is kept when it says so", async () => {
  const server = online();
  const { ask, tell, caches } = worker(server);
  await (await caches.open("atlas-1")).put("/app.js", new Response("old"));
  await tell("activate");
  assert.deepEqual(await caches.keys(), []);
  await tell("message", { data: { keep: ["/", `${ORIGIN}/app.js`, "https://elsewhere.example/app.css", "/api/locate", 7] } });
  goOffline(server);
  assert.equal(await ask("/app.js"), "fresh /app.js");
  await assert.rejects(ask("/app.css"), /no connection/);
});
