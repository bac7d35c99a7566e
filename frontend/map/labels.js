// The key of each area written on it, where there is room at the present zoom, clear of the services' signs and of
// the other labels. A short key takes the level's word with it, so that it does not read as a count.

import { boxesMeet, centreOf } from "../lib/geometry.js";
import { labelTexts } from "../lib/words.js";

const WIDTH_PER_LETTER = 8;
const HEIGHT = 18;
const SIGN = 32;
const SHIFTS = [0, -24, 24, -48, 48];

export function createLabels(leaflet, map) {
  const group = new leaflet.LayerGroup().addTo(map);
  let labels = [];
  let obstacles = [];

  function draw(areas, level) {
    group.clearLayers();
    labels = areas.map(({ key, feature, polygon }) => {
      const centre = centreOf(feature.geometry);
      const home = centre ? new leaflet.LatLng(centre[1], centre[0]) : polygon.getBounds().getCenter();
      const words = document.createElement("span");
      const marker = new leaflet.Marker(home, {
        pane: "labels",
        interactive: false,
        keyboard: false,
        icon: new leaflet.DivIcon({ className: "area-key", html: words, iconSize: [0, 0] }),
      });
      return { texts: labelTexts(level, key), polygon, home, words, marker };
    });
    place();
  }

  function place() {
    const taken = obstacles.map((latLng) => ({ ...xy(map.latLngToLayerPoint(latLng)), width: SIGN, height: SIGN }));
    for (const label of labels) {
      const box = label.texts.map((text, i) => freeBox(label, text, i, taken)).find(Boolean);
      if (!box) {
        group.removeLayer(label.marker);
        continue;
      }
      taken.push(box);
      label.words.textContent = box.text;
      label.words.classList.toggle("boxed", box.index > 0);
      label.marker.setLatLng(map.layerPointToLatLng([box.x, box.y])).addTo(group);
    }
  }

  /** Where a text goes: the area's centre, or above or below it where something stands there; null where all is taken. */
  function freeBox({ polygon, home }, text, index, taken) {
    const bounds = polygon.getBounds();
    const a = map.latLngToLayerPoint(bounds.getNorthWest());
    const b = map.latLngToLayerPoint(bounds.getSouthEast());
    const width = text.length * WIDTH_PER_LETTER + 6;
    if (b.x - a.x < width + 8 || b.y - a.y < HEIGHT + 8) return null;
    const { x, y: middle } = map.latLngToLayerPoint(home);
    const isInside = (y) => y > a.y + HEIGHT && y < b.y - HEIGHT;
    for (const shift of SHIFTS) {
      const box = { x, y: middle + shift, width, height: HEIGHT, text, index };
      if (shift !== 0 && !isInside(box.y)) continue;
      if (!taken.some((other) => boxesMeet(box, other))) return box;
    }
    return null;
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

const xy = ({ x, y }) => ({ x, y });
