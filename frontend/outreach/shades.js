// A map of areas shaded by a number, and what the shades mean.

import { h } from "../lib/dom.js";
import { createChoropleth } from "../map/choropleth.js";
import { swatch } from "../map/patterns.js";
import { shadeOf } from "./urgency.js";

const STEPS = 5;

export const fillOf = (shade) => (shade === 0 ? "zero" : `shade-${shade}`);

/** Draws areas once, and paints them as often as their numbers change: areas(level, places, valueOf, inWords). */
export function createShades(leaflet, view, { onOpen, onPoint }) {
  const choropleth = createChoropleth(leaflet, view, { onOpen, onPoint });
  let drawn = null;

  return {
    /** @param inWords says an area and its number by its key */
    areas(level, places, valueOf, inWords) {
      if (drawn !== places) {
        choropleth.draw(places.filter(({ geometry }) => geometry).map(({ key, name, geometry }) => ({ type: "Feature", properties: { key, name }, geometry })), level);
        drawn = places;
      }
      const highest = Math.max(0, ...places.map(({ key }) => valueOf(key)));
      choropleth.paint(({ key }) => fillOf(shadeOf(valueOf(key), highest)), ({ key }) => inWords(key));
      return highest;
    },
    clear() {
      if (drawn) choropleth.draw([], { code: "" });
      drawn = null;
    },
    point: choropleth.point,
  };
}

/**
 * What the shades mean.
 *
 * @param texts { legend, none, range(from, to) }
 * @param number writes a number
 * @param isWhole whether all numbers are
 */
export function drawShadeLegend(container, texts, highest, hasNone, number, isWhole = false) {
  const fifths = Array.from({ length: STEPS }, (_, i) => [i + 1, texts.range(number((i * highest) / STEPS), number(((i + 1) * highest) / STEPS))]);
  // Of few whole things each number is a step of its own.
  const wholes = Array.from({ length: isWhole ? highest : 0 }, (_, i) => [shadeOf(i + 1, highest), number(i + 1)]);
  const steps = highest <= 0 ? [] : wholes.length > 0 && highest <= STEPS ? wholes : fifths;
  const items = hasNone ? [[0, texts.none], ...steps] : steps;
  container.replaceChildren(h("h2", {}, texts.legend), h("ul", { class: "legend-list" }, items.map(([shade, text]) => h("li", {}, swatch(fillOf(shade)), text))));
}
