// The one module that knows where Leaflet comes from and how it is started. The rest of the map uses the constructors
// handed out here, so that the next major version is a change to this file.

const BASE = "/webjars/leaflet/1.9.4/dist/";

/** Leaflet's constructors; fails when the library cannot be loaded. */
export async function loadLeaflet() {
  await Promise.all([addStyles(), addScript()]);
  const L = globalThis.L;
  return {
    Map: L.Map,
    Control: L.Control,
    ZoomControl: L.Control.Zoom,
    AttributionControl: L.Control.Attribution,
    GeoJSON: L.GeoJSON,
    TileLayer: L.TileLayer,
    LayerGroup: L.LayerGroup,
    Marker: L.Marker,
    DivIcon: L.DivIcon,
    SVG: L.SVG,
    Tooltip: L.Tooltip,
    LatLng: L.LatLng,
    LatLngBounds: L.LatLngBounds,
    stopClicks: L.DomEvent.disableClickPropagation,
  };
}

// Before our own style sheets, so that ours have the last word.
function addStyles() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = `${BASE}leaflet.css`;
  return loaded(link, () => document.head.prepend(link));
}

function addScript() {
  const script = document.createElement("script");
  script.src = `${BASE}leaflet.js`;
  return loaded(script, () => document.head.append(script));
}

function loaded(element, insert) {
  return new Promise((resolve, reject) => {
    element.addEventListener("load", resolve);
    element.addEventListener("error", () => reject(new Error("The map library could not be loaded.")));
    insert();
  });
}
