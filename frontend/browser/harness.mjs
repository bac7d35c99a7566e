// A test of the page in a context of its own, and what every test asserts at its end: nothing failed, nothing was refused
// by the page's policy, nobody else was asked, and the page does not scroll sideways.

import assert from "node:assert/strict";
import { after } from "node:test";
import { SIZES, URL_UNDER_TEST, open, startBrowser, stopBrowser } from "./browser.mjs";

const WAIT_MS = 15_000;
// The browser shows a PDF with a page of its own.
const WITHIN_THE_BROWSER = ["data:", "blob:", "chrome:", "chrome-extension:"];
// It looks there for the sign of a PDF, which can name none.
const PDF_SIGN = /\/favicon\.ico$/;

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
    for (const shown of context.pages()) await assertNoSidewaysScroll(shown);
    assert.deepEqual(faults, [], "console errors, refusals by the policy and requests to other hosts");
  } finally {
    await context.close();
  }
}

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
    const expected = [PDF_SIGN, fails].some((pattern) => pattern?.test(url));
    if (expected && message.text().startsWith("Failed to load resource")) return;
    faults.push(`console: ${message.text()} (${url})`);
  });
  context.on("weberror", (webError) => {
    if (!throws?.test(String(webError.error()))) faults.push(`script: ${webError.error().stack}`);
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (!WITHIN_THE_BROWSER.includes(url.protocol) && url.host !== host) faults.push(`request to another host: ${url}`);
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
