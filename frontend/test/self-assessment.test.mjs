import assert from "node:assert/strict";
import test from "node:test";
import { join } from "../lib/join.js";
import { flat, folded } from "../self-assessment/saving.js";

const stored = { day: "2026-01-01", bodies: ["Police"], answers: { a: { step: 1 }, b: { doesNotApply: true, note: " x " } } };

test("an assessment is one flat object, and comes back as it was", () => {
  const fields = flat(stored);
  assert.deepEqual(fields["answers.a"], { step: 1, doesNotApply: false, note: "" });
  assert.deepEqual(folded(fields), { day: "2026-01-01", bodies: ["Police"], answers: { a: { step: 1, doesNotApply: false, note: "" }, b: { step: null, doesNotApply: true, note: "x" } } });
});

test("an answer that others took back is not sent again", () => {
  const base = flat(stored);
  const theirs = flat({ ...stored, answers: { b: stored.answers.b } });
  const mine = { ...base, "answers.c": { step: 2, doesNotApply: false, note: "" } };
  assert.deepEqual(Object.keys(folded(join({ base, theirs, mine }, {})).answers).sort(), ["b", "c"]);
});
