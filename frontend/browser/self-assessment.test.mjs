// The coalition's self-assessment, from a draft to progress. ATLAS_COALITION has the key of a member of the coalition, ATLAS_PLANNERS
// those of two planners.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { becomesReady } from "./browser.mjs";
import { visit } from "./harness.mjs";
import { button, judge, said, signIn, KEYS } from "./planners.mjs";

const PATH = "/self-assessment.html";
const KEY = process.env.ATLAS_COALITION ?? "";
const without = KEY && KEYS.length === 2 ? {} : { skip: "ATLAS_COALITION or ATLAS_PLANNERS has no key" };

const question = (page, words) => page.getByRole("group", { name: words });
const step = (page, words, answer) => question(page, words).getByRole("radio", { name: answer, exact: true });

async function begin(page) {
  await signIn(page, KEY);
  await button(page, "Begin an assessment").click();
  await page.getByRole("heading", { name: /^Assessment of/ }).waitFor();
}

describe("the coalition's self-assessment", without, () => {
  it("goes from answers by keyboard to progress that everybody reads", () =>
    visit({ path: PATH }, async (page) => {
      await begin(page);
      await page.getByLabel("Who took part, one body a line").fill("Police, 2nd district\nHousing office");
      await step(page, /have agreed in writing/, "Not begun").focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      assert.ok(await step(page, /have agreed in writing/, "In place").isChecked());
      await question(page, /have agreed in writing/).getByRole("textbox").fill("<img src=x onerror=alert(1)>");
      await said(page, "Saved.");
      await page.getByText("1 of 24 answered").first().waitFor();
      await judge(page);
      await button(page, "Make it final").click();
      await said(page, "It is final: everybody reads it.");
      await page.getByRole("table").getByText("2.00 of 3").first().waitFor();
      const context = await page.context().browser().newContext({ viewport: { width: 390, height: 844 } });
      try {
        const reader = await context.newPage();
        await reader.goto(page.url());
        await becomesReady(reader);
        await reader.getByText("In place – <img src=x onerror=alert(1)>").waitFor();
        assert.equal(await reader.getByRole("radio").count(), 0);
      } finally {
        await context.close();
      }
    }));

  it("joins what two wrote at once by question, and asks where both answered the same", () =>
    visit({ path: PATH, fails: /\/self-assessments\/[0-9a-f-]+$/ }, async (page) => {
      await begin(page);
      const context = await page.context().browser().newContext({ viewport: { width: 1280, height: 800 } });
      try {
        const other = await context.newPage();
        await other.goto(page.url());
        await becomesReady(other, "error");
        await signIn(other, KEYS[1]);
        await step(other, /sit in the coalition/, "Begun").check();
        await step(other, /paid time/, "In place").check();
        await said(other, "Saved.");
      } finally {
        await context.close();
      }
      await step(page, /sit in the coalition/, "Not begun").check();
      await step(page, /Landlords/, "Begun").check();
      await page.getByText("Somebody else answered: Begun").waitFor();
      assert.ok(await step(page, /paid time/, "In place").isChecked());
      await button(page, "Keep mine").click();
      await said(page, "Saved.");
      await page.reload();
      await becomesReady(page);
      assert.ok(await step(page, /sit in the coalition/, "Not begun").isChecked());
      assert.ok(await step(page, /paid time/, "In place").isChecked());
      assert.ok(await step(page, /Landlords/, "Begun").isChecked());
    }));

  it("keeps what was typed while the server does not answer", () =>
    visit({ path: PATH, fails: /\/self-assessments\// }, async (page) => {
      await begin(page);
      await page.route(/\/self-assessments\/[0-9a-f-]{36}$/, (route) => route.abort());
      await question(page, /Landlords/).getByRole("textbox").fill("Three landlords.");
      await page.locator("#status", { hasText: "Not saved yet" }).waitFor();
      await page.unroute(/\/self-assessments\/[0-9a-f-]{36}$/);
      await button(page, "Save").click();
      await said(page, "Saved.");
      assert.equal(await question(page, /Landlords/).getByRole("textbox").inputValue(), "Three landlords.");
    }));

  for (const size of ["phone", "laptop"]) {
    it(`no rule of accessibility is broken, in Spanish: ${size}`, () =>
      visit({ path: `${PATH}?lang=es`, size }, async (page) => {
        await signIn(page, KEY, "es");
        await judge(page);
      }));
  }
});
