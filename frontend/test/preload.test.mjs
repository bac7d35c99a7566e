import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import test from "node:test";

const ROOT = new URL("..", import.meta.url).pathname;

/** The modules that a module needs before it can run, itself among them. */
function needed(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, from] of readFileSync(join(ROOT, path), "utf8").matchAll(/^(?:import|export)[^;]*?from "(\.[^"]+)";/gms)) {
    needed(normalize(join(dirname(path), from)), found);
  }
  return found;
}

test("the page names every module that it needs, so that the browser fetches them at once", () => {
  const html = readFileSync(join(ROOT, "index.html"), "utf8");
  const named = [...html.matchAll(/<link rel="modulepreload" href="\/([^"]+)">/g)].map(([, path]) => path);
  const wanted = [...needed("app.js")].filter((path) => path !== "app.js").sort();
  assert.ok(wanted.length > 20);
  assert.deepEqual(named, wanted);
});
