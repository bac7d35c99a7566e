// What the server answers, as rows: numbers stay bounds, and what is shaded is the middle between them.

import { notUnderstood } from "../lib/http.js";

const middle = ([low, high]) => (low + high) / 2;
const isBounds = (value) => Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);
const isFigures = (value) => isBounds(value?.demand) && isBounds(value?.gap);

/** The answer, if it is one. */
export function readAnswer(json) {
  const areas = Array.isArray(json?.areas) ? json.areas : null;
  const isSound = areas?.every(({ before, after, moved_15, moved_30 }) => isFigures(before) && isFigures(after) && isBounds(moved_15) && isBounds(moved_30));
  if (!isSound || !Array.isArray(json.sites)) throw notUnderstood("");
  const credits = Array.isArray(json.credits) ? json.credits.filter((words) => typeof words === "string") : [];
  return { ...json, credits };
}

/** How much better (above 0) or worse an area would be, in people. */
export function betterBy({ before, after, ...moved }, show) {
  return show === "gap" ? middle(before.gap) - middle(after.gap) : middle(moved[show]);
}

/** The areas of a level, those that change most first. */
export const rowsOf = ({ areas }, level, show) =>
  areas
    .filter((area) => area.level === level)
    .map((area) => ({ ...area, better: betterBy(area, show) }))
    .sort((one, other) => Math.abs(other.better) - Math.abs(one.better) || one.key.localeCompare(other.key, undefined, { numeric: true }));

/** Where one class ends and the next begins: half of the largest change; 0 where nothing changes. */
export const halfway = (rows) => Math.max(0, ...rows.map(({ better }) => Math.abs(better))) / 2;

/** The class of an area: "same", or better or worse by less or more than halfway. */
export function classOf(better, half) {
  if (Math.abs(better) < 0.05) return "same";
  return `${better > 0 ? "better" : "worse"}-${Math.abs(better) >= half ? 2 : 1}`;
}

/** Whole numbers around bounds, so that the true one lies within. */
export const outwards = ([low, high]) => ({ from: Math.floor(low), to: Math.ceil(high) });

export const minutesOf = (seconds) => (Number.isFinite(seconds) ? Math.round(seconds / 60) : null);

/** The areas with their shapes and what changes, as GeoJSON (RFC 7946), and who is to be named for it. */
export function asGeoJson(rows, features, credits) {
  const shapes = new Map(features.map((feature) => [String(feature.properties.key), feature]));
  return {
    type: "FeatureCollection",
    credits,
    features: rows.map(({ key, level, before, after, moved_15, moved_30 }) => ({
      type: "Feature",
      id: key,
      geometry: shapes.get(key)?.geometry ?? null,
      properties: {
        level,
        key,
        ...bounds("moved_15", moved_15),
        ...bounds("moved_30", moved_30),
        ...bounds("gap_before", before.gap),
        ...bounds("gap_after", after.gap),
        nearest_s_before: before.nearest_s,
        nearest_s_after: after.nearest_s,
      },
    })),
  };
}

const bounds = (name, [low, high]) => ({ [`${name}_low`]: low, [`${name}_high`]: high });
