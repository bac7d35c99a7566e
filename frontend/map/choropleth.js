// The areas of one level as polygons that can be reached by keyboard, under the outlines of the next level up.

import { words } from "../lib/i18n.js";
import { patternDefs } from "./patterns.js";
import { createLabels } from "./labels.js";
import { createRoving } from "./roving.js";

export function createChoropleth(leaflet, view, { onOpen, onPoint }) {
  const { map } = view;
  const outlineRenderer = new leaflet.SVG({ pane: "outlines" });
  const markRenderer = new leaflet.SVG({ pane: "marks" });
  const labels = createLabels(leaflet, map);
  const tooltip = new leaflet.Tooltip({ direction: "top", opacity: 1, className: "area-tip", offset: [0, -4] });

  let layer = null;
  let outlines = null;
  let entries = new Map();
  const marks = { pointed: null, selected: null };
  let selectedKey = "";

  const roving = createRoving({
    onOpen: (item) => onOpen(item.id),
    onFocus: (item) => {
      const { polygon } = entries.get(item.id);
      view.reveal(polygon.getBounds());
      showTip(item.id, polygon.getBounds().getCenter());
      onPoint(item.id);
    },
    onBlur: () => {
      hideTip();
      onPoint("");
    },
  });

  function draw(features, level) {
    for (const old of [layer, outlines]) old?.remove();
    mark("pointed", "");
    mark("selected", "");
    hideTip();
    entries = new Map();
    layer = new leaflet.GeoJSON(features.filter((feature) => feature.geometry), {
      style: { className: "area", weight: 1 },
      onEachFeature: (feature, polygon) => entries.set(String(feature.properties.key), { feature, polygon }),
    }).addTo(map);
    addPatterns();
    for (const [key, entry] of entries) prepare(key, entry);
    roving.set(
      [...entries].map(([id, { polygon }]) => ({
        id,
        element: polygon.getElement(),
        point: () => map.latLngToContainerPoint(polygon.getBounds().getCenter()),
      })),
    );
    labels.draw([...entries].map(([key, entry]) => ({ key, ...entry })), level);
    if (entries.size > 0) view.suggestHome(layer.getBounds());
  }

  function prepare(key, { polygon }) {
    const element = polygon.getElement();
    element.setAttribute("role", "button");
    element.dataset.key = key;
    polygon.on("click", () => onOpen(key));
    polygon.on("mouseover mousemove", (event) => {
      showTip(key, event.latlng);
      if (event.type === "mouseover") onPoint(key);
    });
    polygon.on("mouseout", () => {
      hideTip();
      onPoint("");
    });
  }

  function addPatterns() {
    const root = map.getPane("overlayPane").querySelector("svg");
    if (!root) return;
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", words.map.areas);
    if (!root.querySelector("defs")) root.prepend(patternDefs());
  }

  /** Gives each polygon its fill class and its words. */
  function paint(fillOf, labelOf) {
    for (const { feature, polygon } of entries.values()) {
      const element = polygon.getElement();
      element.setAttribute("class", `area leaflet-interactive ${fillOf(feature.properties)}`);
      element.setAttribute("aria-label", labelOf(feature.properties));
    }
  }

  /** Writes a sign beside the key of each area that has one. */
  function sign(signOf) {
    labels.sign((key) => signOf(entries.get(key).feature.properties));
  }

  function drawOutlines(features) {
    outlines?.remove();
    outlines = new leaflet.GeoJSON(features.filter((feature) => feature.geometry), {
      renderer: outlineRenderer,
      interactive: false,
      style: { className: "outline", fill: false, weight: 3 },
    }).addTo(map);
  }

  // A copy of the outline in a pane above, since moving the polygon itself to the front would take its focus away.
  function mark(kind, key) {
    marks[kind]?.remove();
    marks[kind] = null;
    const entry = entries.get(key);
    if (!entry) return;
    const line = (className, weight) =>
      new leaflet.GeoJSON(entry.feature, {
        renderer: markRenderer,
        interactive: false,
        style: { className, fill: false, weight },
      });
    marks[kind] = new leaflet.LayerGroup([line("mark-halo", 8), line(`mark-${kind}`, 4)]).addTo(map);
  }

  function showTip(key, latLng) {
    const label = entries.get(key)?.polygon.getElement().getAttribute("aria-label");
    if (!label) return;
    const text = document.createElement("span");
    text.textContent = label;
    tooltip.setContent(text).setLatLng(latLng);
    if (!map.hasLayer(tooltip)) map.openTooltip(tooltip);
    tooltip.getElement()?.setAttribute("aria-hidden", "true");
  }

  function hideTip() {
    map.closeTooltip(tooltip);
  }

  return {
    draw,
    drawOutlines,
    paint,
    sign,
    point: (key) => mark("pointed", key),
    select(key) {
      entries.get(selectedKey)?.polygon.getElement()?.removeAttribute("aria-pressed");
      selectedKey = key;
      mark("selected", key);
      const entry = entries.get(key);
      if (!entry) {
        view.clearOf(null);
        return;
      }
      entry.polygon.getElement().setAttribute("aria-pressed", "true");
      roving.makeCurrent(key);
    },
    reveal(key) {
      const entry = entries.get(key);
      if (entry) view.reveal(entry.polygon.getBounds());
    },
    clearOf(key, card) {
      const entry = entries.get(key);
      if (entry) view.clearOf(entry.polygon.getBounds(), card);
    },
    /** The side of the map on which a card does not cover the area. */
    sideAway(key) {
      const entry = entries.get(key);
      return entry ? view.sideAway(entry.polygon.getBounds().getCenter()) : "right";
    },
    keepClear: labels.keepClear,
    focus: (key) => roving.focus(key),
  };
}
