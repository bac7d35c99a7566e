// Progress by section: a table whose cells are bars, so that the chart and the table are one.

import { h, svg } from "../lib/dom.js";
import { words } from "../lib/i18n.js";
import { inWords, texts } from "./words.js";

const MOST = 3;
const WIDTH = 120;
const HEIGHT = 10;

const number = (value) => new Intl.NumberFormat(words.code, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
const share = (value) => new Intl.NumberFormat(words.code, { style: "percent", maximumFractionDigits: 0 }).format(value);
const signed = (value) => new Intl.NumberFormat(words.code, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "exceptZero" }).format(value);
export const dayOf = (day) => new Intl.DateTimeFormat(words.code, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

/** What a cell says of a change, in words. */
export function changeText(change) {
  if (!change) return "";
  const by = change.score === null ? texts.noChange : texts.change(signed(change.score), change.questions);
  return change.notCompared.length > 0 ? `${by}; ${texts.notCompared(change.notCompared.length)}` : by;
}

const bar = (score) =>
  svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "bar-ground", width: WIDTH, height: HEIGHT }),
    svg("rect", { class: "bar", width: (score / MOST) * WIDTH, height: HEIGHT }));

function cell(section) {
  const { score, shareAnswered, change } = section;
  return h("td", {},
    score === null ? h("span", {}, texts.noScore) : [bar(score), h("strong", {}, texts.score(number(score)))],
    h("div", { class: "quiet" }, texts.answeredShare(share(shareAnswered))),
    change ? h("div", { class: "quiet" }, changeText(change)) : null);
}

export function drawProgress(container, asked, assessments) {
  const title = h("h2", { id: "progress-title" }, texts.progress);
  if (assessments.length === 0) return container.replaceChildren(title, h("p", {}, texts.noProgress));
  container.replaceChildren(
    title,
    h("div", { class: "scroller", role: "region", tabindex: "0", "aria-label": texts.progressTable }, h("table", {},
      h("caption", {}, h("span", {}, texts.progressAbout)),
      h("thead", {}, h("tr", {}, [texts.day, ...asked.sections.map((section) => inWords(section.title))].map((text) => h("th", { class: "plain", scope: "col" }, text)))),
      h("tbody", {}, assessments.map(({ day, sections }) => h("tr", {}, h("th", { scope: "row" }, dayOf(day)), sections.map(cell)))))),
    h("p", {}, h("a", { class: "download", href: "/self-assessments/progress.csv", download: "" }, texts.csv)),
  );
}
