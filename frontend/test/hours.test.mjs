import assert from "node:assert/strict";
import test from "node:test";
import { clockIn, isOpen } from "../lib/hours.js";

const at = (day, time) => ({ day: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].indexOf(day), minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) });

test("weekly hours", () => {
  const hours = "Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-13:00";
  assert.equal(isOpen(hours, at("Mo", "09:00")), true);
  assert.equal(isOpen(hours, at("Mo", "12:00")), false);
  assert.equal(isOpen(hours, at("Fr", "16:59")), true);
  assert.equal(isOpen(hours, at("Sa", "12:59")), true);
  assert.equal(isOpen(hours, at("Su", "11:00")), false);
  assert.equal(isOpen("Mo,We 08:00-10:00", at("Tu", "09:00")), false);
  assert.equal(isOpen("Sa-Mo 08:00-10:00", at("Su", "09:00")), true);
});

test("hours that go on after midnight belong to the evening before", () => {
  const hours = "Fr 22:00-02:00";
  assert.equal(isOpen(hours, at("Fr", "23:30")), true);
  assert.equal(isOpen(hours, at("Sa", "01:59")), true);
  assert.equal(isOpen(hours, at("Sa", "02:00")), false);
  assert.equal(isOpen(hours, at("Fr", "01:00")), false);
  assert.equal(isOpen("Mo-Su 00:00-24:00", at("We", "23:59")), true);
  assert.equal(isOpen("24/7", at("We", "03:00")), true);
});

test("what cannot be read is not known", () => {
  for (const hours of [null, undefined, "", "by appointment", "Mo-Fr 9-5", "Mo 09:00-17:00; call first", "Xx 09:00-10:00", 5]) {
    assert.equal(isOpen(hours, at("Mo", "10:00")), null);
  }
});

test("the clock is that of the jurisdiction", () => {
  const moment = new Date("2026-11-27T03:30:00Z");
  assert.deepEqual(clockIn("America/Denver", moment), { day: 3, minute: 20 * 60 + 30 });
  assert.deepEqual(clockIn("UTC", moment), { day: 4, minute: 3 * 60 + 30 });
  assert.equal(clockIn("Nowhere/Land", moment).day >= 0, true);
});
