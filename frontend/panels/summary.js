// The first answer: three numbers, and who is on no map.

import { h } from "../lib/dom.js";
import { SHOWN, ZERO, cellOf, countStatuses } from "../lib/cells.js";
import { count, day, lowerFirst, miles } from "../lib/format.js";
import { words } from "../lib/i18n.js";
import { areaKey, notMappedTexts, rangeText, shownFigure, shownText, sitesText } from "../lib/words.js";

const FAR_MINUTES = 30;

export function createSummary({ figures, dateLine, notMapped }) {
  const total = figure();
  const areas = figure();
  const sites = figure();
  figures.append(total.element, areas.element, sites.element);

  function showPeople({ subject, release, level, counts, whole, jurisdiction }) {
    const cell = whole ? cellOf(whole, subject.code) : null;
    total.set(wholeFigure(cell, release.base), words.summary.inPlace(lowerFirst(subject.measure.title), jurisdiction));
    const { figure: shown, words: said } = shownText(counts, level);
    areas.set(shown, said);
    const sentences = notMappedTexts(release.notMapped, release);
    if (release.belowGate) sentences.unshift(words.summary.belowGate(release.belowGate));
    notMapped.replaceChildren(...sentences.map((sentence) => h("li", {}, sentence)));
    notMapped.parentElement.hidden = sentences.length === 0;
  }

  /** How many areas have a site, and how far the farthest is from one. */
  function showServices({ subject, level, features, kind }) {
    const suffix = subject.column.replace(/^(sites|nearest_m)/, "");
    const withSite = countStatuses(features, `sites${suffix}`)[SHOWN];
    areas.set(words.summary.figure(count(withSite), count(features.length)), words.summary.withSite(level.many, kind));
    const far = farthest(features, `nearest_m${suffix}`);
    if (far) total.set(words.measures.miles(miles(far.value)), words.summary.farthest(areaKey(level, far.properties)));
    else total.set(words.cell.noData, words.measures.noneNear);
    notMapped.parentElement.hidden = true;
  }

  /** How many go without in all, and in how many areas half of the homes are far from a site. */
  function showGaps({ subject, level, features, whole, jurisdiction }) {
    const band = whole ? cellOf(whole, subject.column).band : null;
    const category = lowerFirst(subject.category.name);
    total.set(band ? rangeText(band) : words.cell.noData, words.gaps.inPlace(category, jurisdiction));
    const [, { column }] = subject.both;
    const far = features.filter(({ properties }) => !(cellOf(properties, column).value <= FAR_MINUTES));
    areas.set(words.summary.figure(count(far.length), count(features.length)), words.gaps.far(level.many, FAR_MINUTES));
    notMapped.parentElement.hidden = true;
  }

  return {
    /** whole: the properties of the area that is the whole jurisdiction, or null; kind: of the services, in words */
    showAreas(shown) {
      const { current, kind } = shown.subject;
      if (kind === "gap") showGaps(shown);
      else if (current) showServices(shown);
      else showPeople(shown);
      const order = current ? [sites, areas, total] : [total, areas, sites];
      figures.append(...order.map(({ element }) => element));
      dateLine.textContent = words.page.asOf(day(shown.release.date));
    },
    showNoAreas() {
      dateLine.textContent = words.page.noCountsLine;
    },
    showSites(number, unplaced, categoryName) {
      const text = sitesText(number, unplaced, categoryName);
      sites.set(text.figure, text.words);
    },
    showNoSites() {
      sites.set("–", words.summary.sitesFailed);
    },
  };
}

function farthest(features, column) {
  return features
    .map(({ properties }) => ({ properties, value: cellOf(properties, column).value }))
    .reduce((best, next) => (next.value !== null && (!best || next.value > best.value) ? next : best), null);
}

function wholeFigure(cell, base) {
  if (!cell) return words.cell.notPublished;
  if (cell.status === SHOWN) return shownFigure(cell, base);
  if (cell.status === ZERO) return "0";
  return cell.status === "hidden" ? words.cell.hidden : words.cell.noData;
}

function figure() {
  const title = h("dt", {});
  const number = h("dd", {});
  const element = h("div", { hidden: true }, title, number);
  return {
    element,
    set(value, text) {
      element.hidden = false;
      const [, about, rest] = /^(\p{L}+ )?(\d.*)$/u.exec(value) ?? [null, null, value];
      number.replaceChildren(...(about ? [h("small", {}, about)] : []), rest);
      number.classList.toggle("long", value.length > 11);
      title.textContent = text;
    },
  };
}
