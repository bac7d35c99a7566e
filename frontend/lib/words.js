// How the page's numbers and areas are said. The words themselves are in strings/, one module for each language.

import { HIDDEN, SHOWN, ZERO, cellOf, changeBetween, isUnstable } from "./cells.js";
import { aboutCount, count, day, figure, listing, lowerFirst, miles, signedCount, upperFirst } from "./format.js";
import { inLanguage, words } from "./i18n.js";
import { UNSTABLE_SIGN, figureText } from "./rates.js";

/** The page that explains hidden numbers. */
export const whyPage = () => inLanguage("/why.html");

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
  if (cell.status === SHOWN) return words.cell.prose(shownFigure(cell, base), lowerFirst(measure.title));
  if (cell.status === HIDDEN) return words.cell.hiddenProse;
  if (cell.status === ZERO) return words.cell.noneProse(lowerFirst(measure.title));
  return words.cell.noDataProse;
}

/** The number of an area for a subject, within a sentence. */
export function subjectProse(properties, subject, base) {
  const cell = cellOf(properties, subject.column);
  const known = cell.status === SHOWN || cell.status === ZERO;
  const { noSites, sitesProse, milesProse, noneNear } = words.measures;
  switch (subject.kind) {
    case "gap":
      return known && cell.band ? words.gaps.gapProse(rangeText(cell.band), cell.band.to === 1) : known ? words.gaps.noGap : words.cell.noDataProse;
    case "sites":
      return cell.status === SHOWN ? sitesProse(count(cell.value), cell.value === 1) : noSites;
    case "distance":
      return known ? milesProse(miles(cell.value)) : noneNear;
    case "count":
      return cellProse(cell, subject.measure, base);
    default:
      return `${lowerFirst(subject.title)}: ${lowerFirst(figureText(properties, subject.column))}`;
  }
}

/** "(± unstable)" behind a small count, or nothing. */
export const unstableSuffix = (properties, measure) =>
  isUnstable(properties, measure.code) ? ` (${UNSTABLE_SIGN}\u00a0${words.cell.unstable})` : "";

export function areaLabel(level, properties, subject, base) {
  return `${areaTitle(level, properties)}: ${subjectProse(properties, subject, base)}${unstableSuffix(properties, subject.measure)}`;
}

/** A table cell: the plain number, since the caption states the rounding. */
export function cellText(cell) {
  if (cell.band) return rangeText(cell.band);
  if (cell.status === SHOWN || cell.status === ZERO) return count(cell.value);
  return cell.status === HIDDEN ? words.cell.hidden : words.cell.noData;
}

/** A number of a subject in a table. */
export function subjectText(properties, { column, kind }) {
  const cell = cellOf(properties, column);
  if (kind === "rate" || kind === "quotient") return figureText(properties, column);
  if (kind === "gapAndMinutes") {
    const minutes = subjectText(properties, { column: column.replace(/gap$/, "minutes"), kind: "minutes" });
    return words.gaps.both(cellText(cell), minutes);
  }
  if (kind === "minutes") return cell.value === null ? words.gaps.tooLong : words.gaps.minutes(count(cell.value));
  if (kind === "distance") return cell.value === null ? words.measures.noneNear : words.measures.miles(miles(cell.value));
  return cellText(cell);
}

/** Whole people, but of less than one the tenths, which are all that the first classes differ by where most is hidden. */
const someText = (value) => (value < 1 ? figure(Math.round(value * 10) / 10) : count(Math.round(value)));

/** A class of a subject in the legend. */
export function classText({ from, to }, { kind }) {
  const written = { rate: figure, quotient: figure, distance: miles, gap: someText }[kind] ?? count;
  const [low, high] = [written(from), written(to)];
  const range = low === high ? low : words.cell.range(low, high);
  const said = { distance: words.measures.miles, gap: words.gaps.atLeast }[kind];
  return said ? said(range) : range;
}

/** What the same area said on another date, and how the two numbers differ. */
export function changeTexts(before, after, subject, { base, date }) {
  const said = words.compare.on(day(date), subjectProse(before, subject, base) + unstableSuffix(before, subject.measure));
  const [one, other] = [before, after].map((properties) => cellOf(properties, subject.column));
  const change = subject.kind === "count" ? changeBetween(one, other) : null;
  if (subject.kind !== "count" || subject.bandWidth) return [said];
  const { change: sentence, none, notKnown, note } = words.compare;
  const texts = [said, sentence(change === null ? notKnown : change === 0 ? none : signedCount(change))];
  return change === null || base <= 1 ? texts : [...texts, note];
}

export function roundingText({ base, k }, measure) {
  const { bands, base: rounded, none, threshold } = words.rounding;
  const how = measure?.bandWidth ? bands : base > 1 ? rounded(base) : none;
  return k ? `${how} ${threshold(k)}` : how;
}

export function tableCaption({ subject, level, jurisdiction, release }) {
  const caption = words.caption(subject.title, level.one, jurisdiction, subject.current ? "" : day(release.date));
  return subject.current ? `${caption} ${subject.about}` : `${caption} ${roundingText(release, subject)}`;
}

/** "People per beat on June 30, 2026, rounded to multiples of 5" */
export function legendNote({ subject, level, release }) {
  if (subject.kind === "gap") return words.gaps.legend(level.one, day(release.date));
  if (subject.current) return words.legendServices(level.one);
  const note = words.legendNote(level.one, day(release.date));
  if (subject.bandWidth) return `${note}, ${words.rounding.shortBands(release.newSince ? day(release.newSince) : "")}`;
  return release.base > 1 && subject.kind === "count" ? `${note}, ${words.rounding.short(release.base)}` : note;
}

export const whyHidden = (k) => [words.why.small(k ? count(k) : "") + words.why.rest, words.why.notSmall];

/**
 * "About 235 people have no fixed address and are on no map." What is hidden comes together in one sentence, and
 * nothing in it says or suggests that anybody is meant: a hidden number may be 0.
 */
export function notMappedTexts(entries, { base, k }) {
  const shown = entries
    .filter(({ status, value }) => status === SHOWN && Number.isFinite(value))
    .map(({ outcome, value }) => words.notMapped.shown(upperFirst(aboutCount(value, base)), outcomeWords(outcome)[0]));
  const hidden = entries.filter(({ status }) => status === HIDDEN).map(({ outcome }) => outcomeWords(outcome)[1]);
  if (hidden.length === 0) return shown;
  return [...shown, words.notMapped.hidden(hidden.join(", "), shown.length > 0, k ? count(k - 1) : "")];
}

const outcomeWords = (outcome) =>
  words.notMapped.outcomes[outcome] ?? words.notMapped.unknown(outcome.replaceAll("_", " "));

/** What to say when a link asked for something that is not here. */
export function faultText(faults) {
  const known = faults.map((fault) => words.fault.parts[fault]).filter(Boolean);
  return known.length === 0 ? words.fault.some : words.fault.named(listing(known), known.length > 1);
}

export function levelSubjectDate({ level, subject, release }) {
  return [level.many, lowerFirst(subject.title), subject.current ? "" : day(release.date)].filter(Boolean).join(", ");
}

export function showingText(total, shown) {
  const { one, many } = shown.level;
  return words.page.showing(count(total), levelSubjectDate({ ...shown, level: { many: total === 1 ? one : many } }));
}

/** "31 of 36", "beats with a number; 5 hidden for privacy" */
export function shownText(counts, level) {
  const known = counts.shown + counts.zero;
  const total = known + counts.hidden + counts.nodata;
  const rest = [words.summary.withNumber(total === 1 ? level.one : level.many)];
  if (counts.hidden > 0) rest.push(words.summary.hidden(count(counts.hidden)));
  if (counts.nodata > 0) rest.push(words.summary.noData(count(counts.nodata)));
  return { figure: words.summary.figure(count(known), count(total)), words: rest.join("; ") };
}

export function sitesText(total, unplaced, categoryName) {
  const sites = words.summary.sites(total === 1, categoryName ? lowerFirst(categoryName) : "");
  return { figure: count(total), words: unplaced > 0 ? `${sites}; ${words.summary.unplaced(count(unplaced))}` : sites };
}

export function rangeText({ from, to }) {
  return from === to ? count(from) : words.cell.range(count(from), count(to));
}
