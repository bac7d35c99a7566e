// The one calendar: as a list, a week to print, or a month.

import { h } from "../lib/dom.js";
import { addDays, clock, dayOf, daysFrom, longDay, month, monthOf, shortDay, span, weekOf, weekday } from "./dates.js";
import { titleOf } from "./plans.js";
import { texts } from "./words.js";

/** The weeks of a month, a list of days each. */
function weeksOf(date) {
  const first = weekOf(monthOf(date));
  return Array.from({ length: 6 }, (_, i) => daysFrom(addDays(first, i * 7), 7)).filter((week) => week.some((day) => monthOf(day) === monthOf(date)));
}

const openerOf = (onOpen) => (plan, text) =>
  h("button", { type: "button", class: `plan-link ${plan.kind} ${plan.state}`, "data-plan": plan.id, click: () => onOpen(plan.id) }, text);

const tag = (plan) => (plan.state === "published" ? null : h("span", { class: `tag ${plan.state}` }, texts.states[plan.state]));

const entryOf = (opener) => (plan) =>
  h("li", { class: plan.state },
    h("span", { class: "when" }, span(plan.plan.starts, plan.plan.ends)),
    h("span", { class: "what" }, opener(plan, titleOf(plan)), " ", tag(plan),
      h("span", { class: "quiet" }, [texts.kinds[plan.kind], plan.plan.rally?.name, texts.inAreas(plan.areas)].filter(Boolean).join(" · "))));

/** Plans in the order of their days, under a heading for each day. */
export function agenda(plans, onOpen, heading = "h3") {
  const entry = entryOf(openerOf(onOpen));
  const shown = [...new Set(plans.map((plan) => dayOf(plan.plan.starts)))];
  return shown.map((day) => [h(heading, {}, longDay(day)), h("ul", { class: "agenda" }, plans.filter((plan) => dayOf(plan.plan.starts) === day).map(entry))]);
}

export function createCalendar(container, { onOpen, onDay }) {
  const opener = openerOf(onOpen);
  const entry = entryOf(opener);

  function days(plans, wanted) {
    const byDay = new Map(wanted.map((day) => [day, []]));
    for (const plan of plans) byDay.get(dayOf(plan.plan.starts))?.push(plan);
    return byDay;
  }

  const list = (plans) => (plans.length === 0 ? h("p", {}, texts.nothing) : agenda(plans, onOpen));

  function week(plans, date) {
    return [...days(plans, daysFrom(weekOf(date), 7))].map(([day, of]) => [
      h("h3", {}, longDay(day)),
      of.length === 0 ? h("p", { class: "quiet" }, texts.nothingThatDay) : h("ul", { class: "agenda" }, of.map(entry)),
    ]);
  }

  function monthTable(plans, date) {
    const rows = weeksOf(date);
    const all = days(plans, rows.flat());
    const cell = (day) => {
      const of = all.get(day);
      return h("td", { class: day.slice(0, 7) === date.slice(0, 7) ? "" : "other" },
        h("button", { type: "button", class: "link day", click: () => onDay(day), "aria-label": `${longDay(day)}: ${texts.plans(of.length)}` }, String(Number(day.slice(8)))),
        of.length > 0 ? h("span", { class: "dots", "aria-hidden": "true" }, "•".repeat(Math.min(3, of.length))) : null,
        h("ul", {}, of.slice(0, 3).map((plan) => h("li", {}, opener(plan, `${clock(plan.plan.starts)} ${titleOf(plan)}`))),
          of.length > 3 ? h("li", { class: "quiet" }, texts.more(of.length - 3)) : null));
    };
    return h("div", { class: "scroller" }, h("table", { class: "month" },
      h("thead", {}, h("tr", {}, rows[0].map((day) => h("th", { class: "plain", scope: "col" }, weekday(day))))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map(cell))))));
  }

  return {
    show({ view, date }, plans, isComplete) {
      const name = view === "month" ? month(date) : view === "week" ? texts.weekOf(shortDay(weekOf(date))) : texts.comingUp(longDay(date));
      container.replaceChildren(
        h("h2", { id: "calendar-title", tabindex: "-1" }, name),
        isComplete ? "" : h("p", { class: "caution" }, texts.tooMany),
        ...[view === "month" ? monthTable(plans, date) : view === "week" ? week(plans, date) : list(plans)].flat(Infinity),
      );
    },
  };
}

/** Of which days a view needs the plans, the last not included. */
export function daysOf({ view, date }) {
  if (view === "month") return [weekOf(monthOf(date)), addDays(weeksOf(date).at(-1).at(-1), 1)];
  if (view === "week") return [weekOf(date), addDays(weekOf(date), 7)];
  return [date, addDays(date, 92)];
}

