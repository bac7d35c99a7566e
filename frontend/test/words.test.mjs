import assert from "node:assert/strict";
import test from "node:test";
import { bandRange, cellOf, changeBetween, countStatuses, sortFeatures, withStatuses } from "../lib/cells.js";
import { aboutCount, day, lowerFirst, telHref, webHref } from "../lib/format.js";
import { areaKey, areaLabel, cellText, changeTexts, classText, faultText, labelTexts, legendNote, notMappedTexts, rangeText, roundingText, showingText, shownText, sitesText, tableCaption, whyHidden } from "../lib/words.js";

const beat = { code: "beat", one: "beat", many: "beats" };
const people = { code: "people", title: "People under supervision" };
const subjectOf = (measure, more = {}) => ({ code: measure.code, column: measure.code, kind: "count", measure, title: measure.title, bandWidth: measure.bandWidth ?? null, ...more });
const subject = subjectOf(people);
const area = (key, value, status) => ({ properties: { key, name: "Old Mill", people: value, people_status: status } });
const shown = area("1A1", 120, "shown");
const hidden = area("1A2", null, "hidden");
const zero = area("1A10", 0, "zero");
const missing = area("1B1", null, undefined);

test("an area says its number in words", () => {
  const label = (feature, base = 5) => areaLabel(beat, feature.properties, subject, base);
  assert.equal(label(shown), "Beat 1A1, Old Mill: about 120 people under supervision");
  assert.equal(label(shown, 1), "Beat 1A1, Old Mill: 120 people under supervision");
  assert.equal(label(hidden), "Beat 1A2, Old Mill: hidden for privacy");
  assert.equal(label(zero), "Beat 1A10, Old Mill: no people under supervision");
  assert.equal(label(missing), "Beat 1B1, Old Mill: no data");
  assert.equal(areaLabel(beat, { key: "7", name: "7" }, subject, 5), "Beat 7: no data");
});

test("a band says from where to where, on an area, in a table and in the legend", () => {
  const fresh = { code: "new", title: "People new under supervision", bandWidth: 10 };
  const band = (value, from, to) => ({ properties: { key: "1", new: value, new_status: "shown", new_low: from, new_high: to } });
  const areas = [band(20, 11, 24), band(40, 35, 44), band(1840, 1835, 1844)];
  assert.equal(areaLabel(beat, areas[0].properties, subjectOf(fresh), 5), "Beat 1: 11 to 24 people new under supervision");
  assert.equal(cellText(cellOf(areas[2].properties, "new")), "1,835 to 1,844");
  assert.deepEqual(bandRange({ from: 20, to: 40 }, areas, subjectOf(fresh)), { from: 11, to: 44 });
  assert.deepEqual(bandRange({ from: 50, to: 90 }, areas, subjectOf(fresh)), { from: 45, to: 94 });
  const release = { date: "2026-09-30", base: 5, newSince: "2026-06-30", k: 11 };
  assert.equal(legendNote({ subject: subjectOf(fresh), level: beat, release }), "People per beat on September 30, 2026, new since June 30, 2026, in bands");
  assert.equal(legendNote({ subject, level: beat, release }), "People per beat on September 30, 2026, rounded to multiples of 5");
  assert.match(roundingText(release, fresh), /^Counts are given as bands\. Counts below 11/);
});

test("a hexagon goes by its name, and nothing is written on it", () => {
  const hexagon = { code: "hex_8", one: "small hexagon", many: "small hexagons" };
  const properties = { key: "882aa84583fffff", name: "882aa84583" };
  assert.equal(areaLabel(hexagon, properties, subject, 5), "Small hexagon 882aa84583: no data");
  assert.equal(areaKey(hexagon, properties), "882aa84583");
  assert.equal(areaKey(beat, { key: "1A1", name: "Old Mill" }), "1A1");
  assert.deepEqual(labelTexts(hexagon, properties.key), []);
});

test("a hidden number stays hidden even if an answer carried one", () => {
  assert.deepEqual(cellOf({ people: 7, people_status: "hidden" }, "people"), { status: "hidden", value: null });
  assert.deepEqual(cellOf({ people: 7 }, "people"), { status: "nodata", value: null });
});

test("cells, counts and shown values", () => {
  const all = [shown, hidden, zero, missing];
  assert.deepEqual(all.map(({ properties }) => cellText(cellOf(properties, "people"))), ["120", "Hidden for privacy", "0", "No data"]);
  assert.deepEqual(countStatuses(all, "people"), { shown: 1, hidden: 1, zero: 1, nodata: 1 });
  assert.deepEqual(shownText(countStatuses(all, "people"), beat), {
    figure: "2 of 4",
    words: "beats with a number; 1 hidden for privacy; 1 without data",
  });
});

test("sorting puts cells without a number last in both directions", () => {
  const all = [missing, hidden, shown, zero];
  const keys = (column, descending) => sortFeatures(all, column, descending).map(({ properties }) => properties.key);
  assert.deepEqual(keys("people", false), ["1A10", "1A1", "1A2", "1B1"]);
  assert.deepEqual(keys("people", true), ["1A1", "1A10", "1A2", "1B1"]);
  assert.deepEqual(keys("key", false), ["1A1", "1A2", "1A10", "1B1"]);
  assert.deepEqual(keys("key", true), ["1B1", "1A10", "1A2", "1A1"]);
});

test("who is not mapped is a count or hidden, and what is hidden never suggests that anybody is there", () => {
  const texts = (entries, k = 11) => notMappedTexts(entries, { base: 5, k });
  const shown = { outcome: "no_fixed_address", status: "shown", value: 235 };
  const hidden = (outcome) => ({ outcome, status: "hidden", value: null });
  assert.deepEqual(texts([hidden("correctional_facility"), shown, hidden("po_box")]), [
    "About 235 people have no fixed address and are on no map.",
    "Other reasons (a correctional facility, a post-office box): hidden for privacy. Hidden can be any number from 0 to 10.",
  ]);
  const [alone] = texts([hidden("in_no_area")], null);
  assert.equal(alone, "Possible reasons (an address in no mapped area): hidden for privacy. Hidden can be any small number, or 0.");
  assert.doesNotMatch(alone, /people/);
  assert.deepEqual(texts([{ outcome: "po_box", status: "zero", value: 0 }]), []);
  assert.match(texts([{ outcome: "moved_away", status: "shown", value: 20 }])[0], /“moved away”/);
  assert.match(texts([hidden("moved_away")])[0], /\(moved away\)/);
});

test("the caption states layer, date, rounding and threshold", () => {
  const caption = tableCaption({ subject, level: beat, jurisdiction: "Harlow Ferry", release: { date: "2026-09-30", base: 5, k: 11 } });
  assert.equal(
    caption,
    "People under supervision by beat in Harlow Ferry, September 30, 2026. Counts are rounded to multiples of 5. Counts below 11, and some others, are hidden for privacy.",
  );
  assert.equal(roundingText({ base: 1, k: null }), "Counts are not rounded.");
  assert.match(whyHidden(11).join(" "), /below 11.*Hidden does not mean small/);
});

test("faults are named without repeating what the link said", () => {
  assert.match(faultText(["level", "area"]), /area level and area/);
  assert.match(faultText(["link"]), /left out/);
});

test("what is shown is said in the singular and the plural", () => {
  const shown = { level: beat, subject, release: { date: "2026-09-30" } };
  assert.equal(showingText(36, shown), "Showing 36 beats, people under supervision, September 30, 2026.");
  assert.equal(showingText(1, shown), "Showing 1 beat, people under supervision, September 30, 2026.");
});

test("ranges and sites", () => {
  assert.equal(rangeText({ from: 15, to: 1000 }), "15 to 1,000");
  assert.equal(rangeText({ from: 15, to: 15 }), "15");
  assert.deepEqual(sitesText(1, 0, "Food"), { figure: "1", words: "service site for food" });
});

test("numbers, dates, phones and addresses of pages", () => {
  assert.equal(aboutCount(4350, 5), "about 4,350");
  assert.equal(day("2026-09-30"), "September 30, 2026");
  assert.equal(day("2026-99-99"), "2026-99-99");
  assert.equal(lowerFirst("GED courses"), "GED courses");
  assert.equal(telHref("(614) 555-0100 ext. 12"), "tel:6145550100;ext=12");
  assert.equal(telHref("+1 614 555 0100"), "tel:+16145550100");
  assert.equal(telHref("211"), "tel:211");
  assert.equal(telHref("call us"), null);
  assert.equal(telHref(null), null);
  assert.equal(webHref("javascript:alert(1)"), null);
  assert.equal(webHref("nowhere"), null);
  assert.match(webHref("HTTPS://localhost/x"), /^https:/);
});

test("a short key is written with its level, a long one alone", () => {
  assert.deepEqual(labelTexts({ one: "district" }, "2"), ["District 2", "2"]);
  assert.deepEqual(labelTexts(beat, "1A1"), ["1A1"]);
});

test("services and figures are said as what they are", () => {
  const area = withStatuses({ key: "1", sites: 1, nearest_m: 805 }, ["sites", "nearest_m", "nearest_m_food"]);
  const of = (column, kind) => ({ code: "x", column, kind, measure: { code: "x" }, title: "x", current: true });
  assert.equal(areaLabel(beat, area, of("sites", "sites"), 5), "Beat 1: 1 service site");
  assert.equal(areaLabel(beat, withStatuses({ key: "1", sites: 0 }, ["sites"]), of("sites", "sites"), 5), "Beat 1: no service sites");
  assert.equal(areaLabel(beat, area, of("nearest_m", "distance"), 5), "Beat 1: 0.5 miles to the nearest service");
  assert.equal(areaLabel(beat, area, of("nearest_m_food", "distance"), 5), "Beat 1: no service site known");
  const rate = subjectOf(people, { column: "people_rate", kind: "rate", title: "People under supervision: per 1,000 residents" });
  const known = { key: "1", people: 120, people_status: "shown", people_rate: 21.43, people_rate_status: "shown" };
  assert.equal(areaLabel(beat, known, rate, 5), "Beat 1: people under supervision: per 1,000 residents: 21.4");
  assert.match(areaLabel(beat, { key: "1", people_rate_status: "hidden" }, rate, 5), /: hidden$/);
  assert.equal(classText({ from: 805, to: 1609 }, { kind: "distance" }), "0.5 to 1 mi");
  assert.equal(classText({ from: 21.43, to: 21.43 }, { kind: "rate" }), "21.4");
  assert.equal(classText({ from: 15, to: 1000 }, { kind: "count" }), "15 to 1,000");
});

test("a change is said of published numbers only", () => {
  const cells = (feature) => cellOf(feature.properties, "people");
  assert.equal(changeBetween(cells(zero), cells(shown)), 120);
  assert.equal(changeBetween(cells(hidden), cells(shown)), null);
  const texts = (before, after) => changeTexts(before.properties, after.properties, subject, { base: 5, date: "2026-06-30" });
  assert.deepEqual(texts(zero, shown), [
    "On June 30, 2026: no people under supervision",
    "Change between the published numbers: +120.",
    "Both numbers are rounded, so a change of up to twice the rounding may be none.",
  ]);
  assert.deepEqual(texts(hidden, shown), [
    "On June 30, 2026: hidden for privacy",
    "Change between the published numbers: not known, since one of them is not shown.",
  ]);
});
