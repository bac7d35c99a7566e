import assert from "node:assert/strict";
import test from "node:test";
import { said, sentences } from "../outreach/effect.js";
import { outreach as en } from "../strings/en/outreach.js";
import { outreach as es } from "../strings/es/outreach.js";

const KNOWN = { days: 30, state: "known", knownFrom: "2026-07-10", blocks: 3, compared: 2, fewestLike: 40, before: 7, after: 1, expected: 5.25, difference: -4.25, low: -6, high: -1, isClear: true };

test("a neighbour reads what became of requests", () => {
  assert.deepEqual(sentences(KNOWN, en), [
    "7 requests in the days before, 1 in the days after.",
    "On blocks like these that nobody cleaned it would have been 5.3.",
    "The difference: 4.3 fewer (likely between 6 fewer and 1 fewer).",
    "That is fewer than chance explains.",
    "1 block is left out, because too few blocks are like it.",
  ]);
  assert.match(sentences({ ...KNOWN, low: -6, high: 2, isClear: false }, en).join(" "), /between 6 fewer and 2 more\). That may be chance\./);
  assert.match(sentences(KNOWN, es).join(" "), /4\.3 menos|4,3 menos/);
});

test("what is not known says so and has no number", () => {
  for (const state of ["not_yet", "begins_later", "no_blocks", "few_like"]) {
    for (const words of [en, es]) {
      const [sentence, ...others] = sentences({ days: 90, state, knownFrom: "2026-09-08" }, words);
      assert.deepEqual(others, []);
      assert.ok(sentence.length > 20, state);
    }
  }
  assert.match(sentences({ days: 90, state: "not_yet", knownFrom: "2026-09-08" }, en)[0], /September 8, 2026/);
});

test("hardly any difference is none", () => {
  assert.equal(said(0.04, en), "as many");
  assert.equal(said(-0.04, en), "as many");
  assert.equal(said(2, en), "2 more");
});
