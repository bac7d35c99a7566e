// What is known about an area: its numbers with their meaning, on another date and beside another area, and what is in it.

import { h } from "../lib/dom.js";
import { HIDDEN, cellOf, isUnstable, sortFeatures } from "../lib/cells.js";
import { isWhole } from "../lib/config.js";
import { day, upperFirst } from "../lib/format.js";
import { inLanguage, words } from "../lib/i18n.js";
import { UNSTABLE_SIGN, figuresProse, rateProse, residentsText } from "../lib/rates.js";
import {
  areaKey,
  areaTitle,
  cellProse,
  cellText,
  changeTexts,
  isHexagon,
  subjectProse,
  subjectText,
  unstableSuffix,
  whyHidden,
  whyPage,
} from "../lib/words.js";

/**
 * @param measures of people, the chosen one first; none where the map shows services
 * @param others what else the map of services knows: subjects
 */
export function areaContent(area) {
  return [
    h("p", { class: "quiet" }, [within(area), area.subject.current ? "" : day(area.release.date)].filter(Boolean).join(" · ")),
    ...(area.subject.current ? servicesOf(area) : peopleOf(area)),
    besideOf(area),
    actionsOf(area),
  ];
}

function within({ parentLevel, properties }) {
  const nests = parentLevel && !isWhole(parentLevel) && !isHexagon(parentLevel);
  return nests && properties.parent ? `${upperFirst(parentLevel.one)} ${properties.parent}` : "";
}

function servicesOf({ properties, subject, others, release }) {
  const lines = [...others].filter(({ column }) => column !== subject.column);
  return [
    h("p", { class: "lead" }, upperFirst(subjectProse(properties, subject, release.base))),
    h("p", { class: "quiet" }, `${subject.title}. ${subject.about}`),
    h("ul", { class: "plain" }, lines.map((other) => h("li", {}, `${other.title}: ${subjectText(properties, other)}`))),
  ];
}

function peopleOf({ level, properties, measures, subject, release, before, jurisdiction }) {
  const cells = measures.map((measure) => ({ measure, cell: cellOf(properties, measure.code) }));
  const [first, ...rest] = cells.map(
    ({ measure, cell }) => sentence(measure, cell, release.base) + unstableSuffix(properties, measure),
  );
  const firstIsHidden = cells[0].cell.status === HIDDEN;
  const why = cells.some(({ cell }) => cell.status === HIDDEN) ? whyOf(firstIsHidden, release.k) : null;
  const earlier = before?.areas.get(String(properties.key));
  const changes = earlier ? changeTexts(earlier, properties, subject, { base: release.base, date: before.date }) : [];
  const plain = firstIsHidden || measures[0].bandWidth;
  return [
    h("p", { class: "lead" }, first),
    changes.length > 0 ? h("ul", { class: "plain changes" }, changes.map((text) => h("li", {}, text))) : null,
    properties.low_hit_rate === true ? h("p", { class: "caution" }, words.cell.lowHitRate) : null,
    ...(plain ? [] : figures(properties, measures[0], isWhole(level) ? null : jurisdiction)),
    firstIsHidden ? why : null,
    h("ul", { class: "plain" }, rest.map((text) => h("li", {}, text))),
    firstIsHidden ? null : why,
  ];
}

function whyOf(firstIsHidden, k) {
  const { question, some, more } = words.why;
  const reasons = whyHidden(k).map((text) => h("p", {}, text));
  const page = h("p", {}, h("a", { href: whyPage() }, more));
  return h("details", {}, h("summary", {}, firstIsHidden ? question : some), reasons, page);
}

/** @param jurisdiction what to compare with; null where the area is the whole of it */
function figures(properties, measure, jurisdiction) {
  const texts = jurisdiction === null ? [rateProse(properties, measure)] : figuresProse(properties, measure, jurisdiction);
  const unstable = isUnstable(properties, measure.code)
    ? h("p", { class: "caution" }, `${UNSTABLE_SIGN} ${words.cell.unstableWhy}.`)
    : null;
  const source = residentsText([{ properties }]);
  return [unstable, h("ul", { class: "plain" }, texts.map((text) => h("li", {}, text))), source ? h("p", { class: "quiet" }, source) : null];
}

function sentence(measure, cell, base) {
  const prose = cellProse(cell, measure, base);
  if (cell.value !== null) return upperFirst(prose);
  return `${measure.title}: ${prose}`;
}

/** Another area of the level, number beside number. */
function besideOf({ level, properties, areas, beside, measures, others, subject, onBeside }) {
  const options = sortFeatures(areas, "key", false)
    .filter((feature) => feature.properties.key !== properties.key)
    .map((feature) => [String(feature.properties.key), areaTitle(level, feature.properties)]);
  if (options.length === 0) return null;
  const select = h("select", { name: "beside", change: () => onBeside(select.value) }, h("option", { value: "" }, "–"), options.map(([key, title]) => h("option", { value: key }, title)));
  select.value = beside ? String(beside.key) : "";
  const chooser = h("label", { class: "beside screen-only" }, h("span", {}, words.compare.areas), select);
  if (!beside) return chooser;
  const rows = subject.current
    ? others.map((other) => [other.title, subjectText(properties, other), subjectText(beside, other)])
    : measures.map(({ code, title }) => [title, ...[properties, beside].map((one) => cellText(cellOf(one, code)))]);
  const head = [h("td", {}), ...[properties, beside].map((one) => h("th", { scope: "col", class: "number" }, areaKey(level, one)))];
  const body = rows.map(([title, one, other]) =>
    h("tr", {}, h("th", { scope: "row" }, title), h("td", { class: "number" }, one), h("td", { class: "number" }, other)),
  );
  return h("div", {}, chooser, h("table", { class: "two" }, h("thead", {}, h("tr", {}, head)), h("tbody", {}, body)));
}

function actionsOf({ level, properties, isMine, onMine }) {
  const path = `/areas/${encodeURIComponent(level.code)}/${encodeURIComponent(properties.key)}`;
  const { page, brief, myBeat, notMyBeat } = words.card;
  return h(
    "p",
    { class: "actions screen-only" },
    h("a", { href: inLanguage(path) }, page),
    h("a", { href: inLanguage(`${path}/brief.pdf`) }, brief),
    h("button", { type: "button", name: "mine", "aria-pressed": String(isMine), click: onMine }, isMine ? notMyBeat : myBeat),
  );
}
