import assert from "node:assert/strict";
import test from "node:test";
import { defaultState, formatState, isState, parseState, sameState } from "../lib/state.js";

const config = {
  levels: [{ code: "beat" }, { code: "sector" }],
  measures: [{ code: "need_food" }, { code: "people" }],
  categories: [{ code: "food" }],
  releases: [{ date: "2026-09-30" }, { date: "2026-06-30" }],
};
const usual = {
  level: "beat",
  measure: "people",
  figure: "count",
  date: "2026-09-30",
  compare: "",
  category: "all",
  only: "",
  language: "",
  breaks: "quantile",
  sort: "",
  area: "",
  beside: "",
};

test("the usual view is the finest level, people and the newest date", () => {
  assert.deepEqual(defaultState(config), usual);
  assert.deepEqual(parseState("", config), { state: usual, faults: [] });
  const nothing = { ...config, levels: [], releases: [] };
  assert.deepEqual(defaultState(nothing), { ...usual, level: "", date: "" });
  assert.deepEqual(parseState("#level=beat", nothing).faults, ["level"]);
});

test("a state survives the way through the address", () => {
  const state = {
    level: "sector",
    measure: "need_food",
    figure: "rate",
    date: "2026-06-30",
    compare: "2026-09-30",
    category: "food",
    only: "open,records",
    language: "Haitian Creole",
    breaks: "jenks",
    sort: "-need_food",
    area: "1A & 2/B",
    beside: "2",
  };
  assert.deepEqual(parseState(formatState(state), config), { state, faults: [] });
  assert.ok(!formatState(usual).includes("area"));
});

test("where services are known by area they come first", () => {
  const served = { ...config, levels: [{ code: "beat", services: "services-by-beat" }] };
  assert.equal(defaultState(served).measure, "sites");
  assert.equal(parseState("#measure=nearest", served).state.measure, "nearest");
  assert.deepEqual(parseState("#measure=nearest", config).faults, ["measure"]);
});

const hostile = {
  "an unknown filter": ["#only=open,evil", ["only"]],
  "markup as a language": ["#language=%3Cb%3E", ["language"]],
  "a path as an order": ["#sort=../x", ["sort"]],
  "a figure that is none": ["#figure=average", ["figure"]],
  "classes that are none": ["#breaks=magic", ["breaks"]],
  "a comparison without release": ["#compare=2020-01-01", ["compare"]],
  "unknown level": ["#level=street&measure=people", ["level"]],
  "markup as an area": ["#area=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", ["area"]],
  "a path as a level": ["#level=../../api", ["level"]],
  "a date without release": ["#date=2020-01-01", ["date"]],
  "an unknown key": ["#person=7", ["link"]],
  "a prototype key": ["#__proto__=x&constructor=y", ["link"]],
  "broken escapes": ["#category=%E0%A4%A", ["category"]],
  "a very long link": [`#area=${"A".repeat(5000)}`, ["link"]],
  "an area that is too long": [`#area=${"A".repeat(65)}`, ["area"]],
};
for (const [name, [hash, faults]] of Object.entries(hostile)) {
  test(`falls back and says so: ${name}`, () => assert.deepEqual(parseState(hash, config), { state: usual, faults }));
}

test("what is understood counts although another part is not", () => {
  const { state, faults } = parseState("#level=sector&measure=gold", config);
  assert.equal(state.level, "sector");
  assert.deepEqual(faults, ["measure"]);
});

test("the first of a repeated key counts", () => {
  const { state, faults } = parseState("#level=sector&level=beat", config);
  assert.equal(state.level, "sector");
  assert.deepEqual(faults, ["link"]);
});

test("an anchor is not a state", () => {
  assert.equal(isState("#areas"), false);
  assert.deepEqual(parseState("#areas", config), { state: usual, faults: [] });
});

test("states are compared part by part", () => {
  assert.ok(sameState(usual, { ...usual }));
  assert.ok(!sameState(usual, { ...usual, area: "1A" }));
});
