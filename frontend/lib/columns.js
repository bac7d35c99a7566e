// The columns of the table of areas, and the table as text for other programs.

import { HIDDEN, RESIDENTS, SHOWN, ZERO, cellOf, changeBetween, isUnstable, quotientOf, rateOf, residentsOf } from "./cells.js";
import { isWhole } from "./config.js";
import { day, inMiles, signedCount, upperFirst } from "./format.js";
import { words } from "./i18n.js";
import { figureText } from "./rates.js";
import { areaKey, cellText, isHexagon, subjectText } from "./words.js";

export const CHANGE = "change";

/** A column that says nothing is left out: names that repeat the key, one parent for all, residents that nobody knows. */
export function columnsOf({ level, parentLevel, subject, people, features, before }) {
  const columns = [{ column: "key", title: upperFirst(level.one) }];
  const isNamed = ({ properties }) => properties.name && String(properties.name) !== String(properties.key);
  if (!isHexagon(level) && features.some(isNamed)) columns.push({ column: "name", title: words.table.name });
  const parents = new Set(features.map(({ properties }) => properties.parent));
  if (parentLevel && !isWhole(parentLevel) && !isHexagon(parentLevel) && parents.size > 1) {
    columns.push({ column: "parent", title: upperFirst(parentLevel.one) });
  }
  if (subject.current) return [...columns, ...serviceColumns(subject)];
  const { measure } = subject;
  if (people && people.code !== measure.code) columns.push(countColumn(people));
  columns.push(countColumn(measure));
  if (before && !measure.bandWidth) {
    columns.push({ column: "before", title: day(before.date), numeric: true, before, of: measure.code });
    columns.push({ column: CHANGE, title: words.table.change, numeric: true, before, of: measure.code });
  }
  return measure.bandWidth ? columns : [...columns, ...figureColumns(level, measure, features)];
}

const countColumn = ({ code, title }) => ({ column: code, title, measure: true, numeric: true });

function figureColumns(level, { code }, features) {
  const has = (cell) => features.some(({ properties }) => cell(properties).status === SHOWN);
  const columns = [];
  if (has(residentsOf)) {
    columns.push({ column: rateOf(code), title: words.rates.rate, figureOf: code, numeric: true });
    columns.push({ column: RESIDENTS, title: words.rates.residents, numeric: true });
  }
  if (!isWhole(level) && has((properties) => cellOf(properties, quotientOf(code)))) {
    columns.push({ column: quotientOf(code), title: words.rates.quotient, figureOf: code, numeric: true });
  }
  return columns;
}

/** Both what is there and how far it is, whichever of them the map shades. */
const serviceColumns = ({ both }) => both.map(({ column, kind, title }) => ({ column, kind, title, numeric: true }));

/** What a cell of the table says, whether it is a number, and whether that is hidden or unstable. */
export function tableCell(properties, { column, numeric, measure, figureOf, kind, before, of }, level) {
  if (column === "key") return { text: areaKey(level, properties) };
  if (!numeric) return { text: String(properties[column] ?? "") };
  if (before) return comparedCell(properties, column, before, of);
  const cell = column === RESIDENTS ? residentsOf(properties) : cellOf(properties, column);
  const plain = cell.status === SHOWN || cell.status === ZERO;
  return {
    text: figureOf ? figureText(properties, column) : kind ? subjectText(properties, { column, kind }) : cellText(cell),
    value: plain && !cell.band ? (kind === "distance" ? inMiles(cell.value) : cell.value) : null,
    status: cell.status,
    plain,
    hidden: cell.status === HIDDEN,
    unstable: plain && Boolean(measure || figureOf) && isUnstable(properties, figureOf ?? column),
  };
}

function comparedCell(properties, column, { areas }, code) {
  const cells = [cellOf(areas.get(String(properties.key)) ?? {}, code), cellOf(properties, code)];
  if (column !== CHANGE) {
    const plain = cells[0].status === SHOWN || cells[0].status === ZERO;
    return { text: cellText(cells[0]), value: plain ? cells[0].value : null, status: cells[0].status, plain, hidden: cells[0].status === HIDDEN };
  }
  const change = changeBetween(...cells);
  return change === null
    ? { text: "–", value: null, status: "nodata", plain: false }
    : { text: signedCount(change), value: change, status: SHOWN, plain: true };
}

/**
 * The table as rows of plain texts, the head first: every number as it is written in files, with its status beside it, since
 * an empty cell alone would not say whether a number is hidden.
 */
export function tableRows(features, columns, level) {
  const withStatus = (column) => column.numeric && column.column !== RESIDENTS && column.column !== CHANGE;
  const head = columns.flatMap((column) => (withStatus(column) ? [column.title, `${column.title}: ${words.table.status}`] : [column.title]));
  const rows = features.map(({ properties }) =>
    columns.flatMap((column) => {
      const { text, value, status } = tableCell(properties, column, level);
      if (!column.numeric) return [text];
      const number = value === null || value === undefined ? (status === SHOWN ? text : "") : String(value);
      return withStatus(column) ? [number, status] : [number];
    }),
  );
  return [head, ...rows];
}

/** Rows as comma-separated values (RFC 4180). A text that a spreadsheet would take for a formula begins with an apostrophe. */
export const asCsv = (rows) => rows.map((row) => row.map((text) => quoted(guarded(text))).join(",")).join("\r\n") + "\r\n";

/** Rows as a spreadsheet takes them from the clipboard. */
export const asTabbed = (rows) => rows.map((row) => row.map((text) => guarded(text).replace(/[\t\r\n]/g, " ")).join("\t")).join("\n");

const guarded = (text) => (/^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text);
const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
