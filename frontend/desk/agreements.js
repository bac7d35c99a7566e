// Agreements as they stand.

import { h } from "../lib/dom.js";
import { day, listing } from "../lib/format.js";
import { getJson } from "../lib/http.js";
import { facts, tag } from "./parts.js";
import { texts } from "./words.js";

export async function draw() {
  const { agreements } = await getJson("/desk/agreements");
  return [h("p", { class: "quiet" }, texts.agreements.about), agreements.length === 0 ? h("p", {}, texts.agreements.none) : "", ...agreements.map(card)];
}

function card({ version, state, reason, terms }) {
  const words = texts.agreements;
  return h("article", { class: "card" },
    h("h3", {}, `${terms.id} `, tag(words.states[state] ?? state, state !== "active")),
    facts([
      [words.kind, words.kinds[terms.kind.toLowerCase()] ?? terms.kind],
      [words.version, String(version)],
      [words.parties, terms.parties.map(({ name, contact }) => h("div", {}, `${name}, ${contact}`))],
      [words.term, words.fromTo(day(terms.starts), day(terms.ends))],
      [words.reason, reason],
      [words.authority, terms.legalAuthority],
      [words.purposes, listing(terms.purposes.map((purpose) => words.purposeNames[purpose.toLowerCase()] ?? purpose))],
      [words.elements, terms.elements.length ? h("code", {}, terms.elements.join(", ")) : ""],
      [words.rule, words.ruleIs(terms.outputRule.k, terms.outputRule.review)],
      [words.retention, words.days(terms.retentionDays)],
      [words.breach, words.within(terms.breach.contact, terms.breach.hours)],
    ]));
}
