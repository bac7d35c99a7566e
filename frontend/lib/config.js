// What the page knows about the jurisdiction before any layer is read. Checked once here, trusted afterwards.

import { notUnderstood } from "./http.js";
import { named, words } from "./i18n.js";
import { GAP_MODES } from "./subjects.js";

const list = (value) => (Array.isArray(value) ? value : []);
const isCode = (value) => typeof value === "string" && value !== "";

/** The nearest level above that is there, or null. */
export function levelAbove(levels, { above }) {
  for (const code of above) {
    const found = levels.find((level) => level.code === code);
    if (found) return found;
  }
  return null;
}

/** Whether a level is the whole jurisdiction, so that lying in it tells nothing. */
export const isWhole = (level) => level?.code === "city";

/** The level whose one area is the whole jurisdiction, or null. */
export function wholeLevel(levels) {
  return levels.find(isWhole) ?? null;
}

export function readConfig(json) {
  const levels = list(json?.levels).filter((level) => isCode(level?.code) && isCode(level?.collection));
  const measures = list(json?.measures).filter((measure) => isCode(measure?.code) && isCode(measure?.title));
  const releases = newestPerDate(list(json?.releases));
  const described = levels.map((level) => ({
    code: level.code,
    collection: level.collection,
    services: isCode(level.services) ? level.services : null,
    gaps: Object.fromEntries(GAP_MODES.map((mode) => [mode, isCode(level.gaps?.[mode]) ? level.gaps[mode] : null])),
    ...levelWords(level),
    above: list(level.above),
  }));
  const beats = readBeats(json?.beats);
  // The levels come with the first release; before it there are none, and that is no fault.
  if (levels.length === 0 && releases.length > 0) throw notUnderstood(words.problem.noLevels);
  if (measures.length === 0) throw notUnderstood(words.problem.noMeasures);
  return {
    jurisdiction: isCode(json.jurisdiction) ? json.jurisdiction : "",
    timeZone: isCode(json.timeZone) ? json.timeZone : "",
    bbox: readBbox(json.bbox),
    background: { basemap: readBasemap(json.basemap), tiles: readTiles(json.tiles) },
    levels: described,
    beats,
    // What agencies plan in.
    smallest: described[0] ?? beats,
    measures: measures.map(({ code, title, description, bandWidth }) => ({
      code,
      title: named("measure", code, title),
      description: named("about", code, description || ""),
      bandWidth: Number.isInteger(bandWidth) && bandWidth > 1 ? bandWidth : null,
    })),
    categories: list(json?.categories)
      .filter((category) => isCode(category?.code))
      .map(({ code, name, description }) => ({ code, name: named("category", code, name || code), description: description || "" })),
    planned: list(json?.planned).filter(isCode),
    releases,
  };
}

// Our own English words for the levels. Where a jurisdiction says it otherwise, its word is a name and stays as it is.
const USUAL = {
  beat: "beat",
  sector: "sector",
  district: "district",
  city: "city",
  tract: "tract",
  block_group: "block group",
  hex_8: "small hexagon",
  hex_7: "medium hexagon",
  hex_6: "large hexagon",
};

function levelWords({ code, one, many }) {
  const isUsual = one === USUAL[code];
  return {
    one: isUsual ? named("level", code, one) : one || code,
    many: isUsual ? named("levels", code, many) : many || code,
  };
}

/** The areas of the police as long as nothing is released: { code, one, many, keys }, or null. */
function readBeats(beats) {
  return isCode(beats?.code) ? { code: beats.code, ...levelWords(beats), keys: list(beats.keys).filter(isCode) } : null;
}

/** Our own base map, or null where there is none. */
function readBasemap(basemap) {
  const { version, minZoom, maxZoom, attribution } = basemap ?? {};
  if (!isCode(version) || !Number.isInteger(minZoom) || !Number.isInteger(maxZoom)) return null;
  return { version, minZoom, maxZoom, attribution: isCode(attribution) ? attribution : "" };
}

/** Tiles of another host, or null where none are allowed. */
function readTiles(tiles) {
  const { url, attribution } = tiles ?? {};
  return isCode(url) && url.startsWith("https://") ? { url, attribution: isCode(attribution) ? attribution : "" } : null;
}

/** [west, south, east, north], or null where the numbers make no box. */
export function readBbox(bbox) {
  if (!Array.isArray(bbox) || bbox.length !== 4 || !bbox.every(Number.isFinite)) return null;
  const [west, south, east, north] = bbox;
  const sane = west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
  return sane ? bbox : null;
}

/** The server lists releases newest first; of several for one reference date the newest counts. */
function newestPerDate(releases) {
  const byDate = new Map();
  for (const release of releases) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(release?.referenceDate ?? "")) continue;
    if (byDate.has(release.referenceDate)) continue;
    byDate.set(release.referenceDate, {
      id: String(release.id ?? release.referenceDate),
      date: release.referenceDate,
      k: Number.isInteger(release.k) ? release.k : null,
      base: Number.isInteger(release.roundingBase) && release.roundingBase > 0 ? release.roundingBase : 1,
      belowGate: isCode(release.belowGate) ? release.belowGate : "",
      newSince: isCode(release.newSince) ? release.newSince : "",
      notMapped: list(release.notMapped).filter((entry) => isCode(entry?.outcome)),
    });
  }
  return [...byDate.values()];
}
