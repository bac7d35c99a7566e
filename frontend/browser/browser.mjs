// The browser, and a page of it that is ready: for tests, measurements and pictures alike.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

/** The server under test, without a slash at the end. */
export const URL_UNDER_TEST = (process.env.ATLAS_URL ?? "http://localhost:8080").replace(/\/$/, "");

// Narrow: a laptop at 400 %, as WCAG's 1.4.10 measures it. Paper: A4 within margins of 14 mm.
export const SIZES = {
  phone: { width: 360, height: 740 },
  narrow: { width: 320, height: 256 },
  laptop: { width: 1280, height: 800 },
  paper: { width: 688, height: 1017 },
};

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const NAMES = ["chromium", "chromium-browser", "google-chrome"];

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
