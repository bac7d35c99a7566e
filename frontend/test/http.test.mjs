import assert from "node:assert/strict";
import test from "node:test";
import { levelAbove, readBbox, readConfig, wholeLevel } from "../lib/config.js";
import { getFeatures, getJson, nextPath, problemFrom } from "../lib/http.js";
import { classesPathOf, createLayers, drawnPathOf, pathOf } from "../lib/layers.js";
import { defaultState } from "../lib/state.js";

const base = "http://localhost:8080/";
const answer = (body, status = 200) => async () => new Response(typeof body === "string" ? body : JSON.stringify(body), { status });

test("a problem keeps the server's words", async () => {
  const said = { title: "No such layer", detail: "There is no layer x.", hint: "See the list.", requestId: "r1" };
  await assert.rejects(getJson("/x", { fetcher: answer(said, 404) }), { ...said, status: 404 });
});

test("an error without words gets some", () => {
  assert.match(problemFrom(503, undefined).title, /503/);
  assert.match(problemFrom(503, "x").hint, /again/);
  assert.equal(problemFrom(404, { title: 7 }).title, "The server answered with an error (404).");
});

test("a server that is gone and an answer that is no JSON are told apart", async () => {
  const gone = async () => {
    throw new TypeError("fetch failed");
  };
  await assert.rejects(getJson("/x", { fetcher: gone }), { title: "The server cannot be reached." });
  await assert.rejects(getJson("/x", { fetcher: answer("<html>") }), { title: "The server's answer was not understood." });
});

test("a request that a newer one replaces is no problem", async () => {
  const control = new AbortController();
  const waits = (_, { signal }) =>
    new Promise((_, reject) => signal.addEventListener("abort", () => reject(new DOMException("stop", "AbortError"))));
  const request = getJson("/x", { signal: control.signal, fetcher: waits });
  control.abort();
  await assert.rejects(request, { name: "AbortError" });
});

test("the next page is read from our own host", () => {
  const links = [{ rel: "self", href: "/a" }, { rel: "next", href: "http://localhost:1/ogc/x?offset=2" }];
  assert.equal(nextPath({ links }, base), "/ogc/x?offset=2");
  assert.equal(nextPath({}, base), null);
});

test("all pages are read once", async () => {
  const page = (key, next) => ({ features: [{ properties: { key } }], links: next ? [{ rel: "next", href: next }] : [] });
  const pages = { "/a": page(1, "/b"), "/b": page(2, "/a") };
  const fetcher = async (path) => new Response(JSON.stringify(pages[path]));
  const features = await getFeatures("/a", { fetcher, base });
  assert.deepEqual(features.map(({ properties }) => properties.key), [1, 2]);
  await assert.rejects(getFeatures("/a", { fetcher: answer({ type: "x" }), base }), /not understood/);
});

const json = {
  jurisdiction: "Harlow Ferry",
  bbox: [-83, 39, -82, 40],
  levels: [
    { code: "beat", one: "beat", many: "beats", collection: "people-by-beat", above: ["district", "city"] },
    { code: "district", one: "district", many: "districts", collection: "people-by-district", above: ["city"] },
    { code: "city", one: "city", many: "cities", collection: "people-by-city", above: [] },
  ],
  measures: [{ code: "people", title: "People under supervision" }],
  categories: [{ code: "food", name: "Food" }],
  releases: [
    { id: "2026-09-30.2", referenceDate: "2026-09-30", k: 11, roundingBase: 5, notMapped: [] },
    { id: "2026-09-30.1", referenceDate: "2026-09-30", k: 11, roundingBase: 5 },
    { id: "odd", referenceDate: "soon" },
  ],
};

test("the configuration is checked, and the newest release of a date counts", () => {
  const config = readConfig(json);
  assert.deepEqual(config.releases.map(({ id }) => id), ["2026-09-30.2"]);
  assert.throws(() => readConfig(null), /not understood/);
  assert.throws(() => readConfig({ ...json, levels: [] }), { detail: "It names no area levels." });
  assert.equal(config.smallest, config.levels[0]);
  const early = readConfig({ ...json, levels: [], releases: [], beats: { code: "beat", one: "PSA", many: "PSAs", keys: ["101", "", 7, "102"] } });
  assert.deepEqual([early.levels, early.smallest], [[], { code: "beat", one: "PSA", many: "PSAs", keys: ["101", "102"] }]);
  assert.equal(readConfig({ ...json, levels: [], releases: [] }).smallest, null);
  assert.equal(readBbox([0, 0, 0, 0]), null);
  assert.equal(readBbox([1, 2, "3", 4]), null);
});

test("a view reads each layer once: areas, outlines above, the whole", async () => {
  const asked = [];
  const config = readConfig(json);
  const usual = { ...defaultState(config), measure: "people", date: "2026-09-30" };
  const fetchAll = async (path) => {
    asked.push(path);
    return [{ properties: { key: path, sites: 0 } }];
  };
  const fetchOne = async (path) => {
    asked.push(path);
    return { classes: [{ from: 15, to: 60 }] };
  };
  const layers = createLayers(config, { fetchAll, fetchOne });
  const view = await layers.view({ ...usual, level: "district" });
  assert.deepEqual(asked, [
    drawnPathOf("people-by-district", "2026-09-30"),
    drawnPathOf("people-by-city", "2026-09-30"),
    classesPathOf("people-by-district", "people", "quantile"),
  ]);
  assert.equal(view.path, pathOf("people-by-district", "2026-09-30"), "what is taken along has all corners");
  assert.equal(view.parentLevel.code, "city");
  assert.equal(view.release.id, "2026-09-30.2");
  assert.deepEqual(view.classes, [{ from: 15, to: 60 }]);
  await layers.view({ ...usual, level: "district" });
  assert.equal(asked.length, 3);
  assert.equal((await layers.view({ ...usual, level: "city" })).parentLevel, null);
});

test("the level above is the nearest that is there; the city has none", () => {
  const levels = [{ code: "beat", above: ["sector", "district", "city"] }, { code: "district", above: ["city"] }, { code: "city", above: [] }];
  assert.deepEqual(levels.map((level) => levelAbove(levels, level)?.code ?? null), ["district", "city", null]);
  assert.equal(wholeLevel(levels).code, "city");
  assert.equal(wholeLevel([{ code: "beat" }]), null);
});
