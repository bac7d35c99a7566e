// The service sites as a list: every site that is meant, those without a place on the map too. A long list comes in parts.

import { h } from "../lib/dom.js";
import { count, telHref } from "../lib/format.js";
import { words } from "../lib/i18n.js";
import { pathOf } from "../lib/layers.js";
import { markOf } from "../lib/marks.js";
import { languageName } from "../lib/providers.js";
import { FILTERS } from "../lib/state.js";
import { markSvg } from "../map/mark.js";

const PART = 100;

export function createServices(container, marks, { onOpen, onChoose }) {
  const texts = words.services;
  const filters = createFilters(onChoose);
  const note = h("p", { class: "quiet", role: "status" });
  const list = h("ul", { class: "services" });
  const more = h("button", { type: "button", hidden: true, click: () => addPart(true) });
  const download = h("a", { class: "download", href: pathOf("providers"), download: "providers.geojson" }, texts.download);
  const instead = h("p", { class: "print-only" });
  container.append(filters.element, note, instead, list, more, h("p", {}, download, texts.all));
  let items = new Map();
  let waiting = [];
  let selected = "";

  function addPart(focus) {
    const part = waiting.splice(0, PART).map((feature) => {
      const { element, open } = item(feature, marks, onOpen);
      items.set(String(feature.properties.id), { element, open });
      return element;
    });
    list.append(...part);
    more.hidden = waiting.length === 0;
    more.textContent = texts.showMore(count(Math.min(PART, waiting.length)));
    if (focus) part[0]?.querySelector("button").focus();
    show(selected);
  }

  function show(id) {
    selected = id;
    for (const [key, { element }] of items) element.classList.toggle("selected", key === id);
  }

  return {
    /** @param ofAll of all categories: too many for paper, where a sentence stands for them */
    draw(features, sentence, ofAll) {
      container.classList.toggle("services-of-all", ofAll);
      note.classList.toggle("screen-only", ofAll);
      instead.textContent = ofAll ? texts.print(count(features.length)) : "";
      note.textContent = sentence;
      items = new Map();
      waiting = [...features];
      list.replaceChildren();
      addPart(false);
    },
    /** @param languages that are spoken somewhere */
    showFilters: filters.show,
    select: show,
    focus(id) {
      while (!items.has(id) && waiting.length > 0) addPart(false);
      items.get(id)?.open.focus();
    },
  };
}

/** Boxes to tick, and a language: only services that fulfil them all are meant, on the map and in the list. */
function createFilters(onChoose) {
  const texts = words.services;
  const boxes = FILTERS.map((name) => {
    const box = h("input", { type: "checkbox", name, change: () => onChoose({ only: chosen() }) });
    return { name, box, field: h("label", { class: "tick" }, box, texts[name]) };
  });
  const chosen = () =>
    boxes
      .filter(({ box }) => box.checked)
      .map(({ name }) => name)
      .join(",");
  const language = h("select", { change: () => onChoose({ language: language.value }) });
  const element = h(
    "fieldset",
    { class: "filters", hidden: true },
    h("legend", {}, texts.filters),
    boxes.map(({ field }) => field),
    h("label", {}, h("span", {}, texts.language), language),
  );
  return {
    element,
    show(state, languages) {
      element.hidden = false;
      const only = state.only.split(",");
      for (const { name, box } of boxes) box.checked = only.includes(name);
      const known = languages.includes(state.language) || state.language === "" ? languages : [...languages, state.language];
      language.replaceChildren(h("option", { value: "" }, texts.anyLanguage), ...known.map((code) => h("option", { value: code }, languageName(code))));
      language.value = state.language;
    },
  };
}

function item({ geometry, properties }, marks, onOpen) {
  const id = String(properties.id);
  const open = h("button", { type: "button", class: "link", click: () => onOpen(id, open) }, String(properties.name ?? words.card.unnamed));
  const tel = telHref(properties.phone);
  const facts = [
    properties.organization,
    properties.confidential ? words.card.confidentialList : properties.address,
    properties.hours,
  ];
  const element = h(
    "li",
    {},
    markSvg(markOf(marks, properties.category)),
    h(
      "div",
      {},
      h("div", { class: "service-name" }, open),
      ...facts.filter(Boolean).map((fact) => h("div", {}, String(fact))),
      tel ? h("div", {}, h("a", { href: tel }, properties.phone)) : null,
      geometry ? null : h("div", { class: "quiet" }, words.card.offMapList),
    ),
  );
  return { element, open };
}
