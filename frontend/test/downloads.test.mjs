import assert from "node:assert/strict";
import test from "node:test";
import { filesOf } from "../lib/downloads.js";

const list = {
  releases: [
    {
      id: "2026-06-30.1",
      files: [
        { name: "release.json", bytes: 2_400 },
        { name: "cells.csv", bytes: 1_250_000 },
        { name: "areas.csv", bytes: 12 },
        { name: "other.bin", bytes: 5 },
      ],
    },
    { id: "2025-12-31.1", files: [], note: "Made before" },
  ],
};

test("the files of a release come in a fixed order, with their size", () => {
  assert.deepEqual(filesOf(list, "2026-06-30.1"), [
    { name: "cells.csv", href: "/releases/2026-06-30.1/cells.csv", words: "Every number (CSV), 1.3 MB" },
    { name: "areas.csv", href: "/releases/2026-06-30.1/areas.csv", words: "Areas (CSV), 1 kB" },
    { name: "release.json", href: "/releases/2026-06-30.1/release.json", words: "Rules, boundaries and digests (JSON), 2 kB" },
  ]);
});

test("a release without files, an unknown one and a strange answer have none", () => {
  assert.deepEqual(filesOf(list, "2025-12-31.1"), []);
  assert.deepEqual(filesOf(list, "2030-01-01.1"), []);
  assert.deepEqual(filesOf({ releases: "none" }, "2026-06-30.1"), []);
  assert.deepEqual(filesOf(null, "2026-06-30.1"), []);
});
