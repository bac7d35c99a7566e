// The published layers, read once per layer and reference date and then kept.

import { withStatuses } from "./cells.js";
import { levelAbove, wholeLevel } from "./config.js";
import { getFeatures, getJson } from "./http.js";
import { isOfGaps, serviceColumns, subjectOf, withGaps } from "./subjects.js";

const MOST_KEPT = 24;
const MOST_CLASSES = 5;

export const pathOf = (collection, date) =>
  `/ogc/collections/${encodeURIComponent(collection)}/items?limit=10000${date ? `&datetime=${encodeURIComponent(date)}` : ""}`;

/** The same with no more corners than a screen has use for: a shore may have thousands. */
export const drawnPathOf = (collection, date) => `${pathOf(collection, date)}&simplified=true`;

/** Where the classes of a subject are: of all dates, so that a shade means the same on each. */
export const classesPathOf = (layer, column, method) =>
  `/api/classes?${new URLSearchParams({ layer, column, method, count: MOST_CLASSES })}`;

export function createLayers(config, { fetchAll = getFeatures, fetchOne = getJson } = {}) {
  const kept = new Map();

  /** What was read before is not read again; what failed is. */
  async function keep(path, read) {
    if (!kept.has(path)) {
      const found = await read(path);
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value);
      kept.set(path, found);
    }
    return kept.get(path);
  }

  const columns = serviceColumns(config);
  const asCells = (measure) => (features) =>
    features.map((feature) => ({
      ...feature,
      properties: isOfGaps(measure) ? withGaps(feature.properties, config) : withStatuses(feature.properties, columns),
    }));

  return {
    /** Everything that a state needs: its areas, their classes, the outlines above them, and the whole jurisdiction. */
    async view(state, signal) {
      const level = config.levels.find(({ code }) => code === state.level);
      const subject = subjectOf(config, state);
      const date = subject.current ? "" : state.date;
      const once = new Map();
      const read = (of, when = date) => {
        const path = drawnPathOf(subject.collectionOf(of), when);
        if (!once.has(path)) {
          once.set(path, keep(path, () => fetchAll(path, { signal }).then(subject.current ? asCells(subject.code) : (found) => found)));
        }
        return once.get(path);
      };
      const parentLevel = levelAbove(config.levels, level);
      const whole = wholeLevel(config.levels);
      const compared = !subject.current && state.compare !== "" && state.compare !== state.date ? state.compare : "";
      const classesPath = classesPathOf(subject.collectionOf(level), subject.classed ?? subject.column, state.breaks);
      const [areas, outlines, top, before, { classes }] = await Promise.all([
        read(level),
        parentLevel ? read(parentLevel) : [],
        whole ? read(whole) : [],
        compared ? read(level, compared) : [],
        keep(classesPath, () => fetchOne(classesPath, { signal })),
      ]);
      return {
        level,
        parentLevel,
        subject,
        path: pathOf(subject.collectionOf(level), date),
        areas,
        outlines,
        classes,
        whole: top.length === 1 ? top[0].properties : null,
        release: config.releases.find((release) => release.date === state.date),
        before: compared ? { date: compared, areas: new Map(before.map(({ properties }) => [String(properties.key), properties])) } : null,
      };
    },
    providers: (signal) => keep(pathOf("providers"), (path) => fetchAll(path, { signal })),
  };
}
