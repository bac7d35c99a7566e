// A month of Accountability Tours, from what is due to what both agencies publish, by planners of both. ATLAS_PLANNERS has the keys of
// two accounts of planners, of supervision and of the police.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { becomesReady } from "./browser.mjs";
import { visit } from "./harness.mjs";
import { button, judge, said, signIn, without, KEYS } from "./planners.mjs";

const PATH = "/outreach.html#view=tours";

async function open(page, key) {
  await signIn(page, key);
  await page.locator("#tours form.tour-form").waitFor();
}

/** A month in which no other test plans anything. */
async function fillMonth(page, from, last, due) {
  await page.getByLabel("First day").fill(from);
  await page.getByLabel("Last day").fill(last);
  const beats = page.locator("#tours").getByRole("combobox", { name: /^Visits due in/ });
  for (const [i, band] of due.entries()) await beats.nth(i).selectOption({ label: band });
}

describe("a month of tours", without, () => {
  it("goes from what is due to a roster, to drafts, and is published by one press of each agency", () =>
    visit({ path: PATH }, async (page) => {
      await open(page, KEYS[0]);
      await fillMonth(page, "2031-03-01", "2031-03-31", ["11 to 20", "1 to 10"]);
      await button(page, "Plan").click();
      await page.getByRole("heading", { name: "The roster" }).waitFor();
      await page.getByText("3 tours planned of 3 needed.").first().waitFor();
      await page.getByText("No roster is better.").waitFor();
      await judge(page);
      await page.getByLabel("Purpose of all these tours").selectOption({ label: "Routine contact" });
      await button(page, "Keep as drafts").click();
      await said(page, "3 tours kept as drafts.");
      const rows = page.getByRole("region", { name: "Tours of this time" }).locator("tbody tr");
      assert.equal(await rows.count(), 3);
      assert.match(await rows.first().textContent(), /P-1 \(proposed\)/);

      const context = await page.context().browser().newContext({ viewport: { width: 1280, height: 800 } });
      try {
        const police = await context.newPage();
        await police.goto(page.url());
        await becomesReady(police);
        await open(police, KEYS[1]);
        await police.getByLabel("First day").fill("2031-03-01");
        await police.getByLabel("Last day").fill("2031-03-31");
        await button(police, "Agree to these 3 tours").click();
        await said(police, "Your agency agreed to 3 tours; none is published.");
      } finally {
        await context.close();
      }
      await page.reload();
      await becomesReady(page);
      await page.getByLabel("First day").fill("2031-03-01");
      await page.getByLabel("Last day").fill("2031-03-31");
      await button(page, "Agree to these 3 tours").click();
      await said(page, "Your agency agreed to 3 tours; 3 are published.");
    }));

  it("remembers what was entered on this device, and says why there are fewer tours", () =>
    visit({ path: PATH }, async (page) => {
      await open(page, KEYS[0]);
      await fillMonth(page, "2031-05-05", "2031-05-11", ["91 to 100"]);
      await button(page, "Plan").click();
      await page.getByText(/Tours a week and times that overlap allow no more/).waitFor();
      await page.reload();
      await becomesReady(page);
      const first = page.locator("#tours").getByRole("combobox", { name: /^Visits due in/ }).first();
      assert.equal(await first.evaluate((select) => select.selectedOptions[0].textContent), "91 to 100");
      await button(page, "Forget what I entered").click();
      await page.reload();
      await becomesReady(page);
      assert.equal(await first.inputValue(), "");
    }));

  it("says by name what is wrong", () =>
    visit({ path: PATH, fails: /\/rosters$/ }, async (page) => {
      await open(page, KEYS[0]);
      await fillMonth(page, "2031-05-11", "2031-05-05", ["1 to 10"]);
      await page.locator(".officer summary").first().click();
      await page.locator(".officer").first().getByLabel("Code").fill("Jane Doe");
      await button(page, "Plan").click();
      await page.getByRole("alert").filter({ hasText: "Officer Jane Doe: is no code of a post" }).waitFor();
      await page.getByRole("alert").filter({ hasText: "Last day: is not after from" }).waitFor();
    }));

  for (const size of ["phone", "laptop"]) {
    it(`no rule of accessibility is broken, in Spanish: ${size}`, () =>
      visit({ path: `/outreach.html?lang=es#view=tours`, size }, async (page) => {
        await signIn(page, KEYS[1], "es");
        await page.getByRole("heading", { name: "Planear recorridos" }).waitFor();
        for (const summary of await page.locator(".officer summary").all()) await summary.click();
        await judge(page);
      }));
  }
});
