// The published layers, read once per level and reference date and then kept.

import { levelAbove, wholeLevel } from "./config.js";
import { getFeatures } from "./http.js";

const MOST_KEPT = 16;

export const pathOf = (collection, date) =>
  `/ogc/collections/${encodeURIComponent(collection)}/items?limit=10000${date ? `&datetime=${encodeURIComponent(date)}` : ""}`;

export function createLayers(config, fetchAll = getFeatures) {
  const kept = new Map();

  async function features(path, signal) {
    if (!kept.has(path)) {
      const found = await fetchAll(path, { signal });
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value);
      kept.set(path, found);
    }
    return kept.get(path);
  }

  return {
    /** Everything that one level on one date needs: its areas, the outlines above them, and the whole jurisdiction. */
    async view({ level: code, date }, signal) {
      const level = config.levels.find((candidate) => candidate.code === code);
      const parentLevel = levelAbove(config.levels, level);
      const whole = wholeLevel(config.levels);
      const path = pathOf(level.collection, date);
      const once = new Map();
      const read = ({ collection }) => {
        if (!once.has(collection)) once.set(collection, features(pathOf(collection, date), signal));
        return once.get(collection);
      };
      const [areas, outlines, top] = await Promise.all([
        read(level),
        parentLevel ? read(parentLevel) : [],
        whole ? read(whole) : [],
      ]);
      return {
        level,
        parentLevel,
        path,
        areas,
        outlines,
        whole: top.length === 1 ? top[0].properties : null,
        release: config.releases.find((release) => release.date === date),
      };
    },
    providers: (signal) => features(pathOf("providers"), signal),
  };
}

const names = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** The sites of a category ("all", "none" or a code), by name. */
export function chooseProviders(providers, category) {
  if (category === "none") return [];
  return providers
    .filter(({ properties }) => category === "all" || properties.category === category)
    .sort((a, b) => names.compare(a.properties.name ?? "", b.properties.name ?? ""));
}
