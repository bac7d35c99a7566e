// Numbers, dates and contact details as people read them.

const LOCALE = "en-US";
const counts = new Intl.NumberFormat(LOCALE);
const figures = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 3 });
const days = new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeZone: "UTC" });

export const count = (value) => counts.format(value);

/** A rate or a quotient: 25, 21.4, 0.015 */
export const figure = (value) => figures.format(value);

/** A count within a sentence: rounded ones say so. */
export const aboutCount = (value, base) => (base > 1 ? `about ${count(value)}` : count(value));

/** "2026-09-30" or a timestamp → "September 30, 2026"; anything else as it is. */
export function day(iso) {
  if (!/^\d{4}-\d{2}-\d{2}/.test(iso ?? "")) return iso ?? "";
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? iso : days.format(date);
}

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
