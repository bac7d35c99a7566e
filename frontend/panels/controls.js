// The choices. They show the state and ask for another; they keep none of their own. What is chosen rarely lies folded.

import { choice, h } from "../lib/dom.js";
import { day, upperFirst } from "../lib/format.js";
import { words } from "../lib/i18n.js";
import { ALL, METHODS, NONE } from "../lib/state.js";
import { FIGURES, GAPS, NEAREST, SITES, hasLayer, isCurrent, modeOf } from "../lib/subjects.js";

export function createControls(form, config, onChoose) {
  const texts = words.controls;
  const dates = config.releases.map((release) => [release.date, day(release.date)]);
  const selects = {
    level: choice(texts.level, config.levels.map((level) => [level.code, upperFirst(level.many)])),
    measure: choice(texts.measure, []),
    category: choice(texts.category, [
      [ALL, texts.allServices],
      ...config.categories.map((category) => [category.code, category.name]),
      [NONE, texts.noServices],
    ]),
    date: choice(texts.date, dates),
    figure: choice(texts.figure, FIGURES.map((figure) => [figure, texts.figures[figure]])),
    compare: choice(texts.compare, [["", texts.noComparison], ...dates]),
    breaks: choice(texts.breaks, METHODS.map((method) => [method, texts.methods[method]])),
  };
  selects.measure.element.append(...measureGroups(config));
  const rare = ["figure", "compare", "breaks"];
  const more = h("details", { class: "more" }, h("summary", {}, words.page.more), h("div", {}, rare.map((key) => selects[key].field)));
  form.append(...Object.entries(selects).filter(([key]) => !rare.includes(key)).map(([, { field }]) => field), more);
  for (const [key, { element }] of Object.entries(selects)) {
    element.name = key;
    if (key !== "measure") element.addEventListener("change", () => onChoose({ [key]: element.value }));
  }
  const { level, measure } = selects;
  measure.element.addEventListener("change", () => {
    const has = (one) => hasLayer(one, measure.element.value);
    const chosen = config.levels.find(({ code }) => code === level.element.value);
    onChoose({ measure: measure.element.value, ...(chosen && !has(chosen) ? { level: config.levels.find(has).code } : {}) });
  });
  selects.measure.element.setAttribute("aria-describedby", "measure-description");
  form.addEventListener("submit", (event) => event.preventDefault());

  const unpublished = config.releases.length === 0;
  for (const key of ["level", "measure", "date"]) selects[key].element.disabled = unpublished;
  for (const { element } of [selects.level, selects.date]) {
    if (element.options.length === 0) element.append(h("option", { value: "" }, texts.none));
  }
  more.hidden = unpublished;
  form.hidden = false;

  return {
    show(state) {
      for (const [key, { element }] of Object.entries(selects)) element.value = state[key];
      const current = isCurrent(state.measure);
      const banded = config.measures.some(({ code, bandWidth }) => code === state.measure && bandWidth);
      selects.date.field.hidden = current;
      selects.compare.field.hidden = current || config.releases.length < 2;
      selects.figure.field.hidden = current || banded;
      for (const option of selects.level.element.options) {
        const offered = config.levels.find(({ code }) => code === option.value);
        option.disabled = Boolean(offered) && !hasLayer(offered, state.measure);
      }
    },
  };
}

function measureGroups(config) {
  const { services, people, needs, gaps } = words.controls;
  const { sites, nearest } = words.measures;
  const { gap } = words.gaps;
  const offered = GAPS.filter((code) => config.levels.some((level) => hasLayer(level, code)));
  const option = ({ code, title }) => h("option", { value: code }, title);
  const isNeed = ({ code }) => code.startsWith("need_");
  const groups = [
    [services, config.levels.some((level) => level.services) ? [{ code: SITES, title: sites }, { code: NEAREST, title: nearest }] : []],
    [gaps, offered.map((code) => ({ code, title: gap[modeOf(code)] }))],
    [people, config.measures.filter((measure) => !isNeed(measure))],
    [needs, config.measures.filter(isNeed)],
  ];
  return groups
    .filter(([, members]) => members.length > 0)
    .map(([label, members]) => h("optgroup", { label }, members.map(option)));
}
