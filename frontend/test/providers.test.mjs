import assert from "node:assert/strict";
import test from "node:test";
import { allLanguages, chooseProviders, languageName } from "../lib/providers.js";

const site = (name, category, more = {}) => ({ properties: { name, category, ...more } });
const monday = { day: 0, minute: 600 };
const choice = { category: "all", only: "", language: "" };
const names = (sites, change, clock = monday) =>
  chooseProviders(sites, { ...choice, ...change }, clock).map(({ properties }) => properties.name);

test("services are chosen by category and ordered by name", () => {
  const sites = [site("Pantry", "food"), site("Desk", null), site("Bank", "food")];
  assert.deepEqual(names(sites, {}), ["Bank", "Desk", "Pantry"]);
  assert.deepEqual(names(sites, { category: "food" }), ["Bank", "Pantry"]);
  assert.deepEqual(names(sites, { category: "none" }), []);
});

test("every filter has to be fulfilled, and what a site does not say it does not fulfil", () => {
  const sites = [
    site("Open", "food", { opening_hours: "Mo 09:00-17:00", accepts_records: "yes", wheelchair: true }),
    site("Closed", "food", { opening_hours: "Tu 09:00-17:00", accepts_records: "case_by_case", wheelchair: false }),
    site("Silent", "food", { opening_hours: null, accepts_records: null, wheelchair: null }),
    site("Refuses", "food", { opening_hours: "Mo 09:00-17:00", accepts_records: "no" }),
  ];
  assert.deepEqual(names(sites, { only: "open" }), ["Open", "Refuses"]);
  assert.deepEqual(names(sites, { only: "records" }), ["Closed", "Open"]);
  assert.deepEqual(names(sites, { only: "wheelchair" }), ["Open"]);
  assert.deepEqual(names(sites, { only: "open,records" }), ["Open"]);
  assert.deepEqual(names(sites, { only: "open" }, { day: 1, minute: 600 }), ["Closed"]);
});

test("languages are taken apart, and each is offered once", () => {
  const sites = [site("One", "food", { languages: "English, Spanish" }), site("Two", "food", { languages: "Spanish; Amharic" }), site("Three", "food", {})];
  assert.deepEqual(allLanguages(sites), ["Amharic", "English", "Spanish"]);
  assert.deepEqual(names(sites, { language: "Spanish" }), ["One", "Two"]);
  assert.deepEqual(names(sites, { language: "Amharic" }), ["Two"]);
});

test("codes of languages have names", () => {
  assert.deepEqual(["es", "am", "Haitian Creole"].map(languageName), ["Spanish", "Amharic", "Haitian Creole"]);
});
