// What a reader can choose: services, languages, colours, comparisons, places, filters; and the page without a connection.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { URL_UNDER_TEST, becomesReady, settles } from "./browser.mjs";
import { visit } from "./harness.mjs";
import { focusComesTo } from "./keyboard.mjs";
import { dayInWords, firstUpper, published, things } from "./things.mjs";
import { en } from "../strings/en.js";

const { config, areas, servicesBy, services } = await published();
const [beats] = config.levels;
const [{ referenceDate: now }, { referenceDate: before }] = config.releases;
const people = await areas(beats.code);
const shown = people.find((area) => area.people_status === "shown");
const number = (words) => Number(words.replace(/[^\d.-]/g, ""));

/** What can be seen of the page's ground, frame by frame; runs in the page. */
function recordGrounds() {
  const grounds = (globalThis.grounds = new Set());
  const look = () => {
    const style = document.body && getComputedStyle(document.body);
    if (style?.visibility === "visible") grounds.add(style.backgroundColor);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

describe("choices", { concurrency: 2 }, () => {
  it("a click on a site leads to it, and once it is supposed to be closed it lies above its neighbours", () =>
    visit({ path: "/what-if.html" }, async (page) => {
      const sites = page.locator("#map .leaflet-marker-icon");
      const name = await sites.first().getAttribute("title");
      await sites.first().dispatchEvent("click");
      const closed = page.getByRole("checkbox", { name: `Closed: ${name}`, exact: true });
      assert.equal(await closed.evaluate((box) => box === document.activeElement), true);
      await page.keyboard.press("Space");
      await page.locator(".supposed").getByText("Closed", { exact: true }).waitFor();
      await settles(page);
      const highest = await sites.evaluateAll((all) => all.sort((one, other) => other.style.zIndex - one.style.zIndex)[0].title);
      assert.equal(highest, `${name}: does not count`);
    }));

  it("what was saved of scenarios and cannot be read is said", () => {
    const before = (page) => page.addInitScript(() => localStorage.setItem("atlas.scenarios", '["#name=Kept", 7]'));
    return visit({ path: "/what-if.html", before }, async (page) => {
      await page.getByRole("button", { name: 'Open "Kept"' }).waitFor();
      await page.getByText("1 saved scenario cannot be read.", { exact: false }).waitFor();
    });
  });

  for (const level of config.levels) {
    it(`services by ${level.code}: table, map and layer agree`, async () => {
      const all = await servicesBy(level.code);
      assert.notEqual(all.length, 0);
      await visit({ path: `/#level=${level.code}` }, async (page) => {
        const texts = await things(page).table.evaluate((table) =>
          [...table.tBodies[0].rows].map((row) => [row.dataset.key, ...[...row.cells].slice(-2).map((cell) => cell.innerText)]),
        );
        const rows = new Map(texts.map(([key, ...rest]) => [key, rest]));
        const labels = new Map(await things(page).areasOnMap.evaluateAll((paths) => paths.map((path) => [path.dataset.key, path.ariaLabel])));
        assert.equal(rows.size, all.length);
        for (const area of all) {
          const [sites, nearest] = rows.get(String(area.key));
          assert.equal(number(sites), area.sites, `sites of ${area.key}`);
          if (area.nearest_m === null) assert.match(nearest, /no service/);
          else if (area.nearest_m < 80) assert.equal(nearest, "under 0.1 mi");
          else assert.ok(Math.abs(number(nearest) - area.nearest_m / 1609.344) <= 0.051, `${nearest} for ${area.nearest_m} m`);
          const said = labels.get(String(area.key));
          if (area.sites === 0) assert.match(said, /: no service sites$/);
          else assert.equal(number(said.slice(said.lastIndexOf(": "))), area.sites, said);
        }
      });
    });
  }

  it("gaps: table, map and layer agree, and only levels that have them are offered", async () => {
    const [{ code: category }] = config.categories;
    const collection = beats.gaps.walk;
    const { features } = await fetch(`${URL_UNDER_TEST}/ogc/collections/${collection}/items?limit=1000`).then((answer) => answer.json());
    assert.notEqual(features.length, 0);
    await visit({ path: `/#measure=gap_walk&level=${beats.code}&category=${category}` }, async (page) => {
      const texts = await things(page).table.evaluate((table) =>
        [...table.tBodies[0].rows].map((row) => [row.dataset.key, ...[...row.cells].slice(-2).map((cell) => cell.innerText)]),
      );
      const rows = new Map(texts.map(([key, ...rest]) => [key, rest]));
      const labels = new Map(await things(page).areasOnMap.evaluateAll((paths) => paths.map((path) => [path.dataset.key, path.ariaLabel])));
      assert.equal(rows.size, features.length);
      for (const { properties } of features) {
        const [low, high, minutes] = ["gap_low", "gap_high", "minutes"].map((column) => properties[`${category}_${column}`]);
        const [least, most] = [Math.floor(low), Math.ceil(high)].map((value) => value.toLocaleString("en-US"));
        const bounds = least === most ? least : `${least} to ${most}`;
        const [gap, way] = rows.get(String(properties.key));
        assert.equal(gap, bounds, `gap of ${properties.key}`);
        assert.equal(way, minutes === null ? "more than 60 min" : `${minutes} min`, `minutes of ${properties.key}`);
const words = high === 0 ? "nobody goes without" : `${bounds} ${most === "1" ? "person goes" : "people go"} without`;
        assert.ok(labels.get(String(properties.key)).endsWith(`: ${words}`), properties.key);
      }
      const offered = await page.getByRole("combobox", { name: "Area level" }).evaluate((select) => [...select.options].filter(({ disabled }) => !disabled).map(({ value }) => value));
      assert.deepEqual(offered, config.levels.filter(({ gaps }) => gaps.walk).map(({ code }) => code));
      assert.ok(offered.length > 1);
    });
  });

  it("Spanish says everything in Spanish, and is remembered", () =>
    visit({ context: { locale: "es-MX" } }, async (page) => {
      assert.equal(await page.evaluate(() => document.documentElement.lang), "es");
      const english = sentencesOf(en).filter((text) => text.length > 12);
      const text = await page.locator("body").innerText();
      assert.deepEqual(english.filter((sentence) => text.includes(sentence)), []);
      const reloaded = page.waitForEvent("load");
      await page.getByRole("combobox", { name: /Language/ }).selectOption("en");
      await reloaded;
      await becomesReady(page);
      await page.goto("/");
      await becomesReady(page);
      assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    }));

  it("the night is dark from the first moment on", () =>
    visit({}, async (page) => {
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await ground();
      await page.getByRole("combobox", { name: "Colors" }).selectOption("night");
      const dark = await ground();
      assert.notEqual(dark, light);
      await page.addInitScript(recordGrounds);
      await page.reload();
      await becomesReady(page);
      assert.deepEqual(await page.evaluate(() => [...globalThis.grounds]), [dark]);
    }));

  it("another date stands beside in table and card, with the change between the published numbers", async () => {
    const earlier = new Map((await areas(beats.code, before)).filter((area) => area.people_status === "shown").map((area) => [area.key, area]));
    const both = people.find((area) => area.people_status === "shown" && earlier.has(area.key));
    const then = earlier.get(both.key);
    const path = `/#${new URLSearchParams({ measure: "people", level: beats.code, date: now, compare: before, area: both.key })}`;
    await visit({ path }, async (page) => {
      const row = things(page).table.locator(`tr[data-key="${both.key}"]`);
      const said = await row.getByRole("cell").allInnerTexts();
      assert.ok(said.map(number).includes(then.people), `${said} has ${then.people}`);
      assert.ok(said.map(number).includes(both.people - then.people), `${said} has the change`);
      assert.match(await things(page).card.innerText(), new RegExp(`On ${dayInWords(before)}`));
    });
  });

  it("a second area stands beside the first", async () => {
    const other = people.find((area) => area.people_status === "shown" && area.key !== shown.key);
    const path = `/#${new URLSearchParams({ measure: "people", level: beats.code, date: now, area: shown.key })}`;
    await visit({ path }, async (page) => {
      const chooser = things(page).card.getByRole("combobox", { name: "Compare with another area" });
      await chooser.focus();
      await chooser.selectOption(String(other.key));
      await focusComesTo(chooser);
      const texts = await things(page).card.getByRole("table").getByRole("row").nth(1).getByRole("cell").allInnerTexts();
      assert.deepEqual(texts.map(number), [shown.people, other.people]);
      assert.match(page.url(), new RegExp(`beside=${other.key}`));
      await things(page).row(other.key).click();
      await things(page).card.getByRole("heading", { name: new RegExp(`\\b${other.key}\\b`) }).waitFor();
      assert.doesNotMatch(page.url(), /beside/, "no area is compared with itself");
    });
  });

  it("the back button takes back the order of the table", () =>
    visit({ path: "/#measure=people" }, async (page) => {
      const keys = () => things(page).rows.allInnerTexts();
      const first = await keys();
      await things(page).sorter("People under supervision").first().click();
      const sorted = await keys();
      assert.notDeepEqual(sorted, first);
      await page.goBack();
      await things(page).header("People under supervision").and(page.locator(":not([aria-sort])")).first().waitFor();
      assert.deepEqual(await keys(), first);
      await page.goForward();
      await page.locator('th[aria-sort="descending"]').waitFor();
      assert.deepEqual(await keys(), sorted);
    }));

  it("other services leave the areas as they are drawn, where these say nothing of services", () =>
    visit({ path: "/#measure=people" }, async (page) => {
      await things(page).table.locator("tbody tr").first().evaluate((row) => (row.dataset.seen = "yes"));
      await things(page).list("Services").selectOption({ index: 1 });
      await settles(page);
      assert.match(page.url(), new RegExp(`category=${config.categories[0].code}`));
      assert.equal(await things(page).table.locator("tr[data-seen]").count(), 1);
    }));

  it("filters hold for map, list and link", async () => {
    const accepting = (await services()).filter(({ accepts_records: accepts }) => ["yes", "case_by_case"].includes(accepts));
    await visit({}, async (page) => {
      await page.getByRole("checkbox", { name: "accept people with a record" }).check();
      await settles(page);
      const said = await page.getByRole("region", { name: "Services" }).getByRole("status").innerText();
      assert.equal(parseInt(said.replace(",", ""), 10), accepting.length);
      assert.match(page.url(), /only=records/);
      await page.reload();
      await becomesReady(page);
      assert.ok(await page.getByRole("checkbox", { name: "accept people with a record" }).isChecked());
    });
  });

  it("the table is searched and taken along with what is hidden named", () =>
    visit({ path: "/#measure=people", context: { acceptDownloads: true } }, async (page) => {
      await page.getByRole("searchbox", { name: "Find in the table" }).fill(String(shown.key));
      await things(page).table.locator("tbody tr").nth(people.length - 1).waitFor({ state: "detached" });
      await page.getByRole("searchbox", { name: "Find in the table" }).fill("");
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name: "Download the table (CSV)" }).click();
      const [head, ...rows] = readFileSync(await (await coming).path(), "utf8").replace("\ufeff", "").trim().split("\r\n");
      assert.match(head, /People under supervision: Status/);
      assert.equal(rows.length, people.length);
      assert.equal(rows.filter((row) => row.includes(",hidden")).length, people.filter((area) => area.people_status === "hidden").length);
    }));

  it("my area is remembered on the device and found again", () =>
    visit({ path: `/#${new URLSearchParams({ level: beats.code, area: shown.key })}` }, async (page) => {
      await things(page).card.getByRole("button", { name: "Remember as my area" }).click();
      await focusComesTo(things(page).card.getByRole("button", { name: "Forget as my area" }));
      await page.goto(`/#${new URLSearchParams({ level: config.levels[1].code })}`);
      await becomesReady(page);
      await page.getByText("Find a place").click();
      await page.getByRole("button", { name: `My area: ${beats.one} ${shown.key}` }).click();
      await things(page).card.getByRole("heading", { name: new RegExp(`^${firstUpper(beats.one)} ${shown.key}\\b`) }).waitFor();
      assert.equal(await things(page).list("Area level").inputValue(), beats.code);
    }));

  it("an address that is looked up stands in no link and no storage", () =>
    visit({}, async (page) => {
      await page.getByText("Find a place").click();
      await page.getByRole("textbox", { name: "Address" }).fill("12 Nowhere Lane");
      const answered = page.waitForResponse("**/api/locate");
      await page.keyboard.press("Enter");
      assert.equal((await answered).status(), 200);
      await settles(page);
      assert.match(await page.locator("#find").getByRole("status").innerText(), /No address like this was found here/);
      const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }) + location.href);
      assert.ok(!kept.includes("Nowhere"), kept);
    }));

  it("without a connection the page shows what was read last, and says so", () =>
    visit({ fails: /./ }, async (page) => {
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.reload();
      await becomesReady(page);
      await page.waitForLoadState("networkidle");
      const caption = await things(page).table.locator("caption").innerText();
      await page.context().setOffline(true);
      await page.reload();
      await becomesReady(page);
      assert.equal(await things(page).table.locator("caption").innerText(), caption);
      await page.getByText("No connection. The page shows what was read on").waitFor();
      await page.context().setOffline(false);
      await page.reload();
      await becomesReady(page);
      await page.locator("#offline").waitFor({ state: "hidden" });
    }));
});

function sentencesOf(words) {
  return Object.values(words).flatMap((value) => (typeof value === "string" ? [value] : typeof value === "object" ? sentencesOf(value) : []));
}
