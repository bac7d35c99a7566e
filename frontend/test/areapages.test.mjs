import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { en } from "../strings/en.js";
import { es } from "../strings/es.js";

// The pages of areas are written by the server, from sentences of its own. What the map says too it says in the same words.

const FOLDER = new URL("../../src/main/resources/org/reentryatlas/brief/", import.meta.url);

function read(name) {
  const lines = readFileSync(new URL(name, FOLDER), "utf8").split("\n");
  const entries = lines.filter((line) => /^[^#]+=/.test(line)).map((line) => /^(.*?)=(.*)$/.exec(line).slice(1));
  return new Map(entries.map(([key, text]) => [key, text.replaceAll("\\u00a0", "\u00a0")]));
}

/** What the map says for each sentence of the pages that it has too. */
function pairs({ cell, rates, rounding, why, measures, card, controls, shell, and, summary }) {
  const quotient = (all) => rates.quotientProse(rates.quotient, "{0}", { all, measure: "{2}", place: "{3}" });
  const blanks = Object.entries(rates.blank).flatMap(([status, [inTable, inProse]]) => {
    const key = `blank.${status === "unknown" ? "no_data" : status}`;
    return [[`${key}.cell`, inTable], [`${key}.prose`, inProse]];
  });
  return {
    sentences: {
      hidden: cell.hidden,
      noData: cell.noData,
      about: cell.about("{0}"),
      range: cell.range("{0}", "{1}"),
      proseShown: cell.prose("{0}", "{1}"),
      proseZero: cell.noneProse("{0}"),
      unstableSuffix: `(±\u00a0${cell.unstable})`,
      unstable: `± ${cell.unstableWhy}.`,
      lowHitRate: cell.lowHitRate,
      perThousand: rates.rate,
      rateProse: rates.rateProse(rates.rate, "{0}", "{1}"),
      rateBlank: rates.none(rates.rate, "{0}"),
      quotientBlank: rates.none(rates.quotient, "{0}"),
      ...Object.fromEntries(blanks),
      residentsApportioned: rates.source(true, "{0}", "{1}"),
      residentsStated: rates.source(false, "{0}", "{1}"),
      rounded: rounding.base("{0}"),
      notRounded: rounding.none,
      belowK: rounding.threshold("{0}"),
      whyHidden: why.small("{0}") + why.rest,
      notSmall: why.notSmall,
      whyPage: why.more,
      belowGate: summary.belowGate("{0}"),
      listing: and("{0}", "{1}"),
      distance: measures.miles("{0}"),
      distanceShort: measures.miles(measures.under("{0}")),
      organization: card.organization,
      address: card.address,
      phone: card.phone,
      hours: card.hours,
      records: card.records,
      yes: card.yes,
      no: card.no,
      case_by_case: card.byCase,
      notStated: card.notStated,
      confidential: card.confidential,
      notOnMap: card.offMapList,
      allServices: controls.allServices,
      areas: shell.areas,
      directory: shell.directory,
      downloads: shell.downloads,
    },
    quotients: { amongResidents: quotient(true), amongPeople: quotient(false) },
  };
}

const LANGUAGES = [
  [en, read("words.properties")],
  [es, read("words_es.properties")],
];

for (const [words, pages] of LANGUAGES) {
  test(`the pages of areas say what the map says: ${words.code}`, () => {
    const { sentences, quotients } = pairs(words);
    for (const [key, text] of Object.entries(sentences)) assert.equal(pages.get(key), text, key);
    for (const [among, text] of Object.entries(quotients)) {
      assert.equal(pages.get("quotientProse").replace("{1}", pages.get(among)), text, among);
    }
    const blanks = [...pages.keys()].filter((key) => key.startsWith("blank."));
    assert.ok(blanks.length > 10);
    assert.deepEqual(blanks.filter((key) => !(key in sentences)), []);
  });
}

test("names by code are the same in Spanish, and no page has one that the map has not", () => {
  const [, [, pages]] = LANGUAGES;
  const { measure, category, level, levels } = es.names;
  const named = (prefix, suffix, names) => Object.entries(names).map(([code, name]) => [`${prefix}.${code}${suffix}`, name]);
  const map = [
    ...named("measure", "", measure),
    ...named("category", "", category),
    ...named("level", ".one", level),
    ...named("level", ".many", levels),
  ];
  const written = [...pages].filter(([key]) => /^(measure|category|level)\./.test(key));
  assert.ok(written.length > 30);
  assert.deepEqual(new Map(written), new Map(map));
});
