// No page state breaks a rule of WCAG 2.2 A and AA or of axe's best practices: on a phone and on a laptop, light, dark
// and in forced colours.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import axe from "axe-core";
import { settles } from "./browser.mjs";
import { visit } from "./harness.mjs";
import { pageStates } from "./states.mjs";
import { published, things } from "./things.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SCHEMES = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "forced colours": { colorScheme: "dark", forcedColors: "active" },
};
// Paper knows no forced colours, and nothing on it can be pressed.
const OF_MEDIA = { screen: Object.keys(SCHEMES), print: ["light", "dark"] };
const NOT_OF_MEDIA = { screen: [], print: ["target-size"] };
const SIZES_OF_MEDIA = { screen: ["phone", "laptop"], print: ["paper"] };
// The elements are the same in all colours; what differs is what these rules look at.
const VISUAL = axe.getRules(RULES).filter(({ ruleId, tags }) => tags.includes("cat.color") || ruleId === "target-size").map(({ ruleId }) => ruleId);

const MOST_SHOWN = 3;
const OPENED = "an area opened, whose number is hidden";

const { config, areas, services } = await published();
const states = pageStates({ config, areas: await areas(config.levels[0].code), services: await services() });

describe("accessibility", { concurrency: 2 }, () => {
  for (const [name, state] of Object.entries(states)) {
    for (const size of SIZES_OF_MEDIA[state.media ?? "screen"]) {
      it(`${name}, ${size}`, () => visit({ ...state, size }, (page) => judgeInAllColours(page, state)));
    }
  }

  it("at 400 % everything is there, in one column", () =>
    visit({ path: states[OPENED].path, size: "narrow" }, async (page) => {
      const { card, close, rows, services } = things(page);
      await close.click();
      assert.equal(await card.isVisible(), false);
      for (const thing of [things(page).list("Area level"), rows.first(), services.first(), things(page).areasOnMap.first()]) {
        await thing.scrollIntoViewIfNeeded();
        assert.ok(await thing.isVisible(), `${thing} is visible`);
      }
    }));
});

async function judgeInAllColours(page, { reach, media = "screen" }) {
  await page.emulateMedia({ media, reducedMotion: "reduce" });
  await reach?.(page);
  // By the debugger, which the page's policy does not bind: so the policy is in force meanwhile.
  await page.evaluate(axe.source);
  const found = [];
  for (const scheme of OF_MEDIA[media]) {
    await page.emulateMedia({ media, ...SCHEMES[scheme] });
    await settles(page);
    const rules = Object.fromEntries(NOT_OF_MEDIA[media].map((rule) => [rule, { enabled: false }]));
    const options = { runOnly: scheme === "light" ? RULES : VISUAL.filter((rule) => !(rule in rules)), rules, resultTypes: ["violations"] };
    const { violations, passes } = await page.evaluate((how) => globalThis.axe.run(how), options);
    assert.notEqual(passes.length, 0, `axe has looked at something, ${scheme}`);
    for (const { id, nodes } of violations) {
      found.push(...nodes.slice(0, MOST_SHOWN).map(({ html, failureSummary }) => `${scheme}: ${id}: ${html}: ${failureSummary}`));
    }
  }
  assert.deepEqual(found, []);
}
