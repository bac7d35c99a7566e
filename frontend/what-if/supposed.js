// What is supposed, in words, so that a print or a screen reader tells it without the form.

import { h } from "../lib/dom.js";
import { count } from "../lib/format.js";
import { texts } from "./words.js";

const SEPARATOR = "; ";

/**
 * Each thing that a scenario supposes, as [what, how].
 *
 * @param sites as the server knows them: an id that is none of theirs is said as it is
 * @param category and level, by their names
 */
export function supposedWords(scenario, { sites }, { category, level }) {
  const known = new Map(sites.map((site) => [site.id, site]));
  const nameOf = (id) => known.get(id)?.name || id;
  const { supposed, modes, shown } = texts;
  const added = scenario.add.map(({ lon, lat, capacity }, i) =>
    [texts.newSite(count(i + 1)), texts.at(lat.toFixed(5), lon.toFixed(5)), capacity === null ? "" : supposed.forPeople(count(capacity))].filter(Boolean).join(" "),
  );
  const capacities = [...scenario.capacity].map(([id, people]) => supposed.capacity(nameOf(id), count(people), Number.isInteger(known.get(id)?.capacity) ? count(known.get(id).capacity) : ""));
  return [
    [supposed.name, scenario.name],
    [supposed.services, category],
    [texts.mode, modes[scenario.mode] ?? scenario.mode],
    [supposed.time, scenario.at === "" ? texts.anyTime : supposed.at(texts.days[scenario.at.slice(0, 2)], scenario.at.slice(2))],
    [supposed.closed, scenario.close.map(nameOf).join(SEPARATOR)],
    [supposed.opened, scenario.at === "" ? "" : scenario.open.map(nameOf).join(SEPARATOR)],
    [texts.newSites, added.join(SEPARATOR)],
    [supposed.capacities, capacities.join(SEPARATOR)],
    [supposed.shown, `${shown[scenario.show]}; ${level}`],
  ].filter(([, how]) => how !== "");
}

/** The same as a list. */
export function createSupposed(container, choices) {
  const list = h("dl", { class: "supposed" });
  container.append(h("h3", {}, texts.supposed.title), list);

  return {
    show(scenario, answer, { level }) {
      const category = choices.categories.find(({ code }) => code === scenario.category)?.name ?? scenario.category;
      list.replaceChildren(...supposedWords(scenario, answer, { category, level: level.many }).map(([what, how]) => h("div", {}, h("dt", {}, what), h("dd", {}, how))));
    },
  };
}
