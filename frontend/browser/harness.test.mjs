// The harness notices what it is there for: each of these pages has one fault, and a visit to it must fail.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { visit } from "./harness.mjs";

const BROKEN = {
  "an error in the console": { body: "<script>console.error('no')</script>", words: /console: no/ },
  "a fault in a script": { body: "<script>throw new Error('torn')</script>", words: /script: Error: torn/ },
  "a file that is missing": { body: '<img src="/no-such-file.png" alt="">', words: /console: Failed to load resource/ },
  "what the policy refuses": { body: "<script>1</script>", policy: "default-src 'none'", words: /refused by the policy: script-src/ },
  "a request to another host": { body: '<img src="https://elsewhere.example/x.png" alt="">', words: /another host: https:\/\/elsewhere/ },
  "scrolling sideways": { body: '<div style="width: 3000px">wide</div>', words: /scrolls sideways: 3/ },
};
const ICON = '<link rel="icon" href="data:,">';

describe("harness", { concurrency: 2 }, () => {
  for (const [name, { body, policy, words }] of Object.entries(BROKEN)) {
    it(`fails for ${name}`, () =>
      assert.rejects(
        visit({ path: "/broken", ready: null, before: (page) => serve(page, body, policy) }, (page) => page.waitForLoadState("networkidle")),
        (fault) => words.test(fault.message) || assert.fail(fault.message),
      ));
  }

  it("passes a page without a fault", () =>
    visit({ path: "/broken", ready: null, before: (page) => serve(page, "<p>good</p>") }, (page) => page.waitForLoadState("networkidle")));
});

async function serve(page, body, policy) {
  const headers = policy ? { "Content-Security-Policy": policy } : {};
  await page.route("https://elsewhere.example/**", (route) => route.fulfill({ contentType: "image/png", body: "" }));
  await page.route("**/broken", (route) => route.fulfill({ contentType: "text/html", headers, body: `<!doctype html>${ICON}${body}` }));
}
