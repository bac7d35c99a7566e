// What lies under the areas: tiles of another host where they are configured, else our own, else nothing but the
// outlines that are there anyway. Each step is taken when the one before does not answer.

import { words } from "../lib/i18n.js";

const MOST_FAILURES = 3;
const GROUND_CLASS = "with-ground";
const DARK_CLASS = "with-dark-ground";

/** The URL template of our own tiles in a palette; Leaflet fills in the place, and @2x for dense screens. */
export const tileUrl = ({ version }, palette) =>
  `/tiles/base/${encodeURIComponent(version)}/${palette}/{z}/{x}/{y}{r}.png`;

const paletteOf = (colours) => (colours.isDark() ? "dark" : "light");

/** Leaflet takes attributions for markup. */
const asMarkup = (text) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/**
 * Puts a ground under the areas and keeps it in the colours of the page.
 *
 * @param sources our own base map and the tiles of another host, as the configuration has them; each may be null
 * @param page the element that is told by a class whether there is a ground
 * @param colours of the page: isDark(), and onChange(listener)
 * @param onGone called when there was one and is none any more
 */
export function createBasemap(leaflet, map, { basemap, tiles }, { page, colours, media = matchMedia, onGone }) {
  const print = media("print");
  const steps = [tiles && ofOtherHost, basemap && ofOurOwn].filter(Boolean);
  let shown = null;
  let onPaper = null;
  let isGone = false;

  function ofOtherHost() {
    return { layer: layer(tiles.url, { attribution: asMarkup(tiles.attribution), className: "ground-of-others" }) };
  }

  function ofOurOwn() {
    const palette = paletteOf(colours);
    return { layer: own(palette, "ground"), palette };
  }

  function own(palette, className) {
    return layer(tileUrl(basemap, palette), {
      minZoom: basemap.minZoom,
      maxNativeZoom: basemap.maxZoom,
      attribution: asMarkup(basemap.attribution ? words.map.ground(basemap.attribution) : ""),
      className,
    });
  }

  function layer(url, options) {
    return new leaflet.TileLayer(url, { maxZoom: map.getMaxZoom(), alt: "", ...options });
  }

  const step = () => put(steps.shift()?.() ?? null);

  function put(next) {
    shown?.layer.remove();
    shown = next;
    page.classList.toggle(GROUND_CLASS, shown !== null);
    page.classList.toggle(DARK_CLASS, shown?.palette === "dark");
    if (!shown) return;
    let failures = 0;
    const { layer } = shown;
    layer.on("tileload", () => (failures = 0));
    layer.on("tileerror", () => {
      failures += 1;
      if (failures !== MOST_FAILURES || shown?.layer !== layer) return;
      step();
      if (shown) return;
      isGone = true;
      onGone();
    });
    layer.addTo(map);
  }

  // Another layer and not another address: Leaflet would ask for the tiles of a zoom between two whole ones.
  function follow() {
    if (shown?.palette && shown.palette !== paletteOf(colours)) put(ofOurOwn());
  }

  // Paper has its own tiles over those of the screen, which stay in grey, if they are light, until the others are there.
  function toPaper() {
    onPaper?.remove();
    onPaper = null;
    if (print.matches && shown && basemap) onPaper = own("print", "ground-on-paper").addTo(map);
  }

  colours.onChange(follow);
  print.addEventListener("change", toPaper);
  step();
  toPaper();

  return {
    /** Whether the ground could not be read. */
    isGone: () => isGone,
  };
}
