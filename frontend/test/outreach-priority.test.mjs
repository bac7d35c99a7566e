import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { priority } from "../strings/en/outreach-priority.js";
import { formatWhere, parseWhere, partsOf, rank, readPriority, shadeOf, siteOf } from "../outreach/urgency.js";

// The same places that UrgencyTest has the server rank.
const SHARED = JSON.parse(readFileSync(new URL("urgency.json", import.meta.url), "utf8"));
const weightsOf = (parts) => Object.fromEntries(parts.map(({ code, weight }) => [code, weight]));

test("the browser ranks as the server does", () => {
  const ranked = rank(SHARED.parts, SHARED.places, weightsOf(SHARED.parts));
  assert.deepEqual(ranked.map(({ key, rank, score }) => [key, rank, score]), SHARED.ranked.map(({ key, rank, score }) => [key, rank, score]));
  ranked.forEach(({ points }, i) => points.forEach((each, part) => assert.ok(Math.abs(each - SHARED.ranked[i].points[part]) < 1e-9)));
});

test("weights count by their share, and one of zero leaves its part out", () => {
  const weights = weightsOf(SHARED.parts);
  const before = rank(SHARED.parts, SHARED.places, weights);
  const larger = rank(SHARED.parts, SHARED.places, Object.fromEntries(Object.entries(weights).map(([code, weight]) => [code, weight * 2])));
  assert.deepEqual(larger.map(({ key, score }) => [key, score]), before.map(({ key, score }) => [key, score]));
  const without = rank(SHARED.parts, SHARED.places, { ...weights, dumping: 0 });
  assert.ok(without.every(({ points }) => points[0] === 0));
  assert.notDeepEqual(without.map(({ key }) => key), before.map(({ key }) => key));
});

test("a thousand areas are ranked in a part of 200 ms", () => {
  const many = Array.from({ length: 1000 }, (_, i) => ({ key: String(i), values: SHARED.places[i % SHARED.places.length].values }));
  const started = performance.now();
  rank(SHARED.parts, many, weightsOf(SHARED.parts));
  assert.ok(performance.now() - started < 100);
});

test("shades are fifths of the highest score", () => {
  assert.deepEqual([0, 0.1, 10, 10.1, 50].map((score) => shadeOf(score, 50)), [0, 1, 1, 2, 5]);
  assert.equal(shadeOf(0, 0), 0);
  assert.deepEqual(partsOf([0.01, 3, 0, 20]).map(([i]) => i), [3, 1]);
});

test("what is looked at survives its address, and what is not understood is as usual", () => {
  const { parts } = SHARED;
  const weights = { dumping: 0, open: 2, appearance: 7.5, last_clean_up: 10 };
  const text = formatWhere({ level: "block_group", days: 90, weights }, parts);
  assert.deepEqual(parseWhere(text), { level: "block_group", days: 90, weights: { dumping: 0, appearance: 7.5, last_clean_up: 10 } });
  for (const bad of ["", "<script>_x_y", "beat_31_dumping99", `_30_${"a".repeat(99)}1`]) {
    const { days, weights: none } = parseWhere(bad);
    assert.deepEqual([days, none], [30, {}], bad);
  }
});

test("a side of a block is planned as blocks of its street", () => {
  assert.equal(siteOf({ street: "Heron Street NW", lowest: 1201, highest: 1299 }), "1200 block of Heron Street NW");
  assert.equal(siteOf({ street: "Heron Street NW", lowest: 1200, highest: 1398 }), "1200 to 1300 blocks of Heron Street NW");
  assert.equal(siteOf({ street: "Heron Street NW", lowest: null, highest: null }), "");
  assert.equal(siteOf({ key: "01" }), "");
});

test("an answer that is none is told", () => {
  const answer = { parts: SHARED.parts, areas: SHARED.places };
  assert.equal(readPriority(answer, "areas").places.length, SHARED.places.length);
  for (const bad of [null, {}, { ...answer, parts: [] }, { ...answer, areas: [{ key: "x", values: [1] }] }, { ...answer, areas: [{ key: "x", values: [1, 2, "3", 4] }] }]) {
    assert.throws(() => readPriority(bad, "areas"));
  }
});

test("every part of the server has a name", () => {
  const parts = readFileSync(new URL("../../src/main/java/org/reentryatlas/outreach/UrgencyPart.java", import.meta.url), "utf8");
  const codes = [...parts.matchAll(/^ {4}([A-Z_]+)\(\d\)[,;]/gm)].map(([, code]) => code.toLowerCase());
  assert.deepEqual(codes, Object.keys(priority.parts));
});
