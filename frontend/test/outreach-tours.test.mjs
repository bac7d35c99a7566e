import assert from "node:assert/strict";
import test from "node:test";
import { waitingFor } from "../outreach/tour-agreement.js";
import { BANDS, WINDOWS, listIn, loadsOf, mondayOf, newOfficer, nextMonth, parseKept, requestOf, weeksOf } from "../outreach/tour-request.js";
import { reasonText, sentencesOf } from "../outreach/tour-roster.js";

test("what is asked for has bands, the day after the last, and each time on its own day", () => {
  const officers = [{ ...newOfficer("supervision", 7), areas: "101, 102", away: "2027-04-05", windows: ["mo-evening"] }];
  const request = requestOf({ from: "2027-04-01", last: "2027-04-30", bands: { 101: 1 }, officers, closed: "2027-04-16" });
  assert.equal(request.to, "2027-05-01");
  assert.deepEqual(request.beats, [{ area: "101", visitsDue: { low: 11, high: 20 } }]);
  assert.deepEqual(request.officers, [{ code: "S-7", agency: "supervision", perWeek: 2, areas: ["101", "102"], away: ["2027-04-05"], windows: ["mo-evening"] }]);
  assert.equal(request.windows.length, 11);
  assert.deepEqual(request.windows[0], { id: "mo-afternoon", days: ["mo"], starts: "16:00", ends: "19:00", suits: "weekday_afternoon" });
  assert.deepEqual(request.closed, ["2027-04-16"]);
});

test("the next month ends where it ends", () => {
  assert.deepEqual(nextMonth("2027-01-31"), ["2027-02-01", "2027-02-28"]);
  assert.deepEqual(nextMonth("2026-12-05"), ["2027-01-01", "2027-01-31"]);
});

test("what cannot be read of what was remembered is nothing", () => {
  for (const text of [null, "", "{", "[]", "7", '{"bands":{"101":99},"officers":[{"code":1},null],"closed":3}']) {
    assert.deepEqual(parseKept(text), { bands: {}, officers: [], closed: "" });
  }
  const kept = { bands: { 101: 2 }, officers: [newOfficer("police", 3)], closed: "2027-04-16" };
  assert.deepEqual(parseKept(JSON.stringify(kept)), kept);
});

test("weeks begin on Monday, as the limits of officers do", () => {
  assert.equal(mondayOf("2027-04-04"), "2027-03-29");
  assert.equal(mondayOf("2027-04-05"), "2027-04-05");
  assert.deepEqual(weeksOf("2027-04-01", "2027-04-13"), ["2027-03-29", "2027-04-05", "2027-04-12"]);
  assert.deepEqual(listIn(" 101,102; 103 "), ["101", "102", "103"]);
  assert.equal(BANDS.length, 10);
  assert.equal(new Set(WINDOWS.map(({ id }) => id)).size, 11);
});

const aim = (value, bound = value) => ({ value, bound, isProven: value === bound });
const roster = {
  tours: [{}, {}],
  areas: [{ needed: 3, already: 1 }, { needed: 1, already: 0 }],
  loads: [{ officer: "S-1", agency: "supervision", tours: 2, capacity: 3 }, { officer: "S-2", agency: "supervision", tours: 0, capacity: 0 }, { officer: "S-3", agency: "supervision", tours: 1, capacity: 3 }, { officer: "P-1", agency: "police", tours: 2, capacity: 2 }],
  aims: { leastShare: aim(0.5), tourCount: aim(2, 3), unevenness: aim(1), steps: aim(0) },
  isProven: false,
  wasInterrupted: false,
  holidays: ["2027-07-05"],
};

test("how good a roster is is said in words", () => {
  assert.deepEqual(sentencesOf(roster), [
    "2 tours planned of 3 needed.",
    "Another roster could have at most 1 tour more.",
    "Every beat gets at least 50 % of what it needs, or all that it could have.",
    "Supervision officers: from 1 tour of 3 that are possible (S-3) to 2 tours of 3 that are possible (S-1).",
    "Police officers: 2 tours of 2 that are possible (P-1).",
    "Holidays without tours: Mon, Jul 5.",
  ]);
  assert.equal(sentencesOf({ ...roster, isProven: true })[1], "No roster is better.");
  assert.equal(loadsOf([], "police"), null);
});

test("every reason has its words", () => {
  const numbers = { officers: 3, open: 9, withSupervision: 4, withPolice: 2, usable: 5, blocked: 1, alone: 2, supervisionOnTour: 1, supervisionAtLimit: 2, policeOnTour: 3, policeAtLimit: 4 };
  for (const code of ["nobody_serves", "no_slots", "all_blocked", "never_together", "too_few_slots", "weekly_limits", "limits_and_overlaps", "needed_elsewhere"]) {
    const said = reasonText({ code, agency: "police", ...numbers });
    assert.match(said, / .*\.$/);
    assert.doesNotMatch(said, /undefined/);
  }
  assert.equal(reasonText(null), "");
});

test("an agency is asked for what it has not agreed to", () => {
  assert.deepEqual(waitingFor([{ id: 1, consents: ["police"] }, { id: 2, consents: [] }], "police"), [{ id: 2, consents: [] }]);
});
