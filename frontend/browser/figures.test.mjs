// The page shows what the server publishes: the number or the word of every area of every level, in table and map.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { visit } from "./harness.mjs";
import { published, things } from "./things.mjs";

const { config, areas } = await published();
const HIDDEN = "Hidden for privacy";
const COLUMNS = { people: "People under supervision", people_rate: "Per 1,000 residents", residents: "Residents" };
const BLANK = {
  people: { hidden: HIDDEN },
  people_rate: { hidden: "Hidden", few_residents: "Too few residents", large_share: "Too few residents", residents_unknown: "Residents unknown" },
  residents: {},
};
const WHY = 'a[href^="/why.html"]';

/** The rows of the table: what stands in each column, by its title. */
const rowsOf = (page) =>
  things(page).table.evaluate((table) => {
    const titles = [...table.tHead.rows[0].cells].map((cell) => cell.querySelector("button").firstChild.data);
    return [...table.tBodies[0].rows].map((row) => Object.fromEntries([...row.cells].map((cell, i) => [titles[i], cell.innerText.trim()])));
  });

const number = (words) => Number(words.replace(/[±,\s]/g, ""));

function assertCell(area, column, words) {
  const value = area[column];
  const what = `${column} of ${area.key}`;
  if (typeof value === "number") assert.equal(number(words), value, what);
  else assert.equal(words, BLANK[column][area[`${column}_status`]] ?? "No data", what);
  const unstable = column !== "residents" && typeof value === "number" && area.people_unstable === true;
  assert.equal(words.includes("±"), unstable, `${what} is ${unstable ? "" : "not "}marked as unstable`);
}

/** On the map: "Beat 01, Mill: about 60 people under supervision" */
function assertLabel(area, label) {
  const said = label.slice(label.indexOf(": ") + 2);
  if (typeof area.people === "number" && area.people > 0) assert.equal(number(/[\d,]+/.exec(said)[0]), area.people, label);
  else assert.match(said, area.people_status === "hidden" ? /^hidden for privacy/ : /^no /, label);
}

describe("figures", { concurrency: 2 }, () => {
  for (const { code } of config.levels) {
    it(`by ${code}: table, map and layer agree`, async () => {
      const all = await areas(code);
      assert.notEqual(all.length, 0);
      const byKey = (a, b) => (a.key < b.key ? -1 : 1);
      await visit({ path: `/#measure=people&level=${code}` }, async (page) => {
        const rows = await rowsOf(page);
        assert.equal(rows.length, all.length);
        // Hexagons bear their names in the table, all others their keys.
        const rowOf = new Map(rows.map((row) => [Object.values(row)[0].replace("⚠", "").trim(), row]));
        for (const area of all.sort(byKey)) {
          const row = rowOf.get(String(area.key)) ?? rowOf.get(String(area.name));
          assert.ok(row, `a row of ${area.key}`);
          for (const [column, title] of Object.entries(COLUMNS)) if (title in row) assertCell(area, column, row[title]);
        }
        assert.ok(COLUMNS.people in rows[0], "the table has a column of people");
        const drawn = new Map(await things(page).areasOnMap.evaluateAll((paths) => paths.map((path) => [path.dataset.key, path.ariaLabel])));
        assert.equal(drawn.size, all.length);
        for (const area of all) assertLabel(area, drawn.get(String(area.key)));
      });
    });
  }

  it("what is unstable, and where residents come from, is said", async () => {
    const [level] = config.levels;
    const all = await areas(level.code);
    const unstable = all.find((area) => area.people_unstable && area.people_rate !== null);
    const { residents_method: method, residents_source: source } = all.find(({ residents }) => residents !== null) ?? {};
    await visit({ path: `/#${new URLSearchParams({ measure: "people", level: level.code, area: (unstable ?? all[0]).key })}` }, async (page) => {
      const caption = await things(page).table.locator("caption").innerText();
      if (source) assert.ok(caption.includes(`${method === "apportioned" ? "apportioned from" : "as stated by"} “${source}”`), caption);
      else assert.match(caption, /Without rates/);
      assert.equal(await page.getByText("Unstable (fewer than 20)").count(), all.some((area) => area.people_unstable) ? 1 : 0);
      if (unstable) assert.ok((await things(page).card.innerText()).includes(`Per 1,000 residents: ${unstable.people_rate}`));
    });
  });

  it("every place that hides a number leads to why", async () => {
    const [level] = config.levels;
    const hidden = (await areas(level.code)).find((area) => area.people_status === "hidden");
    await visit({ path: `/#${new URLSearchParams({ measure: "people", level: level.code, area: hidden.key })}` }, async (page) => {
      const { card } = things(page);
      await card.getByRole("heading", { name: new RegExp(`\\b${hidden.key}\\b`) }).waitFor();
      for (const place of [card, page.getByRole("region", { name: "Map and legend" }), page.getByRole("region", { name: "Areas" })]) {
        assert.notEqual(await place.locator(WHY).count(), 0, `a link to why in ${place}`);
      }
    });
  });
});
