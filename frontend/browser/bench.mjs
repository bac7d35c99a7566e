// Measures the page as a visitor's slow machine has it, and prints figures beside their targets.
//
// Usage: node bench.mjs URL [--runs 3]
//
// Ends with 1 where a target is missed.

import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: "string", default: "3" } } });
if (positionals.length !== 1 || !/^[1-9]\d*$/.test(values.runs)) {
  console.error("Usage: node bench.mjs URL [--runs 3]");
  process.exit(2);
}
process.env.ATLAS_URL = positionals[0];
const { SIZES, open, settles, startBrowser, stopBrowser, URL_UNDER_TEST } = await import("./browser.mjs");
const { LIMITS, firstVisit } = await import("./weight.mjs");
const { published, things } = await import("./things.mjs");

const RUNS = Number(values.runs);
const SLOWER = 4;
const TARGETS = { lcp: 2500, click: 200, fps: 30 };
const MANY = 5_000;
const PAN_MS = 2000;

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
let missed = 0;

function print(what, value, unit, target, atMost = true) {
  const met = atMost ? value <= target : value >= target;
  if (!met) missed++;
  const aim = `target at ${atMost ? "most" : "least"} ${target}${met ? "" : "  MISSED"}`;
  console.log(`  ${what.padEnd(52)} ${value.toFixed(0).padStart(8)} ${unit.padEnd(8)} ${aim}`);
}

/** A page of a context of its own, on a processor that is so many times slower. */
async function withPage(size, slower, steps) {
  const context = await (await startBrowser()).newContext({ baseURL: URL_UNDER_TEST, viewport: SIZES[size] });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    return await steps(page);
  } finally {
    await context.close();
  }
}

/** Milliseconds from the start of the visit to the largest piece of content. */
const largestPaint = (size) =>
  withPage(size, SLOWER, async (page) => {
    await open(page, "/");
    await settles(page);
    return page.evaluate(
      () =>
        new Promise((done) => {
          new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({ type: "largest-contentful-paint", buffered: true });
        }),
    );
  });

/** What a person presses, one after the other: the longest of them, in milliseconds, from the press to the next frame. */
const INTERACTIONS = {
  "open an area from the table": (page) => things(page).rows.nth(3).click(),
  "close it by key": (page) => page.keyboard.press("Escape"),
  "sort the table": (page) => things(page).sorter("Service sites").first().click(),
  "open a service": (page) => things(page).services.getByRole("button").nth(1).click(),
  "choose other services by key": async (page) => {
    await things(page).list("Services").focus();
    await page.keyboard.press("ArrowDown");
  },
  "fold or unfold the signs": (page) => page.getByText("Service signs").click(),
  "weigh anew where to clean": async (page) => {
    await page.getByRole("slider").first().focus();
    await page.keyboard.press("Home");
  },
};
/** Of those that are not of the map page. */
const PAGES = { "weigh anew where to clean": "/outreach.html#view=where" };

const interaction = (size, press, path = "/") =>
  withPage(size, SLOWER, async (page) => {
    await page.addInitScript(() => {
      globalThis.lengths = [];
      const note = (list) => list.getEntries().forEach(({ interactionId, duration }) => interactionId && globalThis.lengths.push(duration));
      new PerformanceObserver(note).observe({ type: "event", durationThreshold: 16, buffered: true });
    });
    await open(page, path);
    await settles(page);
    if (press === INTERACTIONS["close it by key"]) {
      await INTERACTIONS["open an area from the table"](page);
      await settles(page);
      await page.evaluate(() => (globalThis.lengths.length = 0));
    }
    await press(page);
    await settles(page);
    // What took less than 16 ms is not reported.
    return page.evaluate(() => Math.max(0, ...globalThis.lengths));
  });

/** So many hexagons, side by side in a box of degrees, that say what a real area says. */
function honeycomb([west, south, east, north], properties) {
  const columns = Math.round(Math.sqrt(MANY));
  const [width, height] = [(east - west) / columns, (north - south) / (MANY / columns)];
  const corners = [[0, 1], [0.5, 2 / 3], [1, 1], [1, 2], [0.5, 7 / 3], [0, 2], [0, 1]];
  return Array.from({ length: MANY }, (_, number) => {
    const [row, column] = [Math.floor(number / columns), number % columns];
    const [x, y] = [west + (column + (row % 2) / 2) * width, south + row * height];
    const ring = corners.map(([dx, dy]) => [x + dx * width, y + (dy - 1) * height * 0.75]);
    return { type: "Feature", id: `h${number}`, geometry: { type: "Polygon", coordinates: [ring] }, properties: { ...properties, key: `h${number}`, name: `h${number}` } };
  });
}

/** Many hexagons in place of those that the server has. */
async function crowd(page, { services }) {
  await page.route(new RegExp(`/ogc/collections/${services}/items`), async (route) => {
    const { features } = await (await route.fetch()).json();
    await route.fulfill({ json: { type: "FeatureCollection", numberMatched: MANY, numberReturned: MANY, features: honeycomb(config.bbox, features[0].properties) } });
  });
}

/** Frames a second while the map is dragged to and fro. */
const panning = (level, before = () => {}) =>
  withPage("laptop", 1, async (page) => {
    await before(page);
    await open(page, `/#level=${level}`);
    await settles(page);
    const { x, y, width, height } = await page.getByRole("region", { name: /^Map of/ }).boundingBox();
    const [cx, cy] = [x + width / 2, y + height / 2];
    await page.mouse.move(cx, cy);
    await page.mouse.down();
    await page.evaluate(() => {
      globalThis.frames = 0;
      const count = () => globalThis.frames++ >= 0 && requestAnimationFrame(count);
      requestAnimationFrame(count);
    });
    const start = performance.now();
    for (let i = 0; performance.now() - start < PAN_MS; i++) {
      await page.mouse.move(cx + 120 * Math.sin(i / 8), cy + 80 * Math.sin(i / 5));
    }
    const frames = await page.evaluate(() => globalThis.frames);
    const seconds = (performance.now() - start) / 1000;
    await page.mouse.up();
    return frames / seconds;
  });

async function times(measure) {
  const values = [];
  for (let i = 0; i < RUNS; i++) values.push(await measure());
  return median(values);
}

const { config, areas } = await published();
try {
  console.log(`${config.jurisdiction}, median of ${RUNS} runs`);
  const { code, layer, total, files } = await withPage("phone", 1, (page) => firstVisit(page, "/"));
  console.log(`A first visit, gzip: ${files} files, ${total} bytes`);
  print("HTML, CSS and JavaScript", code, "bytes", LIMITS.code);
  print("the first layer", layer, "bytes", LIMITS.layer);
  console.log(`On a processor ${SLOWER} times slower`);
  for (const size of ["phone", "laptop"]) {
    print(`largest contentful paint, ${size}`, await times(() => largestPaint(size)), "ms", TARGETS.lcp);
    for (const [name, press] of Object.entries(INTERACTIONS)) {
      print(`${name}, ${size}`, await times(() => interaction(size, press, PAGES[name])), "ms", TARGETS.click);
    }
  }
  console.log("Dragging the map, laptop");
  for (const { code, many } of config.levels) {
    const drawn = (await areas(code)).length;
    print(`${drawn} ${drawn === 1 ? "area" : many}`, await times(() => panning(code)), "frames/s", TARGETS.fps, false);
  }
  const finest = config.levels.find(({ code }) => code.startsWith("hex_"));
  if (finest) print(`${MANY} hexagons`, await times(() => panning(finest.code, (page) => crowd(page, finest))), "frames/s", TARGETS.fps, false);
} finally {
  await stopBrowser();
}
process.exitCode = missed > 0 ? 1 : 0;
