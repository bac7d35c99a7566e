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

/**
 * Plans in the order of their days, under a heading for each day.
 *
 * @param more days that are shown without plans, too; notes: what is said under the heading of a day
 */
export function agenda(plans, onOpen, { heading = "h3", more = [], notes = () => [] } = {}) {
  const entry = entryOf(openerOf(onOpen));
  const shown = [...new Set([...plans.map((plan) => dayOf(plan.plan.starts)), ...more])].sort();
  return shown.map((day) => [h(heading, {}, longDay(day)), notes(day), h("ul", { class: "agenda" }, plans.filter((plan) => dayOf(plan.plan.starts) === day).map(entry))]);
}

export function createCalendar(container, { onOpen, onDay }) {
  const opener = openerOf(onOpen);
  const entry = entryOf(opener);

  function days(plans, wanted) {
    const byDay = new Map(wanted.map((day) => [day, []]));
    for (const plan of plans) byDay.get(dayOf(plan.plan.starts))?.push(plan);
    return byDay;
  }

  /** What holidays are kept on a day. */
  const holidaysOf = (day, holidays) => holidays.filter((holiday) => holiday.day === day).map(({ name }) => h("p", { class: "holiday" }, texts.holiday(name)));

  const list = (plans, holidays) => [
    plans.length === 0 ? h("p", {}, texts.nothing) : null,
    ...agenda(plans, onOpen, { more: holidays.map(({ day }) => day), notes: (day) => holidaysOf(day, holidays) }),
  ];

  function week(plans, date, holidays) {
    return [...days(plans, daysFrom(weekOf(date), 7))].map(([day, of]) => [
      h("h3", {}, longDay(day)),
      holidaysOf(day, holidays),
      of.length === 0 ? h("p", { class: "quiet" }, texts.nothingThatDay) : h("ul", { class: "agenda" }, of.map(entry)),
    ]);
  }

  function monthTable(plans, date, holidays) {
    const rows = weeksOf(date);
    const all = days(plans, rows.flat());
    const cell = (day) => {
      const of = all.get(day);
      return h("td", { class: day.slice(0, 7) === date.slice(0, 7) ? "" : "other" },
        h("button", { type: "button", class: "link day", click: () => onDay(day), "aria-label": `${longDay(day)}: ${texts.plans(of.length)}` }, String(Number(day.slice(8)))),
        holidays.filter((holiday) => holiday.day === day).map(({ name }) => h("p", { class: "holiday" }, name)),
        of.length > 0 ? h("span", { class: "dots", "aria-hidden": "true" }, "•".repeat(Math.min(3, of.length))) : null,
        h("ul", {}, of.slice(0, 3).map((plan) => h("li", {}, opener(plan, `${clock(plan.plan.starts)} ${titleOf(plan)}`))),
          of.length > 3 ? h("li", { class: "quiet" }, texts.more(of.length - 3)) : null));
    };
    const table = h("table", { class: "month" },
      h("thead", {}, h("tr", {}, rows[0].map((day) => h("th", { class: "plain", scope: "col" }, weekday(day))))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map(cell)))));
    // A cell on a phone is narrower than most names.
    const below = holidays.map(({ day, name }) => h("li", {}, `${shortDay(day)}: ${name}`));
    return [h("div", { class: "scroller" }, table), below.length > 0 ? h("ul", { class: "notes holidays" }, below) : null];
  }

  return {
    show({ view, date, area }, { plans, holidays = [], isComplete }) {
      const name = view === "month" ? month(date) : view === "week" ? texts.weekOf(shortDay(weekOf(date))) : texts.comingUp(longDay(date));
      container.replaceChildren(
        h("h2", { id: "calendar-title", tabindex: "-1" }, area ? `${name} · ${texts.area} ${area}` : name),
        isComplete ? "" : h("p", { class: "caution" }, texts.tooMany),
        ...[view === "month" ? monthTable(plans, date, holidays) : view === "week" ? week(plans, date, holidays) : list(plans, holidays)].flat(Infinity).filter(Boolean),
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

