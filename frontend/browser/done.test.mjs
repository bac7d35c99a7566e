// What both agencies did, where to walk next and what is next for whoever is signed in. ATLAS_PLANNERS has the keys of two accounts of
// planners, of supervision and of the police.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { becomesReady } from "./browser.mjs";
import { visit } from "./harness.mjs";
import { button, judge, said, signIn, without, KEYS } from "./planners.mjs";

const numberIn = (text) => Number(text.replaceAll(/[^\d.]/g, "") || 0);

describe("what was done", without, () => {
  it("has the same numbers in totals, table and file, for everybody what was for everybody", () =>
    visit({ path: "/outreach.html#view=done" }, async (page) => {
      await page.getByRole("heading", { name: "What was done", exact: true }).waitFor();
      await judge(page);
      assert.equal(await page.getByText("Tours done", { exact: true }).count(), 0);
      await signIn(page, KEYS[0]);
      await page.locator("#done dt", { hasText: "Tours done" }).waitFor();
      const names = await page.locator("#done .facts dt").allTextContents();
      const values = (await page.locator("#done .facts dd").allTextContents()).map(numberIn);
      const href = await page.getByRole("link", { name: /CSV/ }).getAttribute("href");
      const csv = await page.evaluate(async (path) => (await fetch(path)).text(), href);
      const rows = csv.trim().split("\n").slice(1).map((line) => line.split(","));
      const sums = names.map((_, i) => rows.filter(([, area]) => area === "all").reduce((sum, row) => sum + Number(row[i + 2]), 0));
      // The page writes three significant digits of what is no whole number.
      const rounded = (value) => (Number.isInteger(value) ? value : Number(value.toPrecision(3)));
      assert.deepEqual(values, sums.map(rounded));
      assert.equal((await page.locator("#done .measures tbody tr").count()) > 1, true);
      await page.getByLabel("On the map").selectOption({ label: "Bags" });
      await page.getByRole("heading", { name: "Bags by month" }).waitFor();
      assert.match(page.url(), /done=.*bags/);
      await page.getByLabel("From month").fill("2026-01");
      await page.getByLabel("To month").fill("2025-01");
      await page.getByLabel("To month").blur();
      await said(page, "Write a month as 2026-11");
    }));

  it("speaks Spanish on a phone", () =>
    visit({ path: "/outreach.html?lang=es#view=done", size: "phone", context: { locale: "es-US" } }, async (page) => {
      await page.getByRole("heading", { name: "Lo que se hizo", exact: true }).waitFor();
      await judge(page);
    }));
});

describe("patrols", without, () => {
  it("are shared by need, kept as drafts, and not shared again", () =>
    visit({ path: "/outreach.html#view=patrols" }, async (page) => {
      await page.getByText("Only planners who are signed in write plans.").waitFor();
      await signIn(page, KEYS[1]);
      await page.getByLabel("A day of the week").waitFor();
      await page.getByLabel("Hours in the week").fill("6");
      await page.getByLabel("A day of the week").fill("2032-02-04");
      await page.getByLabel("A day of the week").blur();
      await page.getByText("3 patrols more in this week; 0 hours left over.").waitFor();
      await judge(page);
      await button(page, "Keep as drafts").click();
      await page.getByRole("heading", { name: /^Week of/ }).waitFor();
      assert.equal(await page.locator("#calendar .plan-link.patrol.draft").count(), 3);
      await page.goBack();
      await becomesReady(page);
      await page.getByText("All hours of this week are planned already.").waitFor();
    }));
});

describe("my next outreach", without, () => {
  it("asks for a post where the account has none, and is not for everybody", () =>
    visit({ path: "/outreach.html#view=next" }, async (page) => {
      await page.getByText("Members of staff sign in below").waitFor();
      await signIn(page, KEYS[0]);
      await page.getByText("This account has no post.").waitFor();
      await judge(page);
    }));
});
