// The map of where a clean-up is needed: areas shaded by their score, or sides of blocks as lines.

import { h } from "../lib/dom.js";
import { createChoropleth } from "../map/choropleth.js";
import { swatch } from "../map/patterns.js";
import { texts } from "./priority-words.js";
import { shadeOf } from "./urgency.js";
import { pointsText } from "./weights.js";

const fillOf = (shade) => (shade === 0 ? "zero" : `shade-${shade}`);

export function createPriorityMap(leaflet, view, { onOpen, onPoint }) {
  const choropleth = createChoropleth(leaflet, view, { onOpen, onPoint });
  const lines = new leaflet.LayerGroup().addTo(view.map);
  const renderer = new leaflet.SVG({ pane: "outlines" });
  let drawn = null;

  function clear() {
    lines.clearLayers();
    if (drawn) choropleth.draw([], { code: "" });
    drawn = null;
  }

  function areas(level, places, rows, nameOf) {
    lines.clearLayers();
    if (drawn !== places) {
      choropleth.draw(places.filter(({ geometry }) => geometry).map(({ key, name, geometry }) => ({ type: "Feature", properties: { key, name }, geometry })), level);
      drawn = places;
    }
    const byKey = new Map(rows.map((row) => [row.key, row]));
    const highest = rows[0]?.score ?? 0;
    choropleth.paint(
      ({ key }) => fillOf(shadeOf(byKey.get(key).score, highest)),
      ({ key }) => texts.inWords(nameOf(byKey.get(key)), byKey.get(key).rank, pointsText(byKey.get(key).score)),
    );
  }

  function blocks(rows) {
    if (drawn) clear();
    lines.clearLayers();
    const highest = rows[0]?.score ?? 0;
    const seen = new Set();
    // Both sides have one line: the more urgent one, which comes first, says how it looks.
    const once = rows.filter(({ block }) => !seen.has(block) && seen.add(block));
    for (const { geometry, score } of once.reverse()) {
      for (const [className, weight] of [["block-halo", 8], [`block-line ${fillOf(shadeOf(score, highest))}`, 5]]) {
        new leaflet.GeoJSON(geometry, { renderer, interactive: false, style: { className, weight, fill: false } }).addTo(lines);
      }
    }
  }

  return {
    areas,
    blocks,
    clear,
    point: choropleth.point,
    show: (geometry) => view.map.fitBounds(new leaflet.GeoJSON(geometry).getBounds().pad(1), { maxZoom: 16, animate: !view.still }),
  };
}

/** What the shades mean. */
export function drawPriorityLegend(container, rows) {
  const highest = rows[0]?.score ?? 0;
  const steps = highest > 0 ? [1, 2, 3, 4, 5].map((shade) => [shade, texts.range(pointsText(((shade - 1) * highest) / 5), pointsText((shade * highest) / 5))]) : [];
  const items = rows.some(({ score }) => score === 0) ? [[0, texts.none], ...steps] : steps;
  container.replaceChildren(h("h2", {}, texts.legend), h("ul", { class: "legend-list" }, items.map(([shade, text]) => h("li", {}, swatch(fillOf(shade)), text))));
}
