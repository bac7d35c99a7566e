import assert from "node:assert/strict";
import test from "node:test";
import { chooseLanguage } from "../lib/i18n.js";
import { en as pages } from "../strings/en.js";
import { desk } from "../strings/en/desk.js";
import { keys } from "../strings/en/keys.js";
import { priority } from "../strings/en/outreach-priority.js";
import { tours } from "../strings/en/outreach-tours.js";
import { outreach } from "../strings/en/outreach.js";
import { selfAssessment } from "../strings/en/self-assessment.js";
import { session } from "../strings/en/session.js";
import { whatIf } from "../strings/en/what-if.js";
import { es as paginas } from "../strings/es.js";
import { desk as mesa } from "../strings/es/desk.js";
import { keys as claves } from "../strings/es/keys.js";
import { priority as prioridad } from "../strings/es/outreach-priority.js";
import { tours as recorridos } from "../strings/es/outreach-tours.js";
import { outreach as acercamiento } from "../strings/es/outreach.js";
import { selfAssessment as autoevaluacion } from "../strings/es/self-assessment.js";
import { session as sesion } from "../strings/es/session.js";
import { whatIf as siFuera } from "../strings/es/what-if.js";

const en = { ...pages, whatIf, outreach, priority, tours, selfAssessment, keys, session, desk };
const es = { ...paginas, whatIf: siFuera, outreach: acercamiento, priority: prioridad, tours: recorridos, selfAssessment: autoevaluacion, keys: claves, session: sesion, desk: mesa };

/** Every path to a text or a sentence with its number of gaps; names are open, since the server sends them in English. */
function shapeOf(words, path = "") {
  return Object.entries(words).flatMap(([key, value]) => {
    const at = `${path}.${key}`;
    if (at === ".names") return [];
    if (typeof value === "function") return [`${at} takes ${value.length}`];
    if (Array.isArray(value)) return [`${at} of ${value.length}`];
    return typeof value === "object" ? shapeOf(value, at) : [at];
  });
}

const textsOf = (words) =>
  Object.values(words).flatMap((value) =>
    typeof value === "string" ? [value] : typeof value === "object" ? textsOf(value) : [],
  );

test("every language says everything", () => {
  const english = shapeOf(en);
  assert.ok(english.length > 200);
  assert.deepEqual(shapeOf(es), english);
  for (const words of [en, es]) assert.ok(textsOf(words).every((text) => text.trim() !== ""));
});

test("hardly a sentence is the same in two languages", () => {
  const english = new Set(textsOf(en).filter((text) => text.includes(" ")));
  const same = textsOf({ ...es, names: {} }).filter((text) => english.has(text));
  assert.deepEqual(same, []);
});

test("what is asked for comes before what is remembered, and that before what the browser prefers", () => {
  assert.equal(chooseLanguage({ asked: "es", remembered: "en", preferred: ["en-US"] }), "es");
  assert.equal(chooseLanguage({ asked: null, remembered: "en", preferred: ["es-MX"] }), "en");
  assert.equal(chooseLanguage({ asked: "xx", remembered: null, preferred: ["fr", "es-MX"] }), "es");
  assert.equal(chooseLanguage({ preferred: ["fr"] }), "en");
  assert.equal(chooseLanguage({ asked: { toString: () => "<script>" }, preferred: [] }), "en");
});
