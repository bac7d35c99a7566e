// Where things are planned: meeting places, the blocks of the plan that is open, and where its bags are collected.

import { h } from "../lib/dom.js";
import { createBasemap } from "../map/basemap.js";
import { createView } from "../map/view.js";
import { titleOf } from "./plans.js";
import { texts } from "./words.js";

const SIGNS = { clean_up: "C", gathering: "G" };

export function createMap(leaflet, container, config, { onOpen, onPlace }) {
  const view = createView(leaflet, container, config.bbox);
  createBasemap(leaflet, view.map, config.background, { page: document.body, colours: globalThis.atlasColours, onGone: () => {} });
  const places = new leaflet.LayerGroup().addTo(view.map);
  const parts = new leaflet.LayerGroup().addTo(view.map);
  const renderer = new leaflet.SVG({ pane: "outlines" });
  container.setAttribute("aria-label", texts.map);
  view.map.on("click", ({ latlng }) => onPlace({ lon: latlng.lng, lat: latlng.lat }));
  view.map.getPane("marks").style.pointerEvents = "auto";

  function mark({ lon, lat }, kind, sign, title, open) {
    const icon = new leaflet.DivIcon({ className: "", html: h("span", { class: `spot ${kind}` }, sign), iconSize: [26, 26] });
    const marker = new leaflet.Marker(new leaflet.LatLng(lat, lon), { pane: "marks", interactive: open !== null, keyboard: false, icon, title });
    if (open) marker.on("click", open);
    return marker;
  }

  return {
    view,
    middle() {
      const { lat, lng } = view.map.getCenter();
      return { lon: lng, lat };
    },
    setPlacing: (placing) => document.body.classList.toggle("adding", placing),
    showPlans(plans) {
      places.clearLayers();
      for (const plan of plans) {
        const { rally } = plan.plan;
        if (rally) mark(rally, plan.kind, SIGNS[plan.kind] ?? "•", titleOf(plan), () => onOpen(plan.id)).addTo(places);
      }
    },
    /** The parts of one plan; none clears them. */
    showParts(plan) {
      parts.clearLayers();
      if (!plan) return;
      const bounds = new leaflet.LatLngBounds([]);
      for (const site of plan.sites ?? []) {
        if (!site) continue;
        const line = new leaflet.GeoJSON(site.geometry, { renderer, interactive: false, style: { className: "block", weight: 6 } }).addTo(parts);
        bounds.extend(line.getBounds());
      }
      (plan.plan.collectionPoints ?? []).forEach((point, i) => {
        mark(point, "collection", String(i + 1), point.name, null).addTo(parts);
        bounds.extend([point.lat, point.lon]);
      });
      if (plan.plan.rally) {
        mark(plan.plan.rally, `${plan.kind} open`, SIGNS[plan.kind] ?? "•", plan.plan.rally.name, null).addTo(parts);
        bounds.extend([plan.plan.rally.lat, plan.plan.rally.lon]);
      }
      if (bounds.isValid()) view.map.fitBounds(bounds.pad(0.3), { maxZoom: 16, animate: !view.still });
    },
  };
}
