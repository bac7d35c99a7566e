// What the page shows, as its address says it.

import { isDay, today } from "./dates.js";

export const VIEWS = ["list", "week", "month", "where", "tours"];
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
    where: given.get("where") ?? "",
  };
}

export function formatState({ view, date, area, plan, edit, site, where }) {
  const said = new URLSearchParams();
  said.set("view", view);
  said.set("date", date);
  for (const [name, value] of Object.entries({ area, plan, edit, site, where })) if (value) said.set(name, value);
  return `#${said}`;
}
