// Keys of programs: made, shown once, used by a program, and revoked. ATLAS_COALITION has the key of a member of the coalition.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { visit } from "./harness.mjs";
import { button, judge, said, signIn } from "./planners.mjs";

const PATH = "/keys.html";
const LAYER = "/layers/people-by-beat.csv";
const KEY = process.env.ATLAS_COALITION ?? "";
const without = KEY ? {} : { skip: "ATLAS_COALITION has no key" };

/** As a program asks, which sends no cookie. */
const fetched = (page, key) => fetch(new URL(LAYER, page.url()), { headers: { Authorization: `Bearer ${key}` } });

describe("keys of programs", without, () => {
  it("makes one by keyboard that a program uses until it is revoked", () =>
    visit({ path: PATH }, async (page) => {
      await signIn(page, KEY);
      const name = `Nightly <b>${Date.now()}</b>`;
      await page.getByLabel("What it is for, such as: nightly dashboard").fill(name);
      const licence = page.getByLabel("Under which licence");
      if ((await licence.count()) > 0) {
        await licence.selectOption({ index: 1 });
        await page.getByLabel("For which purpose").selectOption({ index: 1 });
      }
      await button(page, "Make a key").focus();
      await page.keyboard.press("Enter");
      const key = await page.locator("#made code").first().textContent();
      assert.match(key, /^atlas_[\w-]{43}$/);
      await judge(page);
      const answer = await fetched(page, key);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get("cache-control"), "no-store");
      await page.reload();
      await button(page, `Revoke ${name}`).waitFor();
      assert.equal(await page.getByText(key).count(), 0);
      await button(page, `Revoke ${name}`).focus();
      await page.keyboard.press("Enter");
      await said(page, "is revoked");
      assert.equal((await fetched(page, key)).status, 401);
    }));

  it("shows nothing to whoever is not signed in", () =>
    visit({ path: PATH }, async (page) => {
      assert.equal(await page.getByRole("heading", { name: "Your keys" }).count(), 0);
      await judge(page);
    }));

  for (const size of ["phone", "laptop"]) {
    it(`no rule of accessibility is broken, in Spanish: ${size}`, () =>
      visit({ path: `${PATH}?lang=es`, size }, async (page) => {
        await signIn(page, KEY, "es");
        await page.getByRole("heading", { name: "Sus claves" }).waitFor();
        await judge(page);
      }));
  }
});
