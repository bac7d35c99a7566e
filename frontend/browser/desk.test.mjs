// The desk: a release that two people sign, what is looked at again, accounts and the audit log. ATLAS_DESK has the keys of a data steward, a
// privacy officer and an administrator, for whom a release was prepared; ATLAS_LAPSED that of an account whose training is over. With ATLAS_SHOTS pictures are kept there.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { visit } from "./harness.mjs";
import { button, judge, said, signIn } from "./planners.mjs";

const [STEWARD, OFFICER, ADMINISTRATOR] = (process.env.ATLAS_DESK ?? "").split(" ");
const LAPSED = process.env.ATLAS_LAPSED;
const without = ADMINISTRATOR && LAPSED ? {} : { skip: "ATLAS_DESK has no three keys, or ATLAS_LAPSED none" };
const PATH = "/desk.html";

const keep = (page, name) => (process.env.ATLAS_SHOTS ? page.screenshot({ path: `${process.env.ATLAS_SHOTS}/${name}.png`, fullPage: true }) : null);
const card = (page) => page.locator("article.card");
const part = (page, name) => page.locator("#parts").getByRole("link", { name, exact: true }).click();
const shows = (page, title) => page.locator("#part").getByRole("heading", { level: 2, name: title, exact: true }).waitFor();

describe("the desk", without, () => {
  it("shows nothing to who is not signed in, nor to whom it is not for", () =>
    visit({ path: PATH }, async (page) => {
      assert.equal(await page.locator("#parts").isVisible(), false);
      await signIn(page, LAPSED);
      await page.locator(".lapsed", { hasText: /A year has passed/ }).waitFor();
      assert.equal(await page.locator("#parts").isVisible(), false, "who is not trained reads what everybody reads");
      await judge(page);
    }));

  it("has a release signed by a steward and approved by somebody else", async () => {
    await visit({ path: PATH }, async (page) => {
      await signIn(page, STEWARD);
      await shows(page, "To sign");
      assert.equal(await button(page, "Approve for publication").count(), 0, "who prepares does not approve");
      await judge(page);
      await keep(page, "desk-steward");
      const link = card(page).getByRole("link", { name: "cells.csv" });
      const download = page.waitForEvent("download");
      await link.click();
      assert.equal((await download).suggestedFilename(), "cells.csv");
      await button(page, "Sign: this is what I prepared").click();
      await said(page, "Signed.");
    });
    await visit({ path: PATH, size: "phone" }, async (page) => {
      await signIn(page, OFFICER);
      await card(page).getByText("waits for approval").waitFor();
      await button(page, "Send back").click();
      await said(page, "Say why");
      await card(page).getByRole("textbox").fill("Read with the report");
      await keep(page, "desk-officer-phone");
      await button(page, "Approve for publication").click();
      await said(page, "Approved.");
      await card(page).getByText("Read with the report").waitFor();
      await judge(page);
    });
  });

  it("has what is public looked at again, and finds it in the audit log", () =>
    visit({ path: `${PATH}?lang=es` }, async (page) => {
      await signIn(page, OFFICER, "es");
      await part(page, "Público");
      await shows(page, "Público");
      await judge(page);
      await button(page, "Sigue siendo pública").click();
      await said(page, "Anotado");
      await part(page, "Registro de auditoría");
      await shows(page, "Registro de auditoría");
      await page.getByLabel("Acción", { exact: true }).fill("release.*");
      await button(page, "Buscar").click();
      await page.locator("tbody code", { hasText: "release.rechecked" }).first().waitFor();
      await judge(page);
      await keep(page, "desk-audit-es");
      await part(page, "Acuerdos");
      await shows(page, "Acuerdos");
      await judge(page);
    }));

  it("has accounts looked at, and lets nobody end their own", () =>
    visit({ path: `${PATH}#part=accounts`, fails: /\/desk\/accounts\/.*\/end$/ }, async (page) => {
      await signIn(page, ADMINISTRATOR);
      await shows(page, "Accounts");
      const own = page.locator("tbody tr", { hasText: "browser administrator" });
      await own.getByRole("button", { name: /^It stays/ }).click();
      await said(page, "Noted:");
      page.once("dialog", (dialog) => dialog.accept());
      await own.getByRole("button", { name: /^End/ }).click();
      await said(page, "Nobody ends the account");
      await judge(page);
      await keep(page, "desk-accounts");
    }));
});
