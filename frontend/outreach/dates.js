// Days and times as the server writes them ("2027-04-03", "2027-04-03T09:00:00"), local to the jurisdiction: no clock of the
// device has a part in them, so that who plans from elsewhere sees the same.

import { words } from "../lib/i18n.js";

const DAY_MS = 86_400_000;
const asUtc = (iso) => new Date(`${iso.slice(0, 10)}T${iso.slice(11, 16) || "00:00"}:00Z`);
const format = (options) => new Intl.DateTimeFormat(words.locale, { timeZone: "UTC", ...options });

export const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(asUtc(text).getTime()) && asUtc(text).toISOString().startsWith(text);

export const dayOf = (iso) => iso.slice(0, 10);
export const timeOf = (iso) => iso.slice(11, 16);

/** Today where the jurisdiction is. */
export function today(timeZone) {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: timeZone || "UTC", year: "numeric", month: "2-digit", day: "2-digit" });
  return parts.format(new Date());
}

export const addDays = (day, days) => new Date(asUtc(day).getTime() + days * DAY_MS).toISOString().slice(0, 10);
export const monthOf = (day) => `${day.slice(0, 7)}-01`;

export function addMonths(day, months) {
  const date = asUtc(monthOf(day));
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

/** 0 for the first day of a week, as people of the language count them. */
export const weekdayOf = (day) => (asUtc(day).getUTCDay() + 7 - firstOfWeek()) % 7;

/** ISO calls Monday 1 and Sunday 7; what a browser does not know of a language begins on Sunday, as in the United States. */
function firstOfWeek() {
  const locale = new Intl.Locale(words.locale);
  const info = locale.getWeekInfo?.() ?? locale.weekInfo;
  return (info?.firstDay ?? 7) % 7;
}

export const weekOf = (day) => addDays(day, -weekdayOf(day));
export const daysFrom = (day, number) => Array.from({ length: number }, (_, i) => addDays(day, i));

export const longDay = (day) => format({ weekday: "long", month: "long", day: "numeric", year: "numeric" }).format(asUtc(day));
export const shortDay = (day) => format({ weekday: "short", month: "short", day: "numeric" }).format(asUtc(day));
export const weekday = (day) => format({ weekday: "short" }).format(asUtc(day));
export const month = (day) => format({ month: "long", year: "numeric" }).format(asUtc(day));
export const clock = (iso) => format({ hour: "numeric", minute: "2-digit" }).format(asUtc(iso));

/** "9:00 AM – 1:00 PM", with the day of the end where it is another. */
export const span = (starts, ends) =>
  `${clock(starts)} – ${dayOf(starts) === dayOf(ends) ? clock(ends) : `${shortDay(dayOf(ends))}, ${clock(ends)}`}`;
