import assert from "node:assert/strict";
import test from "node:test";
import { createBasemap, tileUrl } from "../map/basemap.js";
import { readConfig } from "../lib/config.js";

const OWN = { version: "v1", minZoom: 8, maxZoom: 18, attribution: 'City <b>&"' };
const OTHERS = { url: "https://tiles.example.org/{z}/{x}/{y}.png", attribution: "© Others" };

/** A page with the given sources, and what was put on its map. */
function page(sources, matching = []) {
  const layers = [];
  class TileLayer {
    constructor(url, options) {
      Object.assign(this, { url, options, listeners: {}, isOn: false });
      layers.push(this);
    }
    on(event, listener) {
      this.listeners[event] = listener;
      return this;
    }
    addTo() {
      this.isOn = true;
      return this;
    }
    remove() {
      this.isOn = false;
    }
  }
  const queries = new Map();
  const media = (query) => {
    if (!queries.has(query)) {
      queries.set(query, {
        matches: matching.includes(query),
        addEventListener(_, listener) {
          this.change = listener;
        },
      });
    }
    return queries.get(query);
  };
  const colours = {
    dark: matching.includes("dark"),
    isDark: () => colours.dark,
    onChange: (listener) => (colours.change = listener),
  };
  const classes = new Set();
  const body = {
    classList: { toggle: (name, isThere) => (isThere ? classes.add(name) : classes.delete(name)) },
  };
  let gone = 0;
  const basemap = createBasemap({ TileLayer }, { getMaxZoom: () => 18 }, sources, {
    page: body,
    colours,
    media,
    onGone: () => (gone += 1),
  });
  const darken = (dark) => {
    colours.dark = dark;
    colours.change();
  };
  const turn = (query, matches) => {
    queries.get(query).matches = matches;
    queries.get(query).change();
  };
  const shown = () => layers.filter(({ isOn }) => isOn).map(({ url }) => url);
  const fail = (times) => {
    for (let i = 0; i < times; i += 1) layers.find(({ isOn }) => isOn).listeners.tileerror();
  };
  return { basemap, layers, shown, fail, turn, darken, classes, gone: () => gone };
}

test("our own tiles are shown in the colours of the page", () => {
  const { shown, darken, classes, layers } = page({ basemap: OWN, tiles: null });
  assert.deepEqual(shown(), ["/tiles/base/v1/light/{z}/{x}/{y}{r}.png"]);
  assert.ok(classes.has("with-ground"));
  assert.equal(classes.has("with-dark-ground"), false);
  darken(true);
  assert.ok(classes.has("with-dark-ground"));
  assert.deepEqual(shown(), [tileUrl(OWN, "dark")]);
  darken(true);
  assert.equal(layers.length, 2, "the same colours ask for no other tiles");
  assert.equal(layers[0].options.attribution.includes("<b>"), false);
  assert.equal(layers[0].options.maxNativeZoom, 18);
});

test("paper has its own tiles, and only as long as it is paper", () => {
  const { shown, turn, classes } = page({ basemap: OWN, tiles: null }, ["dark"]);
  assert.ok(classes.has("with-dark-ground"));
  turn("print", true);
  assert.deepEqual(shown(), [tileUrl(OWN, "dark"), tileUrl(OWN, "print")]);
  turn("print", false);
  assert.deepEqual(shown(), [tileUrl(OWN, "dark")]);
});

test("without a base map nothing is asked for, and nothing is missed", () => {
  const { shown, classes, basemap, gone } = page({ basemap: null, tiles: null });
  assert.deepEqual(shown(), []);
  assert.equal(classes.size, 0);
  assert.equal(basemap.isGone(), false);
  assert.equal(gone(), 0);
});

test("three failures in a row leave the outlines, and it is said once", () => {
  const { shown, fail, classes, basemap, gone, layers } = page({ basemap: OWN, tiles: null });
  fail(2);
  layers[0].listeners.tileload();
  fail(2);
  assert.equal(basemap.isGone(), false);
  fail(1);
  assert.deepEqual(shown(), []);
  assert.equal(classes.size, 0);
  assert.equal(basemap.isGone(), true);
  layers[0].listeners.tileerror();
  assert.equal(gone(), 1);
});

test("tiles of another host come first, and ours when these fail", () => {
  const { shown, fail, gone, darken } = page({ basemap: OWN, tiles: OTHERS });
  assert.deepEqual(shown(), [OTHERS.url]);
  darken(false);
  assert.deepEqual(shown(), [OTHERS.url]);
  fail(3);
  assert.deepEqual(shown(), [tileUrl(OWN, "light")]);
  assert.equal(gone(), 0);
  fail(3);
  assert.equal(gone(), 1);
});

test("the configuration lets nothing through that is no base map", () => {
  const json = { measures: [{ code: "people", title: "People" }] };
  const read = (members) => readConfig({ ...json, ...members });
  assert.deepEqual(read({ basemap: OWN, tiles: OTHERS }).background, { basemap: OWN, tiles: OTHERS });
  const none = { basemap: null, tiles: null };
  assert.deepEqual(read({}).background, none);
  assert.deepEqual(read({ basemap: { version: 7 }, tiles: { url: "http://x/{z}/{x}/{y}", attribution: "" } }).background, none);
  assert.deepEqual(read({ basemap: null, tiles: { url: "javascript:alert(1)" } }).background, none);
});
