// The drawn sign of a category, the same on the map, in the legend and in the list.

import { svg } from "../lib/dom.js";

const SHAPES = {
  circle: () => svg("circle", { cx: 14, cy: 14, r: 12 }),
  square: () => svg("rect", { x: 3, y: 3, width: 22, height: 22, rx: 3 }),
  diamond: () => svg("path", { d: "M14 0.5L27.5 14 14 27.5 0.5 14z" }),
  cluster: () => svg("rect", { x: 1, y: 4, width: 26, height: 20, rx: 10 }),
};

export function markSvg({ letters, shape, colour }) {
  return svg(
    "svg",
    { class: `sign sign-${colour}`, viewBox: "0 0 28 28", width: 28, height: 28, "aria-hidden": "true", focusable: "false" },
    SHAPES[shape](),
    svg("text", { x: 14, y: 14, "text-anchor": "middle", "dominant-baseline": "central" }, letters),
  );
}

export function clusterSvg(number) {
  return markSvg({ letters: String(number), shape: "cluster", colour: "cluster" });
}
