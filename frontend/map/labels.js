// The key of each area written on it, where there is room at the present zoom, clear of the services' signs and of
// the other labels. A short key takes the level's word with it, so that it does not read as a count.

import { boxesMeet, centreOf, holds } from "../lib/geometry.js";
import { labelTexts } from "../lib/words.js";

const WIDTH_PER_LETTER = 8;
const HEIGHT = 18;
const SIGN = 32;
const CORNERS = [[-1, -1], [1, -1], [-1, 1], [1, 1]];
const STEPS = [0, -12, 12, -24, 24, -36, 36, -48, 48, -72, 72];
const SHIFTS = STEPS.flatMap((down) => STEPS.map((aside) => [aside, down]));
SHIFTS.sort((a, b) => Math.hypot(...a) - Math.hypot(...b));

export function createLabels(leaflet, map) {
  const group = new leaflet.LayerGroup().addTo(map);
  let labels = [];
  let obstacles = [];
  let asked = false;

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
      return { key, texts: labelTexts(level, key), sign: "", polygon, geometry: feature.geometry, home, words, marker };
    });
    placeOnce();
  }

  /** Once for all that happens in one turn: a change of size alone is told four times. Not a frame later, which paper does not wait for. */
  function placeOnce() {
    if (asked) return;
    asked = true;
    queueMicrotask(() => {
      asked = false;
      place();
    });
  }

  function place() {
    const taken = obstacles.map((latLng) => ({ ...xy(map.latLngToLayerPoint(latLng)), width: SIGN, height: SIGN }));
    for (const label of labels) {
      const box = signed(label).map((text, i) => freeBox(label, text, i, taken)).find(Boolean);
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

  /** Where a text goes: the area's centre, or beside it where something stands there; null where all is taken. */
  function freeBox({ polygon, geometry, home }, text, index, taken) {
    const bounds = polygon.getBounds();
    const a = map.latLngToLayerPoint(bounds.getNorthWest());
    const b = map.latLngToLayerPoint(bounds.getSouthEast());
    const width = text.length * WIDTH_PER_LETTER + 6;
    if (b.x - a.x < width + 8 || b.y - a.y < HEIGHT + 8) return null;
    const centre = map.latLngToLayerPoint(home);
    const isInside = (x, y) => {
      const { lat, lng } = map.layerPointToLatLng([x, y]);
      return holds(geometry, [lng, lat]);
    };
    for (const [aside, down] of SHIFTS) {
      const box = { x: centre.x + aside, y: centre.y + down, width, height: HEIGHT, text, index };
      if (taken.some((other) => boxesMeet(box, other))) continue; // first, since it costs least
      const strays = CORNERS.some(([x, y]) => !isInside(box.x + (x * width) / 2, box.y + (y * HEIGHT) / 3));
      if (!strays || (aside === 0 && down === 0)) return box;
    }
    return null;
  }
  map.on("zoomend viewreset resize", placeOnce);

  return {
    draw,
    sign(signOf) {
      for (const label of labels) label.sign = signOf(label.key);
      placeOnce();
    },
    keepClear(latLngs) {
      obstacles = latLngs;
      placeOnce();
    },
  };
}

/** A sign stands alone where no key does. */
const signed = ({ texts, sign }) =>
  sign === "" ? texts : texts.length === 0 ? [sign] : texts.map((text) => `${text} ${sign}`);

const xy = ({ x, y }) => ({ x, y });
