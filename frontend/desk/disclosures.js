// The accounting of disclosures: what left, when, what for and to whom.

import { h } from "../lib/dom.js";
import { count, day } from "../lib/format.js";
import { getJson } from "../lib/http.js";
import { days, queryOf, row, searchForm, table } from "./parts.js";
import { texts } from "./words.js";

export async function draw({ state }) {
  const words = texts.disclosures;
  const fields = [...days(), ["recipient", words.recipient, { type: "text", maxlength: "200" }]];
  const query = queryOf(state, fields);
  const { disclosures } = await getJson(`/desk/disclosures${query}`);
  return [
    h("p", { class: "quiet" }, words.about),
    searchForm("disclosures", state, fields),
    h("p", {}, h("a", { href: `/desk/disclosures.csv${query}`, download: "disclosures.csv" }, texts.csv)),
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
