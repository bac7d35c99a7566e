// The tests of the page in a browser are started from one file, which has to name each.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const FOLDER = new URL("../browser/", import.meta.url);

test("every file of browser tests is started", () => {
  const started = readFileSync(new URL("all.mjs", FOLDER), "utf8").match(/(?<=import "\.\/)[^"]+/g);
  assert.deepEqual(started.sort(), readdirSync(FOLDER).filter((name) => name.endsWith(".test.mjs")).sort());
});
