// The empty map: plain ground, big buttons, and layers (panes) stacked in a fixed order.

import { byId } from "../lib/dom.js";
import { freeSpace, shiftInto } from "../lib/geometry.js";
import { words } from "../lib/i18n.js";

const PANES = { outlines: 420, marks: 440, labels: 450 };
const MARGIN_PX = 8;
const BUTTONS_PX = 56;
const WIDE_PX = 600;
const PRINT_CLASS = "printing";

export function createView(leaflet, container, bbox) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new leaflet.Map(container, {
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0.25,
    maxZoom: 18,
    zoomAnimation: !still,
    // What lies under the areas is there or not: a half-seen street would only be harder to read.
    fadeAnimation: false,
    markerZoomAnimation: !still,
    inertia: !still,
  });
  for (const [name, zIndex] of Object.entries(PANES)) {
    const pane = map.createPane(name);
    pane.style.zIndex = zIndex;
    pane.style.pointerEvents = "none";
    pane.setAttribute("aria-hidden", "true");
  }

  let home = bbox ? boundsOf(leaflet, bbox) : null;
  const goHome = (animate) => {
    if (!home) return;
    const left = map.getSize().x > WIDE_PX ? BUTTONS_PX : MARGIN_PX;
    map.fitBounds(home, {
      paddingTopLeft: [left, MARGIN_PX],
      paddingBottomRight: [MARGIN_PX, MARGIN_PX],
      animate: animate && !still,
    });
  };
  if (home) goHome(false);
  else map.setView([0, 0], 1);

  new leaflet.ZoomControl({ position: "topleft", zoomInTitle: words.map.zoomIn, zoomOutTitle: words.map.zoomOut }).addTo(map);
  addHomeButton(leaflet, map, () => goHome(true));
  // Beside the map and not over it, where it would cover what can be pressed.
  const credits = new leaflet.AttributionControl({ prefix: '<a href="https://leafletjs.com">Leaflet</a>' }).addTo(map);
  byId("credits").append(credits.getContainer());

  let kept = null;
  const moveClear = (animate) => {
    if (!kept || kept.card.hidden) return;
    const free = freeSpace(container.getBoundingClientRect(), kept.card.getBoundingClientRect());
    const a = map.latLngToContainerPoint(kept.bounds.getNorthWest());
    const b = map.latLngToContainerPoint(kept.bounds.getSouthEast());
    const by = [shiftInto(a.x, b.x, free.left, free.right), shiftInto(a.y, b.y, free.top, free.bottom)];
    if (by[0] !== 0 || by[1] !== 0) map.panBy(by, { animate });
  };
  keepFitted(map, container, () => {
    goHome(false);
    moveClear(false);
  });
  fitForPrint(map, goHome);

  return {
    map,
    still,
    /** Where the server gives no extent, the first data does. */
    suggestHome(bounds) {
      if (home || !bounds.isValid()) return;
      home = bounds;
      goHome(false);
    },
    show(latLng, zoom = map.getZoom()) {
      map.setView(latLng, Math.max(zoom, map.getZoom()), { animate: !still });
    },
    sideAway: (latLng) => (map.latLngToContainerPoint(latLng).x > map.getSize().x / 2 ? "left" : "right"),
    /** Keeps the bounds clear of a card in front of the map: beside it, or above a sheet. None: nothing to keep. */
    clearOf(bounds, card) {
      kept = bounds ? { bounds, card } : null;
      moveClear(!still);
    },
    reveal(bounds) {
      if (!map.getBounds().contains(bounds.getCenter())) map.panTo(bounds.getCenter(), { animate: !still });
    },
  };
}

function boundsOf(leaflet, [west, south, east, north]) {
  return new leaflet.LatLngBounds([south, west], [north, east]);
}

function addHomeButton(leaflet, map, go) {
  const control = new leaflet.Control({ position: "topleft" });
  control.onAdd = () => {
    const bar = document.createElement("div");
    bar.className = "leaflet-bar home";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "⤢";
    button.title = words.map.home;
    button.setAttribute("aria-label", words.map.home);
    button.addEventListener("click", go);
    bar.append(button);
    leaflet.stopClicks(bar);
    return bar;
  };
  control.addTo(map);
}

/** Until somebody moves the map it follows the size of its container. */
function keepFitted(map, container, fit) {
  let touched = false;
  for (const kind of ["pointerdown", "wheel", "keydown"]) {
    container.addEventListener(kind, () => (touched = true), { once: true, passive: true });
  }
  new ResizeObserver(() => {
    if (document.body.classList.contains(PRINT_CLASS)) return;
    map.invalidateSize({ animate: false });
    if (!touched) fit();
  }).observe(container);
}

function fitForPrint(map, goHome) {
  let before = null;
  addEventListener("beforeprint", () => {
    before = { center: map.getCenter(), zoom: map.getZoom() };
    document.body.classList.add(PRINT_CLASS);
    map.invalidateSize({ animate: false });
    goHome(false);
  });
  addEventListener("afterprint", () => {
    document.body.classList.remove(PRINT_CLASS);
    map.invalidateSize({ animate: false });
    if (before) map.setView(before.center, before.zoom, { animate: false });
  });
}
