// The map of what changes: areas that are better or worse off, sites as they are, closed ones, and new ones.

import { h } from "../lib/dom.js";
import { count } from "../lib/format.js";
import { labelTexts } from "../lib/words.js";
import { createBasemap } from "../map/basemap.js";
import { createChoropleth } from "../map/choropleth.js";
import { swatch } from "../map/patterns.js";
import { createView } from "../map/view.js";
import { classOf, halfway } from "./answer.js";
import { changeWords } from "./results.js";
import { texts } from "./words.js";

// More than any distance in pixels on a screen, which is what markers are stacked by.
const ABOVE_ALL = 100_000;
const SIGNS = { better: "+", worse: "−" };

export function createMap(leaflet, container, config, { onPlace, onOpen, onPoint, onSite }) {
  const view = createView(leaflet, container, config.bbox);
  createBasemap(leaflet, view.map, config.background, { page: document.body, colours: globalThis.atlasColours, onGone: () => {} });
  const choropleth = createChoropleth(leaflet, view, { onOpen, onPoint });
  const spots = new leaflet.LayerGroup().addTo(view.map);
  container.setAttribute("aria-label", texts.map);
  view.map.on("click", ({ latlng }) => onPlace({ lon: latlng.lng, lat: latlng.lat }));
  let drawn = null;

  /** Markers lie above each other from north to south; what is supposed lies above all that is as it was. */
  function spot({ lat, lon }, { kind, sign, title, above, onClick }) {
    const icon = new leaflet.DivIcon({ className: "", html: h("span", { class: `spot ${kind}` }, sign), iconSize: [24, 24] });
    const at = new leaflet.LatLng(lat, lon);
    const marker = new leaflet.Marker(at, { pane: "marks", keyboard: false, icon, title, zIndexOffset: above * ABOVE_ALL });
    return marker.on("click", onClick);
  }

  return {
    middle() {
      const { lat, lng } = view.map.getCenter();
      return { lon: lng, lat };
    },
    point: choropleth.point,
    setAdding: (adding) => document.body.classList.toggle("adding", adding),
    showSites(scenario, sites) {
      spots.clearLayers();
      for (const site of sites) {
        const isOut = scenario.close.includes(site.id) || site.open !== true;
        const isSupposed = scenario.close.includes(site.id) || scenario.open.includes(site.id) || scenario.capacity.has(site.id);
        spot(site, {
          kind: isOut ? "closed" : "",
          sign: isOut ? "×" : "•",
          title: texts.siteOnMap(site.name, isOut),
          above: isSupposed ? 1 : 0,
          onClick: () => onSite(site),
        }).addTo(spots);
      }
      choropleth.keepClear([...sites, ...scenario.add].map(({ lat, lon }) => new leaflet.LatLng(lat, lon)));
      scenario.add.forEach((place, i) =>
        spot(place, { kind: "new", sign: count(i + 1), title: texts.newSite(count(i + 1)), above: 2, onClick: () => onPlace(place) }).addTo(spots),
      );
    },
    showAreas({ level, features, rows }, show) {
      if (drawn !== features) choropleth.draw(features, level);
      drawn = features;
      const byKey = new Map(rows.map((row) => [row.key, row]));
      const half = halfway(rows);
      const rowOf = ({ key }) => byKey.get(String(key));
      choropleth.paint(
        (properties) => (rowOf(properties) ? classOf(rowOf(properties).better, half) : "nodata"),
        (properties) => `${labelTexts(level, String(properties.key))[0] ?? properties.key}: ${rowOf(properties) ? changeWords(rowOf(properties), show) : ""}`,
      );
      // Not by colour alone.
      choropleth.sign((properties) => SIGNS[classOf(rowOf(properties)?.better ?? 0, half).split("-")[0]] ?? "");
    },
  };
}

/** What the colours mean, for rows and what is shown of them. */
export function drawLegend(container, rows, show) {
  const half = halfway(rows);
  const used = new Set(rows.map(({ better }) => classOf(better, half)));
  const items = Object.entries(texts.classes).filter(([code]) => used.has(code));
  container.replaceChildren(
    h("h2", {}, texts.legend(texts.shown[show])),
    h("ul", { class: "legend-list" }, items.map(([code, say]) => h("li", {}, swatch(code), say(count(Math.max(1, Math.round(half))))))),
  );
}
