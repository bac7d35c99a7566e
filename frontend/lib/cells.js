// One published number of one area. Zero, hidden and no data are three different things and never mixed.

import { compareNames } from "./format.js";

export const SHOWN = "shown";
export const HIDDEN = "hidden";
export const ZERO = "zero";
export const NO_DATA = "nodata";

/** What a number that is the middle of a band stands for; nothing where it is a count. */
function bandOf(properties, column) {
  const [from, to] = [properties[`${column}_low`], properties[`${column}_high`]];
  return Number.isFinite(from) && Number.isFinite(to) ? { band: { from, to } } : {};
}

export function cellOf(properties, column) {
  const status = properties[`${column}_status`];
  const value = properties[column];
  if (status === SHOWN && Number.isFinite(value)) return { status: SHOWN, value, ...bandOf(properties, column) };
  if (status === HIDDEN) return { status: HIDDEN, value: null };
  if (status === ZERO) return { status: ZERO, value: 0 };
  return { status: NO_DATA, value: null };
}

/** Which of its figures an area has beside a count; each has a status of its own, as a count has. */
export const rateOf = (measure) => `${measure}_rate`;
export const quotientOf = (measure) => `${measure}_quotient`;
export const RESIDENTS = "residents";

/** Whether a shown count is so small that chance alone changes it much. */
export const isUnstable = (properties, measure) =>
  properties[`${measure}_unstable`] === true && cellOf(properties, measure).status === SHOWN;

/** Residents come without a status: they are open data and never hidden. */
export function residentsOf(properties) {
  const value = properties[RESIDENTS];
  return Number.isFinite(value) ? { status: SHOWN, value } : { status: NO_DATA, value: null };
}

const columnOf = (properties, column) => (column === RESIDENTS ? residentsOf(properties) : cellOf(properties, column));

/** Open counts and distances as cells: they come without a status too. A distance of 0 is one like others, a count is not. */
export function withStatuses(properties, columns) {
  const statuses = columns.map((column) => {
    const value = properties[column];
    const isNone = value === 0 && !column.startsWith("nearest");
    return [`${column}_status`, !Number.isFinite(value) ? NO_DATA : isNone ? ZERO : SHOWN];
  });
  return { ...properties, ...Object.fromEntries(statuses) };
}

/** A class of middles of bands, from the least to the most that they stand for. */
export function bandRange({ from, to }, features, { column, bandWidth }) {
  const bands = new Map(features.map(({ properties }) => cellOf(properties, column)).map(({ value, band }) => [value, band]));
  const half = Math.floor(bandWidth / 2);
  return { from: bands.get(from)?.from ?? from - half, to: bands.get(to)?.to ?? to + bandWidth - 1 - half };
}

/** How many areas have which status. */
export function countStatuses(features, column) {
  const counts = { [SHOWN]: 0, [HIDDEN]: 0, [ZERO]: 0, [NO_DATA]: 0 };
  for (const feature of features) counts[cellOf(feature.properties, column).status]++;
  return counts;
}

/** How one published number differs from another: null where one of them is not shown or stands for a band. */
export function changeBetween(before, after) {
  const known = ({ status, band }) => (status === SHOWN || status === ZERO) && !band;
  return known(before) && known(after) ? after.value - before.value : null;
}

/**
 * Features in the order of a column: "key", "name", "parent", a measure or a figure beside it. Numbers come before cells without a
 * number in both directions, so that turning the order never looks as if hidden meant small.
 */
export function sortFeatures(features, column, descending) {
  const sign = descending ? -1 : 1;
  const key = (feature) => String(feature.properties.key ?? "");
  const byKey = (a, b) => compareNames(key(a), key(b));
  if (["key", "name", "parent"].includes(column)) {
    const word = (feature) => String(feature.properties[column] ?? "");
    return [...features].sort((a, b) => sign * compareNames(word(a), word(b)) || byKey(a, b));
  }
  const rank = { [SHOWN]: 0, [ZERO]: 0, [HIDDEN]: 1, [NO_DATA]: 2 };
  return [...features].sort((a, b) => {
    const one = columnOf(a.properties, column);
    const other = columnOf(b.properties, column);
    return rank[one.status] - rank[other.status] || sign * (one.value - other.value) || byKey(a, b);
  });
}
