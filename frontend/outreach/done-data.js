// What was done, as the server tells it, and which of it the address asks for.

import { notUnderstood } from "../lib/http.js";
import { addMonths } from "./dates.js";

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const MOST_MONTHS = 60;

const number = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

/** Whether from a month to another can be asked for. */
export const isSpan = (from, to) => MONTH.test(from) && MONTH.test(to) && number(to) >= number(from) && number(to) - number(from) < MOST_MONTHS;

/** "2026-01_2026-12_bags" → { from, to, measure }; what is not understood is the last twelve months of events. */
export function parseDone(text, today) {
  const [from = "", to = "", measure = ""] = text.split("_", 2).concat(text.split("_").slice(2).join("_"));
  const usual = { from: addMonths(today, -11).slice(0, 7), to: today.slice(0, 7) };
  return { ...(isSpan(from, to) ? { from, to } : usual), measure: measure || "events" };
}

export const formatDone = ({ from, to, measure }) => `${from}_${to}_${measure}`;

const isValue = (value) => value === null || Number.isFinite(value);
const isRow = (row, n) => Array.isArray(row?.totals) && row.totals.length === n && row.totals.every(isValue) && Array.isArray(row.trend);

/** The answer of the server, if it is one. */
export function readDone(json) {
  const n = json?.measures?.length ?? 0;
  if (n === 0 || !Array.isArray(json.months) || !isRow(json.all, n) || !Array.isArray(json.areas) || !json.areas.every((area) => typeof area.key === "string" && isRow(area, n))) throw notUnderstood("");
  return json;
}

/** The share of homes visited whose address was wrong, in per cent; null where a number of it is hidden. */
export function wrongShare({ contacted, not_home: notHome, moved, bad_address: badAddress }) {
  const all = [contacted, notHome, moved, badAddress];
  if (!all.every(Number.isFinite)) return null;
  return (100 * (moved + badAddress)) / all.reduce((sum, each) => sum + each, 0);
}
