// The places by how urgent they are, each with what its score is made of: a bar for the eye, and the same in words.

import { h, svg } from "../lib/dom.js";
import { count, figure } from "../lib/format.js";
import { texts } from "./priority-words.js";
import { partsOf } from "./urgency.js";
import { pointsText } from "./weights.js";

const FIRST = 25;

/** @param actions of a place, as elements */
export function createPriorityTable(container, { onPoint, actions }) {
  const head = h("thead", {}, h("tr", {}, Object.entries(texts.columns).map(([code, title]) => h("th", { scope: "col", class: code === "score" ? "number plain" : "plain" }, title))));
  const body = h("tbody", {});
  const caption = h("span", {});
  const more = h("button", { type: "button", click: () => drawTo(shown + 100) });
  container.append(
    h("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": texts.table }, h("table", { class: "urgent" }, h("caption", {}, caption), head, body)),
    more,
  );
  let all = { parts: [], rows: [], nameOf: () => "" };
  let shown = FIRST;
  let elements = new Map();
  let pointed = null;

  function valueText(part, value) {
    if (value === null) return part.code === "last_clean_up" ? texts.value.never : texts.value.unknown;
    return (texts.value[part.code] ?? texts.value[part.per] ?? ((n) => n))(Number.isInteger(value) ? count(value) : figure(value));
  }

  const sentence = (place) =>
    partsOf(place.points)
      .map(([i, points]) => texts.points(texts.parts[all.parts[i].code] ?? all.parts[i].code, pointsText(points), valueText(all.parts[i], place.values[i])))
      .join(" · ") || texts.nothing;

  // Widths as attributes of an SVG: the page's policy allows no style in its markup.
  function bar(points) {
    let from = 0;
    const pieces = points.map((each, i) => {
      const at = from;
      from += each;
      return each > 0 ? svg("rect", { class: `part-${i}`, x: at.toFixed(2), y: 0, width: each.toFixed(2), height: 10 }) : null;
    });
    return svg("svg", { class: "bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" }, pieces);
  }

  function row(place) {
    const name = all.nameOf(place);
    return h(
      "tr",
      { mouseenter: () => onPoint(place.key), mouseleave: () => onPoint("") },
      h("th", { scope: "row", tabindex: "-1" }, texts.ranked(count(place.rank), name)),
      h("td", { class: "number" }, pointsText(place.score)),
      h("td", {}, bar(place.points), h("span", { class: "made-of" }, sentence(place))),
      h("td", { class: "acts" }, actions(place, name)),
    );
  }

  function drawTo(most) {
    shown = most;
    const rows = all.rows.slice(0, shown);
    elements = new Map(rows.map((place) => [place.key, row(place)]));
    body.replaceChildren(...elements.values());
    const left = all.rows.length - rows.length;
    more.hidden = left === 0;
    more.textContent = texts.more(count(Math.min(left, 100)));
  }

  return {
    show(next, text, isOther) {
      all = next;
      caption.textContent = text;
      drawTo(isOther ? FIRST : shown);
    },
    point(key) {
      pointed?.classList.remove("pointed");
      pointed = elements.get(key) ?? null;
      pointed?.classList.add("pointed");
    },
    /** Brings the row of a place before the reader. */
    reveal(key) {
      const at = all.rows.findIndex((place) => place.key === key);
      if (at >= shown) drawTo(at + 1);
      const found = elements.get(key);
      found?.scrollIntoView({ block: "center" });
      found?.querySelector("th").focus();
    },
  };
}
