// Two who wrote the same at once: nothing of either is lost, somebody decides.

import { h } from "../lib/dom.js";
import { join } from "../lib/join.js";
import { fieldName } from "./notes.js";
import { texts } from "./words.js";

/** A value as somebody can compare it. */
function shown(value) {
  if (value === null || value === undefined || value === "") return "–";
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.map(shown).join("\n");
  if (typeof value === "object") return Object.values(value).map(shown).join(", ");
  return String(value);
}

export function createMerge(versions, onJoined, onCancel) {
  const { theirs, mine, fields } = versions;
  const option = (field, who, value) =>
    h("td", {}, h("label", { class: "tick" }, h("input", { type: "radio", name: field, value: who, required: true }), h("span", { class: "value" }, shown(value))));
  const rows = fields.map((field) => h("tr", {}, h("th", { scope: "row" }, fieldName(field)), option(field, "theirs", theirs[field]), option(field, "mine", mine[field])));
  const submit = (event) => {
    event.preventDefault();
    const chosen = Object.fromEntries(fields.map((field) => [field, event.target.elements[field].value]));
    return onJoined(join(versions, chosen));
  };
  return h("div", {},
    h("h2", { id: "plan-title", tabindex: "-1" }, texts.mergeTitle),
    h("p", {}, texts.mergeAbout),
    h("form", { submit },
      h("div", { class: "scroller" }, h("table", { class: "merge" },
        h("thead", {}, h("tr", {}, [texts.field, texts.theirs, texts.mine].map((text) => h("th", { class: "plain", scope: "col" }, text)))),
        h("tbody", {}, rows))),
      h("p", { class: "take" }, h("button", { type: "submit" }, texts.save), h("button", { type: "button", click: onCancel }, texts.cancel))));
}
