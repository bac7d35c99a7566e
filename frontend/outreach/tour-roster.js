// A roster in words and tables: how good it is, who goes where in which week, and why a beat has fewer tours than it needs.

import { h } from "../lib/dom.js";
import { compareNames, count } from "../lib/format.js";
import { clock, dayOf, shortDay } from "./dates.js";
import { loadsOf, mondayOf, weeksOf } from "./tour-request.js";
import { texts } from "./tour-words.js";

/** What is said of how good it is, most important first. */
export function sentencesOf({ tours, areas, loads, aims, isProven, wasInterrupted, holidays }) {
  const needed = areas.reduce((sum, area) => sum + Math.max(0, area.needed - area.already), 0);
  const more = Math.round(aims.tourCount.bound - aims.tourCount.value);
  const lines = ["supervision", "police"].map((agency) => [agency, loadsOf(loads, agency)]).filter(([, pair]) => pair !== null);
  return [
    texts.planned(tours.length, count(needed)),
    isProven ? texts.proven : more > 0 ? texts.moreTours(more) : texts.mayBeEvener,
    wasInterrupted ? texts.interrupted : "",
    tours.length > 0 ? texts.share(count(Math.floor(aims.leastShare.value * 100))) : "",
    ...lines.map(([agency, [least, most]]) => least === most ? texts.loadOnly[agency](texts.loadOf(least)) : texts.load[agency](texts.loadOf(least), texts.loadOf(most))),
    holidays.length > 0 ? texts.holidays(holidays.map(shortDay).join("; ")) : "",
  ].filter(Boolean);
}

const table = (caption, head, rows) =>
  h("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": caption },
    h("table", { class: "roster" }, h("caption", {}, caption), h("thead", {}, h("tr", {}, head.map((text) => h("th", { scope: "col", class: "plain" }, text)))), h("tbody", {}, rows)));

function byWeek({ from, to, tours }) {
  const weeks = weeksOf(from, to);
  const beats = [...new Set(tours.map(({ area }) => area))].sort(compareNames);
  const cell = (beat, week) => {
    const there = tours.filter(({ area, starts }) => area === beat && mondayOf(dayOf(starts)) === week);
    return h("td", {}, there.map(({ starts, supervisionOfficer, policeOfficer }) => h("span", { class: "entry" }, `${shortDay(dayOf(starts))}, ${clock(starts)}: ${texts.pair(supervisionOfficer, policeOfficer)}`)));
  };
  return table(texts.byWeek, [texts.beat, ...weeks.map((week) => texts.weekFrom(shortDay(week)))], beats.map((beat) => h("tr", {}, h("th", { scope: "row" }, beat), weeks.map((week) => cell(beat, week)))));
}

export const reasonText = (reason) => (reason ? texts.reasons[reason.code]?.(reason) ?? reason.code : "");

function byBeat({ areas }) {
  const { due, needed, already, planned, reason } = texts.columns;
  const row = (area) => h("tr", {}, h("th", { scope: "row" }, area.area),
    h("td", {}, texts.band(area.visitsDue.low, area.visitsDue.high)),
    [area.needed, area.already, area.planned].map((number) => h("td", { class: "number" }, count(number))),
    h("td", { class: "reason" }, reasonText(area.reason)));
  return table(texts.byBeat, [texts.beat, due, needed, already, planned, reason], [...areas].sort((one, other) => compareNames(one.area, other.area)).map(row));
}

/** { sentences, tables } */
export const drawRoster = (roster) => ({ sentences: sentencesOf(roster), tables: [roster.tours.length > 0 ? byWeek(roster) : "", byBeat(roster)] });
