// The sentences of the page, in one place. People first: "people under supervision".

import { HIDDEN, SHOWN, ZERO, cellOf, isUnstable } from "./cells.js";
import { aboutCount, count, day, lowerFirst, upperFirst } from "./format.js";
import { UNSTABLE_SIGN } from "./rates.js";

export const HIDDEN_FOR_PRIVACY = "Hidden for privacy";
export const NO_DATA_TEXT = "No data";

/** The page that explains hidden numbers, and what a link to it says. */
export const WHY_PAGE = "/why.html";
export const WHY_QUESTION = "Why is this hidden?";
export const WHY_MORE = "More about hidden numbers and what the signs mean";

/** What is said when the streets under the areas cannot be shown. */
export const NO_BACKGROUND = "Background map is not available. The areas are still shown.";

/** Who is named for the streets under the areas. */
export const attributionText = (name) => (name ? `Streets, water and parks: ${name}` : "");

export const listing = (parts) =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** Hexagons are numbered for machines: what a person reads is the part that differs, which their name gives. */
export const isHexagon = (level) => /^hex_/.test(level.code);

/** What to call an area in a list of its level. */
export const areaKey = (level, { key, name }) => String(isHexagon(level) && name ? name : key);

/** "Beat 1A1, Old Mill"; "Small hexagon 882aa84583" */
export function areaTitle(level, { key, name }) {
  if (isHexagon(level)) return `${upperFirst(level.one)} ${areaKey(level, { key, name })}`;
  const title = `${upperFirst(level.one)} ${key}`;
  return name && name !== key ? `${title}, ${name}` : title;
}

/**
 * What to write on an area, best first: "District 2" and then "2", since a bare 2 reads like a count; "1A1" as it is.
 * Nothing on a hexagon: its number tells nobody where it is.
 */
export function labelTexts(level, key) {
  if (isHexagon(level)) return [];
  return key.length <= 2 ? [`${upperFirst(level.one)} ${key}`, key] : [key];
}

/** "about 120", or of a band "11 to 24" */
export const shownFigure = (cell, base) => (cell.band ? rangeText(cell.band) : aboutCount(cell.value, base));

/** "about 120 people under supervision", "hidden for privacy", "no people under supervision", "no data" */
export function cellProse(cell, measure, base) {
  if (cell.status === SHOWN) return `${shownFigure(cell, base)} ${lowerFirst(measure.title)}`;
  if (cell.status === HIDDEN) return "hidden for privacy";
  if (cell.status === ZERO) return `no ${lowerFirst(measure.title)}`;
  return "no data";
}

/** "(± unstable)" behind a small count, or nothing. */
export const unstableSuffix = (properties, measure) =>
  isUnstable(properties, measure.code) ? ` (${UNSTABLE_SIGN}\u00a0unstable)` : "";

export function areaLabel(level, properties, measure, base) {
  const prose = cellProse(cellOf(properties, measure.code), measure, base);
  return `${areaTitle(level, properties)}: ${prose}${unstableSuffix(properties, measure)}`;
}

/** A table cell: the plain number, since the caption states the rounding. */
export function cellText(cell) {
  if (cell.band) return rangeText(cell.band);
  if (cell.status === SHOWN || cell.status === ZERO) return count(cell.value);
  return cell.status === HIDDEN ? HIDDEN_FOR_PRIVACY : NO_DATA_TEXT;
}

export function roundingText({ base, k }, measure) {
  const rounded = measure?.bandWidth ? "Counts are given as bands." : base > 1 ? `Counts are rounded to multiples of ${base}.` : "Counts are not rounded.";
  return k ? `${rounded} Counts below ${k}, and some others, are hidden for privacy.` : rounded;
}

export function tableCaption({ measure, level, jurisdiction, release }) {
  const place = jurisdiction ? ` in ${jurisdiction}` : "";
  return `${measure.title} by ${level.one}${place}, ${day(release.date)}. ${roundingText(release, measure)}`;
}

/** "People per beat on June 30, 2026, rounded to multiples of 5" */
export function legendNote({ measure, level, release }) {
  const rounding = release.base > 1 ? `, rounded to multiples of ${release.base}` : "";
  const since = release.newSince ? `, new since ${day(release.newSince)}` : "";
  return `People per ${level.one} on ${day(release.date)}${measure.bandWidth ? `${since}, in bands` : rounding}`;
}

export function whyHidden(k) {
  const small = k ? `Counts below ${k} are hidden` : "Small counts are hidden";
  return [
    `${small}, so that nobody can be recognized from a number. So are counts that come from very few addresses, and
     other counts that would let a hidden one be worked out by adding or subtracting.`.replace(/\s+/g, " "),
    "Hidden does not mean small: an area may be hidden only to protect its neighbors. The same numbers are hidden from everybody.",
  ];
}

/** What to know about a release that was published although too few of its addresses were found. */
export const belowGateText = (reason) =>
  `Fewer than 85 % of the addresses were found for this date, so areas may show too few people. The reason it was published: ${reason}`;

export const LOW_HIT_RATE =
  "Fewer than 85 % of the addresses that belong to this area were found: its numbers are too low.";

const OUTCOMES = {
  no_fixed_address: ["have no fixed address", "no fixed address"],
  correctional_facility: ["are in a correctional facility", "a correctional facility"],
  po_box: ["have only a post-office box", "a post-office box"],
  out_of_jurisdiction: ["live outside the jurisdiction", "an address outside the jurisdiction"],
  blank: ["have no address on record", "no address on record"],
  unmatched: ["have an address that could not be found", "an address that could not be found"],
  ambiguous: ["have an address that could be several places", "an address that could be several places"],
  rural_route: ["have only a rural route", "a rural route"],
  in_no_area: ["have an address in no mapped area", "an address in no mapped area"],
  in_no_atom: ["have an address in an area where nobody is known to live", "an address where nobody is known to live"],
};

/**
 * "About 235 people have no fixed address and are on no map." What is hidden comes together in one sentence, and
 * nothing in it says or suggests that anybody is meant: a hidden number may be 0.
 */
export function notMappedTexts(entries, { base, k }) {
  const shown = entries
    .filter(({ status, value }) => status === SHOWN && Number.isFinite(value))
    .map(({ outcome, value }) => `${upperFirst(aboutCount(value, base))} people ${outcomeWords(outcome)[0]} and are on no map.`);
  const hidden = entries.filter(({ status }) => status === HIDDEN).map(({ outcome }) => outcomeWords(outcome)[1]);
  if (hidden.length === 0) return shown;
  const reasons = shown.length > 0 ? "Other reasons" : "Possible reasons";
  const from = k ? `any number from 0 to ${count(k - 1)}` : "any small number, or 0";
  return [...shown, `${reasons} (${hidden.join(", ")}): hidden for privacy. Hidden can be ${from}.`];
}

function outcomeWords(outcome) {
  const name = outcome.replaceAll("_", " ");
  return OUTCOMES[outcome] ?? [`are recorded as “${name}”`, name];
}

const PARTS = {
  level: "area level",
  measure: "measure",
  date: "date",
  category: "service category",
  area: "area",
};

/** What to say when a link asked for something that is not here. */
export function faultText(faults) {
  const known = faults.filter((fault) => PARTS[fault]).map((fault) => PARTS[fault]);
  if (known.length === 0) return "Part of the link was not understood and was left out.";
  return `The link names ${known.length > 1 ? "things that are" : "something that is"} not available here (${listing(known)}). The usual view is shown instead.`;
}

export function levelMeasureDate({ level, measure, release }) {
  return `${level.many}, ${lowerFirst(measure.title)}, ${day(release.date)}`;
}

export function showingText(total, shown) {
  const { one, many } = shown.level;
  return `Showing ${count(total)} ${levelMeasureDate({ ...shown, level: { many: total === 1 ? one : many } })}.`;
}

/** "31 of 36", "beats have a number, 5 are hidden for privacy" */
export function shownText(counts, level) {
  const known = counts.shown + counts.zero;
  const total = known + counts.hidden + counts.nodata;
  const rest = [`${total === 1 ? level.one : level.many} with a number`];
  if (counts.hidden > 0) rest.push(`${count(counts.hidden)} hidden for privacy`);
  if (counts.nodata > 0) rest.push(`${count(counts.nodata)} without data`);
  return { figure: `${count(known)} of ${count(total)}`, words: rest.join("; ") };
}

export function sitesText(total, unplaced, categoryName) {
  const sites = total === 1 ? "service site" : "service sites";
  const kind = categoryName ? ` for ${lowerFirst(categoryName)}` : "";
  const unplacedText = unplaced > 0 ? `; ${count(unplaced)} not on the map` : "";
  return { figure: count(total), words: `${sites}${kind}${unplacedText}` };
}

export function rangeText({ from, to }) {
  return from === to ? count(from) : `${count(from)} to ${count(to)}`;
}
