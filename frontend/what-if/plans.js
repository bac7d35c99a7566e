// Where new sites would help most, as planners have published it: each plan can be supposed at a click.

import { h } from "../lib/dom.js";
import { count } from "../lib/format.js";
import { getFeatures } from "../lib/http.js";
import { pathOf } from "../lib/layers.js";
import { rangeText } from "../lib/words.js";
import { outwards } from "./answer.js";
import { texts } from "./words.js";

/** The choices of all plans, each with its places: [{ plan, sites, category, mode, minutes, capacity, moved, areas, places }]. */
export async function readPlans(config) {
  const features = (await Promise.all(config.planned.map((layer) => getFeatures(pathOf(layer, ""))))).flat();
  const choices = new Map();
  for (const { geometry, properties } of features) {
    const { plan, sites, category, mode, minutes, capacity, moved_low, moved_high, moved_areas } = properties;
    const key = `${plan} ${sites}`;
    if (!choices.has(key)) {
      choices.set(key, { plan, sites, category, mode, minutes, capacity, moved: [moved_low, moved_high], areas: moved_areas ?? [], places: [] });
    }
    const [lon, lat] = geometry.coordinates;
    choices.get(key).places.push({ lon, lat, name: properties.name });
  }
  return [...choices.values()];
}

export function createPlans(container, plans, { onChange }) {
  const list = h("div", {});
  const box = h("details", { hidden: true }, h("summary", {}, texts.plans), list);
  container.append(box);

  function row(choice, scenario, countsCapacity) {
    const suppose = () =>
      onChange({ ...scenario, add: choice.places.map(({ lon, lat }) => ({ lon, lat, capacity: countsCapacity ? (choice.capacity ?? scenario.add[0]?.capacity ?? 20) : null })) });
    const said = texts.plan(count(choice.sites), choice.sites === 1, rangeText(outwards(choice.moved)), count(choice.minutes));
    const where = choice.areas.length > 0 ? texts.planAreas(choice.areas.join(", ")) : "";
    const names = choice.places.map(({ name }) => name).filter(Boolean).join("; ");
    return h(
      "div",
      { class: "row" },
      h("span", { class: "what" }, said, " ", h("span", { class: "quiet" }, [names, where].filter(Boolean).join(". "))),
      h("button", { type: "button", "aria-label": texts.supposePlan(count(choice.sites), choice.plan), click: suppose }, texts.suppose),
    );
  }

  return {
    show(scenario, { countsCapacity }) {
      const fitting = plans.filter(({ category, mode }) => category === scenario.category && mode === scenario.mode);
      box.hidden = fitting.length === 0;
      list.replaceChildren(...fitting.map((choice) => row(choice, scenario, countsCapacity)));
    },
  };
}
