// The audit log: each look at it is an entry, too.

import { h } from "../lib/dom.js";
import { getJson } from "../lib/http.js";
import { days, queryOf, row, searchForm, table } from "./parts.js";
import { texts } from "./words.js";

export async function draw({ state }) {
  const words = texts.audit;
  const fields = [...days(), ["actor", words.actor, { type: "text", maxlength: "60" }], ["action", words.action, { type: "text", maxlength: "40", placeholder: "release.*" }]];
  const query = queryOf(state, fields);
  const { entries, areMore } = await getJson(`/desk/audit${query}`);
  return [
    h("p", { class: "quiet" }, words.about),
    searchForm("audit", state, fields),
    h("p", {}, areMore ? words.more : words.found(entries.length), " ", h("a", { href: `/desk/audit.csv${query}`, download: "audit.csv" }, texts.csv)),
    table(words.all, [words.at, words.actor, words.place, words.action, words.object, words.outcome], entries.map((entry) =>
      row(entry.at, entry.actor || words.nobody, words.places[entry.place] ?? entry.place, h("code", { class: "name" }, entry.action), h("code", {}, entry.object_id), words.outcomes[entry.outcome] ?? entry.outcome))),
  ];
}
