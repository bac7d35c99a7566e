// What is looked at, in which category and mode, and at which time. It shows the scenario and asks for another.

import { choice, h } from "../lib/dom.js";
import { upperFirst } from "../lib/format.js";
import { words } from "../lib/i18n.js";
import { DAYS, SHOWN, ofCategory } from "./scenario.js";
import { texts } from "./words.js";

const USUAL_TIME = "18:00";

export function createForm(form, { levels, modes, categories }, onChange) {
  const selects = {
    category: choice(words.controls.category, categories.map(({ code, name }) => [code, name])),
    mode: choice(texts.mode, modes.map((mode) => [mode, texts.modes[mode] ?? mode])),
    level: choice(words.controls.level, levels.map(({ code, many }) => [code, upperFirst(many)])),
    show: choice(words.controls.measure, SHOWN.map((code) => [code, texts.shown[code]])),
  };
  const day = choice(texts.day, [["", texts.anyTime], ...DAYS.map((code) => [code, texts.days[code]])]);
  const time = h("input", { type: "time", value: USUAL_TIME, required: true });
  const timeField = h("label", {}, h("span", {}, texts.time), time);
  form.setAttribute("aria-label", texts.controls);
  form.append(...Object.values(selects).map(({ field }) => field), day.field, timeField);
  let scenario = null;

  for (const [key, { element }] of Object.entries(selects)) {
    element.addEventListener("change", () =>
      onChange(key === "category" ? ofCategory(scenario, element.value) : { ...scenario, [key]: element.value }),
    );
  }
  for (const element of [day.element, time]) {
    element.addEventListener("change", () => {
      // A time that is being typed is empty, and asks for nothing yet.
      if (time.value !== "") onChange({ ...scenario, at: day.element.value && day.element.value + time.value, open: day.element.value ? scenario.open : [] });
    });
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;

  return {
    show(next) {
      scenario = next;
      for (const [key, { element }] of Object.entries(selects)) element.value = scenario[key];
      day.element.value = scenario.at.slice(0, 2);
      time.value = scenario.at.slice(2) || time.value;
      timeField.hidden = scenario.at === "";
    },
  };
}
