import assert from "node:assert/strict";
import test from "node:test";
import { asCsv, asTabbed, columnsOf, tableCell, tableRows } from "../lib/columns.js";

const subjectOf = (measure) => ({ code: measure.code, column: measure.code, kind: "count", measure, title: measure.title });
const people = { code: "people", title: "People under supervision" };
const columns = (parentLevel, ...areas) =>
  columnsOf({
    level: { code: "beat", one: "beat" },
    parentLevel,
    subject: subjectOf(people),
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
    columnsOf({ level: { code: level, one: level }, parentLevel: null, subject: subjectOf(people), people, features: all.map((properties) => ({ properties })) })
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
  const shown = columnsOf({ level: { code: "beat", one: "beat" }, parentLevel: null, subject: subjectOf(measure), people, features: [{ properties }] });
  assert.deepEqual(shown.map(({ column }) => column), ["key", "people", "new"]);
});

test("another date has a column of its own and one of the change, which is not known where a number is hidden", () => {
  const of = (key, value, status) => ({ key, people: value, people_status: status });
  const now = [of("1", 60, "shown"), of("2", null, "hidden"), of("3", 0, "zero")];
  const before = { date: "2026-06-30", areas: new Map([["1", of("1", 45, "shown")], ["2", of("2", 30, "shown")], ["3", of("3", 0, "zero")]]) };
  const level = { code: "beat", one: "beat" };
  const columns = columnsOf({ level, parentLevel: null, subject: subjectOf(people), people, features: now.map((properties) => ({ properties })), before });
  assert.deepEqual(columns.map(({ column }) => column), ["key", "people", "before", "change"]);
  const said = (index) => now.map((properties) => tableCell(properties, columns[index], level).text);
  assert.deepEqual(said(2), ["45", "30", "0"]);
  assert.deepEqual(said(3), ["+15", "–", "0"]);
});

test("services say how many and how far, whichever of them is on the map", () => {
  const subject = { code: "nearest", column: "nearest_m_food", kind: "distance", current: true, title: "Distance: Food" };
  subject.both = [{ column: "sites_food", kind: "sites", title: "Sites: Food" }, subject];
  const properties = { key: "1", sites_food: 0, sites_food_status: "zero", nearest_m_food: 1609, nearest_m_food_status: "shown" };
  const level = { code: "beat", one: "beat" };
  const columns = columnsOf({ level, parentLevel: null, subject, people, features: [{ properties }] });
  assert.deepEqual(columns.map(({ column }) => column), ["key", "sites_food", "nearest_m_food"]);
  assert.deepEqual(columns.map((column) => tableCell(properties, column, level).text), ["1", "0", "1 mi"]);
});

test("what is taken along says what is hidden, and no text in it acts as a formula", () => {
  const features = [
    { properties: { key: "1", name: '=HYPERLINK("x")', people: 1200, people_status: "shown" } },
    { properties: { key: "2", name: 'Mill, "Old"', people: null, people_status: "hidden" } },
  ];
  const level = { code: "beat", one: "beat" };
  const columns = columnsOf({ level, parentLevel: null, subject: subjectOf(people), people, features });
  const rows = tableRows(features, columns, level);
  assert.deepEqual(rows[0], ["Beat", "Name", "People under supervision", "People under supervision: Status"]);
  assert.equal(
    asCsv(rows.slice(1)),
    `1,"'=HYPERLINK(""x"")",1200,shown\r\n2,"Mill, ""Old""",,hidden\r\n`,
  );
  assert.equal(asTabbed([["a\tb", "-5", "-x"]]), "a b\t-5\t'-x");
});
