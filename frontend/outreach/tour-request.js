// What a roster of tours is asked for, and what this device remembers of it.

import { addDays, addMonths, isDay } from "./dates.js";

const DAYS = ["mo", "tu", "we", "th", "fr"];
const TIMES = {
  afternoon: { starts: "16:00", ends: "19:00", suits: "weekday_afternoon" },
  evening: { starts: "18:00", ends: "21:00", suits: "evening" },
  morning: { starts: "10:00", ends: "13:00", suits: "weekend" },
};

/** Each time on its own day, since an officer may have Mondays and not Fridays: when people are at home. */
export const WINDOWS = [
  ...["afternoon", "evening"].flatMap((time) => DAYS.map((day) => ({ id: `${day}-${time}`, day, time, ...TIMES[time] }))),
  { id: "sa-morning", day: "sa", time: "morning", ...TIMES.morning },
];

/** Visits due are said in tens, and never as an exact number, which would be about few people. */
export const BANDS = Array.from({ length: 10 }, (_, i) => [i * 10 + 1, i * 10 + 10]);

/** "101, 102 103" → ["101", "102", "103"] */
export const listIn = (text) => text.split(/[\s,;]+/).filter(Boolean);

/** The month after a day, first to last. */
export function nextMonth(day) {
  const from = addMonths(day, 1);
  return [from, addDays(addMonths(from, 1), -1)];
}

export const newOfficer = (agency, number) => ({ code: `${agency === "police" ? "P" : "S"}-${number}`, agency, perWeek: 2, areas: "", away: "", windows: WINDOWS.map(({ id }) => id) });

/** As the server takes it; the last day is the last that is meant, and the server wants the day after. */
export function requestOf({ from, last, bands, officers, closed }) {
  return {
    from,
    to: isDay(last) ? addDays(last, 1) : last,
    beats: Object.entries(bands).map(([area, band]) => ({ area, visitsDue: { low: BANDS[band][0], high: BANDS[band][1] } })),
    officers: officers.map(({ code, agency, perWeek, areas, away, windows }) => ({ code, agency, perWeek, areas: listIn(areas), away: listIn(away), windows })),
    windows: WINDOWS.map(({ id, day, starts, ends, suits }) => ({ id, days: [day], starts, ends, suits })),
    closed: listIn(closed),
  };
}

/** What the device remembers, as far as it can be read: { bands, officers, closed }. */
export function parseKept(text) {
  let kept = null;
  try {
    kept = JSON.parse(text ?? "");
  } catch {
    // Nothing that was kept here.
  }
  const isText = (value) => typeof value === "string";
  const bands = Object.entries(kept?.bands ?? {}).filter(([, band]) => Number.isInteger(band) && BANDS[band]);
  const officers = (Array.isArray(kept?.officers) ? kept.officers : []).filter((each) => isText(each?.code) && ["supervision", "police"].includes(each.agency));
  return {
    bands: Object.fromEntries(bands),
    officers: officers.map(({ code, agency, perWeek, areas, away, windows }) => ({
      code,
      agency,
      perWeek: Number.isInteger(perWeek) ? perWeek : 2,
      areas: isText(areas) ? areas : "",
      away: isText(away) ? away : "",
      windows: Array.isArray(windows) ? windows.filter((id) => WINDOWS.some((window) => window.id === id)) : [],
    })),
    closed: isText(kept?.closed) ? kept.closed : "",
  };
}

/** The Monday of a day's week, in which officers have so many tours. */
export function mondayOf(day) {
  return addDays(day, -((new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** Mondays of all weeks from a day until before another. */
export function weeksOf(from, to) {
  const weeks = [];
  for (let week = mondayOf(from); week < to; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

/** The least and the most loaded officer of an agency, of those who could be on a tour: [least, most], or null. */
export function loadsOf(loads, agency) {
  const able = loads.filter((load) => load.agency === agency && load.capacity > 0).sort((one, other) => one.tours / one.capacity - other.tours / other.capacity);
  return able.length > 0 ? [able[0], able.at(-1)] : null;
}
