import assert from "node:assert/strict";
import test from "node:test";
import { cellOf } from "../lib/cells.js";
import { parseState } from "../lib/state.js";
import { gapLines, subjectOf, withGaps } from "../lib/subjects.js";
import { classText, subjectProse, subjectText } from "../lib/words.js";

const config = {
  levels: [
    { code: "tract", collection: "people-by-tract", services: "services-by-tract", gaps: { walk: null, drive: null } },
    { code: "beat", collection: "people-by-beat", services: "services-by-beat", gaps: { walk: "gaps-walk-by-beat", drive: null } },
  ],
  measures: [{ code: "people", title: "People", description: "" }],
  categories: [
    { code: "food", name: "Food" },
    { code: "housing", name: "Housing" },
  ],
  releases: [{ date: "2026-06-30" }],
};
const gap = (category) => subjectOf(config, { measure: "gap_walk", category });
const cells = (properties) => withGaps(properties, config);

test("a gap is a band whose least is kept as it is, and its minutes have a status", () => {
  const properties = cells({ food_gap_low: 12.3, food_gap_high: 30.1, food_minutes: 7, housing_gap_low: 0, housing_gap_high: 0, housing_minutes: null });
  assert.deepEqual(cellOf(properties, "food_gap"), { status: "shown", value: 12.3, band: { from: 12, to: 31 } });
  assert.equal(cellOf(properties, "food_minutes").value, 7);
  assert.deepEqual(cellOf(properties, "housing_gap"), { status: "zero", value: 0 });
  assert.equal(cellOf(properties, "housing_minutes").status, "nodata");
});

test("a category that the run knows no demand of has no data", () => {
  const properties = cells({ food_gap_low: null, food_gap_high: null, food_minutes: null });
  assert.equal(cellOf(properties, "food_gap").status, "nodata");
  assert.equal(subjectProse(properties, gap("food"), 5), "no data");
});

test("gaps are said as bounds", () => {
  const properties = cells({ food_gap_low: 12.3, food_gap_high: 30.1, food_minutes: 7, housing_gap_low: 0.2, housing_gap_high: 0.9, housing_minutes: null });
  assert.equal(subjectProse(properties, gap("food"), 5), "12 to 31 people go without");
  assert.equal(subjectProse(properties, gap("housing"), 5), "0 to 1 person goes without");
  assert.equal(subjectProse(cells({ food_gap_low: 0, food_gap_high: 0 }), gap("food"), 5), "nobody goes without");
  assert.deepEqual(gapLines(config).map((line) => subjectText(properties, line)), [
    "12 to 31 without, 7 min to the nearest",
    "0 to 1 without, more than 60 min to the nearest",
  ]);
  assert.equal(classText({ from: 2.7, to: 10.2 }, gap("food")), "at least 3 to 10");
  assert.equal(classText({ from: 0, to: 0 }, gap("food")), "at least 0");
  assert.equal(classText({ from: 0.1, to: 0.4 }, gap("food")), "at least 0.1 to 0.4");
});

test("without a category a gap is of the first, and is shaded by its least", () => {
  const subject = gap("all");
  assert.equal(subject.column, "food_gap");
  assert.equal(subject.classed, "food_gap_low");
  assert.equal(subject.collectionOf(config.levels[1]), "gaps-walk-by-beat");
  assert.equal(subject.current, true);
});

test("a level without gaps gives way to one that has them, and that is said", () => {
  const { state, faults } = parseState("#measure=gap_walk&level=tract", config);
  assert.equal(state.level, "beat");
  assert.deepEqual(faults, ["level"]);
  assert.deepEqual(parseState("#measure=gap_walk&level=beat", config).faults, []);
  assert.deepEqual(parseState("#measure=gap_drive&level=beat", config).faults, ["measure"], "no level has them by car");
});
