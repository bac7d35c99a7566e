// The key of each area written on it, where there is room at the present zoom.

import { centreOf } from "../lib/geometry.js";

const WIDTH_PER_LETTER = 9;
const HEIGHT = 18;

export function createLabels(leaflet, map) {
  const group = new leaflet.LayerGroup().addTo(map);
  let labels = [];

  function draw(areas) {
    group.clearLayers();
    labels = areas.map(({ key, feature, polygon }) => {
      const centre = centreOf(feature.geometry);
      const words = document.createElement("span");
      words.textContent = key;
      const marker = new leaflet.Marker(centre ? [centre[1], centre[0]] : polygon.getBounds().getCenter(), {
        pane: "labels",
        interactive: false,
        keyboard: false,
        icon: new leaflet.DivIcon({ className: "area-key", html: words, iconSize: [0, 0] }),
      });
      return { key, polygon, marker, words, feature };
    });
    place();
  }

  function place() {
    for (const { key, polygon, marker } of labels) {
      const bounds = polygon.getBounds();
      const a = map.latLngToLayerPoint(bounds.getNorthWest());
      const b = map.latLngToLayerPoint(bounds.getSouthEast());
      const fits = b.x - a.x > key.length * WIDTH_PER_LETTER + 12 && b.y - a.y > HEIGHT + 8;
      if (fits) marker.addTo(group);
      else group.removeLayer(marker);
    }
  }
  map.on("zoomend viewreset resize", place);

  return {
    draw,
    paint(fillOf) {
      for (const { words, feature } of labels) words.className = `on-${fillOf(feature.properties)}`;
    },
  };
}
