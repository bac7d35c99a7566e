import assert from "node:assert/strict";
import test from "node:test";
import { isUnstable, sortFeatures } from "../lib/cells.js";
import { figureText, figuresProse, figuresText, quotientProse, rateProse } from "../lib/rates.js";
import { areaLabel } from "../lib/words.js";

const people = { code: "people", title: "People under supervision" };
const housing = { code: "need_housing", title: "People who need housing" };
const source = { residents_method: "apportioned", residents_source: "tracts", residents_source_from: "2020-01-01" };
const area = (key, people, status, rate, rateStatus, more) => ({
  properties: {
    key,
    people,
    people_status: status,
    people_unstable: people === null ? null : people > 0 && people < 20,
    residents: 2400,
    ...source,
    people_rate: rate,
    people_rate_status: rateStatus,
    people_quotient: rate === null ? null : rate / 20,
    people_quotient_status: rateStatus,
    ...more,
  },
});
const shown = area("1", 60, "shown", 25, "shown");
const small = area("2", 15, "shown", 6.25, "shown");
const hidden = area("3", null, "hidden", null, "hidden");
const few = area("4", 30, "shown", null, "few_residents", { residents: 80 });
const zero = area("5", 0, "zero", 0, "shown");
const unknown = area("6", 30, "shown", null, "residents_unknown", { residents: null });

test("a rate says its denominator, and a blank one says why", () => {
  assert.equal(rateProse(shown.properties, people), "Per 1,000 residents: 25 (of 2,400 residents).");
  assert.equal(rateProse(zero.properties, people), "Per 1,000 residents: 0 (of 2,400 residents).");
  assert.match(rateProse(hidden.properties, people), /hidden for privacy/);
  assert.match(rateProse(few.properties, people), /fewer than 100 people live here/);
  assert.match(rateProse(unknown.properties, people), /not known how many people live here/);
  assert.equal(rateProse(shown.properties, housing), "Per 1,000 residents: no data.");
});

test("a quotient says what is compared with what", () => {
  assert.equal(
    quotientProse(shown.properties, people, "Harlow Ferry"),
    "Location quotient: 1.25. Among residents, people under supervision are 1.25 times as common as in all of Harlow Ferry.",
  );
  const properties = { need_housing_quotient: 0.5, need_housing_quotient_status: "shown" };
  assert.match(quotientProse(properties, housing, ""), /Among people under supervision, people who need housing are 0.5 times .* whole/);
  assert.match(quotientProse(hidden.properties, people, ""), /hidden for privacy/);
  assert.equal(figuresProse(shown.properties, people, "").length, 2);
  assert.equal(figuresProse(few.properties, people, "").length, 1);
});

test("what is unstable says so by a sign and a word, and nothing else does", () => {
  const beat = { code: "beat", one: "beat", many: "beats" };
  const subject = { code: "people", column: "people", kind: "count", measure: people, title: people.title };
  assert.deepEqual([shown, small, hidden, zero].map(({ properties }) => isUnstable(properties, "people")), [false, true, false, false]);
  assert.equal(areaLabel(beat, small.properties, subject, 5), "Beat 2: about 15 people under supervision (±\u00a0unstable)");
  assert.match(figuresText([shown, small], people), /± Unstable: fewer than 20 people/);
  assert.doesNotMatch(figuresText([shown, hidden], people), /nstable/);
});

test("a table states where its residents come from, or why it has no rates", () => {
  assert.match(figuresText([unknown, shown, hidden], people), /so are they\. Residents are .*apportioned from “tracts”, areas of January 1, 2020\./);
  assert.equal(figuresText([unknown], people), "Without rates, since it is not known how many people live here.");
});

test("blank figures come last in both directions, as hidden counts do", () => {
  const all = [few, hidden, shown, unknown, zero, small];
  const texts = sortFeatures(all, "people_rate", false).map(({ properties }) => figureText(properties, "people_rate"));
  assert.deepEqual(texts, ["0", "6.25", "25", "Hidden", "Too few residents", "Residents unknown"]);
  const keys = sortFeatures(all, "people_rate", true).map(({ properties }) => properties.key);
  assert.deepEqual(keys.slice(0, 3), ["1", "2", "5"]);
  const byResidents = sortFeatures(all, "residents", true).map(({ properties }) => properties.key);
  assert.deepEqual([byResidents[4], byResidents[5]], ["4", "6"]);
});
