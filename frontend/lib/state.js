// What is shown, kept in the fragment of the address so that it can be shared. Nothing personal is in it,
// and nothing in it is trusted: each part is looked up in what the server offers, or falls back.

import { FIGURES, SERVICES, hasLayer, isCurrent } from "./subjects.js";

export const ALL = "all";
export const NONE = "none";

export const FILTERS = ["open", "records", "wheelchair"];
export const METHODS = ["quantile", "jenks", "equal"];

const KEYS = ["level", "measure", "figure", "date", "compare", "category", "only", "language", "breaks", "sort", "area", "beside"];
const MAX_LENGTH = 1000;
const AREA = /^[\p{L}\p{N}][\p{L}\p{N} ._/&'()-]{0,63}$/u;
const LANGUAGE = /^[\p{L}][\p{L} ()-]{0,39}$/u;
const SORT = /^-?[a-z][a-z0-9_]{0,63}$/;

export function defaultState(config) {
  return {
    level: config.levels[0]?.code ?? "",
    measure: config.levels.some(({ services }) => services) ? SERVICES[0] : "people",
    figure: FIGURES[0],
    date: config.releases[0]?.date ?? "",
    compare: "",
    category: ALL,
    only: "",
    language: "",
    breaks: METHODS[0],
    sort: "",
    area: "",
    beside: "",
  };
}

/** A fragment such as "#areas" is an anchor on the page, not a state. */
export function isState(hash) {
  return hash.includes("=");
}

/** The state a fragment asks for, and the names of the parts that were not understood. */
export function parseState(hash, config) {
  const state = defaultState(config);
  const raw = hash.replace(/^#/, "");
  if (raw === "" || !isState(raw)) return { state, faults: [] };
  if (raw.length > MAX_LENGTH) return { state, faults: ["link"] };

  const isDate = (value) => config.releases.some((release) => release.date === value);
  const known = {
    level: (value) => config.levels.some((level) => level.code === value),
    measure: (value) =>
      (isCurrent(value) && config.levels.some((level) => hasLayer(level, value))) || config.measures.some((measure) => measure.code === value),
    figure: (value) => FIGURES.includes(value),
    date: isDate,
    compare: (value) => value === "" || isDate(value),
    category: (value) => value === ALL || value === NONE || config.categories.some(({ code }) => code === value),
    only: (value) => value.split(",").every((filter) => FILTERS.includes(filter)),
    language: (value) => LANGUAGE.test(value),
    breaks: (value) => METHODS.includes(value),
    sort: (value) => SORT.test(value),
    area: (value) => value === "" || AREA.test(value),
    beside: (value) => value === "" || AREA.test(value),
  };
  const faults = new Set();
  const taken = new Set();
  for (const [key, value] of new URLSearchParams(raw)) {
    if (!KEYS.includes(key) || taken.has(key)) {
      faults.add("link");
    } else if (known[key](value)) {
      state[key] = value;
    } else {
      faults.add(key);
    }
    taken.add(key);
  }
  const level = config.levels.find(({ code }) => code === state.level);
  if (level && !hasLayer(level, state.measure)) {
    state.level = config.levels.find((other) => hasLayer(other, state.measure)).code;
    faults.add("level");
  }
  return { state, faults: [...faults] };
}

/** The state as a fragment: what is not as usual, and always which layer and date, which usually change. */
export function formatState(state) {
  const usual = { figure: FIGURES[0], breaks: METHODS[0] };
  const pairs = KEYS.filter((key) => state[key] !== "" && state[key] !== usual[key]).map((key) => [key, state[key]]);
  return `#${new URLSearchParams(pairs)}`;
}

export function sameState(one, other) {
  return KEYS.every((key) => one[key] === other[key]);
}
