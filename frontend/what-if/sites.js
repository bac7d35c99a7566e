// The sites: new ones, which are put on the map, and those that are there, which can be closed, enlarged or open at other hours.

import { h } from "../lib/dom.js";
import { count } from "../lib/format.js";
import { rangeText } from "../lib/words.js";
import { outwards } from "./answer.js";
import { MOST_ADDED, formatScenario, isCapacity } from "./scenario.js";
import { texts } from "./words.js";

const USUAL_CAPACITY = 20;

export function createNewSites(container, { onChange, onAdding, middle, say }) {
  let scenario = null;
  let countsCapacity = false;
  let adding = false;
  const onMap = h("button", { type: "button", "aria-pressed": "false", click: () => setAdding(!adding) }, texts.addOnMap);
  const inMiddle = h("button", { type: "button", click: () => add(middle()) }, texts.addInMiddle);
  const list = h("div", {});
  if (middle) container.append(h("div", { class: "row first" }, onMap, inMiddle));
  container.append(list);

  function setAdding(next) {
    adding = next;
    onMap.setAttribute("aria-pressed", String(adding));
    onAdding(adding);
    if (adding) say(texts.adding);
  }

  function add({ lon, lat }) {
    if (scenario.add.length === MOST_ADDED) return say(texts.tooMany(count(MOST_ADDED)));
    const place = { lon: Number(lon.toFixed(6)), lat: Number(lat.toFixed(6)), capacity: countsCapacity ? USUAL_CAPACITY : null };
    onChange({ ...scenario, add: [...scenario.add, place] }, texts.added(count(scenario.add.length + 1)));
  }

  function row(place, i) {
    const change = (to) => onChange({ ...scenario, add: scenario.add.flatMap((other, j) => (j === i ? to : [other])) });
    const name = texts.newSite(count(i + 1));
    return h(
      "div",
      { class: "row" },
      h("span", { class: "what" }, h("strong", {}, name), " ", h("span", { class: "quiet" }, texts.at(place.lat.toFixed(5), place.lon.toFixed(5)))),
      countsCapacity ? capacityField(texts.capacityOf(name), place.capacity, (people) => change([{ ...place, capacity: people }])) : null,
      h("button", { type: "button", "aria-label": texts.removeSite(count(i + 1)), click: () => change([]) }, texts.remove),
    );
  }

  return {
    /** @param answer null until the first one is there */
    show(next, answer) {
      scenario = next;
      countsCapacity = answer?.countsCapacity ?? countsCapacity;
      list.replaceChildren(...(scenario.add.length === 0 ? [h("p", { class: "quiet" }, texts.noNew)] : scenario.add.map(row)));
    },
    isAdding: () => adding,
    /** Somebody clicked on the map. */
    place(at) {
      if (!adding) return;
      setAdding(false);
      add(at);
    },
  };
}

export function createSites(container, { onChange }) {
  const list = h("div", {});
  container.append(list);
  let drawn = "";

  function draw(scenario, { sites, countsCapacity }) {
    const without = (ids, id) => ids.filter((other) => other !== id);
    const toggled = (key, id, on) => ({ ...scenario, [key]: on ? [...scenario[key], id] : without(scenario[key], id) });
    list.replaceChildren(
      ...sites.map(({ id, name, capacity, openingHours, open, people_2mi: near }) => {
        const atTime = scenario.at !== "" && !(open === true && !scenario.open.includes(id));
        return h(
          "div",
          { class: "row", "data-site": id },
          h("span", { class: "what" }, name, h("span", { class: "quiet" }, ` ${texts.potential(rangeText(outwards(near)))}`), scenario.at === "" ? null : h("span", { class: "quiet" }, `; ${[texts.hours[open], openingHours].filter(Boolean).join("; ")}`)),
          countsCapacity
            ? capacityField(texts.capacityOf(name), scenario.capacity.get(id) ?? capacity, (people) =>
                onChange({ ...scenario, capacity: withCapacity(scenario.capacity, id, people === capacity ? null : people) }),
              )
            : null,
          atTime ? tick(texts.openThen, texts.openSite(name), scenario.open.includes(id), (on) => onChange(toggled("open", id, on))) : null,
          tick(texts.close, texts.closeSite(name), scenario.close.includes(id), (on) => onChange(toggled("close", id, on))),
        );
      }),
    );
  }

  return {
    /** Brings a site before the reader who clicked it on the map. */
    reveal(id) {
      const row = [...list.children].find((each) => each.dataset.site === id);
      if (!row) return;
      container.open = true;
      row.scrollIntoView({ block: "center" });
      [...row.querySelectorAll("input[type=checkbox]")].at(-1).focus();
    },
    show(scenario, answer) {
      // The same list again would take the focus from who works in it.
      const held = document.activeElement?.getAttribute("aria-label");
      const next = JSON.stringify([formatScenario(scenario), answer.sites]);
      if (next === drawn) return;
      drawn = next;
      draw(scenario, answer);
      if (held) [...list.querySelectorAll("[aria-label]")].find((element) => element.getAttribute("aria-label") === held)?.focus();
    },
  };
}

/** @param people null for as many as there are */
const withCapacity = (capacity, id, people) => new Map([...capacity].filter(([other]) => other !== id).concat(people === null ? [] : [[id, people]]));

function tick(label, name, checked, onTick) {
  const box = h("input", { type: "checkbox", checked, "aria-label": name });
  box.addEventListener("change", () => onTick(box.checked));
  return h("label", { class: "tick" }, box, label);
}

function capacityField(name, value, onPeople) {
  const input = h("input", { type: "number", min: 0, max: 100_000, step: 1, value, "aria-label": name });
  input.addEventListener("change", () => {
    if (input.value !== "" && isCapacity(Number(input.value))) onPeople(Number(input.value));
    else input.value = value;
  });
  return h("label", {}, h("span", {}, texts.capacity), input);
}
