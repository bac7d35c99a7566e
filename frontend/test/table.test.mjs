import assert from "node:assert/strict";
import test from "node:test";
import { columnsOf } from "../panels/table.js";

const people = { code: "people", title: "People under supervision" };
const columns = (parentLevel, ...areas) =>
  columnsOf({
    level: { code: "beat", one: "beat" },
    parentLevel,
    measure: people,
    people,
    features: areas.map(([key, name, parent]) => ({ properties: { key, name, parent } })),
  }).map(({ column }) => column);
const sector = { code: "sector", one: "sector" };

test("a column that repeats the key or is the same for all is left out", () => {
  assert.deepEqual(columns(sector, ["011", "Mill", "01"], ["021", "021", "02"]), ["key", "name", "parent", "people"]);
  assert.deepEqual(columns(sector, ["011", "011", "01"], ["012", null, "01"]), ["key", "people"]);
  assert.deepEqual(columns({ code: "city", one: "city" }, ["1", "1", "a"], ["2", "2", "b"]), ["key", "people"]);
  assert.deepEqual(columns(null, ["city", "Harlow Ferry", null]), ["key", "name", "people"]);
});

test("figures have a column where any area has one, and a whole is compared with nothing", () => {
  const known = { key: "1", people: 30, people_status: "shown", residents: 1500, people_quotient: 1.2, people_quotient_status: "shown" };
  const blank = { key: "2", people_status: "hidden", residents: null, people_quotient: null, people_quotient_status: "hidden" };
  const shown = (level, ...all) =>
    columnsOf({ level: { code: level, one: level }, parentLevel: null, measure: people, people, features: all.map((properties) => ({ properties })) })
      .map(({ column }) => column)
      .slice(1);
  assert.deepEqual(shown("beat", known, blank), ["people", "people_rate", "residents", "people_quotient"]);
  assert.deepEqual(shown("beat", blank), ["people"]);
  assert.deepEqual(shown("beat", { ...known, residents: null }), ["people", "people_quotient"]);
  assert.deepEqual(shown("city", known), ["people", "people_rate", "residents"]);
});

test("bands have neither rates nor quotients", () => {
  const properties = { key: "1", residents: 1500, new: 20, new_status: "shown", new_low: 11, new_high: 24 };
  const measure = { code: "new", title: "New", bandWidth: 10 };
  const shown = columnsOf({ level: { code: "beat", one: "beat" }, parentLevel: null, measure, people, features: [{ properties }] });
  assert.deepEqual(shown.map(({ column }) => column), ["key", "people", "new"]);
});
