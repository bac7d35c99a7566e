// Numbers, dates and contact details as people of the page's language read them.

import { words } from "./i18n.js";

const METRES_PER_MILE = 1609.344;
const made = new Map();

/** Made once for each language, since that takes long. */
function formatter(name, make) {
  const key = `${name} ${words.locale}`;
  if (!made.has(key)) made.set(key, make(words.locale));
  return made.get(key);
}

export const count = (value) => formatter("count", (locale) => new Intl.NumberFormat(locale)).format(value);

/** A rate or a quotient: 25, 21.4, 0.015 */
export const figure = (value) =>
  formatter("figure", (locale) => new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 })).format(value);

/** A change: +15, −5, 0 */
export const signedCount = (value) =>
  formatter("signed", (locale) => new Intl.NumberFormat(locale, { signDisplay: "exceptZero" })).format(value);

/** Metres in miles, to a tenth. */
export const inMiles = (metres) => Math.round((metres / METRES_PER_MILE) * 10) / 10;

/** Metres as miles in words: 0.4, or "under 0.1". */
export function miles(metres) {
  const write = formatter("miles", (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
  return inMiles(metres) === 0 ? words.measures.under(write.format(0.1)) : write.format(inMiles(metres));
}

/** A count within a sentence: rounded ones say so. */
export const aboutCount = (value, base) => (base > 1 ? words.cell.about(count(value)) : count(value));

/** "2026-09-30" or a timestamp → "September 30, 2026"; anything else as it is. */
export function day(iso) {
  if (!/^\d{4}-\d{2}-\d{2}/.test(iso ?? "")) return iso ?? "";
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  return formatter("day", (locale) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" })).format(date);
}

/** A moment by the clock of the device. */
export const moment = (time) =>
  formatter("moment", (locale) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" })).format(time);

/** "a, b and c" */
export const listing = (parts) =>
  parts.length < 2 ? parts.join("") : words.and(parts.slice(0, -1).join(", "), parts.at(-1));

/** Compares as a reader would order: 2 before 10, ä beside a. */
export const compareNames = (one, other) =>
  formatter("names", (locale) => new Intl.Collator(locale, { numeric: true, sensitivity: "base" })).compare(one, other);

export const upperFirst = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** "People under supervision" → "people under supervision"; "GED courses" stays. */
export const lowerFirst = (words) =>
  /^\p{Lu}\p{Lu}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);

/** A tel: address for a written phone number, or null. An extension becomes ;ext=. */
export function telHref(phone) {
  const match = /^([^a-z]*?)(?:\s*(?:ext\.?|x|extension)\s*(\d{1,6}))?$/i.exec((phone ?? "").trim());
  if (!match) return null;
  const digits = match[1].replace(/(?!^\+)\D/g, "");
  if (digits.replace("+", "").length < 3) return null;
  return `tel:${digits}${match[2] ? `;ext=${match[2]}` : ""}`;
}

/** A web address that is safe to link to, or null. */
export function webHref(url) {
  try {
    const parsed = new URL(url);
    return ["http:", "https:"].includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}
