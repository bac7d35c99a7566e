// Before anything is released: agencies plan, and what is made of a release says that there is none. ATLAS_PLANNERS has the keys of
// two accounts of planners, of supervision and of the police. UnreleasedTest runs it, before a city of its own.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { visit } from "./harness.mjs";
import { KEYS, button, judge, said, signIn, without } from "./planners.mjs";

const PAGE = "/outreach.html";

const tab = (page, name) => page.locator("#tabs").getByRole("button", { name, exact: true });

describe("before the first release", without, () => {
  it("the map says that nothing is published", async () => {
    await visit({ path: "/" }, async (page) => {
      await said(page, "Nothing has been published yet");
      await judge(page);
    });
  });

  it("what-if says that there are no gaps", async () => {
    await visit({ path: "/what-if.html", ready: null }, async (page) => {
      await said(page, "No gaps have been computed yet");
    });
  });

  it("the calendar knows the beats, by the jurisdiction's word for them, and the map begins there", async () => {
    await visit({ path: PAGE }, async (page) => {
      const beats = page.locator("#controls").getByLabel("PSA");
      assert.equal(await beats.locator("option").count(), 13);
      await beats.selectOption("07");
      await page.waitForFunction(() => location.hash.includes("area=07"));
      await judge(page);
    });
  });

  it("everybody reads where to clean and what was done", async () => {
    await visit({ path: PAGE }, async (page) => {
      await tab(page, "Where to clean").click();
      await page.locator("#where").getByText("PSA 01").first().waitFor();
      await tab(page, "What was done").click();
      await page.locator("#done tbody").getByText("PSA 01").first().waitFor();
      await judge(page);
    });
  });

  it("a gathering is drafted", async () => {
    await visit({ path: PAGE }, async (page) => {
      await signIn(page, KEYS[0]);
      await button(page, "New gathering").click();
      const form = page.locator("#plan form");
      await form.getByLabel("Title").fill("Before the first map");
      await form.getByLabel("Starts", { exact: true }).first().fill("2027-05-08T09:00");
      await form.getByLabel("Ends", { exact: true }).first().fill("2027-05-08T11:00");
      await form.getByLabel("Longitude").first().fill("-105.095");
      await form.getByLabel("Latitude").first().fill("43.505");
      await button(page, "Save").click();
      await page.locator("#plan .facts dd", { hasText: /^01$/ }).waitFor();
    });
  });

  it("tours are planned in every beat", async () => {
    await visit({ path: PAGE }, async (page) => {
      await signIn(page, KEYS[0]);
      await tab(page, "Tours").click();
      const due = page.locator("#tours").getByLabel("Visits due in 03");
      await due.waitFor();
      assert.equal(await page.locator("#tours").getByLabel(/^Visits due in /).count(), 12);
      await judge(page);
    });
  });

  it("patrols are shared by what is known, and say that no gap is", async () => {
    await visit({ path: PAGE }, async (page) => {
      await signIn(page, KEYS[1]);
      await tab(page, "Patrols").click();
      await page.locator("#patrols tbody").getByText("not computed").first().waitFor();
      await button(page, "Keep as drafts").click();
      await page.locator("#calendar").getByText(/Patrol \d\d/).first().waitFor();
    });
  });
});
