// The four choices. They show the state and ask for another; they keep none of their own.

import { h } from "../lib/dom.js";
import { day, upperFirst } from "../lib/format.js";
import { ALL, NONE } from "../lib/state.js";

export function createControls(form, config, onChoose) {
  const selects = {
    level: select("Area level", config.levels.map((level) => [level.code, upperFirst(level.many)])),
    measure: select("Show", config.measures.map((measure) => [measure.code, measure.title])),
    date: select("Reference date", config.releases.map((release) => [release.date, day(release.date)])),
    category: select("Services", [
      [ALL, "All services"],
      ...config.categories.map((category) => [category.code, category.name]),
      [NONE, "No services"],
    ]),
  };
  for (const [key, { field, element }] of Object.entries(selects)) {
    element.name = key;
    element.addEventListener("change", () => onChoose({ [key]: element.value }));
    form.append(field);
  }
  selects.measure.element.setAttribute("aria-describedby", "measure-description");
  form.addEventListener("submit", (event) => event.preventDefault());

  const unpublished = config.releases.length === 0;
  for (const key of ["level", "measure", "date"]) selects[key].element.disabled = unpublished;
  for (const { element } of [selects.level, selects.date]) {
    if (element.options.length === 0) element.append(h("option", { value: "" }, "Nothing published yet"));
  }
  form.hidden = false;

  return {
    show(state) {
      for (const [key, { element }] of Object.entries(selects)) element.value = state[key];
    },
  };
}

function select(label, options) {
  const element = h("select", {}, ...options.map(([value, words]) => h("option", { value }, words)));
  return { element, field: h("label", {}, h("span", {}, label), element) };
}
