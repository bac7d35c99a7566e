// How urgent a clean-up is at each place, with any weights: the same sum as the server's (Priority), so that a slider need not ask it.

import { notUnderstood } from "../lib/http.js";

const STEPS_OF_SCORE = 1e6;

const isNumber = (value) => Number.isFinite(value);
const isPart = (part) => typeof part?.code === "string" && [part.weight, part.usualWeight, part.zero, part.scale, part.unknown].every(isNumber);

/** The answer of the server with its places, if it is one. */
export function readPriority(json, name) {
  const { parts } = json ?? {};
  const places = json?.[name];
  const isSound = Array.isArray(parts) && parts.length > 0 && parts.every(isPart) && Array.isArray(places) &&
    places.every(({ key, values }) => typeof key === "string" && Array.isArray(values) && values.length === parts.length && values.every((value) => value === null || isNumber(value)));
  if (!isSound) throw notUnderstood("");
  return { ...json, places };
}

/** What of a part's largest effect a value has, from 0 to 1. */
export function shareOf({ zero, scale, unknown }, value) {
  if (value === null) return unknown;
  const above = value - zero;
  return above === 0 ? 0 : Math.min(1, above / scale);
}

/**
 * The places with rank, score and the points of each part, the most urgent first.
 *
 * @param weights by the code of a part; at least one is above 0
 */
export function rank(parts, places, weights) {
  const largest = Math.max(...parts.map(({ code }) => weights[code]));
  const sum = parts.reduce((all, { code }) => all + weights[code] / largest, 0);
  const scored = places.map((place) => {
    const points = parts.map((part, i) => 100 * (weights[part.code] / largest / sum) * shareOf(part, place.values[i]));
    const score = points.reduce((all, one) => all + one, 0);
    return { ...place, points, score: Math.round(score * STEPS_OF_SCORE) / STEPS_OF_SCORE };
  });
  scored.sort((one, other) => other.score - one.score || (one.key < other.key ? -1 : 1));
  scored.forEach((place, i) => (place.rank = i > 0 && scored[i - 1].score === place.score ? scored[i - 1].rank : i + 1));
  return scored;
}

/** Which of five shades a score has: fifths of the highest score; 0 where nothing is urgent at all. */
export const shadeOf = (score, highest) => (highest > 0 && score > 0 ? Math.max(1, Math.ceil((5 * score) / highest)) : 0);

/** The parts of a score that can be seen, the largest first: [index of the part, points]. */
export const partsOf = (points) =>
  points
    .map((each, i) => [i, each])
    .filter(([, each]) => each >= 0.05)
    .sort(([, one], [, other]) => other - one);

export const USUAL_DAYS = 30;
export const DAYS = [7, 30, 60, 90, 180, 365];
export const MOST_WEIGHT = 10;
export const BLOCKS = "blocks";

/** What is looked at as the address says it: level, days and weights; what is not understood is as usual. */
export function parseWhere(text) {
  const [level = "", days = "", ...given] = text.split("_").slice(0, 40);
  const weights = {};
  for (const pair of given) {
    const match = /^([a-z-]{1,30})(\d{1,2}(?:\.\d)?)$/.exec(pair);
    if (match && Number(match[2]) <= MOST_WEIGHT) weights[match[1].replaceAll("-", "_")] = Number(match[2]);
  }
  return { level: /^[a-z0-9-]{1,20}$/.test(level) ? level.replaceAll("-", "_") : "", days: DAYS.includes(Number(days)) ? Number(days) : USUAL_DAYS, weights };
}

/** The same as text for an address; weights that are as usual are left out. */
export const formatWhere = ({ level, days, weights }, parts) =>
  [level, days, ...parts.filter(({ code, usualWeight }) => weights[code] !== usualWeight).map(({ code }) => `${code}${weights[code]}`)]
    .map((part) => String(part).replaceAll("_", "-"))
    .join("_");

/** The blocks of a side, such as "1200 to 1399 blocks of Heron Street", as a plan names them; "" where it has no numbers. */
export function siteOf({ street, lowest, highest }) {
  if (!street || !isNumber(lowest) || !isNumber(highest)) return "";
  const [first, last] = [lowest, highest].map((number) => Math.floor(number / 100) * 100);
  return first === last ? `${first} block of ${street}` : `${first} to ${last} blocks of ${street}`;
}
