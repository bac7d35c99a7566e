// The states of the page that accessibility is judged in. To add one: a name, where it starts, and what leads to it.

import { settles } from "./browser.mjs";
import { openSeveralAtOnePlace, things } from "./things.mjs";

/** Each state: path; ready, before and fails as of harness.visit; and reach(page), which leads to it. */
export function pageStates({ config, areas, services }) {
  const [level] = config.levels;
  const hidden = areas.find((area) => area.people_status === "hidden");
  const hexagons = config.levels.find(({ code }) => code.startsWith("hex_"));
  // Of one category, so that axe need not read a hundred entries alike in each state; the map has them all.
  const withPhone = services.find((service) => service.phone);
  const few = `category=${withPhone.category}`;
  const [{ referenceDate: date }, { referenceDate: compare }] = config.releases;
  const [area, beside] = areas.filter((one) => one.people_status === "shown").map(({ key }) => key);
  const comparison = `/#${new URLSearchParams({ measure: "people", level: level.code, date, compare, area, beside, category: "none" })}`;
  return {
    "the map": { path: "/" },
    "an area opened, whose number is hidden": { path: `/#measure=people&level=${level.code}&area=${encodeURIComponent(hidden.key)}&${few}` },
    "a service opened": {
      path: `/#${few}`,
      reach: (page) => things(page).services.getByRole("button", { name: withPhone.name, exact: true }).first().click(),
    },
    "several services at one place": { path: "/", reach: openSeveralAtOnePlace },
    "gaps, and an area opened": { path: `/#measure=gap_walk&level=${level.code}&area=${encodeURIComponent(hidden.key)}&${few}` },
    "other sites supposed": {
      path: `/what-if.html#level=${level.code}&at=Sa10:00&add=${config.bbox[0]},${config.bbox[1]}`,
      reach: (page) => page.locator("#there > summary").click(),
    },
    "where to clean": { path: "/outreach.html#view=where" },
    "where to clean, by side of a block": { path: "/outreach.html#view=where&where=blocks_90" },
    "the table sorted": { path: `/#measure=people&${few}`, reach: (page) => things(page).sorter("People under supervision").first().click() },
    "hexagons": { path: `/#measure=people&level=${hexagons.code}&${few}` },
    "a link to what is not there": { path: "/#level=%3Cscript%3E&area=nowhere&category=none" },
    "the server gone": {
      path: "/",
      ready: "error",
      before: (page) => page.route("**/api/map", (route) => route.abort()),
      fails: /\/api\/map$/,
    },
    "everything unfolded": { path: `/#${few}`, reach: unfold },
    "as printed": { path: `/#${few}`, media: "print", reach: (page) => page.evaluate(() => dispatchEvent(new Event("beforeprint"))) },
    "two dates and two areas beside each other": { path: comparison, reach: unfold },
    "in Spanish, at night": { path: `/?lang=es#${few}`, reach: atNight },
    "how to read the map": { path: "/reading.html", ready: null },
    "an area's page": { path: `/areas/${level.code}/${encodeURIComponent(hidden.key)}`, ready: null },
    "the assessment": { path: "/assessment?lang=en", ready: null },
    "the directory of services": { path: `/services?category=${withPhone.category}`, ready: null },
    "why numbers are hidden": { path: "/why.html", ready: null },
    "the downloads": { path: "/layers?f=html", ready: null },
    "the events": { path: "/events?lang=es", ready: null },
    "a page of the data interface": { path: "/ogc/collections/providers/items?f=html&limit=10", ready: null },
  };
}

async function unfold(page) {
  for (const summary of await page.locator("main details:not([open]) > summary").all()) {
    if (await summary.isVisible()) await summary.click();
  }
  await settles(page);
}

async function atNight(page) {
  await page.getByRole("combobox", { name: "Colores" }).selectOption("night");
  await settles(page);
}
