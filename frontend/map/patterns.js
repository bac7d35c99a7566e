// Fills that are not shades: hatched for hidden, dotted for zero, dashes for no data. Used by the map and its legend.

import { svg } from "../lib/dom.js";

const pattern = (id, size, ...shapes) =>
  svg("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" }, ...shapes);

const ground = (size) => svg("rect", { width: size, height: size, class: "pattern-ground" });

/** The definitions, to be put into an SVG that is on the page. */
export function patternDefs() {
  return svg(
    "defs",
    {},
    pattern("fill-hidden", 8, ground(8), svg("path", { d: "M-2 2l4-4M0 8l8-8M6 10l4-4", class: "pattern-line" })),
    pattern("fill-zero", 10, ground(10), svg("circle", { cx: 5, cy: 5, r: 1, class: "pattern-dot" })),
    pattern("fill-nodata", 12, ground(12), svg("path", { d: "M1 3h5M7 9h5", class: "pattern-line" })),
  );
}

/** A sample of a fill, for a legend. */
export const swatch = (fill) =>
  svg(
    "svg",
    { class: "swatch", width: 28, height: 18, "aria-hidden": "true", focusable: "false" },
    svg("rect", { x: 0.5, y: 0.5, width: 27, height: 17, class: `area ${fill}` }),
  );
