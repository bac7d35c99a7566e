// What planners of both agencies do in every test of theirs. ATLAS_PLANNERS has the keys of two accounts, of supervision and of the police.

import assert from "node:assert/strict";
import axe from "axe-core";
import { settles } from "./browser.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WORDS = { en: ["Sign in", "Sign out"], es: ["Iniciar sesión", "Cerrar sesión"] };

export const KEYS = (process.env.ATLAS_PLANNERS ?? "").split(" ").filter(Boolean);
export const without = KEYS.length === 2 ? {} : { skip: "ATLAS_PLANNERS has no two keys" };

export const button = (page, name) => page.getByRole("button", { name, exact: true });
export const said = (page, sentence) => page.locator("#status", { hasText: sentence }).waitFor();

export async function signIn(page, key, language = "en") {
  const [signIn, signOut] = WORDS[language];
  await page.locator("#sign-in summary").first().click();
  await page.locator("#sign-in input[name=key]").fill(key);
  await button(page, signIn).click();
  await button(page, signOut).waitFor();
}

export async function judge(page) {
  await settles(page);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((rules) => globalThis.axe.run({ runOnly: rules }), RULES);
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))}`), []);
}
