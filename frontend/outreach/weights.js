// The weights of the parts: a slider and a number each, which say the same, and what share of a score the part can make.

import { h } from "../lib/dom.js";
import { count, figure } from "../lib/format.js";
import { texts } from "./priority-words.js";
import { MOST_WEIGHT } from "./urgency.js";

const STEP = 0.5;

/** onMove is called while a slider moves, onSettle when it rests. */
export function createWeights(container, { onMove, onSettle }) {
  const lines = new Map();
  let parts = [];
  const list = h("div", { class: "weights" });
  const usual = h("button", { type: "button", click: () => settle(Object.fromEntries(parts.map(({ code, usualWeight }) => [code, usualWeight]))) }, texts.usual);
  const caution = h("p", { class: "caution", role: "alert", hidden: true }, texts.oneNeeded);
  container.append(list, caution, usual);

  const given = () => Object.fromEntries(parts.map(({ code }) => [code, Number(lines.get(code).slider.value)]));

  function settle(weights) {
    show(weights);
    if (changed()) onSettle(given());
  }

  /** Whether there is something to score with; else says what is missing. */
  function changed() {
    const weights = given();
    const sum = Object.values(weights).reduce((all, one) => all + one, 0);
    caution.hidden = sum > 0;
    for (const { code } of parts) {
      lines.get(code).share.textContent = sum > 0 ? texts.share(count(Math.round((100 * weights[code]) / sum))) : "";
    }
    if (sum > 0) onMove(weights);
    return sum > 0;
  }

  function line({ code }, i) {
    const name = texts.parts[code] ?? code;
    const range = { min: "0", max: String(MOST_WEIGHT), step: String(STEP) };
    const slider = h("input", { type: "range", ...range, "aria-label": texts.weightOf(name) });
    const number = h("input", { type: "number", ...range, inputmode: "decimal", "aria-label": texts.weightOf(name) });
    const share = h("span", { class: "quiet" });
    slider.addEventListener("input", () => {
      number.value = slider.value;
      changed();
    });
    slider.addEventListener("change", () => changed() && onSettle(given()));
    number.addEventListener("change", () => {
      if (number.value !== "") slider.value = number.value;
      number.value = slider.value;
      if (changed()) onSettle(given());
    });
    lines.set(code, { slider, number, share });
    return h("div", { class: "weight" }, h("span", { class: "name" }, h("i", { class: `part part-${i}`, "aria-hidden": "true" }), name), slider, number, share);
  }

  function show(weights) {
    for (const { code } of parts) {
      const { slider, number } = lines.get(code);
      slider.value = String(weights[code]);
      number.value = slider.value;
    }
  }

  return {
    /** Shows weights without telling anybody. */
    show(nextParts, weights) {
      if (parts.map(({ code }) => code).join() !== nextParts.map(({ code }) => code).join()) {
        parts = nextParts;
        lines.clear();
        list.replaceChildren(...parts.map(line));
      }
      parts = nextParts;
      if (parts.some(({ code }) => Number(lines.get(code).slider.value) !== weights[code])) show(weights);
      const sum = Object.values(weights).reduce((all, one) => all + one, 0);
      for (const { code } of parts) lines.get(code).share.textContent = texts.share(count(Math.round((100 * weights[code]) / sum)));
      caution.hidden = true;
    },
  };
}

/** Points with a tenth. */
export const pointsText = (points) => figure(Math.round(points * 10) / 10);
