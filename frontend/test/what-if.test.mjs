import assert from "node:assert/strict";
import test from "node:test";
import { asGeoJson, betterBy, classOf, halfway, outwards, rowsOf } from "../what-if/answer.js";
import { readSaved } from "../what-if/saved.js";
import { supposedWords } from "../what-if/supposed.js";
import { MOST_ADDED, emptyScenario, formatScenario, isLinkable, isNothing, ofCategory, parseScenario, queryOf, withOnly } from "../what-if/scenario.js";

const CHOICES = {
  levels: [{ code: "beat" }, { code: "city" }],
  modes: ["walk", "drive"],
  categories: [{ code: "housing" }, { code: "food" }],
};

test("a scenario survives its link, whatever the ids of sites are", () => {
  const scenario = {
    ...emptyScenario(CHOICES),
    name: "A & B, <later>",
    mode: "drive",
    category: "food",
    show: "gap",
    at: "Sa10:00",
    close: ["A,1", "B&2=#"],
    open: ["C 3"],
    add: [{ lon: -105.1, lat: 43.5, capacity: 20 }, { lon: 1, lat: 2, capacity: null }],
    capacity: new Map([["D,4", 0], ["__proto__", 3], ["constructor", 4]]),
  };
  assert.deepEqual(parseScenario(formatScenario(scenario), CHOICES), { scenario, understood: true });
  assert.equal(
    queryOf(scenario),
    "mode=drive&category=food&at=Sa10%3A00&close=A%2C1&close=B%262%3D%23&open=C+3&add=-105.100000%2C43.500000%2C20&add=1.000000%2C2.000000&capacity=D%2C4%2C0&capacity=__proto__%2C3&capacity=constructor%2C4",
  );
});

test("what a link says that is not there is left out, and told", () => {
  for (const bad of ["level=tract", "mode=fly", "category=x", "at=noon", "add=1", "add=200,1", "add=1,2,-3", "add=1,2,3,4", "add=0x10,0x20", "add=1e1,2", "add=1, 2", "add=+1,2", "add=,2", "add=1,2,1e1", "close=", "open=", "capacity=,4", "capacity=A,0x1", "capacity=A, 4", "capacity=A,-4", "at=", "capacity=A", "capacity=A,x", "capacity=A,", "show=all", "other=1", `name=${"x".repeat(61)}`]) {
    const { scenario, understood } = parseScenario(`#${bad}`, CHOICES);
    assert.equal(understood, false, bad);
    assert.deepEqual(scenario, emptyScenario(CHOICES), bad);
  }
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
    for (const bad of [`${name}=x`, `category=${name}`, `mode=${name}`, `level=${name}`, `show=${name}`]) {
      const { scenario, understood } = parseScenario(`#${bad}`, CHOICES);
      assert.equal(understood, false, bad);
      assert.deepEqual(scenario, emptyScenario(CHOICES), bad);
    }
    const { scenario, understood } = parseScenario(`#close=${name}&capacity=${name},7`, CHOICES);
    assert.deepEqual([understood, scenario.close, [...scenario.capacity]], [true, [name], [[name, 7]]]);
  }
  for (const twice of ["mode=drive&mode=walk", "capacity=A,1&capacity=A,2"]) assert.equal(parseScenario(`#${twice}`, CHOICES).understood, false, twice);
  const many = Array(MOST_ADDED + 1).fill("add=1,2").join("&");
  assert.equal(parseScenario(`#${many}`, CHOICES).scenario.add.length, MOST_ADDED);
  assert.equal(parseScenario(`#close=${"x".repeat(7_000)}`, CHOICES).understood, false);
});

test("of another category new sites stay, and what was supposed about others goes", () => {
  const before = { ...emptyScenario(CHOICES), close: ["A"], capacity: new Map([["B", 3]]), add: [{ lon: 1, lat: 2, capacity: 20 }] };
  const after = ofCategory(before, "food");
  assert.deepEqual([after.category, after.close, after.capacity, after.add], ["food", [], new Map(), [{ lon: 1, lat: 2, capacity: null }]]);
  assert.equal(isNothing(after), false);
  assert.equal(isNothing(emptyScenario(CHOICES)), true);
});

const area = (key, moved, before, after) => ({
  level: "beat",
  key,
  before: { demand: [10, 20], gap: before, nearest_s: 60 },
  after: { demand: [10, 20], gap: after, nearest_s: null },
  moved_15: [0, 0],
  moved_30: moved,
});

test("areas that change most come first, and fewer who go without are better", () => {
  const answer = { areas: [area("10", [-9, -8.5], [0, 4], [4, 8]), area("2", [0, 0], [1, 1], [1, 1]), area("9", [2, 4], [4, 8], [0, 2]), { ...area("city", [9, 9], [0, 0], [0, 0]), level: "city" }] };
  assert.deepEqual(rowsOf(answer, "beat", "moved_30").map(({ key }) => key), ["10", "9", "2"]);
  assert.deepEqual([betterBy(answer.areas[0], "gap"), betterBy(answer.areas[2], "gap")], [-4, 5]);
  const rows = rowsOf(answer, "beat", "moved_30");
  assert.deepEqual(rows.map(({ better }) => classOf(better, halfway(rows))), ["worse-2", "better-1", "same"]);
  assert.equal(classOf(0, halfway([])), "same");
  assert.deepEqual(outwards([-8.5, 2.1]), { from: -9, to: 3 });
});

test("as GeoJSON each area has its shape and its bounds", () => {
  const [feature] = asGeoJson([area("9", [2, 4], [4, 8], [0, 2])], [{ properties: { key: 9 }, geometry: { type: "Point", coordinates: [1, 2] } }], ["Somebody"]).features;
  assert.equal(feature.geometry.type, "Point");
  assert.deepEqual([feature.properties.moved_30_low, feature.properties.gap_after_high, feature.properties.nearest_s_after], [2, 2, null]);
});

test("what lies on the device is read, or said not to be", () => {
  assert.deepEqual(readSaved(null), { hashes: [], unreadable: 0 });
  assert.deepEqual(readSaved('["#name=A"]'), { hashes: ["#name=A"], unreadable: 0 });
  assert.deepEqual(readSaved('["#name=A", 7, null, {"__proto__": []}]'), { hashes: ["#name=A"], unreadable: 3 });
  for (const broken of ["", "{", "7", '{"length": 1}', '"#name=A"', "null"]) assert.deepEqual(readSaved(broken), { hashes: [], unreadable: null }, broken);
  const many = Array.from({ length: 14 }, (_, i) => `#name=${i}`);
  assert.deepEqual([readSaved(JSON.stringify(many)).hashes.length, readSaved(JSON.stringify(many)).unreadable], [12, 2]);
});

test("a scenario that no link holds is told apart", () => {
  const close = Array.from({ length: 300 }, (_, i) => `a-site-with-a-long-id-${i}`);
  assert.equal(isLinkable({ ...emptyScenario(CHOICES), close }), false);
  assert.equal(isLinkable({ ...emptyScenario(CHOICES), close: close.slice(0, 100) }), true);
});

test("all that is supposed is said in words", () => {
  const sites = [{ id: "A", name: "Pantry", capacity: 40 }, { id: "constructor", name: "", capacity: null }];
  const scenario = {
    ...emptyScenario(CHOICES),
    name: "Closing",
    mode: "walk",
    at: "Sa10:00",
    close: ["A", "toString"],
    open: ["constructor"],
    add: [{ lon: -105.1, lat: 43.5, capacity: 1_200 }, { lon: 1, lat: 2, capacity: null }],
    capacity: new Map([["A", 55], ["__proto__", 3]]),
  };
  const said = supposedWords(scenario, { sites }, { category: "Food", level: "beats" });
  assert.deepEqual(said, [
    ["Scenario", "Closing"],
    ["Services", "Food"],
    ["Way", "On foot"],
    ["When", "Saturday at 10:00: only sites that are open then"],
    ["Closed", "Pantry; toString"],
    ["Open then all the same", "constructor"],
    ["New sites", "New site 1 at 43.50000, -105.10000 for 1,200 people; New site 2 at 2.00000, 1.00000"],
    ["Capacities", "Pantry: for 55 people instead of 40; __proto__: for 3 people"],
    ["Shown", "People with a site within 30 minutes; beats"],
  ]);
  assert.deepEqual(supposedWords(emptyScenario(CHOICES), { sites }, { category: "Food", level: "beats" }).map(([what]) => what), ["Services", "Way", "When", "Shown"]);
});

test("of a scenario about sites that are gone the others are left", () => {
  const scenario = { ...emptyScenario(CHOICES), close: ["A", "B"], open: ["constructor"], capacity: new Map([["B", 1], ["C", 2]]), add: [{ lon: 1, lat: 2, capacity: null }] };
  const left = withOnly(scenario, new Set(["B"]));
  assert.deepEqual([left.close, left.open, [...left.capacity], left.add], [["B"], [], [["B", 1]], scenario.add]);
});
