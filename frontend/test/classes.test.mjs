import assert from "node:assert/strict";
import test from "node:test";
import { classOf, makeClasses, niceStep, shadeOf } from "../lib/classes.js";

test("a step is the base times 1, 2 or 5 and a power of ten", () => {
  assert.equal(niceStep(0, 5), 5);
  assert.equal(niceStep(12, 5), 10);
  assert.equal(niceStep(26, 5), 25);
  assert.equal(niceStep(260, 5), 250);
  assert.equal(niceStep(7, 1), 5);
});

test("no values make no classes", () => assert.deepEqual(makeClasses([], 5), []));

test("one value makes one class", () => {
  assert.deepEqual(makeClasses([15, 15, 15], 5), [{ from: 15, to: 15 }]);
  assert.equal(shadeOf(0, 1), 3);
});

test("up to five values are classes of their own", () => {
  assert.deepEqual(makeClasses([500, 15, 15], 5), [{ from: 15, to: 15 }, { from: 500, to: 500 }]);
  const five = [745, 1420, 1515, 2005, 2100];
  assert.deepEqual(makeClasses(five, 5), five.map((value) => ({ from: value, to: value })));
});

test("a class with one value in it is that value", () => {
  for (const { from, to } of makeClasses([60, 225, 230, 310, 370, 395, 450, 795, 905], 5)) {
    const held = [60, 225, 230, 310, 370, 395, 450, 795, 905].filter((value) => value >= from && value <= to);
    assert.ok(held.length > 1 || from === to, `${from} to ${to}`);
  }
});

const spreads = {
  even: Array.from({ length: 40 }, (_, i) => 15 + i * 5),
  skewed: Array.from({ length: 60 }, (_, i) => 15 + Math.round(1.12 ** i) * 5),
  "mostly the same": [...Array(30).fill(15), 20, 25, 400],
  "one far away": [15, 20, 25, 30, 4350],
  narrow: [15, 20, 15, 20, 20, 25],
  unsorted: [90, 15, 60, 45, 30, 300, 120, 75],
};
for (const [name, values] of Object.entries(spreads)) {
  test(`classes are distinct, ordered, filled and on the base: ${name}`, () => {
    const classes = makeClasses(values, 5);
    assert.ok(classes.length >= 1 && classes.length <= 5);
    assert.equal(classes[0].from, Math.min(...values));
    assert.equal(classes.at(-1).to, Math.max(...values));
    classes.forEach(({ from, to }, i) => {
      assert.ok(from <= to);
      assert.equal(from % 5, 0);
      assert.ok(values.some((value) => value >= from && value <= to), `class ${from} to ${to} is empty`);
      if (i > 0) assert.ok(from > classes[i - 1].to);
    });
    for (const value of values) assert.notEqual(classOf(value, classes), -1);
    const shades = classes.map((_, i) => shadeOf(i, classes.length));
    assert.deepEqual(shades, [...new Set(shades)].sort());
  });
}

test("a value outside all classes has none", () => assert.equal(classOf(7, makeClasses([15, 20], 5)), -1));
