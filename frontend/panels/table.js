// The areas as a table: the same numbers as the map, sortable, to be searched and taken along, and linked with the map both ways.

import { copyText, downloadText, h } from "../lib/dom.js";
import { sortFeatures } from "../lib/cells.js";
import { CHANGE, asCsv, asTabbed, columnsOf, tableCell, tableRows } from "../lib/columns.js";
import { count } from "../lib/format.js";
import { words } from "../lib/i18n.js";
import { UNSTABLE_SIGN, figuresText } from "../lib/rates.js";
import { areaKey, areaTitle, tableCaption, whyPage } from "../lib/words.js";

export function createTable(container, { onOpen, onPoint, onSort, say }) {
  const texts = words.table;
  const caption = h("span", {});
  const head = h("thead", {});
  const body = h("tbody", {});
  const table = h("table", {}, h("caption", { id: "areas-caption" }, caption), head, body);
  const scroller = h("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": texts.label }, table);
  const find = h("input", { type: "search", autocomplete: "off", input: () => drawBody() });
  const found = h("span", { class: "quiet", role: "status" });
  const finder = h("p", { class: "finder screen-only" }, h("label", {}, h("span", {}, texts.find), find), found);
  const download = h("a", { class: "download", download: true }, texts.geojson);
  const take = h(
    "p",
    { class: "take screen-only" },
    h("button", { type: "button", click: copy }, texts.copy),
    h("button", { type: "button", click: save }, texts.csv),
    download,
  );
  const why = h("p", { hidden: true }, h("a", { class: "why", href: whyPage() }, words.why.some));
  const instead = h("p", {});
  const parts = [finder, scroller, take];
  container.append(instead, finder, scroller, why, take);
  for (const part of parts) part.hidden = true;

  let sort = { column: "key", descending: false };
  let shown = null;
  let columns = [];
  let rows = new Map();
  let selectedKey = "";

  /** @param sortCode "people" or "-people", or nothing */
  function draw(next, sortCode) {
    shown = next;
    instead.textContent = "";
    for (const part of parts) part.hidden = false;
    const figures = shown.subject.current ? "" : figuresText(shown.features, shown.subject.measure);
    caption.textContent = [tableCaption(shown), figures].filter(Boolean).join(" ");
    download.href = shown.path;
    download.setAttribute("download", `${fileName()}.geojson`);
    columns = columnsOf(shown);
    arrange(sortCode);
    why.hidden = !shown.features.some(({ properties }) =>
      columns.some((column) => column.numeric && tableCell(properties, column, shown.level).hidden),
    );
  }

  const fileName = () =>
    [shown.level.code, shown.subject.column, shown.subject.current ? "" : shown.release.date].filter(Boolean).join("-");

  function orderOf(code) {
    const [, minus, column] = /^(-?)(.*)$/.exec(code);
    const isThere = columns.some((candidate) => candidate.column === column && column !== "before" && column !== CHANGE);
    return isThere ? { column, descending: minus !== "" } : { column: "key", descending: false };
  }

  function arrange(code) {
    const held = head.contains(document.activeElement) ? document.activeElement.closest("th").dataset.column : "";
    sort = orderOf(code);
    head.replaceChildren(h("tr", {}, columns.map(header)));
    head.querySelector(`[data-column="${CSS.escape(held)}"] button`)?.focus();
    drawBody();
  }

  function header({ column, title, numeric, before }) {
    if (before) return h("th", { scope: "col", class: "number plain" }, title);
    const sorted = sort.column === column;
    const direction = sorted ? (sort.descending ? "descending" : "ascending") : null;
    const arrow = h("span", { class: "arrow", "aria-hidden": "true" }, sorted ? (sort.descending ? "▼" : "▲") : "↕");
    const button = h("button", { type: "button", click: () => turn(column, numeric) }, title, "\u00a0", arrow);
    return h("th", { scope: "col", "aria-sort": direction, class: numeric ? "number" : null, "data-column": column }, button);
  }

  function turn(column, numeric) {
    const descending = sort.column === column ? !sort.descending : Boolean(numeric);
    const code = `${descending ? "-" : ""}${column}`;
    arrange(code);
    onSort(code === "key" ? "" : code);
  }

  /** The areas that are looked for, by key, name or the area above. */
  function matching() {
    const wanted = find.value.trim().toLowerCase();
    const sorted = sortFeatures(shown.features, sort.column, sort.descending);
    if (wanted === "") return sorted;
    return sorted.filter(({ properties: { key, name, parent } }) =>
      [key, name, parent].some((text) => String(text ?? "").toLowerCase().includes(wanted)),
    );
  }

  function drawBody() {
    const features = matching();
    rows = new Map();
    body.replaceChildren(...features.map(row));
    found.textContent = find.value.trim() === "" ? "" : texts.found(count(features.length), count(shown.features.length));
    select(selectedKey);
  }

  function row({ properties }) {
    const key = String(properties.key);
    const open = h(
      "button",
      { type: "button", "aria-pressed": "false", "aria-label": areaTitle(shown.level, properties) },
      areaKey(shown.level, properties),
    );
    const caution =
      properties.low_hit_rate === true
        ? h("span", { class: "caution", title: words.cell.lowHitRate, role: "img", "aria-label": words.cell.lowHitRate }, "⚠")
        : null;
    const cells = columns.slice(1).map((column) => drawn(tableCell(properties, column, shown.level), column));
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

  async function copy() {
    say((await copyText(asTabbed(tableRows(matching(), columns, shown.level)))) ? texts.copied : texts.notCopied);
  }

  function save() {
    downloadText(`${fileName()}.csv`, "text/csv;charset=utf-8", `\ufeff${asCsv(tableRows(matching(), columns, shown.level))}`);
  }

  let pointed = null;
  return {
    draw,
    /** The order that is asked for, of the rows that are there. */
    sort(code) {
      const { column, descending } = orderOf(code);
      if (column !== sort.column || descending !== sort.descending) arrange(code);
    },
    select,
    point(key) {
      pointed?.classList.remove("pointed");
      pointed = rows.get(key)?.element ?? null;
      pointed?.classList.add("pointed");
    },
    focus: (key) => rows.get(key)?.open.focus(),
    /** In place of the table. */
    explain(sentence) {
      instead.textContent = sentence;
    },
  };
}

function drawn({ text, plain, hidden, unstable }, { numeric }) {
  if (!numeric) return h("td", {}, text);
  const why = words.cell.unstableWhy;
  const sign = unstable ? [h("span", { class: "unstable", title: why, role: "img", "aria-label": why }, UNSTABLE_SIGN), "\u00a0"] : [];
  return h("td", { class: plain ? "number" : `number word ${hidden ? "hidden-cell" : ""}` }, ...sign, text);
}
