// Service sites as signs on the map. Where signs would cover each other, one sign stands for several.

import { crowd } from "../lib/geometry.js";
import { markOf } from "../lib/marks.js";
import { listing } from "../lib/format.js";
import { named, words } from "../lib/i18n.js";
import { clusterSvg, markSvg } from "./mark.js";
import { createRoving } from "./roving.js";

// How near two signs may stand, and how large each is to a pointer or a finger; the drawn sign is smaller.
const [REACH_PX, SIZE_PX] = globalThis.matchMedia?.("(pointer: coarse)").matches ? [48, 48] : [38, 32];
const LAST_PARTING_ZOOM = 17;
const MOST_NAMED = 3;

/** @param onOpen called with the ids of the sites that a sign stands for
 *  @param onPlaced called with the places of all signs whenever they change */
export function createProviderLayer(leaflet, view, marks, { onOpen, onPlaced }) {
  const { map } = view;
  const group = new leaflet.LayerGroup().addTo(map);
  const pane = map.getPane("markerPane");
  pane.setAttribute("role", "group");
  pane.setAttribute("aria-label", words.services.group);
  let sites = [];
  let signs = [];
  let selectedId = "";

  const roving = createRoving({
    onOpen: (item) => open(item.sign),
    onFocus: (item) => {
      if (!map.getBounds().contains(item.sign.latLng)) map.panTo(item.sign.latLng, { animate: !view.still });
    },
  });

  function draw(features) {
    sites = features
      .filter((feature) => feature.geometry?.type === "Point")
      .map((feature) => ({
        id: String(feature.properties.id),
        properties: feature.properties,
        latLng: new leaflet.LatLng(feature.geometry.coordinates[1], feature.geometry.coordinates[0]),
      }));
    place();
  }

  function place() {
    const focused = signs.find((sign) => sign.element === document.activeElement);
    group.clearLayers();
    const points = sites.map((site) => map.project(site.latLng));
    signs = crowd(points, REACH_PX).map((indices) => makeSign(indices.map((i) => sites[i])));
    pane.hidden = signs.length === 0;
    roving.set(
      signs.map((sign) => ({
        id: sign.id,
        sign,
        element: sign.element,
        point: () => map.latLngToContainerPoint(sign.latLng),
      })),
    );
    if (focused) roving.focus(nearest(focused.latLng)?.id);
    showSelected();
    onPlaced(signs.map((sign) => sign.latLng));
  }
  map.on("zoomend", place);

  function makeSign(members) {
    const [first] = members;
    const single = members.length === 1;
    const html = document.createElement("span");
    html.append(single ? markSvg(markOf(marks, first.properties.category)) : clusterSvg(members.length));
    const sign = { id: first.id, members, latLng: first.latLng };
    const marker = new leaflet.Marker(first.latLng, {
      keyboard: false,
      riseOnHover: true,
      icon: new leaflet.DivIcon({ className: "site", html, iconSize: [SIZE_PX, SIZE_PX] }),
    }).addTo(group);
    sign.element = marker.getElement();
    sign.element.setAttribute("role", "button");
    sign.element.setAttribute("aria-label", labelOf(members, marks));
    if (single) sign.element.title = first.properties.name ?? "";
    marker.on("click", () => open(sign));
    return sign;
  }

  function open(sign) {
    onOpen(sign.members.map((site) => site.id));
  }

  function nearest(latLng) {
    return signs.reduce(
      (best, sign) => (!best || sign.latLng.distanceTo(latLng) < best.latLng.distanceTo(latLng) ? sign : best),
      null,
    );
  }

  function showSelected() {
    const selected = signOf(selectedId);
    for (const sign of signs) sign.element.classList.toggle("selected", sign === selected);
  }

  /** Many sites under one sign come apart by zooming in, unless they stand at the same place. */
  function canPart(ids) {
    const chosen = sites.filter((site) => ids.includes(site.id));
    const apart = chosen.some((site) => !site.latLng.equals(chosen[0].latLng, 1e-4));
    return apart && map.getZoom() < LAST_PARTING_ZOOM;
  }

  const signOf = (id) => signs.find((sign) => sign.members.some((site) => site.id === id));

  return {
    draw,
    canPart,
    select(id) {
      selectedId = id;
      showSelected();
    },
    reveal(id) {
      const site = sites.find((candidate) => candidate.id === id);
      if (site && !map.getBounds().contains(site.latLng)) view.show(site.latLng);
    },
    zoomTo(ids) {
      const bounds = new leaflet.LatLngBounds(sites.filter((site) => ids.includes(site.id)).map((site) => site.latLng));
      if (bounds.isValid()) map.fitBounds(bounds, { padding: [48, 48], maxZoom: 17, animate: !view.still });
    },
    sideAway(id) {
      const site = sites.find((candidate) => candidate.id === id);
      return site ? view.sideAway(site.latLng) : "right";
    },
    focus(id) {
      roving.focus(signOf(id)?.id);
    },
  };
}

function labelOf(members, marks) {
  const { here, hereNamed, otherService, sign } = words.services;
  if (members.length > MOST_NAMED) return here(members.length);
  if (members.length > 1) return hereNamed(members.length, listing(members.map(({ properties }) => properties.name)));
  const { name, category, category_name: categoryName } = members[0].properties;
  const { letters } = markOf(marks, category);
  return [name, categoryName ? named("category", category, categoryName) : otherService, sign(letters)].join(", ");
}
