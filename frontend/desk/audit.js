// The audit log: each look at it is an entry, too.

import { h } from "../lib/dom.js";
import { getJson } from "../lib/http.js";
import { row, table } from "./parts.js";
import { texts } from "./words.js";

const FIELDS = ["since", "until", "actor", "action"];

export async function draw({ state }) {
  const words = texts.audit;
  const query = new URLSearchParams(FIELDS.filter((name) => state[name]).map((name) => [name, state[name]])).toString();
  const suffix = query ? `?${query}` : "";
  const { entries, areMore } = await getJson(`/desk/audit${suffix}`);
  return [
    h("p", { class: "quiet" }, words.about),
    search(state),
    h("p", {}, areMore ? words.more : words.found(entries.length), " ", h("a", { href: `/desk/audit.csv${suffix}`, download: "audit.csv" }, words.csv)),
    table(words.all, [words.at, words.actor, words.place, words.action, words.object, words.outcome], entries.map((entry) =>
      row(entry.at, entry.actor || words.nobody, entry.place, h("code", {}, entry.action), h("code", {}, entry.object_id), words.outcomes[entry.outcome] ?? entry.outcome))),
  ];
}

function search(state) {
  const words = texts.audit;
  const field = (name, more) => h("label", {}, h("span", {}, words[name]), h("input", { name, value: state[name] ?? "", ...more }));
  const submit = (event) => {
    event.preventDefault();
    const given = FIELDS.map((name) => [name, event.target.elements[name].value.trim()]).filter(([, value]) => value !== "");
    const next = `#${new URLSearchParams([["part", "audit"], ...given])}`;
    if (next === location.hash) globalThis.dispatchEvent(new Event("hashchange"));
    else location.hash = next;
  };
  return h("form", { class: "search", submit }, field("since", { type: "date" }), field("until", { type: "date" }), field("actor", { type: "text", maxlength: "60" }),
    field("action", { type: "text", maxlength: "40", placeholder: "release.*" }), h("button", { type: "submit" }, words.search));
}
