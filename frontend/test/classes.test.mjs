import assert from "node:assert/strict";
import test from "node:test";
import { classOf, shadeOf } from "../lib/classes.js";

const classes = [{ from: 15, to: 20 }, { from: 25, to: 60 }, { from: 90, to: 90 }];

test("a value belongs to the class that holds it, both ends included, and between classes to none", () => {
  assert.deepEqual([15, 20, 25, 60, 90].map((value) => classOf(value, classes)), [0, 0, 1, 1, 2]);
  assert.deepEqual([7, 22, 61, 91].map((value) => classOf(value, classes)), [-1, -1, -1, -1]);
  assert.equal(classOf(15, []), -1);
});

test("however few classes there are, their shades differ, grow darker and are never the palest alone", () => {
  for (const count of [1, 2, 3, 4, 5]) {
    const shades = Array.from({ length: count }, (_, index) => shadeOf(index, count));
    assert.deepEqual(shades, [...new Set(shades)].sort());
    assert.ok(shades.at(-1) >= 3);
  }
});
