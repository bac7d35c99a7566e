// What became of residents' requests after a clean-up that is over, held against like blocks that nobody cleaned.

import { h } from "../lib/dom.js";
import { count, day, figure } from "../lib/format.js";
import { getJson, problemText } from "../lib/http.js";
import { texts } from "./words.js";

/** To a tenth: more digits than a mean of some blocks bears nobody needs. */
const tenth = (value) => Math.round(value * 10) / 10;

/** "3 fewer", "about as many", "2 more". */
export function said(value, { effects } = texts) {
  const rounded = tenth(Math.abs(value));
  return rounded === 0 ? effects.same : (value < 0 ? effects.fewer : effects.more)(figure(rounded), rounded);
}

/** What there is to say of so many days, as sentences. */
export function sentences(window, { effects } = texts) {
  if (window.state !== "known") return [effects.states[window.state]?.(day(window.knownFrom)) ?? window.state];
  const { before, after, expected, difference, low, high, blocks, compared, isClear } = window;
  return [
    effects.counted(count(before), before, count(after), after),
    effects.expected(figure(Math.max(0, tenth(expected))), tenth(expected)),
    low === high ? effects.difference(said(difference, { effects })) : effects.differenceWithin(said(difference, { effects }), said(low, { effects }), said(high, { effects })),
    isClear ? effects.clear(difference < 0) : effects.unclear,
    ...(compared < blocks ? [effects.leftOut(count(blocks - compared), blocks - compared)] : []),
  ];
}

/** Shows it once it has come; the rest of the page does not wait. */
export function createEffect(plan, path) {
  const body = h("div", {}, h("p", { class: "quiet" }, texts.effects.reading));
  const section = h("section", { class: "effect" }, h("h3", {}, texts.effects.title), body);
  getJson(path("/effect"))
    .then((answer) => body.replaceChildren(...read(answer)))
    .catch((problem) => body.replaceChildren(h("p", {}, problemText(problem))));
  return section;
}

function read(answer) {
  const { effects } = texts;
  const same = new Set(answer.windows.map(({ state }) => state));
  // One sentence and not the same three times, where nothing is known for one reason.
  const isOne = same.size === 1 && ["no_blocks", "few_like", "begins_later"].includes([...same][0]);
  return [
    h("p", {}, effects.about(count(answer.blocks), answer.blocks)),
    isOne
      ? h("p", {}, sentences(answer.windows[0]).join(" "))
      : h("dl", { class: "facts" }, answer.windows.map((window) => [h("dt", {}, effects.within(window.days)), h("dd", {}, sentences(window).join(" "))])),
    h("details", {}, h("summary", {}, effects.how),
      h("p", {}, effects.method(answer.metresApart, answer.daysApart, count(answer.draws))),
      h("p", { class: "quiet" }, answer.requestsTo ? effects.loaded(day(answer.requestsFrom), day(answer.requestsTo)) : effects.noRequests)),
  ].filter(Boolean);
}
