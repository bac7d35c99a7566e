// Pictures of the page for the documents.
//
// Usage: node shots.mjs URL DIRECTORY

import { mkdir } from "node:fs/promises";
import { join } from "node:path";

const [url, directory] = process.argv.slice(2);
if (!url || !directory) {
  console.error("Usage: node shots.mjs URL DIRECTORY");
  process.exit(2);
}
process.env.ATLAS_URL = url;
const { SIZES, open, settles, startBrowser, stopBrowser, URL_UNDER_TEST } = await import("./browser.mjs");
const { published, things } = await import("./things.mjs");

const { config, areas } = await published();
const [level] = config.levels;
const shown = (await areas(level.code)).filter((area) => area.people_status === "shown");
const area = shown[Math.floor(shown.length / 2)];
const beat = `/#${new URLSearchParams({ measure: "people", level: level.code, area: area.key })}`;
const housing = "/#category=housing";

// From the map, as a thumb does it: so the map comes up from under the card.
const openOnMap = (page) => things(page).areasOnMap.and(page.locator(`[data-key="${area.key}"]`)).press("Enter");

/** Each picture: path, size, how the browser is set up, and what is done then. To add one, add a line. */
const PICTURES = {
  "map.png": { path: housing, size: { width: 1280, height: 900 } },
  "people.png": { path: beat, size: { width: 1280, height: 900 } },
  "gaps.png": { path: "/#measure=gap_walk&category=housing", size: { width: 1280, height: 900 } },
  "spanish.png": { path: "/?lang=es#category=housing", size: SIZES.laptop },
  "night.png": { path: housing, size: SIZES.laptop, reach: (page) => page.getByRole("combobox", { name: "Colors" }).selectOption("night") },
  "dark.png": { path: housing, size: SIZES.laptop, media: { colorScheme: "dark" } },
  "phone.png": { path: housing, size: SIZES.phone, scale: 2, reach: openOnMap },
  "print.png": { path: beat, size: SIZES.paper, media: { media: "print" } },
};

async function take(name, { path, size, scale = 1, media = {}, reach }) {
  const context = await (await startBrowser()).newContext({ baseURL: URL_UNDER_TEST, viewport: size, deviceScaleFactor: scale, reducedMotion: "reduce" });
  try {
    const page = await context.newPage();
    await page.emulateMedia({ colorScheme: "light", ...media });
    await open(page, path);
    if (media.media === "print") await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await reach?.(page);
    await settles(page);
    await page.screenshot({ path: join(directory, name), animations: "disabled" });
    console.log(join(directory, name));
  } finally {
    await context.close();
  }
}

await mkdir(directory, { recursive: true });
try {
  for (const [name, picture] of Object.entries(PICTURES)) await take(name, picture);
} finally {
  await stopBrowser();
}
