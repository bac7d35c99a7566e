import assert from "node:assert/strict";
import test from "node:test";
import { boxesMeet, centreOf, crowd, freeSpace, holds, neighbour, shiftInto } from "../lib/geometry.js";
import { makeMarks, markOf } from "../lib/marks.js";

const square = (x, y, size) => [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]];

test("a label stands in the largest part", () => {
  assert.deepEqual(centreOf({ type: "Polygon", coordinates: [square(0, 0, 2)] }), [1, 1]);
  assert.deepEqual(centreOf({ type: "MultiPolygon", coordinates: [[square(0, 0, 1)], [square(10, 10, 4)]] }), [12, 12]);
  assert.equal(centreOf({ type: "Point", coordinates: [1, 1] }), null);
  assert.equal(centreOf(null), null);
  assert.equal(centreOf({ type: "Polygon", coordinates: [] }), null);
});

test("arrow keys go to the nearest area that way", () => {
  const points = [{ x: 0, y: 0 }, { x: 10, y: 1 }, { x: 25, y: 0 }, { x: 0, y: 10 }, { x: 9, y: 30 }];
  assert.equal(neighbour(points, 0, "ArrowRight"), 1);
  assert.equal(neighbour(points, 1, "ArrowRight"), 2);
  assert.equal(neighbour(points, 0, "ArrowDown"), 3);
  assert.equal(neighbour(points, 0, "ArrowLeft"), -1);
  assert.equal(neighbour(points, 3, "ArrowUp"), 0);
  assert.equal(neighbour(points, 0, "Enter"), -1);
});

test("signs that would cover each other are one, and none is lost", () => {
  assert.deepEqual(crowd([{ x: 0, y: 0 }, { x: 5, y: 5 }, { x: 100, y: 0 }, { x: 0, y: 0 }], 30), [[0, 1, 3], [2]]);
  const many = Array.from({ length: 500 }, (_, i) => ({ x: (i * 37) % 400, y: (i * 91) % 300 }));
  const groups = crowd(many, 30);
  assert.deepEqual(groups.flat().sort((a, b) => a - b), many.map((_, i) => i));
  groups.forEach(([a], i) =>
    groups.slice(i + 1).forEach(([b]) => assert.ok(Math.hypot(many[a].x - many[b].x, many[a].y - many[b].y) >= 30)),
  );
});

test("every category has letters of its own", () => {
  const names = ["Housing", "Employment", "Education", "Health insurance", "Food", "Family counselling", "Food", "211", "311"];
  const marks = makeMarks(names.map((name, i) => ({ code: `c${i}`, name })));
  const letters = [...marks.values()].map((mark) => mark.letters.toUpperCase());
  assert.equal(new Set(letters).size, names.length);
  assert.equal(marks.get("c0").letters, "H");
  assert.equal(markOf(marks, null).letters, "•");
});

test("boxes meet where they share ground", () => {
  const box = { x: 0, y: 0, width: 30, height: 18 };
  assert.ok(boxesMeet(box, { ...box, x: 20, y: 10 }));
  assert.ok(!boxesMeet(box, { ...box, x: 30 }));
  assert.ok(!boxesMeet(box, { ...box, x: 20, y: 18 }));
});

test("a polygon holds what lies in it, but not in its hole", () => {
  const ring = { type: "Polygon", coordinates: [square(0, 0, 10), square(4, 4, 2)] };
  assert.ok(holds(ring, [1, 1]));
  assert.ok(!holds(ring, [5, 5]));
  assert.ok(!holds(ring, [11, 5]));
  assert.ok(holds({ type: "MultiPolygon", coordinates: [[square(0, 0, 1)], [square(10, 10, 4)]] }, [12, 12]));
  assert.ok(!holds(null, [1, 1]));
});

test("what a card leaves free, and how far to move into it", () => {
  const frame = { left: 0, top: 50, right: 700, bottom: 650 };
  assert.deepEqual(freeSpace(frame, { left: 400, top: 60, right: 690, bottom: 600 }), { left: 0, top: 0, right: 400, bottom: 600 });
  assert.deepEqual(freeSpace(frame, { left: 70, top: 60, right: 390, bottom: 600 }), { left: 390, top: 0, right: 700, bottom: 600 });
  assert.deepEqual(freeSpace(frame, { left: 0, top: 350, right: 700, bottom: 700 }), { left: 0, top: 0, right: 700, bottom: 300 });
  assert.equal(freeSpace(frame, { left: 0, top: 700, right: 700, bottom: 900 }).bottom, 600);
  assert.equal(shiftInto(380, 420, 0, 400), 68);
  assert.equal(shiftInto(100, 200, 0, 400), 0);
  assert.equal(shiftInto(-10, 50, 0, 400), -58);
  assert.equal(shiftInto(0, 500, 0, 400), 50);
});
