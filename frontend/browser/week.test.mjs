// The week of a beat on paper: what is planned, and nothing that only a screen has use for.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { visit } from "./harness.mjs";
import { signIn, without, KEYS } from "./planners.mjs";

describe("a week on paper", without, () => {
  it("has seven days with what is planned, without map, tabs and desk", () =>
    visit({ path: "/outreach.html" }, async (page) => {
      await signIn(page, KEYS[1]);
      const token = await page.evaluate(async () => (await (await fetch("/session")).json()).formToken);
      const patrol = { kind: "patrol", area: "01", starts: "2033-05-04T14:00", ends: "2033-05-04T16:00", way: "foot" };
      const status = await page.evaluate(
        async ([formToken, plan]) => (await fetch("/outreach/plans", { method: "POST", headers: { "Content-Type": "application/json", "X-Form-Token": formToken }, body: JSON.stringify(plan) })).status,
        [token, patrol],
      );
      assert.equal(status, 201);
      await page.goto("/outreach.html#view=week&date=2033-05-03&area=01");
      await page.reload();
      await page.locator("#calendar .plan-link.patrol").waitFor();
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator("#calendar h3").count(), 7);
      assert.equal(await page.locator("#calendar .agenda li").count(), 1);
      for (const hidden of ["#tabs", "#controls", "#staff", "#map"]) assert.equal(await page.locator(hidden).isVisible(), false, `${hidden} is on paper`);
      assert.equal(await page.locator("#calendar h2").isVisible(), true);
      assert.equal((await page.pdf({ format: "Letter" })).subarray(0, 5).toString(), "%PDF-");
      await page.emulateMedia({ media: "screen" });
    }));
});
