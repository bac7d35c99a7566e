// What can go wrong on the way to a reader: said in words, never a blank page, and mended without starting anew.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { becomesReady, open, settles } from "./browser.mjs";
import { visit } from "./harness.mjs";
import { hostileFragments } from "./hostile.mjs";
import { firstUpper, published, things } from "./things.mjs";

const { config } = await published();
const [beats, sectors] = config.levels;
const last = config.levels.at(-1);
const ITEMS = /\/ogc\/collections\/[^/]+\/items/;
const itemsOf = (level) => new RegExp(`/ogc/collections/${level.collection}/items`);
const FUZZED = 200;
const PEOPLE = "/#measure=people";

/** A page whose every answer can be changed: a service worker would answer behind the test's back. */
const changed = (options) => ({ path: PEOPLE, context: { serviceWorkers: "block" }, ...options });

const choose = (page, list, option) => things(page).list(list).selectOption({ label: option });

/** The page works: another choice shows other numbers. */
async function assertUsable(page) {
  const caption = things(page).table.locator("caption");
  for (const level of [sectors, beats]) {
    await choose(page, "Area level", firstUpper(level.many));
    await caption.filter({ hasText: ` by ${level.one} ` }).waitFor();
  }
  assert.notEqual(await things(page).rows.count(), 0);
}

describe("bad cases", { concurrency: 2 }, () => {
  it("without JavaScript the numbers and the downloads are a link away", () =>
    visit({ context: { javaScriptEnabled: false }, ready: null }, async (page) => {
      // By its element: Playwright's words and roles leave out what stands in a noscript.
      const instead = page.locator("noscript");
      assert.match(await instead.innerText(), /needs JavaScript/);
      await instead.locator("a").first().click();
      await page.getByRole("main").getByRole("link", { name: firstUpper(beats.many) }).click();
      await page.getByRole("table").first().waitFor();
      await open(page, "/", null);
      await page.getByRole("link", { name: "Downloads", exact: true }).click();
      await page.locator('a[href*=".csv"]').first().waitFor();
    }));

  it("a browser too old for the scripts leads to the same numbers", () => {
    const before = (page) => page.route("**/app.js", (route) => route.fulfill({ contentType: "text/javascript", body: "not { a script" }));
    return visit(changed({ before, ready: null, throws: /SyntaxError/ }), async (page) => {
      await things(page).status.getByRole("link", { name: "list of areas" }).click();
      await page.getByRole("heading", { level: 1 }).waitFor();
      assert.match(page.url(), /\/areas$/);
    });
  });

  it("without the map library the table has the numbers", () => {
    const before = (page) => page.route("**/dist/leaflet.js", (route) => route.abort());
    return visit(changed({ before, fails: /dist\/leaflet\.js/ }), async (page) => {
      await page.getByText("The map could not be loaded.").waitFor();
      await assertUsable(page);
    });
  });

  for (const [name, breakStorage] of Object.entries({ blocked: blockStorage, full: fillStorage })) {
    it(`storage that is ${name} breaks nothing`, () =>
      visit({ before: (page) => page.addInitScript(breakStorage) }, assertUsable));
  }

  it("where nothing is remembered, colours hold until the page is left, on the ground of the map too", () =>
    visit({ before: (page) => page.addInitScript(blockStorage) }, async (page) => {
      await page.getByRole("combobox", { name: "Colors" }).selectOption("dark");
      await page.locator('#map img[src*="/dark/"]').first().waitFor({ state: "attached" });
      assert.equal(await page.locator('#map img[src*="/light/"]').count(), 0);
    }));

  it("a layer that was withdrawn is named, and everything stays", () =>
    visit(changed({ fails: itemsOf(last) }), async (page) => {
      const body = { type: "about:blank", title: "There is no such collection.", status: 404, code: "COLLECTION_UNKNOWN" };
      await page.route(itemsOf(last), (route) =>
        route.fulfill({ status: 404, contentType: "application/problem+json", body: JSON.stringify(body) }),
      );
      await choose(page, "Area level", firstUpper(last.many));
      await things(page).problems.getByText(body.title).waitFor();
      await things(page).table.locator("caption").filter({ hasText: ` by ${beats.one} ` }).waitFor();
      assert.equal(await things(page).list("Area level").inputValue(), beats.code);
    }));

  it("a server that is gone and comes back is asked again by one press", () =>
    visit(changed({ before: goneServer, ready: "error", fails: /\/api\/map/ }), async (page) => {
      await things(page).problems.getByText("The server cannot be reached.").waitFor();
      await page.unroute("**/api/map");
      await things(page).retry.click();
      await becomesReady(page);
      assert.equal(await things(page).problems.isVisible(), false);
      await assertUsable(page);
    }));

  it("a server that goes while the page is open leaves what was there", () =>
    visit(changed({ fails: ITEMS }), async (page) => {
      await page.route(ITEMS, (route) => route.abort());
      await choose(page, "Area level", firstUpper(last.many));
      await things(page).problems.getByText("The page still shows").waitFor();
      await page.unroute(ITEMS);
      await things(page).retry.click();
      await settles(page);
      assert.equal(await things(page).list("Area level").inputValue(), last.code);
      await assertUsable(page);
    }));

  it("a slow and lossy line brings the page after all", () => {
    const lost = new Set();
    const before = async (page) => {
      await slowDown(page);
      await page.route(ITEMS, (route) => (lost.size < 2 && !lost.has(route.request().url()) ? lose(route, lost) : route.continue()));
    };
    return visit(changed({ before, fails: ITEMS, ready: null }), async (page) => {
      await things(page).retry.first().waitFor();
      while ((await things(page).retry.count()) > 0) {
        await things(page).retry.first().click();
        await settles(page);
      }
      await becomesReady(page);
      assert.equal(lost.size, 2);
      await assertUsable(page);
    });
  });

  it("answers that are not what they should be are not shown", () => {
    const before = (page) => page.route(itemsOf(beats), (route) => route.fulfill({ contentType: "text/html", body: "<h1>Sign in</h1>" }));
    return visit(changed({ before, ready: "error" }), async (page) => {
      await things(page).problems.getByText("The server's answer was not understood.").waitFor();
      assert.equal(await page.getByText("Sign in").count(), 0);
    });
  });

  it(`${FUZZED} hostile addresses do no harm`, () =>
    visit({}, async (page) => {
      const harmed = await page.evaluate(goThrough, [...hostileFragments(FUZZED, config)]);
      assert.deepEqual(harmed, []);
      await assertUsable(page);
    }));
});

/** In the page: goes to each fragment as a link would, and returns those after which something was wrong. */
async function goThrough(fragments) {
  const harmed = [];
  const main = document.querySelector("main");
  for (const fragment of fragments) {
    location.hash = fragment;
    do await new Promise(requestAnimationFrame);
    while (main.hasAttribute("aria-busy"));
    const foreign = main.querySelectorAll("script, iframe, img:not(.leaflet-tile), object, embed").length;
    if (document.body.dataset.ready !== "1" || foreign > 0 || main.querySelector("tbody").rows.length === 0) harmed.push(fragment);
  }
  return harmed;
}

const goneServer = (page) => page.route("**/api/map", (route) => route.abort());

function lose(route, lost) {
  lost.add(route.request().url());
  return route.abort("connectionreset");
}

async function slowDown(page) {
  const session = await page.context().newCDPSession(page);
  const bytesPerSecond = 50_000; // 400 kbit/s, as 3G at its worst
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 300,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}

function blockStorage() {
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(globalThis, name, {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  }
}

function fillStorage() {
  Storage.prototype.setItem = () => {
    throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
  };
}
