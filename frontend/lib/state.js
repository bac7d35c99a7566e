// What is shown, kept in the fragment of the address so that it can be shared. Nothing personal is in it,
// and nothing in it is trusted: each part is looked up in what the server offers, or falls back.

export const ALL = "all";
export const NONE = "none";

const KEYS = ["level", "measure", "date", "category", "area"];
const MAX_LENGTH = 1000;
const AREA = /^[\p{L}\p{N}][\p{L}\p{N} ._/&'()-]{0,63}$/u;

export function defaultState(config) {
  const people = config.measures.find((measure) => measure.code === "people");
  return {
    level: config.levels[0]?.code ?? "",
    measure: (people ?? config.measures[0]).code,
    date: config.releases[0]?.date ?? "",
    category: ALL,
    area: "",
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

  const known = {
    level: (value) => config.levels.some((level) => level.code === value),
    measure: (value) => config.measures.some((measure) => measure.code === value),
    date: (value) => config.releases.some((release) => release.date === value),
    category: (value) => value === ALL || value === NONE || config.categories.some(({ code }) => code === value),
    area: (value) => value === "" || AREA.test(value),
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
  return { state, faults: [...faults] };
}

export function formatState(state) {
  const pairs = KEYS.filter((key) => state[key] !== "").map((key) => [key, state[key]]);
  return `#${new URLSearchParams(pairs)}`;
}

export function sameState(one, other) {
  return KEYS.every((key) => one[key] === other[key]);
}
