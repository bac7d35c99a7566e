// What the page shows, as its address says it.

import { isDay, today } from "./dates.js";

export const VIEWS = ["list", "week", "month", "next", "where", "tours", "patrols", "done"];
/** What parts of the page say of themselves in the address, as they write it. */
const PARTS = ["where", "patrols", "done"];
export const KINDS = ["clean_up", "gathering", "tour", "patrol"];

export function parseState(hash, config) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const date = given.get("date") ?? "";
  const view = given.get("view") ?? "";
  const edit = given.get("edit") ?? "";
  return {
    view: VIEWS.includes(view) ? view : "list",
    date: isDay(date) ? date : today(config.timeZone),
    area: given.get("area") ?? "",
    plan: given.get("plan") ?? "",
    edit: KINDS.includes(edit) || edit === "plan" ? edit : "",
    site: given.get("site") ?? "",
    ...Object.fromEntries(PARTS.map((name) => [name, given.get(name) ?? ""])),
  };
}

export function formatState({ view, date, ...others }) {
  const said = new URLSearchParams();
  said.set("view", view);
  said.set("date", date);
  for (const name of ["area", "plan", "edit", "site", ...PARTS]) if (others[name]) said.set(name, others[name]);
  return `#${said}`;
}
