// One browser for all tests of a file, a context of its own for each test, and what every test asserts at its end:
// nothing failed, nothing was refused by the page's policy, nobody else was asked, and the page does not scroll sideways.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { after } from "node:test";
import { chromium } from "playwright-core";

/** The server under test, without a slash at the end. */
export const URL_UNDER_TEST = (process.env.ATLAS_URL ?? "http://localhost:8080").replace(/\/$/, "");

export const SIZES = { phone: { width: 360, height: 740 }, laptop: { width: 1280, height: 800 } };

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const WAIT_MS = 15_000;

let browser = null;

function executable() {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const found = NAMES.map((name) => join(folder, name)).find(existsSync);
    if (found) return found;
  }
  throw new Error(`none of ${NAMES.join(", ")} is on the path`);
}

/** The browser, started by who asks first. Its profile is empty. */
export function startBrowser() {
  // As root, which tests run as in containers, Chromium refuses to start with its sandbox.
  browser ??= chromium.launch({ executablePath: executable(), args: FLAGS, chromiumSandbox: process.getuid?.() !== 0 });
  return browser;
}

export async function stopBrowser() {
  await (await browser)?.close();
  browser = null;
}
after(stopBrowser);

/**
 * Opens a page in a context of its own, does the steps, and asserts at the end that all was clean.
 *
 * @param options path: what to open, or null to leave that to the steps; size: a name of SIZES; ready: what
 *        body[data-ready] becomes, or null not to wait; context: more options of the browser's context;
 *        before(page): done before the page is opened, such as faults of the network; fails: the addresses whose
 *        failing is the point of the test, as a pattern; throws: a pattern of the faults in scripts that are
 * @param steps gets the page
 */
export async function visit({ path = "/", size = "laptop", ready = "1", context: more = {}, before, fails, throws }, steps) {
  const context = await (await startBrowser()).newContext({ baseURL: URL_UNDER_TEST, viewport: SIZES[size], ...more });
  context.setDefaultTimeout(WAIT_MS);
  try {
    const page = await context.newPage();
    const faults = await watch(context, { fails, throws });
    await before?.(page);
    if (path !== null) await open(page, path, ready);
    await steps(page);
    for (const open of context.pages()) await assertNoSidewaysScroll(open);
    assert.deepEqual(faults, [], "console errors, refusals by the policy and requests to other hosts");
  } finally {
    await context.close();
  }
}

/** Goes to a path and waits until the page says that it is ready. */
export async function open(page, path, ready = "1") {
  await page.goto(path);
  if (ready !== null) await becomesReady(page, ready);
}

export const becomesReady = (page, ready = "1") => page.locator(`body[data-ready="${ready}"]`).waitFor({ state: "attached" });

/** Waits until what was asked for is shown: nothing is being loaded any more, and the map stands still. */
export async function settles(page) {
  await twoFrames(page); // in the first of which the map begins to move
  for (const unrest of ["main[aria-busy]", ".leaflet-zoom-anim", ".leaflet-pan-anim"]) {
    await page.locator(unrest).waitFor({ state: "detached" });
  }
  await twoFrames(page); // so that what the last answer changed is laid out too
}

const twoFrames = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function watch(context, { fails, throws }) {
  const faults = [];
  const host = new URL(URL_UNDER_TEST).host;
  await context.exposeBinding("reportRefusal", (_source, words) => faults.push(`refused by the policy: ${words}`));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      globalThis.reportRefusal(`${violatedDirective} ${blockedURI} (${sourceFile}:${lineNumber})`),
    );
  });
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    const { url } = message.location();
    if (fails && message.text().startsWith("Failed to load resource") && fails.test(url)) return;
    faults.push(`console: ${message.text()} (${url})`);
  });
  context.on("weberror", (webError) => {
    if (!throws?.test(String(webError.error()))) faults.push(`script: ${webError.error().stack}`);
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && url.host !== host) faults.push(`request to another host: ${url}`);
  });
  return faults;
}

async function assertNoSidewaysScroll(page) {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  assert.ok(scrollWidth <= clientWidth, `the page scrolls sideways: ${scrollWidth} px in ${clientWidth} px (${page.url()})`);
}
