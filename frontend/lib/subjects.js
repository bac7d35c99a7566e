// What the map shades: services (how many, how far), or people as count, rate or quotient. One subject is one column of a
// layer together with the way its numbers are said.

import { quotientOf, rateOf } from "./cells.js";
import { upperFirst } from "./format.js";
import { words } from "./i18n.js";
import { ALL, NONE } from "./state.js";

export const SITES = "sites";
export const NEAREST = "nearest";
export const SERVICES = [SITES, NEAREST];
export const FIGURES = ["count", "rate", "quotient"];

export const isOfServices = (measure) => SERVICES.includes(measure);

/**
 * The subject that a state asks for.
 *
 * code: the measure; column: where its numbers lie; kind: "count", "rate", "quotient", "sites" or "distance"; title and
 * about: in words; bandWidth: of counts that are bands, or null.
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
  const [plain, of, about, column, kind] =
    code === SITES ? [sites, sitesOf, sitesAbout, `sites${suffix}`, "sites"] : [nearest, nearestOf, nearestAbout, `nearest_m${suffix}`, "distance"];
  const title = category ? of(category.name) : plain;
  return { code, column, kind, measure: { code, title: plain }, title, about, bandWidth: null, ofServices: true };
}

/** The columns of a layer of services: for each category and for all of them. */
export const serviceColumns = (config) =>
  ["", ...config.categories.map(({ code }) => `_${code}`)].flatMap((suffix) => [`sites${suffix}`, `nearest_m${suffix}`]);

/** Whether a choice of services is of one kind. */
export const isKind = (category) => category !== ALL && category !== NONE;

/** A subject as words in a sentence begin it. */
export const titleOf = ({ title }) => upperFirst(title);
