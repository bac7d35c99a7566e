// The sentences about rates and location quotients. Whatever is blank says why.

import { HIDDEN, SHOWN, cellOf, isUnstable, quotientOf, rateOf, residentsOf } from "./cells.js";
import { count, day, figure, lowerFirst } from "./format.js";
import { words } from "./i18n.js";

export const UNSTABLE_SIGN = "±";

// In a table, and in a sentence.
const whyBlank = (properties, column) => words.rates.blank[properties[`${column}_status`]] ?? words.rates.blank.unknown;

/** A rate or a quotient in a table. */
export function figureText(properties, column) {
  const { status, value } = cellOf(properties, column);
  return status === SHOWN ? figure(value) : whyBlank(properties, column)[0];
}

/** "Per 1,000 residents: 25 (of 2,400 residents)" */
export function rateProse(properties, measure) {
  const column = rateOf(measure.code);
  const { rate, none, rateProse: prose } = words.rates;
  const { status, value } = cellOf(properties, column);
  if (status !== SHOWN) return none(rate, whyBlank(properties, column)[1]);
  return prose(rate, figure(value), count(residentsOf(properties).value));
}

/** "Location quotient: 1.2. Among residents, people under supervision are 1.2 times as common as in Harlow Ferry." */
export function quotientProse(properties, measure, jurisdiction) {
  const column = quotientOf(measure.code);
  const { quotient, none, quotientProse: prose } = words.rates;
  const { status, value } = cellOf(properties, column);
  if (status !== SHOWN) return none(quotient, whyBlank(properties, column)[1]);
  return prose(quotient, figure(value), { all: measure.code === "people", measure: lowerFirst(measure.title), place: jurisdiction });
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
  return words.rates.source(known.residents_method === "apportioned", known.residents_source, day(known.residents_source_from));
}

/** What to know of the figures of a table. */
export function figuresText(features, measure) {
  if (measure.bandWidth) return "";
  const { fromRounded, hiddenToo, noResidents } = words.rates;
  const has = (column, status) => features.some(({ properties }) => cellOf(properties, column).status === status);
  const parts = [];
  if (has(rateOf(measure.code), SHOWN) || has(quotientOf(measure.code), SHOWN)) {
    parts.push(fromRounded);
    if (has(measure.code, HIDDEN)) parts.push(hiddenToo);
  }
  parts.push(residentsText(features) || noResidents);
  if (features.some(({ properties }) => isUnstable(properties, measure.code))) {
    parts.push(`${UNSTABLE_SIGN} ${words.cell.unstableWhy}.`);
  }
  return parts.filter(Boolean).join(" ");
}
