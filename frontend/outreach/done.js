// What both agencies did, by month and area: the same numbers as totals, as a trend, on the map and in a table.

import { byId, choice, h, svg } from "../lib/dom.js";
import { compareNames, count, figure } from "../lib/format.js";
import { getJson } from "../lib/http.js";
import { areaTitle } from "../lib/words.js";
import { month as monthName, today } from "./dates.js";
import { formatDone, isSpan, parseDone, readDone, wrongShare } from "./done-data.js";
import { speakPresence, texts as all } from "./presence-words.js";
import { createShades, drawShadeLegend } from "./shades.js";

const number = (value) => (value === null ? "" : Number.isInteger(value) ? count(value) : figure(value));
const OUTCOMES = ["contacted", "not_home", "moved", "bad_address"];

/** A part of the page of outreach: { show(state), hide() }. */
export async function createDone(container, { config, leaflet, map: page, say, go }) {
  await speakPresence();
  const texts = all.done;
  const map = page && createShades(leaflet, page.view, { onOpen: (key) => reveal(key), onPoint: () => {} });
  const controls = h("form", { class: "controls where", submit: (event) => event.preventDefault() });
  const totals = h("dl", { class: "facts" });
  const trend = h("div", {});
  const areas = h("div", {});
  const outcomes = h("div", {});
  const csv = h("a", { class: "download", href: "" }, texts.csv);
  container.append(h("h2", { id: "done-title", tabindex: "-1" }, texts.title), h("p", { class: "quiet" }, texts.about), controls,
    h("h3", {}, texts.all), totals, trend, h("div", { class: "take" }, csv), areas, outcomes);
  container.setAttribute("aria-labelledby", "done-title");
  let wanted = null;
  let answer = null;
  let loading = null;

  const keep = (change) => go({ done: formatDone({ ...wanted, ...change }) });
  const level = config.smallest ?? { code: "beat", one: texts.area, many: texts.area };
  const nameOf = (area) => (area.isCurrent ? areaTitle(level, area) : texts.older(area.key));

  function drawControls() {
    // Where browsers have no field for months, it is one for text.
    const field = (name, label) => h("label", {}, h("span", {}, label), h("input", { type: "month", name, value: wanted[name], required: true, pattern: "\\d{4}-\\d{2}", placeholder: "2026-11", change: settle }));
    const measure = choice(texts.measure, answer.measures.map((code) => [code, texts.names[code] ?? code]));
    measure.element.value = wanted.measure;
    measure.element.addEventListener("change", () => keep({ measure: measure.element.value }));
    const focused = [...controls.querySelectorAll("input, select")].indexOf(document.activeElement);
    controls.replaceChildren(field("from", texts.from), field("to", texts.to), measure.field);
    if (focused >= 0) controls.querySelectorAll("input, select")[focused].focus();
  }

  function settle() {
    const { from, to } = controls.elements;
    if (isSpan(from.value, to.value)) keep({ from: from.value, to: to.value });
    else say(texts.noMonth);
  }

  function drawTrend(at, name) {
    const values = answer.all.trend.map((row) => row[at] ?? 0);
    const most = Math.max(1, ...values);
    const bars = values.map((value, i) => svg("rect", { class: "bar-of", x: i * 10 + 1, y: (40 - (38 * value) / most).toFixed(2), width: 8, height: ((38 * value) / most).toFixed(2) }));
    trend.replaceChildren(
      h("h3", {}, texts.trend(name)),
      svg("svg", { class: "trend", viewBox: `0 0 ${values.length * 10} 40`, preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" }, bars),
      h("details", {}, h("summary", {}, texts.trend(name)), h("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": texts.trend(name) }, h("table", {},
        h("thead", {}, h("tr", {}, h("th", { scope: "col", class: "plain" }, texts.month), h("th", { scope: "col", class: "plain number" }, name))),
        h("tbody", {}, answer.months.map((each, i) => h("tr", {}, h("th", { scope: "row" }, monthName(`${each}-01`)), h("td", { class: "number" }, number(answer.all.trend[i][at])))))))));
  }

  /** The most first, as the map is shaded. */
  function drawAreas(at) {
    const sorted = [...answer.areas].sort((one, other) => (other.totals[at] ?? 0) - (one.totals[at] ?? 0) || compareNames(one.key, other.key));
    areas.replaceChildren(h("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": texts.table }, h("table", { class: "measures" },
      h("caption", {}, texts.table),
      h("thead", {}, h("tr", {}, h("th", { scope: "col", class: "plain" }, texts.area), answer.measures.map((code) => h("th", { scope: "col", class: "plain number" }, texts.names[code] ?? code)))),
      h("tbody", {}, sorted.map((area) => h("tr", { "data-key": area.key }, h("th", { scope: "row", tabindex: "-1" }, nameOf(area)), area.totals.map((value) => h("td", { class: "number" }, number(value)))))))));
  }

  function reveal(key) {
    const row = areas.querySelector(`tr[data-key="${CSS.escape(key)}"]`);
    row?.scrollIntoView({ block: "center" });
    row?.querySelector("th").focus();
  }

  function drawMap(at, name) {
    const byKey = new Map(answer.areas.map((area) => [area.key, area]));
    const valueOf = (key) => byKey.get(key)?.totals[at] ?? 0;
    const highest = map?.areas(level, answer.areas, valueOf, (key) => texts.inWords(nameOf(byKey.get(key)), name, number(valueOf(key)))) ?? 0;
    drawShadeLegend(byId("legend"), { ...texts, legend: name }, highest, answer.areas.some(({ key }) => valueOf(key) === 0), number, answer.areas.every(({ key }) => Number.isInteger(valueOf(key))));
  }

  function drawOutcomes(quarters) {
    outcomes.replaceChildren(...(quarters.length === 0 ? [] : [
      h("h3", {}, texts.outcomes), h("p", { class: "quiet" }, texts.outcomesAbout),
      h("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": texts.outcomes }, h("table", {},
        h("thead", {}, h("tr", {}, h("th", { scope: "col", class: "plain" }, texts.quarter), OUTCOMES.map((code) => h("th", { scope: "col", class: "plain number" }, texts.outcomeNames[code])), h("th", { scope: "col", class: "plain number" }, texts.wrong))),
        h("tbody", {}, quarters.map((quarter) => {
          const share = wrongShare(quarter);
          return h("tr", {}, h("th", { scope: "row" }, quarter.quarter),
            OUTCOMES.map((code) => h("td", { class: "number" }, quarter[code] === null ? texts.hidden : texts.about5(count(quarter[code])))),
            h("td", { class: "number" }, share === null ? texts.unknown : texts.percent(count(Math.round(share)))));
        }))))]));
  }

  return {
    async show(state) {
      wanted = parseDone(state.done, today(config.timeZone));
      loading?.abort();
      const { signal } = (loading = new AbortController());
      const query = new URLSearchParams({ from: wanted.from, to: wanted.to });
      const [json, found] = await Promise.all([getJson(`/outreach/measures?${query}&shapes=true`, { signal }), getJson("/outreach/outcomes", { signal })]);
      answer = readDone(json);
      if (!answer.measures.includes(wanted.measure)) [wanted.measure] = answer.measures;
      const at = answer.measures.indexOf(wanted.measure);
      const name = texts.names[wanted.measure] ?? wanted.measure;
      csv.href = `/outreach/measures.csv?${query}`;
      drawControls();
      totals.replaceChildren(...answer.measures.flatMap((code, i) => (answer.all.totals[i] === null ? [] : [h("dt", {}, texts.names[code] ?? code), h("dd", {}, number(answer.all.totals[i]))])));
      drawTrend(at, name);
      drawAreas(at);
      drawMap(at, name);
      drawOutcomes(Array.isArray(found?.quarters) ? found.quarters : []);
    },
    hide() {
      loading?.abort();
      map?.clear();
      byId("legend").replaceChildren();
    },
  };
}
