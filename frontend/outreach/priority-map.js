// The map of where a clean-up is needed: areas shaded by their score, or sides of blocks as lines.

import { texts } from "./priority-words.js";
import { createShades, drawShadeLegend, fillOf } from "./shades.js";
import { shadeOf } from "./urgency.js";
import { pointsText } from "./weights.js";

export function createPriorityMap(leaflet, view, { onOpen, onPoint }) {
  const shades = createShades(leaflet, view, { onOpen, onPoint });
  const lines = new leaflet.LayerGroup().addTo(view.map);
  const renderer = new leaflet.SVG({ pane: "outlines" });

  function clear() {
    lines.clearLayers();
    shades.clear();
  }

  function areas(level, places, rows, nameOf) {
    lines.clearLayers();
    const byKey = new Map(rows.map((row) => [row.key, row]));
    const inWords = (key) => texts.inWords(nameOf(byKey.get(key)), byKey.get(key).rank, pointsText(byKey.get(key).score));
    shades.areas(level, places, (key) => byKey.get(key).score, inWords);
  }

  function blocks(rows) {
    clear();
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
    point: shades.point,
    show: (geometry) => view.map.fitBounds(new leaflet.GeoJSON(geometry).getBounds().pad(1), { maxZoom: 16, animate: !view.still }),
  };
}

/** What the shades mean. */
export function drawPriorityLegend(container, rows) {
  drawShadeLegend(container, texts, rows[0]?.score ?? 0, rows.some(({ score }) => score === 0), pointsText);
}
