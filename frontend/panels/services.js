// The service sites as a list: every site of the chosen category, those without a place on the map too.

import { h } from "../lib/dom.js";
import { count, telHref } from "../lib/format.js";
import { pathOf } from "../lib/layers.js";
import { markOf } from "../lib/marks.js";
import { markSvg } from "../map/mark.js";

export function createServices(container, marks, { onOpen }) {
  const note = h("p", { class: "quiet" });
  const list = h("ul", { class: "services" });
  const download = h("a", { class: "download", href: pathOf("providers"), download: "providers.geojson" }, "Download GeoJSON");
  const instead = h("p", { class: "print-only" });
  container.append(note, instead, list, h("p", {}, download, " (all services)"));
  let items = new Map();

  return {
    /** @param ofAll of all categories: too many for paper, where a sentence stands for them */
    draw(features, words, ofAll) {
      container.classList.toggle("services-of-all", ofAll);
      note.classList.toggle("screen-only", ofAll);
      instead.textContent = ofAll ? `${count(features.length)} service sites: choose a category to print them.` : "";
      note.textContent = words;
      items = new Map();
      list.replaceChildren(
        ...features.map((feature) => {
          const { element, open } = item(feature, marks, onOpen);
          items.set(String(feature.properties.id), { element, open });
          return element;
        }),
      );
    },
    select(id) {
      for (const [key, { element }] of items) element.classList.toggle("selected", key === id);
    },
    focus: (id) => items.get(id)?.open.focus(),
  };
}

function item({ geometry, properties }, marks, onOpen) {
  const id = String(properties.id);
  const open = h("button", { type: "button", class: "link", click: () => onOpen(id, open) }, String(properties.name ?? "Unnamed service"));
  const tel = telHref(properties.phone);
  const facts = [
    properties.organization,
    properties.confidential ? "Address is confidential" : properties.address,
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
      ...facts.filter(Boolean).map((words) => h("div", {}, String(words))),
      tel ? h("div", {}, h("a", { href: tel }, properties.phone)) : null,
      geometry ? null : h("div", { class: "quiet" }, "Not on the map"),
    ),
  );
  return { element, open };
}
