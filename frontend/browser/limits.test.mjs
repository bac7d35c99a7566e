// The page stays light: what a first visit fetches. Times are measured by bench.mjs, not here.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { visit } from "./harness.mjs";
import { LIMITS, firstVisit } from "./weight.mjs";

describe("limits", () => {
  it("page and first layer are light", () =>
    visit({ path: null }, async (page) => {
      const { code, layer, files } = await firstVisit(page, "/");
      assert.ok(files > 10, `the visit fetched ${files} files`);
      assert.ok(layer > 0, "the visit fetched a layer");
      assert.ok(code <= LIMITS.code, `HTML, CSS and JavaScript: ${code} bytes of ${LIMITS.code}`);
      assert.ok(layer <= LIMITS.layer, `the first layer: ${layer} bytes of ${LIMITS.layer}`);
    }));
});
