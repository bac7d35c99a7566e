// The first answer: three numbers, and who is on no map.

import { h } from "../lib/dom.js";
import { SHOWN, ZERO, cellOf } from "../lib/cells.js";
import { day, lowerFirst } from "../lib/format.js";
import { HIDDEN_FOR_PRIVACY, belowGateText, notMappedTexts, shownFigure, shownText, sitesText } from "../lib/words.js";

export function createSummary({ figures, dateLine, notMapped }) {
  const total = figure();
  const areas = figure();
  const sites = figure();
  figures.append(total.element, areas.element, sites.element);

  return {
    /** @param whole the properties of the area that is the whole jurisdiction, or null */
    showAreas({ measure, release, level, counts, whole, jurisdiction }) {
      const cell = whole ? cellOf(whole, measure.code) : null;
      const where = jurisdiction ? ` in ${jurisdiction}` : "";
      total.set(wholeFigure(cell, release.base), `${lowerFirst(measure.title)}${where}`);
      const { figure: shown, words } = shownText(counts, level);
      areas.set(shown, words);
      dateLine.textContent = `Numbers as of ${day(release.date)}`;
      const sentences = notMappedTexts(release.notMapped, release);
      if (release.belowGate) sentences.unshift(belowGateText(release.belowGate));
      notMapped.replaceChildren(...sentences.map((words) => h("li", {}, words)));
      notMapped.parentElement.hidden = sentences.length === 0;
    },
    showNoAreas() {
      dateLine.textContent = "No counts published yet";
    },
    showSites(count, unplaced, categoryName) {
      const text = sitesText(count, unplaced, categoryName);
      sites.set(text.figure, text.words);
    },
    showNoSites() {
      sites.set("–", "service sites could not be loaded");
    },
  };
}

function wholeFigure(cell, base) {
  if (!cell) return "Not published";
  if (cell.status === SHOWN) return shownFigure(cell, base);
  if (cell.status === ZERO) return "0";
  return cell.status === "hidden" ? HIDDEN_FOR_PRIVACY : "No data";
}

function figure() {
  const words = h("dt", {});
  const number = h("dd", {});
  const element = h("div", { hidden: true }, words, number);
  return {
    element,
    set(value, text) {
      element.hidden = false;
      const [, about, rest] = /^(about )?(.*)$/.exec(value);
      number.replaceChildren(...(about ? [h("small", {}, about)] : []), rest);
      number.classList.toggle("long", value.length > 11);
      words.textContent = text;
    },
  };
}
