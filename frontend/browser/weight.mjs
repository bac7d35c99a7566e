// What a visit fetches, in bytes as they come over the line, which the server compresses with gzip here.

import { open } from "./browser.mjs";

/** Bytes. */
export const LIMITS = { code: 250_000, layer: 150_000 };

const CODE = ["document", "stylesheet", "script"];

/** A first visit: the bytes of code, of the areas that are shown, and of everything, and how many files there were. */
export async function firstVisit(page, path) {
  await page.setExtraHTTPHeaders({ "Accept-Encoding": "gzip" });
  const fetched = [];
  page.on("requestfinished", (request) => fetched.push(request));
  const firstLayer = page.waitForRequest((request) => /\/ogc\/collections\/(people|services)-by-[^/]+\/items/.test(request.url()));
  await open(page, path);
  await page.waitForLoadState("networkidle");
  const sizes = await Promise.all(fetched.map(async (request) => ({ type: request.resourceType(), bytes: (await request.sizes()).responseBodySize })));
  const sum = (wanted) => sizes.filter(wanted).reduce((total, { bytes }) => total + bytes, 0);
  return {
    code: sum(({ type }) => CODE.includes(type)),
    layer: (await (await firstLayer).sizes()).responseBodySize,
    total: sum(() => true),
    files: fetched.length,
  };
}
