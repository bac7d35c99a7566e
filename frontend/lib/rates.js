// The sentences about rates and location quotients. Whatever is blank says why.

import { HIDDEN, SHOWN, cellOf, isUnstable, quotientOf, rateOf, residentsOf } from "./cells.js";
import { count, day, figure, lowerFirst } from "./format.js";

export const UNSTABLE_SIGN = "±";
export const UNSTABLE = "Unstable: fewer than 20 people, so that chance alone changes it much";
export const RATE_TITLE = "Per 1,000 residents";
export const QUOTIENT_TITLE = "Location quotient";

// In a table, and in a sentence.
const WHY_BLANK = {
  hidden: ["Hidden", "none, since a number that it needs is hidden for privacy"],
  residents_unknown: ["Residents unknown", "none, since it is not known how many people live here"],
  few_residents: ["Too few residents", "none, since fewer than 100 people live here"],
  large_share: ["Too few residents", "none, since the count is more than 20 % of the residents, who may be out of date"],
  nobody: ["Nobody to compare", "none, since there is nobody to compare with"],
};
const whyBlank = (properties, column) => WHY_BLANK[properties[`${column}_status`]] ?? ["No data", "no data"];

/** A rate or a quotient in a table. */
export function figureText(properties, column) {
  const { status, value } = cellOf(properties, column);
  return status === SHOWN ? figure(value) : whyBlank(properties, column)[0];
}

/** "Per 1,000 residents: 25 (of 2,400 residents)" */
export function rateProse(properties, measure) {
  const column = rateOf(measure.code);
  const { status, value } = cellOf(properties, column);
  if (status !== SHOWN) return `${RATE_TITLE}: ${whyBlank(properties, column)[1]}.`;
  return `${RATE_TITLE}: ${figure(value)} (of ${count(residentsOf(properties).value)} residents).`;
}

/** "Location quotient: 1.2. Among residents, people under supervision are 1.2 times as common as in Harlow Ferry." */
export function quotientProse(properties, measure, jurisdiction) {
  const column = quotientOf(measure.code);
  const { status, value } = cellOf(properties, column);
  if (status !== SHOWN) return `${QUOTIENT_TITLE}: ${whyBlank(properties, column)[1]}.`;
  const among = measure.code === "people" ? "residents" : "people under supervision";
  const where = jurisdiction ? `in all of ${jurisdiction}` : "in the whole jurisdiction";
  return `${QUOTIENT_TITLE}: ${figure(value)}. Among ${among}, ${lowerFirst(measure.title)} are ${figure(value)} times as common as ${where}.`;
}

/** The rate and the quotient of an area in sentences; one for both where they are blank for one reason. */
export function figuresProse(properties, measure, jurisdiction) {
  const [rate, quotient] = [rateOf, quotientOf].map((column) => properties[`${column(measure.code)}_status`]);
  if (rate === quotient && rate !== SHOWN) return [rateProse(properties, measure)];
  return [rateProse(properties, measure), quotientProse(properties, measure, jurisdiction)];
}

/** Where the residents of a level come from, or nothing where none are known. */
export function residentsText(features) {
  const known = features.find(({ properties }) => residentsOf(properties).status === SHOWN)?.properties;
  if (!known) return "";
  const how = known.residents_method === "apportioned" ? "apportioned from" : "as stated by";
  return `Residents are of every age, ${how} “${known.residents_source}”, areas of ${day(known.residents_source_from)}.`;
}

/** What to know of the figures of a table. */
export function figuresText(features, measure) {
  if (measure.bandWidth) return "";
  const has = (column, status) => features.some(({ properties }) => cellOf(properties, column).status === status);
  const parts = [];
  if (has(rateOf(measure.code), SHOWN) || has(quotientOf(measure.code), SHOWN)) {
    parts.push("The figures beside the counts are made of the rounded counts.");
    if (has(measure.code, HIDDEN)) parts.push("Where a count is hidden, so are they.");
  }
  parts.push(residentsText(features) || "Without rates, since it is not known how many people live here.");
  if (features.some(({ properties }) => isUnstable(properties, measure.code))) parts.push(`${UNSTABLE_SIGN} ${UNSTABLE}.`);
  return parts.filter(Boolean).join(" ");
}
