// The key of each area written on it, where there is room at the present zoom and clear of the services' signs.

import { centreOf } from "../lib/geometry.js";

const WIDTH_PER_LETTER = 9;
const HEIGHT = 18;
const CLEAR = 20;
const SHIFTS = [0, -24, 24];

export function createLabels(leaflet, map) {
  const group = new leaflet.LayerGroup().addTo(map);
  let labels = [];
  let obstacles = [];

  function draw(areas) {
    group.clearLayers();
    labels = areas.map(({ key, feature, polygon }) => {
      const centre = centreOf(feature.geometry);
      const home = centre ? new leaflet.LatLng(centre[1], centre[0]) : polygon.getBounds().getCenter();
      const words = document.createElement("span");
      words.textContent = key;
      const marker = new leaflet.Marker(home, {
        pane: "labels",
        interactive: false,
        keyboard: false,
        icon: new leaflet.DivIcon({ className: "area-key", html: words, iconSize: [0, 0] }),
      });
      return { key, polygon, home, marker };
    });
    place();
  }

  function place() {
    const points = obstacles.map((latLng) => map.latLngToLayerPoint(latLng));
    for (const { key, polygon, home, marker } of labels) {
      const bounds = polygon.getBounds();
      const a = map.latLngToLayerPoint(bounds.getNorthWest());
      const b = map.latLngToLayerPoint(bounds.getSouthEast());
      const half = (key.length * WIDTH_PER_LETTER) / 2;
      const fits = b.x - a.x > half * 2 + 12 && b.y - a.y > HEIGHT + 8;
      const spot = fits ? clearPlace(home, half, { a, b }, points) : null;
      if (spot) marker.setLatLng(spot).addTo(group);
      else group.removeLayer(marker);
    }
  }

  /** The area's centre, or just above or below it where a sign stands there; null where all are taken. */
  function clearPlace(home, half, { a, b }, points) {
    const centre = map.latLngToLayerPoint(home);
    const isClear = (y) => !points.some((point) => Math.abs(point.x - centre.x) < half + CLEAR && Math.abs(point.y - y) < CLEAR);
    const isInside = (y) => y > a.y + HEIGHT && y < b.y - HEIGHT;
    const shift = SHIFTS.find((by) => (by === 0 || isInside(centre.y + by)) && isClear(centre.y + by));
    return shift === undefined ? null : map.layerPointToLatLng([centre.x, centre.y + shift]);
  }
  map.on("zoomend viewreset resize", place);

  return {
    draw,
    keepClear(latLngs) {
      obstacles = latLngs;
      place();
    },
  };
}
