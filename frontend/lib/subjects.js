// What the map shades: services (how many, how far), gaps (on foot, by car, by public transport), or people as count, rate or quotient. One subject
// is one column of a layer together with the way its numbers are said.

import { quotientOf, rateOf } from "./cells.js";
import { words } from "./i18n.js";

export const SITES = "sites";
export const NEAREST = "nearest";
export const SERVICES = [SITES, NEAREST];
export const GAP_WALK = "gap_walk";
export const GAP_DRIVE = "gap_drive";
export const GAP_TRANSIT = "gap_transit";
const MODES = { [GAP_WALK]: "walk", [GAP_DRIVE]: "drive", [GAP_TRANSIT]: "transit" };
export const GAPS = Object.keys(MODES);
export const GAP_MODES = Object.values(MODES);
export const FIGURES = ["count", "rate", "quotient"];

export const isOfServices = (measure) => SERVICES.includes(measure);
export const isOfGaps = (measure) => GAPS.includes(measure);

/** Whether a measure is as of now and belongs to no reference date that could be chosen. */
export const isCurrent = (measure) => isOfServices(measure) || isOfGaps(measure);

export const modeOf = (measure) => MODES[measure];

/** Whether a level has a layer for a measure. */
export const hasLayer = (level, measure) => (isOfGaps(measure) ? Boolean(level.gaps[modeOf(measure)]) : !isOfServices(measure) || Boolean(level.services));

/**
 * The subject that a state asks for.
 *
 * code: the measure; column: where its numbers lie; kind: "count", "rate", "quotient", "sites" or "distance"; title and
 * about: in words; bandWidth: of counts that are bands, or null; both: of services how many and how far, whichever is meant,
 * and of gaps how large and how long; collectionOf: the layer of a level; classed: the column that is shaded, where that is
 * another one; current: whether it is as of now and belongs to no reference date that could be chosen.
 */
export function subjectOf(config, { measure: code, figure, category }) {
  if (isOfServices(code)) return serviceSubject(config, code, category);
  if (isOfGaps(code)) return gapSubject(config, code, category);
  const measure = config.measures.find((candidate) => candidate.code === code);
  const kind = measure.bandWidth ? "count" : figure;
  const column = { count: code, rate: rateOf(code), quotient: quotientOf(code) }[kind];
  const title = kind === "count" ? measure.title : `${measure.title}: ${words.controls.figures[kind].toLowerCase()}`;
  return { code, column, kind, measure, title, about: measure.description, bandWidth: measure.bandWidth, current: false, collectionOf: (level) => level.collection };
}

function serviceSubject(config, code, chosen) {
  const category = config.categories.find((candidate) => candidate.code === chosen);
  const { sites, sitesOf, sitesAbout, nearest, nearestOf, nearestAbout } = words.measures;
  const suffix = category ? `_${category.code}` : "";
  const both = {
    [SITES]: { column: `sites${suffix}`, kind: "sites", title: category ? sitesOf(category.name) : sites, about: sitesAbout },
    [NEAREST]: { column: `nearest_m${suffix}`, kind: "distance", title: category ? nearestOf(category.name) : nearest, about: nearestAbout },
  };
  const plain = { code, title: code === SITES ? sites : nearest };
  return { code, ...both[code], measure: plain, both: Object.values(both), bandWidth: null, current: true, collectionOf: (level) => level.services };
}

/** A gap is of one category: where all are chosen, of the first. */
function gapSubject(config, code, chosen) {
  const category = config.categories.find((candidate) => candidate.code === chosen) ?? config.categories[0];
  const { gap, gapOf, gapAbout, minutesOf } = words.gaps;
  const mode = modeOf(code);
  const column = `${category.code}_gap`;
  const about = gapAbout[mode];
  const both = [
    { column, kind: "gap", title: gapOf[mode](category.name), about },
    { column: `${category.code}_minutes`, kind: "minutes", title: minutesOf[mode](category.name), about },
  ];
  const plain = { code, title: gap[mode] };
  return { code, ...both[0], measure: plain, both, bandWidth: null, current: true, category, mode, classed: `${column}_low`, collectionOf: (level) => level.gaps[mode] };
}

/** How large the gap of each category is, and how long the way, a line for each. */
export const gapLines = ({ categories }) =>
  categories.map(({ code, name }) => ({ column: `${code}_gap`, kind: "gapAndMinutes", title: name }));

/** Gaps as cells: bounds as a band whose least is what is shaded, and minutes; neither has a status in the layer. */
export function withGaps(properties, { categories }) {
  const made = {};
  for (const { code } of categories) {
    const [low, high, minutes] = [`${code}_gap_low`, `${code}_gap_high`, `${code}_minutes`].map((column) => properties[column]);
    if (Number.isFinite(high)) {
      Object.assign(made, {
        [`${code}_gap`]: low,
        [`${code}_gap_low`]: Math.floor(low),
        [`${code}_gap_high`]: Math.ceil(high),
        [`${code}_gap_status`]: high === 0 ? "zero" : "shown",
      });
    }
    made[`${code}_minutes_status`] = Number.isFinite(minutes) ? "shown" : "nodata";
  }
  return { ...properties, ...made };
}

/** The columns of a layer of services: for each category and for all of them. */
export const serviceColumns = (config) =>
  ["", ...config.categories.map(({ code }) => `_${code}`)].flatMap((suffix) => [`sites${suffix}`, `nearest_m${suffix}`]);
