// Where to clean: weights move and the page follows at once, with the scores that the server would give.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { URL_UNDER_TEST, becomesReady, settles } from "./browser.mjs";
import { visit } from "./harness.mjs";
import { KEYS, signIn, without } from "./planners.mjs";

const PATH = "/outreach.html#view=where";

const getJson = (path) => fetch(URL_UNDER_TEST + path).then((answer) => answer.json());

const keysOf = (page) => page.locator("#where tbody tr").evaluateAll((rows) => rows.slice(0, 10).map((row) => row.querySelector("th").textContent));
const slider = (page, name) => page.getByRole("slider", { name });

/** By the keyboard, as somebody does who uses no mouse. */
async function press(page, name, key, times = 1) {
  await slider(page, name).focus();
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
}

describe("where to clean", () => {
  it("a weight that moves sorts the areas anew, as the server would", () =>
    visit({ path: PATH }, async (page) => {
      const before = await keysOf(page);
      assert.equal(before.length, 10);
      await press(page, "Weight of illegal dumping", "Home");
      await press(page, "Weight of weeds", "End");
      await settles(page);
      const after = await keysOf(page);
      assert.notDeepEqual(after, before);
      const { areas } = await getJson("/outreach/priority?dumping=0&weeds=10");
      assert.deepEqual(after, areas.slice(0, 10).map(({ key, name }) => after.find((title) => title.includes(key)) ?? name));
      await becomesReady(page);
      assert.match(page.url(), /where=beat_30_dumping0_weeds10/);
      await page.goBack();
      await becomesReady(page);
    }));

  it("all weights at nothing are refused in words, and nothing is lost", () =>
    visit({ path: `${PATH}&where=beat_30_litter0_cleaning0_graffiti0_weeds0_open0_appearance0_last-clean-up0` }, async (page) => {
      const before = await keysOf(page);
      await press(page, "Weight of illegal dumping", "Home");
      await page.getByRole("alert").filter({ hasText: "At least one weight" }).waitFor();
      assert.deepEqual(await keysOf(page), before);
      await press(page, "Weight of illegal dumping", "ArrowRight");
      await settles(page);
      assert.equal(await page.getByText("At least one weight").isVisible(), false);
    }));

  it("sides of blocks can be looked at, on a phone and in Spanish", () =>
    visit({ path: `/outreach.html?lang=es#view=where&where=blocks_90`, size: "phone" }, async (page) => {
      await page.getByRole("heading", { name: "Dónde limpiar" }).waitFor();
      const [first] = await keysOf(page);
      assert.match(first, /números (im)?pares/);
      await page.getByRole("button", { name: /^En el mapa/ }).first().click();
      await settles(page);
      await page.locator("#where select").first().selectOption("tract");
      await becomesReady(page);
      await settles(page);
      assert.ok((await page.locator("path.area").count()) > 0);
    }));

  it("a planner scores a block on a phone, once a day, and plans a clean-up there", without, () =>
    visit({ path: `${PATH}&where=blocks_90`, size: "phone", fails: /\/outreach\/appearance$/ }, async (page) => {
      await signIn(page, KEYS[0]);
      await page.getByRole("button", { name: "Score this block" }).or(page.getByRole("button", { name: /^Score:/ })).first().click();
      await page.getByRole("radio", { name: "3 – littered" }).check();
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.locator("#status", { hasText: "Saved:" }).waitFor();
      await page.getByRole("radio", { name: "1 – no litter" }).check();
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.locator("#status", { hasText: "scored this block today" }).waitFor();
      await page.getByRole("link", { name: /^Plan a clean-up here:/ }).first().click();
      await page.locator("#plan form").waitFor();
      assert.match(await page.locator("#plan form").getByLabel("Blocks").first().inputValue(), / blocks? of /);
    }));

  it("from another view nothing of it stays on the map", () =>
    visit({ path: PATH }, async (page) => {
      await page.getByRole("button", { name: "List", exact: true }).click();
      await becomesReady(page);
      await settles(page);
      assert.equal(await page.locator("path.area").count(), 0);
      assert.equal(await page.locator("#where").isVisible(), false);
    }));
});
