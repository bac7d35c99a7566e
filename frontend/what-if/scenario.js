// What somebody supposes about the sites of a category, kept in the fragment of the address so that it can be shared. Nothing in it
// is trusted: each part is looked up in what there is, or left out.

export const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
export const SHOWN = ["moved_30", "moved_15", "gap"];
export const MOST_ADDED = 20;

const MOST_NAME = 60;
const MOST_LENGTH = 6_000;
const MOST_CAPACITY = 100_000;
const AT = /^(Mo|Tu|We|Th|Fr|Sa|Su)([01]\d|2[0-3]):[0-5]\d$/;

/** What can be chosen: levels with gaps, their modes, and categories. */
export const emptyScenario = ({ levels, modes, categories }) => ({
  name: "",
  level: levels[0]?.code ?? "",
  mode: modes[0] ?? "",
  category: categories[0]?.code ?? "",
  show: SHOWN[0],
  at: "",
  close: [],
  open: [],
  add: [],
  capacity: {},
});

/** The scenario that a fragment asks for, and whether all of it was understood. */
export function parseScenario(hash, choices) {
  const scenario = emptyScenario(choices);
  const raw = hash.replace(/^#/, "");
  if (raw.length > MOST_LENGTH) return { scenario, understood: false };
  let understood = true;
  const one = {
    name: (value) => value.length <= MOST_NAME,
    level: (value) => choices.levels.some(({ code }) => code === value),
    mode: (value) => choices.modes.includes(value),
    category: (value) => choices.categories.some(({ code }) => code === value),
    show: (value) => SHOWN.includes(value),
    at: (value) => value === "" || AT.test(value),
  };
  for (const [key, value] of new URLSearchParams(raw)) {
    if (key in one && one[key](value)) scenario[key] = value;
    else if (key === "close" || key === "open") scenario[key].push(value);
    else if (key === "add" && readPlace(value) && scenario.add.length < MOST_ADDED) scenario.add.push(readPlace(value));
    else if (key === "capacity" && readCapacity(value)) Object.assign(scenario.capacity, readCapacity(value));
    else understood = false;
  }
  return { scenario, understood };
}

function readPlace(text) {
  const [lon, lat, capacity] = text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  const isPlace = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  const isPeople = capacity === undefined || isCapacity(capacity);
  return isPlace && isPeople && text.split(",").length <= 3 ? { lon, lat, capacity: capacity ?? null } : null;
}

function readCapacity(text) {
  const comma = text.lastIndexOf(",");
  const people = Number(text.slice(comma + 1));
  return comma > 0 && text.slice(comma + 1) !== "" && isCapacity(people) ? { [text.slice(0, comma)]: people } : null;
}

export const isCapacity = (people) => Number.isInteger(people) && people >= 0 && people <= MOST_CAPACITY;

const written = ({ lon, lat, capacity }) => [lon.toFixed(6), lat.toFixed(6), ...(capacity === null ? [] : [capacity])].join(",");

/** What the server is asked. */
export const queryOf = (scenario) => new URLSearchParams(supposed(scenario)).toString();

const supposed = ({ mode, category, at, close, open, add, capacity }) => [
  ["mode", mode],
  ["category", category],
  ...(at ? [["at", at]] : []),
  ...close.map((id) => ["close", id]),
  ...(at ? open.map((id) => ["open", id]) : []),
  ...add.map((place) => ["add", written(place)]),
  ...Object.entries(capacity).map(([id, people]) => ["capacity", `${id},${people}`]),
];

/** The scenario as a fragment. */
export const formatScenario = (scenario) =>
  `#${new URLSearchParams([...(scenario.name ? [["name", scenario.name]] : []), ["level", scenario.level], ["show", scenario.show], ...supposed(scenario)])}`;

/** Of another category the sites are others, and so is what can be supposed about them; new ones stay where they are. */
export const ofCategory = (scenario, category) => ({
  ...scenario,
  category,
  close: [],
  open: [],
  capacity: {},
  add: scenario.add.map((place) => ({ ...place, capacity: null })),
});

/** Whether anything is supposed at all. */
export const isNothing = ({ at, close, add, capacity }) => at === "" && close.length + add.length + Object.keys(capacity).length === 0;
