// The list of tasks.md, each done by keyboard alone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { becomesReady, settles } from "./browser.mjs";
import { visit } from "./harness.mjs";
import { chooseOption, focusComesTo, follow, press, tabTo } from "./keyboard.mjs";
import { dayInWords, firstUpper, published, things } from "./things.mjs";

const { config, areas, level, services, locate } = await published();
const beats = config.levels[0];
const people = await areas(beats.code);
const shown = people.find((area) => area.people_status === "shown");
const hidden = people.find((area) => area.people_status === "hidden");
const before = config.releases.find(({ referenceDate }) => referenceDate !== config.releases[0].referenceDate).referenceDate;
const MOST_ADDRESSES = 20;
const PEOPLE = "People under supervision";

/** A number as the page writes it: in digits and commas, whatever stands around it. */
const digits = (value) => new RegExp(`(?<![\\d,])${value.toLocaleString("en-US")}(?![\\d,])`);
const nameOf = (area) => new RegExp(`^${firstUpper(beats.one)} ${area.key}\\b`);

const TASKS = {
  "A beat officer finds the number of their beat on the map.": async (page) => {
    const { skipTo, areasOnMap, card } = things(page);
    await press(page, skipTo("map"));
    const wanted = areasOnMap.and(page.getByRole("button", { name: nameOf(shown) }));
    await goOnMap(page, areasOnMap, wanted);
    await page.keyboard.press("Enter");
    await focusComesTo(card);
    assert.match(await card.innerText(), digits(shown.people));
    await page.keyboard.press("Escape");
    await focusComesTo(wanted);
  },

  "A beat officer finds a service for housing and its phone number.": async (page) => {
    const housing = config.categories.find(({ code }) => code === "housing");
    const offered = (await services()).filter((service) => service.categories.includes(housing.code));
    await chooseOption(page, things(page).list("Services"), housing.name);
    await settles(page);
    assert.equal(await things(page).services.count(), offered.length);
    const wanted = offered.find((service) => service.phone);
    const entry = things(page).services.getByRole("button", { name: wanted.name, exact: true }).first();
    await press(page, entry);
    await focusComesTo(things(page).card);
    await tabTo(page, things(page).card.getByRole("link", { name: wanted.phone }));
    await page.keyboard.press("Escape");
    await focusComesTo(entry);
  },

  "A beat officer opens one of several services that stand at one place on the map.": async (page) => {
    const { signsOnMap, card } = things(page);
    await tabTo(page, signsOnMap.filter({ visible: true }).and(page.locator('[tabindex="0"]')));
    const several = card.getByRole("heading", { name: /services at this place$/ });
    const many = signsOnMap.and(page.getByRole("button", { name: /^\d+ services here/ }));
    for (let steps = 0; !(await several.isVisible()); steps++) {
      assert.ok(steps < 12, "no sign stands for several services at one place");
      await goOnMap(page, signsOnMap, many);
      await page.keyboard.press("Enter");
      await settles(page);
    }
    const one = card.getByRole("listitem").getByRole("button").first();
    const name = await one.innerText();
    await press(page, one);
    await card.getByRole("heading", { name, exact: true }).waitFor();
  },

  "A planner switches to census tracts.": async (page) => {
    const tract = level("tract");
    await chooseOption(page, things(page).list("Area level"), firstUpper(tract.many));
    await settles(page);
    const all = await areas("tract");
    assert.equal(await things(page).rows.count(), all.length);
    assert.equal(await things(page).areasOnMap.count(), all.length);
    assert.match(await page.title(), new RegExp(tract.many, "i"));
    assert.match(await things(page).status.innerText(), new RegExp(`${all.length} ${tract.many}`));
  },

  "A planner sorts the table to see where most people come home to.": async (page) => {
    const sorter = things(page).sorter(PEOPLE).first();
    await press(page, sorter);
    await focusComesTo(sorter);
    assert.equal(await things(page).header(PEOPLE).first().getAttribute("aria-sort"), "descending");
    const most = Math.max(...people.map((area) => area.people ?? 0));
    assert.match(await things(page).table.getByRole("row").nth(1).innerText(), digits(most));
  },

  "A planner looks at the reference date before.": async (page) => {
    await chooseOption(page, things(page).list("Reference date"), dayInWords(before));
    await settles(page);
    assert.match(await things(page).table.locator("caption").innerText(), new RegExp(dayInWords(before)));
    const then = (await areas(beats.code, before)).find((area) => area.people_status === "shown");
    await press(page, things(page).row(then.key));
    await focusComesTo(things(page).card);
    assert.match(await things(page).card.innerText(), digits(then.people));
  },

  "A planner goes back to what was shown with the browser's back button.": async (page) => {
    const caption = things(page).table.locator("caption");
    const first = await caption.innerText();
    await chooseOption(page, things(page).list("Area level"), firstUpper(config.levels[1].many));
    await settles(page);
    const second = await caption.innerText();
    assert.notEqual(second, first);
    await page.goBack();
    await caption.filter({ hasText: first }).waitFor();
    await page.goForward();
    await caption.filter({ hasText: second }).waitFor();
  },

  "A coalition member downloads the table that is on the screen.": async (page) => {
    const { features } = JSON.parse(await download(page, page.getByRole("region", { name: "Areas" }).getByRole("link", { name: "Download GeoJSON" })));
    assert.deepEqual(new Set(features.map(({ properties }) => properties.people)), new Set(people.map((area) => area.people)));
    assert.equal(features.length, await things(page).rows.count());
  },

  "A coalition member downloads a layer as CSV.": async (page) => {
    await press(page, things(page).skipTo("downloads"));
    await follow(page, page.getByRole("link", { name: "Downloads", exact: true }));
    const csv = await download(page, page.locator(`a[href*="${beats.collection}"]`).filter({ hasText: /csv/i }).first());
    assert.match(csv, new RegExp(`\\b${shown.key}\\b`));
    assert.equal(csv.trim().split("\n").length, people.length + 1);
  },

  "A coalition member finds the address of a layer for their own tool.": async (page) => {
    await press(page, things(page).skipTo("downloads"));
    await follow(page, page.getByRole("link", { name: "Data interface" }));
    await follow(page, page.locator('main a[href*="/collections"]').first());
    await follow(page, page.locator(`main a[href*="/collections/${beats.collection}"]`).first());
    const response = await fetch(page.url().split("?")[0], { headers: { Accept: "application/json" } });
    assert.equal((await response.json()).id, beats.collection);
  },

  "A coalition member shares a link, and who opens it sees the same.": async (page) => {
    await chooseOption(page, things(page).list("Services"), "No services");
    await press(page, things(page).row(shown.key));
    const link = new URL(page.url());
    const said = await seen(page);
    await visit({ path: link.pathname + link.hash }, async (other) => assert.deepEqual(await seen(other), said));
  },

  "A resident opens an area without a number and reads why it is hidden.": async (page) => {
    await press(page, things(page).skipTo("table"));
    await press(page, things(page).row(hidden.key));
    await focusComesTo(things(page).card);
    assert.match(await things(page).card.innerText(), /hidden for privacy/i);
    await press(page, things(page).card.getByText("Why is this hidden?"));
    await follow(page, things(page).card.getByRole("link", { name: /More about hidden numbers/ }));
    await page.getByRole("heading", { level: 1, name: "Why is this hidden?" }).waitFor();
    await follow(page, page.getByRole("link", { name: "Back to the map" }).first());
    await becomesReady(page);
  },

  "A planner compares two dates and sees how an area changed.": async (page) => {
    const { now, then } = await shownOnBoth();
    await press(page, page.getByText("Settings", { exact: true }));
    await chooseOption(page, things(page).list("Compare with"), dayInWords(before));
    await settles(page);
    const cells = things(page).table.locator(`tr[data-key="${now.key}"]`).getByRole("cell");
    const change = signed(now.people - then.people);
    const row = (await cells.allInnerTexts()).map((text) => text.trim());
    assert.ok(row.includes(change), `${row} has the change ${change}`);
    await press(page, things(page).row(now.key));
    await focusComesTo(things(page).card);
    const said = await things(page).card.innerText();
    assert.match(said, new RegExp(`On ${dayInWords(before)}`));
    assert.match(said, digits(then.people));
  },

  "A resident finds their area by an address.": async (page) => {
    const { address, key } = await knownAddress();
    await press(page, page.getByText("Find a place"));
    await tabTo(page, page.getByRole("textbox", { name: "Address" }));
    await page.keyboard.type(address);
    await page.keyboard.press("Enter");
    const { card } = things(page);
    await card.getByRole("heading", { name: new RegExp(`^${firstUpper(beats.one)} ${key}\\b`) }).waitFor();
    await focusComesTo(card);
    assert.ok(!page.url().includes(encodeURIComponent(address)) && !page.url().includes(address.split(" ")[1]), page.url());
  },

  "A resident switches to Spanish.": async (page) => {
    await press(page, things(page).row(shown.key));
    await tabTo(page, page.getByRole("combobox", { name: "Language" }), { back: true });
    const reloaded = page.waitForEvent("load");
    await page.keyboard.press("ArrowDown");
    await reloaded;
    await becomesReady(page);
    assert.equal(await page.locator("html").getAttribute("lang"), "es");
    await page.getByRole("region", { name: "Zonas", exact: true }).waitFor();
    assert.match(await things(page).card.innerText(), digits(shown.people), "what was open is open");
  },

  "A beat officer takes the colors of the night, and has them the next time.": async (page) => {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await chooseOption(page, page.getByRole("combobox", { name: "Colors" }), "Night");
    const night = await ground();
    assert.notEqual(night, light);
    await page.reload();
    await becomesReady(page);
    assert.equal(await ground(), night);
    assert.equal(await page.getByRole("combobox", { name: "Colors" }).inputValue(), "night");
  },

  "A beat officer opens the brief of their beat to print it.": async (page) => {
    await press(page, things(page).row(shown.key));
    await focusComesTo(things(page).card);
    const answered = page.waitForResponse(/\/brief\.pdf\?lang=en$/);
    await follow(page, things(page).card.getByRole("link", { name: "Brief for print (PDF)" }));
    const brief = await answered;
    assert.equal(brief.status(), 200);
    assert.equal(brief.headers()["content-type"], "application/pdf");
  },

  "A planner supposes a new site in the middle of the map, and keeps that by name.": async (page) => {
    await chooseOption(page, things(page).list("Show"), "Service gap, on foot");
    await settles(page);
    await follow(page, page.getByRole("link", { name: "What if there were other sites?" }));
    await becomesReady(page);
    await press(page, page.getByRole("button", { name: "Add in the middle of the map" }));
    await page.getByText("New site 1", { exact: true }).waitFor();
    await settles(page);
    const results = page.getByRole("region", { name: "What changes", exact: true });
    assert.match(await results.innerText(), /\d+ sites count, instead of \d+\.[\s\S]* within 30 minutes\./);
    await tabTo(page, page.getByRole("textbox", { name: "Name" }));
    await page.keyboard.type("In the middle");
    await press(page, page.getByRole("button", { name: "Save on this device" }));
    await page.goto(new URL("/what-if.html", page.url()).href);
    await becomesReady(page);
    assert.equal(await page.getByText("New site 1", { exact: true }).count(), 0);
    await press(page, page.getByRole("button", { name: "Open \"In the middle\"" }));
    await page.getByText("New site 1", { exact: true }).waitFor();
    await settles(page);
  },
};

/** An area whose number is shown on both dates. */
async function shownOnBoth() {
  const earlier = new Map((await areas(beats.code, before)).map((area) => [area.key, area]));
  const now = people.find(({ key, people_status: status }) => status === "shown" && earlier.get(key)?.people_status === "shown");
  return { now, then: earlier.get(now.key) };
}

const signed = (value) => `${value > 0 ? "+" : ""}${value.toLocaleString("en-US")}`;

/** An address that lies in one area of the city before us: of the small city of the tests, or of a service. */
async function knownAddress() {
  const candidates = ["7 Plover Lane", ...(await services()).map(({ address }) => address).filter(Boolean)];
  for (const address of candidates.slice(0, MOST_ADDRESSES)) {
    const { matches } = await locate(address);
    const keys = new Set(matches.map(({ areas: found }) => found[beats.code]));
    const [key] = keys;
    if (keys.size === 1 && key) return { address, key };
  }
  throw new Error("none of the addresses is known here");
}

/** From the one tab stop of the map to a neighbour that is wanted: Home, then arrows as a person reads. */
async function goOnMap(page, all, wanted) {
  await tabTo(page, all.and(page.locator('[tabindex="0"]')));
  const isThere = () => wanted.evaluateAll((elements) => elements.includes(document.activeElement));
  await page.keyboard.press("Home");
  const tried = new Set();
  while (!(await isThere())) {
    const at = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    const target = await wanted.first().boundingBox();
    const from = await all.and(page.locator('[tabindex="0"]')).boundingBox();
    const key = nextKey(from, target, at, tried);
    tried.add(`${at} ${key}`);
    await page.keyboard.press(key);
  }
}

/** The arrow towards the target, the longer way first; another where that one has been of no use. */
function nextKey(from, target, at, tried) {
  const dx = target.x + target.width / 2 - (from.x + from.width / 2);
  const dy = target.y + target.height / 2 - (from.y + from.height / 2);
  const across = dx > 0 ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  const along = dy > 0 ? ["ArrowDown", "ArrowUp"] : ["ArrowUp", "ArrowDown"];
  const wishes = Math.abs(dx) > Math.abs(dy) ? [across[0], along[0], along[1], across[1]] : [along[0], across[0], across[1], along[1]];
  const key = wishes.find((wish) => !tried.has(`${at} ${wish}`));
  assert.ok(key, `no arrow key leads on from ${at}`);
  return key;
}

async function download(page, link) {
  const coming = page.waitForEvent("download");
  await press(page, link);
  return readFileSync(await (await coming).path(), "utf8");
}

/** What is on the page, in words. */
async function seen(page) {
  await settles(page);
  const { table, card } = things(page);
  const chosen = await page.getByRole("combobox").evaluateAll((lists) => lists.map((list) => list.value));
  return { chosen, table: await table.innerText(), card: await card.innerText(), title: await page.title() };
}

describe("tasks", { concurrency: 2 }, () => {
  it("are those of the list", () => {
    const list = readFileSync(new URL("tasks.md", import.meta.url), "utf8");
    assert.deepEqual(Object.keys(TASKS), [...list.matchAll(/^\d+\. (.*)$/gm)].map(([, task]) => task));
  });
  for (const [task, steps] of Object.entries(TASKS)) {
    it(task, () => visit({ path: "/#measure=people", context: { acceptDownloads: true } }, steps));
  }
});
