// What changes, in sentences for the whole and in a table of the areas: bounds beside bounds.

import { h } from "../lib/dom.js";
import { count, signedCount } from "../lib/format.js";
import { words } from "../lib/i18n.js";
import { areaKey, areaTitle, rangeText } from "../lib/words.js";
import { minutesOf, outwards } from "./answer.js";
import { isNothing } from "./scenario.js";
import { createSupposed } from "./supposed.js";
import { texts } from "./words.js";

/** "+12 to +18", "0" */
export function movedText(bounds) {
  const { from, to } = outwards(bounds);
  return from === to ? signedCount(from) : words.cell.range(signedCount(from), signedCount(to));
}

export const withoutText = ({ gap }) => rangeText(outwards(gap));
export const minutesText = ({ nearest_s }) => (minutesOf(nearest_s) === null ? texts.tooLong : count(minutesOf(nearest_s)));

const fromTo = (before, after) => (before === after ? before : texts.fromTo(before, after));

/** What changes in an area, within a sentence. */
export function changeWords({ before, after, ...moved }, show) {
  return show === "gap" ? texts.gapChange(withoutText(before), withoutText(after)) : `${texts.shown[show]}: ${movedText(moved[show])}`;
}

/** Who gains or loses a site within so many minutes. */
function movedSentence(bounds, minutes) {
  const { gains, loses, between, same } = texts.whole;
  const { from, to } = outwards(bounds);
  if (from === 0 && to === 0) return same(count(minutes));
  if (from >= 0) return gains(rangeText({ from, to }), count(minutes));
  if (to <= 0) return loses(rangeText({ from: -to, to: -from }), count(minutes));
  return between(movedText(bounds), count(minutes));
}

/** What an answer says of the whole jurisdiction, and what it leaves out. */
export function sentencesOf(scenario, answer) {
  const whole = answer.areas.find(({ level }) => level === "city");
  const many = (n, say) => (n > 0 ? say(count(n), n === 1) : "");
  return [
    isNothing(scenario) ? texts.nothing : "",
    answer.sitesAfter === answer.sitesBefore ? "" : texts.sites(count(answer.sitesBefore), count(answer.sitesAfter)),
    ...(whole && !isNothing(scenario)
      ? [movedSentence(whole.moved_15, 15), movedSentence(whole.moved_30, 30), texts.gapChange(withoutText(whole.before), withoutText(whole.after))]
      : []),
    many(answer.hoursUnknown, texts.unknownHours),
    many(answer.newOffStreets, texts.offStreets),
    answer.ways === "streets" ? "" : texts.straight,
  ].filter(Boolean);
}

export function createResults(container, choices, { onPoint }) {
  const supposed = createSupposed(container, choices);
  const said = h("div", {});
  const credits = h("p", { class: "quiet" });
  let elements = new Map();
  let pointed = null;
  const head = h("thead", {}, h("tr", {}, [texts.area, ...Object.values(texts.columns)].map((title, i) => h("th", { scope: "col", class: i === 0 ? "plain" : "number plain" }, title))));
  const caption = h("span", {});
  const body = h("tbody", {});
  const table = h("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": texts.table }, h("table", {}, h("caption", {}, caption), head, body));
  container.append(h("h3", {}, texts.comesOfIt), said, table, credits);

  function row(level, names, { key, before, after, moved_15, moved_30 }) {
    const name = { key, name: names.get(key) };
    const cells = [movedText(moved_15), movedText(moved_30), fromTo(minutesText(before), minutesText(after)), fromTo(withoutText(before), withoutText(after))];
    const isSame = ["0", "0", minutesText(before), withoutText(before)];
    return h(
      "tr",
      { mouseenter: () => onPoint(key), mouseleave: () => onPoint("") },
      h("th", { scope: "row", tabindex: "-1", title: areaTitle(level, name) }, areaKey(level, name)),
      cells.map((text, i) => h("td", { class: text === isSame[i] ? "number" : "number changed" }, text)),
    );
  }

  return {
    show(scenario, answer, { level, features, rows }) {
      supposed.show(scenario, answer, { level });
      // Each has terms that ask for it, on paper too.
      credits.textContent = answer.credits.length > 0 ? texts.credits(answer.credits.join("; ")) : "";
      said.replaceChildren(...sentencesOf(scenario, answer).map((text) => h("p", {}, text)));
      caption.textContent = `${level.many}; ${answer.run}`;
      const names = new Map(features.map(({ properties }) => [String(properties.key), properties.name]));
      elements = new Map(rows.map((each) => [each.key, row(level, names, each)]));
      body.replaceChildren(...elements.values());
    },
    point(key) {
      pointed?.classList.remove("pointed");
      pointed = elements.get(key) ?? null;
      pointed?.classList.add("pointed");
    },
    /** Brings the row of an area before the reader. */
    reveal(key) {
      const found = elements.get(key);
      found?.scrollIntoView({ block: "center" });
      found?.querySelector("th").focus();
    },
  };
}
