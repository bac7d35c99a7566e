// The accounting of disclosures: what left, when, what for and to whom.

import { h } from "../lib/dom.js";
import { count, day } from "../lib/format.js";
import { getJson } from "../lib/http.js";
import { row, searchForm, table } from "./parts.js";
import { texts } from "./words.js";

const FIELDS = ["since", "until", "recipient"];

export async function draw({ state }) {
  const words = texts.disclosures;
  const query = new URLSearchParams(FIELDS.filter((name) => state[name]).map((name) => [name, state[name]])).toString();
  const suffix = query ? `?${query}` : "";
  const { disclosures } = await getJson(`/desk/disclosures${suffix}`);
  return [
    h("p", { class: "quiet" }, words.about),
    searchForm("disclosures", state, [["since", words.since, { type: "date" }], ["until", words.until, { type: "date" }], ["recipient", words.recipient, { type: "text", maxlength: "200" }]]),
    h("p", {}, h("a", { href: `/desk/disclosures.csv${suffix}`, download: "disclosures.csv" }, texts.csv)),
    table(words.all, [words.day, words.nature, words.purpose, words.recipient, words.licence, words.what, words.by], disclosures.map((each) =>
      row(
        day(each.day),
        `${words.natures[each.nature] ?? each.nature}${each.downloads > 1 ? `, ${words.times(count(each.downloads))}` : ""}`,
        texts.agreements.purposeNames[each.purpose] ?? (each.purpose || words.none),
        [each.recipient, each.address ? h("div", { class: "quiet" }, each.address) : ""],
        each.licence ? [each.licence, h("div", { class: "quiet" }, words.under(each.under))] : words.none,
        [`${each.layer} ${each.format}, ${each.releaseId}`, each.digests.length === 1 ? h("div", {}, h("code", {}, each.digests[0])) : h("div", { class: "quiet" }, words.files(each.files.length))],
        each.madeBy,
      ))),
  ];
}
