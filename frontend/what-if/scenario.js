// What somebody supposes about the sites of a category, kept in the fragment of the address so that it can be shared. Nothing in it
// is trusted: each part is looked up in what there is, or left out.

export const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
export const SHOWN = ["moved_30", "moved_15", "gap"];
export const MOST_ADDED = 20;

const MOST_NAME = 60;
const MOST_LENGTH = 6_000;
const MOST_CAPACITY = 100_000;
const AT = /^(Mo|Tu|We|Th|Fr|Sa|Su)([01]\d|2[0-3]):[0-5]\d$/;
// As the server reads them: Number() alone would also take "0x10", "1e1" and " 5".
const DEGREES = /^-?\d{1,3}(\.\d+)?$/;
const PEOPLE = /^\d{1,6}$/;

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
  capacity: new Map(),
});

/** The scenario that a fragment asks for, and whether all of it was understood. */
export function parseScenario(hash, choices) {
  const scenario = emptyScenario(choices);
  const raw = hash.replace(/^#/, "");
  if (raw.length > MOST_LENGTH) return { scenario, understood: false };
  let understood = true;
  // A map, since an object also answers to names such as "constructor".
  const once = new Map([
    ["name", (value) => value.length <= MOST_NAME],
    ["level", (value) => choices.levels.some(({ code }) => code === value)],
    ["mode", (value) => choices.modes.includes(value)],
    ["category", (value) => choices.categories.some(({ code }) => code === value)],
    ["show", (value) => SHOWN.includes(value)],
    ["at", (value) => AT.test(value)],
  ]);
  for (const [key, value] of new URLSearchParams(raw)) {
    if (once.get(key)?.(value)) {
      scenario[key] = value;
      // What is said twice is not understood, as by the server.
      once.delete(key);
    } else if (!readRepeated(scenario, key, value)) understood = false;
  }
  return { scenario, understood };
}

/** What may be said more than once; false where it says nothing. */
function readRepeated({ close, open, add, capacity }, key, value) {
  if (key === "close" || key === "open") return value !== "" && (key === "close" ? close : open).push(value) > 0;
  if (key === "add") {
    const place = readPlace(value);
    return place !== null && add.length < MOST_ADDED && add.push(place) > 0;
  }
  const comma = value.lastIndexOf(",");
  const [id, people] = [value.slice(0, Math.max(comma, 0)), value.slice(comma + 1)];
  if (key !== "capacity" || id === "" || capacity.has(id) || !isPeople(people)) return false;
  capacity.set(id, Number(people));
  return true;
}

function readPlace(text) {
  const [lon, lat, ...people] = text.split(",");
  const isSound = isDegrees(lon, 180) && isDegrees(lat ?? "", 90) && people.length <= 1 && people.every(isPeople);
  return isSound ? { lon: Number(lon), lat: Number(lat), capacity: people.length === 1 ? Number(people[0]) : null } : null;
}

const isDegrees = (text, most) => DEGREES.test(text) && Math.abs(Number(text)) <= most;
const isPeople = (text) => PEOPLE.test(text) && isCapacity(Number(text));

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
  ...[...capacity].map(([id, people]) => ["capacity", `${id},${people}`]),
];

/** The scenario as a fragment. */
export const formatScenario = (scenario) =>
  `#${new URLSearchParams([...(scenario.name ? [["name", scenario.name]] : []), ["level", scenario.level], ["show", scenario.show], ...supposed(scenario)])}`;

/** Whether a link can hold it: what is longer is not read again. */
export const isLinkable = (scenario) => formatScenario(scenario).length <= MOST_LENGTH;

/** Of another category the sites are others, and so is what can be supposed about them; new ones stay where they are. */
export const ofCategory = (scenario, category) => ({
  ...scenario,
  category,
  close: [],
  open: [],
  capacity: new Map(),
  add: scenario.add.map((place) => ({ ...place, capacity: null })),
});

/** The same about no other sites than these: the directory changes, and links stay. */
export const withOnly = (scenario, ids) => ({
  ...scenario,
  close: scenario.close.filter((id) => ids.has(id)),
  open: scenario.open.filter((id) => ids.has(id)),
  capacity: new Map([...scenario.capacity].filter(([id]) => ids.has(id))),
});

/** Whether anything is supposed at all. */
export const isNothing = ({ at, close, add, capacity }) => at === "" && close.length + add.length + capacity.size === 0;
