// The areas as a table: the same numbers as the map, sortable, and linked with it both ways.

import { h } from "../lib/dom.js";
import { HIDDEN, RESIDENTS, SHOWN, ZERO, cellOf, isUnstable, quotientOf, rateOf, residentsOf, sortFeatures } from "../lib/cells.js";
import { isWhole } from "../lib/config.js";
import { upperFirst } from "../lib/format.js";
import { QUOTIENT_TITLE, RATE_TITLE, UNSTABLE, UNSTABLE_SIGN, figureText, figuresText } from "../lib/rates.js";
import { LOW_HIT_RATE, WHY_PAGE, areaKey, cellText, isHexagon, tableCaption } from "../lib/words.js";

export function createTable(container, { onOpen, onPoint }) {
  const caption = h("span", {});
  const head = h("thead", {});
  const body = h("tbody", {});
  const table = h("table", {}, h("caption", { id: "areas-caption" }, caption), head, body);
  const scroller = h("div", { class: "scroller", hidden: true }, table);
  const download = h("a", { class: "download", download: true }, "Download GeoJSON");
  const downloadLine = h("p", { hidden: true }, download);
  const why = h("p", { hidden: true }, h("a", { class: "why", href: WHY_PAGE }, "Why are some numbers hidden?"));
  const instead = h("p", {});
  container.append(instead, scroller, why, downloadLine);

  let sort = { column: "key", descending: false };
  let shown = null;
  let rows = new Map();
  let selectedKey = "";

  function draw(next) {
    shown = next;
    instead.textContent = "";
    scroller.hidden = downloadLine.hidden = false;
    caption.textContent = [tableCaption(shown), figuresText(shown.features, shown.measure)].filter(Boolean).join(" ");
    download.href = shown.path;
    download.setAttribute("download", `${shown.level.collection}-${shown.release.date}.geojson`);
    const columns = columnsOf(shown);
    if (!columns.some(({ column }) => column === sort.column)) sort = { column: "key", descending: false };
    head.replaceChildren(h("tr", {}, columns.map(header)));
    why.hidden = !shown.features.some(({ properties }) =>
      columns.some(({ column, measure }) => measure && cellOf(properties, column).status === HIDDEN),
    );
    drawBody(columns);
  }

  function header({ column, title, numeric }) {
    const sorted = sort.column === column;
    const direction = sorted ? (sort.descending ? "descending" : "ascending") : null;
    const arrow = h("span", { class: "arrow", "aria-hidden": "true" }, sorted ? (sort.descending ? "▼" : "▲") : "↕");
    const button = h("button", { type: "button", click: () => turn(column, numeric) }, title, "\u00a0", arrow);
    return h("th", { scope: "col", "aria-sort": direction, class: numeric ? "number" : null, "data-column": column }, button);
  }

  function turn(column, numeric) {
    const descending = sort.column === column ? !sort.descending : Boolean(numeric);
    sort = { column, descending };
    draw(shown);
    head.querySelector(`[data-column="${CSS.escape(column)}"] button`).focus();
  }

  function drawBody(columns) {
    rows = new Map();
    body.replaceChildren(...sortFeatures(shown.features, sort.column, sort.descending).map((feature) => row(feature, columns)));
    select(selectedKey);
  }

  function row({ properties }, columns) {
    const key = String(properties.key);
    const cells = columns.slice(1).map((column) => tableCell(properties, column));
    const open = h("button", { type: "button", "aria-pressed": "false" }, areaKey(shown.level, properties));
    const caution =
      properties.low_hit_rate === true
        ? h("span", { class: "caution", title: LOW_HIT_RATE, role: "img", "aria-label": LOW_HIT_RATE }, "⚠")
        : null;
    const element = h("tr", { "data-key": key }, h("th", { scope: "row" }, open, caution), cells);
    element.addEventListener("click", () => onOpen(key, open));
    for (const kind of ["mouseenter", "focusin"]) element.addEventListener(kind, () => onPoint(key));
    for (const kind of ["mouseleave", "focusout"]) element.addEventListener(kind, () => onPoint(""));
    rows.set(key, { element, open });
    return element;
  }

  function select(key) {
    rows.get(selectedKey)?.element.classList.remove("selected");
    rows.get(selectedKey)?.open.setAttribute("aria-pressed", "false");
    selectedKey = key;
    rows.get(key)?.element.classList.add("selected");
    rows.get(key)?.open.setAttribute("aria-pressed", "true");
  }

  let pointed = null;
  return {
    draw,
    select,
    point(key) {
      pointed?.classList.remove("pointed");
      pointed = rows.get(key)?.element ?? null;
      pointed?.classList.add("pointed");
    },
    focus: (key) => rows.get(key)?.open.focus(),
    /** In place of the table. */
    explain(words) {
      instead.textContent = words;
    },
  };
}

function tableCell(properties, { column, numeric, measure, figureOf }) {
  if (!numeric) return h("td", {}, String(properties[column] ?? ""));
  const cell = column === RESIDENTS ? residentsOf(properties) : cellOf(properties, column);
  const plain = cell.status === SHOWN || cell.status === ZERO;
  const words = figureOf ? figureText(properties, column) : cellText(cell);
  const unstable = plain && (measure || figureOf) && isUnstable(properties, figureOf ?? column);
  const sign = unstable
    ? [h("span", { class: "unstable", title: UNSTABLE, role: "img", "aria-label": UNSTABLE }, UNSTABLE_SIGN), "\u00a0"]
    : [];
  return h("td", { class: plain ? "number" : `number word ${cell.status === HIDDEN ? "hidden-cell" : ""}` }, ...sign, words);
}

/** A column that says nothing is left out: names that repeat the key, one parent for all, residents that nobody knows. */
export function columnsOf({ level, parentLevel, measure, people, features }) {
  const columns = [{ column: "key", title: upperFirst(level.one) }];
  const named = !isHexagon(level) && features.some(({ properties }) => properties.name && String(properties.name) !== String(properties.key));
  if (named) columns.push({ column: "name", title: "Name" });
  const parents = new Set(features.map(({ properties }) => properties.parent));
  if (parentLevel && !isWhole(parentLevel) && !isHexagon(parentLevel) && parents.size > 1) {
    columns.push({ column: "parent", title: upperFirst(parentLevel.one) });
  }
  if (people && people.code !== measure.code) columns.push({ column: people.code, title: people.title, measure: true, numeric: true });
  columns.push({ column: measure.code, title: measure.title, measure: true, numeric: true });
  if (measure.bandWidth) return columns;
  if (features.some(({ properties }) => residentsOf(properties).status === SHOWN)) {
    columns.push({ column: rateOf(measure.code), title: RATE_TITLE, figureOf: measure.code, numeric: true });
    columns.push({ column: RESIDENTS, title: "Residents", numeric: true });
  }
  const compared = features.some(({ properties }) => cellOf(properties, quotientOf(measure.code)).status === SHOWN);
  if (compared && !isWhole(level)) {
    columns.push({ column: quotientOf(measure.code), title: QUOTIENT_TITLE, figureOf: measure.code, numeric: true });
  }
  return columns;
}
