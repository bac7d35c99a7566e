// What the tests call the things of the page: by role and name, as a screen reader does. When a word of the page
// changes, it changes here.

import { URL_UNDER_TEST, settles } from "./browser.mjs";

export const things = (page) => ({
  status: page.locator("#status"),
  problems: page.getByRole("alert"),
  retry: page.getByRole("button", { name: "Try again" }),
  list: (name) => page.getByRole("form", { name: "Choose what is shown" }).getByRole("combobox", { name }),
  areasOnMap: page.getByRole("group", { name: /^Areas\./ }).getByRole("button"),
  signsOnMap: page.getByRole("group", { name: /^Services\./ }).getByRole("button"),
  zoomOut: page.getByRole("button", { name: "Zoom out" }),
  card: page.getByRole("dialog"),
  close: page.getByRole("button", { name: "Close", exact: true }),
  table: page.getByRole("table"),
  header: (name) => page.getByRole("table").getByRole("columnheader", { name }),
  sorter: (name) => page.getByRole("columnheader").getByRole("button", { name }),
  rows: page.getByRole("rowheader").getByRole("button"),
  row: (key) => page.getByRole("table").locator(`tr[data-key="${key}"]`).getByRole("rowheader").getByRole("button"),
  services: page.getByRole("region", { name: "Services" }).getByRole("listitem"),
  skipTo: (what) => page.getByRole("link", { name: `Skip to the ${what}` }),
});

async function json(path, how) {
  const response = await fetch(URL_UNDER_TEST + path, how);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** What the server publishes, read without the page: what the page is held against. */
export async function published() {
  const config = await json("/api/map");
  return {
    config,
    servicesBy: (level) => featuresOf(levelOf(config, level).services),
    areas: (level, date = config.releases[0].referenceDate) => featuresOf(levelOf(config, level).collection, date),
    services: () => featuresOf("providers"),
    locate: (address) => json("/api/locate", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ address }) }),
    level: (code) => levelOf(config, code),
  };
}

const levelOf = (config, code) => config.levels.find((level) => level.code === code);

async function featuresOf(collection, date) {
  const when = date ? `&datetime=${date}` : "";
  return (await json(`/ogc/collections/${collection}/items?limit=10000${when}`)).features.map(({ properties }) => properties);
}

export const firstUpper = (words) => words[0].toUpperCase() + words.slice(1);

/** "June 30, 2026" */
export const dayInWords = (date) => new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));

/** A sign for several services that stand at one place: the map parts others by zooming in. */
export async function openSeveralAtOnePlace(page) {
  const { signsOnMap, card } = things(page);
  const list = card.getByRole("heading", { name: /services at this place$/ });
  for (let steps = 0; steps < 12; steps++) {
    await signsOnMap.filter({ visible: true }).and(page.getByRole("button", { name: /^\d+ services here/ })).first().press("Enter");
    await settles(page);
    if (await list.isVisible()) return;
  }
  throw new Error("no sign stands for several services at one place");
}
