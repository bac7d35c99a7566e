// Pieces that all parts of the desk are made of.

import { h, labelled } from "../lib/dom.js";
import { day, moment } from "../lib/format.js";
import { texts } from "./words.js";

/** A table with its caption, that can be scrolled by keyboard where it is wider than the page. */
export function table(caption, heads, rows, kind = "") {
  if (rows.length === 0) return h("p", {}, texts.nothing);
  return h("div", { class: "scroller", tabindex: "0", role: "group", "aria-label": caption },
    h("table", { class: kind || null }, h("caption", {}, h("span", {}, caption)), h("thead", {}, h("tr", {}, heads.map((head) => h("th", { class: "plain", scope: "col" }, head)))), h("tbody", {}, rows)));
}

/** A row: the first cell names it. */
export const row = (first, ...cells) => h("tr", {}, h("th", { scope: "row" }, first), cells.map((cell) => (cell?.localName === "td" ? cell : h("td", {}, cell ?? ""))));

export const facts = (pairs) => h("dl", { class: "facts" }, pairs.filter(([, value]) => value !== "" && value !== null && value !== undefined && value.length !== 0).flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));

export const at = (instant) => (instant ? moment(new Date(instant)) : "");

export const tag = (text, now = false) => h("span", { class: now ? "tag now" : "tag" }, text);

const today = () => new Date().toISOString().slice(0, 10);

/** A day up to which something is to be done; what is over says so, and not by colour alone. */
export const due = (iso) => (iso < today() ? h("span", { class: "due" }, texts.overdue(day(iso))) : day(iso));

/** A remark and buttons: [{ text, needsRemark, onPress(remark) }]. */
export function decide(label, buttons, say) {
  const remark = h("textarea", { rows: "2", maxlength: "500" });
  const press = ({ needsRemark, onPress }) => async () => {
    if (needsRemark && remark.value.trim() === "") {
      say(texts.sayWhy);
      remark.focus();
      return;
    }
    await onPress(remark.value.trim());
  };
  return h("div", { class: "decide" }, labelled(label, remark), h("div", { class: "take" }, buttons.map((each) => h("button", { type: "button", click: press(each) }, each.text))));
}

/** From which day of UTC to which, as fields of a search. */
export const days = () => [["since", texts.since, { type: "date" }], ["until", texts.until, { type: "date" }]];

/** What the fields of a search ask the server for. */
export function queryOf(state, fields) {
  const query = new URLSearchParams(fields.flatMap(([name]) => (state[name] ? [[name, state[name]]] : []))).toString();
  return query ? `?${query}` : "";
}

/** What is looked for stands in the address, so that going back finds it again: [[name, label, attributes]]. */
export function searchForm(part, state, fields) {
  const submit = (event) => {
    event.preventDefault();
    const given = fields.map(([name]) => [name, event.target.elements[name].value.trim()]).filter(([, value]) => value !== "");
    const next = `#${new URLSearchParams([["part", part], ...given])}`;
    if (next === location.hash) globalThis.dispatchEvent(new Event("hashchange"));
    else location.hash = next;
  };
  return h("form", { class: "search", submit }, fields.map(([name, label, more]) => labelled(label, h("input", { name, value: state[name] ?? "", ...more }))), h("button", { type: "submit" }, texts.search));
}
