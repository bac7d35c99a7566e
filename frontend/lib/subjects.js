// What the map shades: services (how many, how far), or people as count, rate or quotient. One subject is one column of a
// layer together with the way its numbers are said.

import { quotientOf, rateOf } from "./cells.js";
import { words } from "./i18n.js";

export const SITES = "sites";
export const NEAREST = "nearest";
export const SERVICES = [SITES, NEAREST];
export const FIGURES = ["count", "rate", "quotient"];

export const isOfServices = (measure) => SERVICES.includes(measure);

/**
 * The subject that a state asks for.
 *
 * code: the measure; column: where its numbers lie; kind: "count", "rate", "quotient", "sites" or "distance"; title and
 * about: in words; bandWidth: of counts that are bands, or null; both: of services how many and how far, whichever is meant.
 */
export function subjectOf(config, { measure: code, figure, category }) {
  if (isOfServices(code)) return serviceSubject(config, code, category);
  const measure = config.measures.find((candidate) => candidate.code === code);
  const kind = measure.bandWidth ? "count" : figure;
  const column = { count: code, rate: rateOf(code), quotient: quotientOf(code) }[kind];
  const title = kind === "count" ? measure.title : `${measure.title}: ${words.controls.figures[kind].toLowerCase()}`;
  return { code, column, kind, measure, title, about: measure.description, bandWidth: measure.bandWidth, ofServices: false };
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
  return { code, ...both[code], measure: plain, both: Object.values(both), bandWidth: null, ofServices: true };
}

/** The columns of a layer of services: for each category and for all of them. */
export const serviceColumns = (config) =>
  ["", ...config.categories.map(({ code }) => `_${code}`)].flatMap((suffix) => [`sites${suffix}`, `nearest_m${suffix}`]);
