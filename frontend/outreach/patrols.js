// Where outreach patrols should walk in a week: hours shared by need, and drafts of what is missing.

import { byId, h } from "../lib/dom.js";
import { count, figure } from "../lib/format.js";
import { getJson, notUnderstood, problemText } from "../lib/http.js";
import { areaTitle } from "../lib/words.js";
import { send } from "../lib/send.js";
import { addDays, isDay, longDay, shortDay, span, today } from "./dates.js";
import { speakPresence, texts as all } from "./presence-words.js";
import { createShades, drawShadeLegend } from "./shades.js";
import { pointsText } from "./weights.js";
import { texts as outreach } from "./words.js";

const USUAL = { hours: "40", length: "2", at: "16:00", gap: "2", events: "1", last_presence: "2" };
const PARTS = ["gap", "events", "last_presence"];

/** A part of the page of outreach: { show(state), hide() }. */
export async function createPatrols(container, { config, leaflet, session, map: page, say, go }) {
  await speakPresence();
  const texts = all.patrols;
  const map = page && createShades(leaflet, page.view, { onOpen: (key) => reveal(key), onPoint: () => {} });
  const controls = h("form", { class: "fields", submit: (event) => event.preventDefault(), change: settle });
  const result = h("p", {});
  const suggested = h("section", { "aria-labelledby": "suggested-title" });
  const rows = h("div", {});
  container.append(h("h2", { id: "patrols-title", tabindex: "-1" }, texts.title), h("p", { class: "quiet" }, texts.about), controls, result, suggested, rows);
  container.setAttribute("aria-labelledby", "patrols-title");
  let loading = null;
  /** By name; a form itself has a length that is no field. */
  const inputs = new Map();

  const level = config.smallest ?? { code: "beat", one: texts.area, many: texts.area };

  function readAsked(text) {
    const given = new URLSearchParams(text);
    const week = given.get("week") ?? "";
    return { week: isDay(week) ? week : addDays(today(config.timeZone), 7), ...Object.fromEntries(Object.entries(USUAL).map(([name, usual]) => [name, given.get(name) || usual])) };
  }

  function drawControls(asked) {
    for (const [name, input] of inputs) if (input !== document.activeElement) input.value = asked[name];
    if (inputs.size > 0) return;
    const field = (name, label, attributes) => {
      inputs.set(name, h("input", { name, value: asked[name], required: true, ...attributes }));
      return h("label", {}, h("span", {}, label), inputs.get(name));
    };
    controls.append(
      field("week", texts.week, { type: "date" }),
      field("hours", texts.hours, { type: "number", min: "1", max: "4000", step: "1" }),
      field("length", texts.length, { type: "number", min: "1", max: "8", step: "1" }),
      field("at", texts.at, { type: "time" }),
      h("details", { class: "wide" }, h("summary", {}, texts.weights), PARTS.map((code) => field(code, texts.parts[code], { type: "number", min: "0", max: "100", step: "0.5" }))));
  }

  function settle() {
    if (!controls.reportValidity()) return;
    go({ patrols: new URLSearchParams([...inputs].map(([name, input]) => [name, input.value])).toString() });
  }

  function keeping(answer) {
    if (answer.patrols.length === 0) return [];
    const button = h("button", { type: "button", click: keep }, texts.keep);
    async function keep() {
      button.disabled = true;
      try {
        const { patrols } = await send("POST", "/outreach/patrols", { patrols: answer.patrols.map((patrol) => ({ kind: "patrol", way: "foot", ...patrol })) });
        say(texts.kept(patrols.length));
        go({ view: "week", date: answer.week, plan: "", edit: "" });
      } catch (problem) {
        button.disabled = false;
        say([problemText(problem), ...(problem.errors ?? []).slice(0, 3).map(({ field, message }) => `${field}: ${message}.`)].join(" "));
      }
    }
    return [
      h("h3", { id: "suggested-title" }, texts.suggested),
      h("ul", { class: "agenda" }, answer.patrols.map(({ area, starts, ends }) => h("li", {}, h("span", { class: "when" }, `${shortDay(starts.slice(0, 10))}, ${span(starts, ends)}`), h("span", { class: "what" }, areaTitle(level, { key: area, name: "" }))))),
      h("p", { class: "take" }, button),
      h("p", { class: "quiet" }, texts.keepAbout),
    ];
  }

  function drawRows({ areas }) {
    const sentence = (area) => PARTS.map((code, i) => `${texts.parts[code]}: ${texts.values[code](area.values[i] === null ? null : figure(area.values[i]))}`).join(" · ");
    rows.replaceChildren(h("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": texts.table }, h("table", { class: "urgent" },
      h("caption", {}, texts.table),
      h("thead", {}, h("tr", {}, h("th", { scope: "col", class: "plain" }, texts.area), [texts.need, texts.last, texts.planned, texts.more, texts.share].map((title) => h("th", { scope: "col", class: "plain number" }, title)))),
      h("tbody", {}, areas.map((area) => h("tr", { "data-key": area.key },
        h("th", { scope: "row", tabindex: "-1" }, `${count(area.rank)}. ${areaTitle(level, area)}`, h("span", { class: "made-of" }, sentence(area))),
        h("td", { class: "number" }, pointsText(area.score)),
        h("td", { class: "number" }, area.lastDay ? shortDay(area.lastDay) : texts.never),
        h("td", { class: "number" }, texts.hoursOf(figure(area.plannedHours))),
        h("td", { class: "number" }, count(area.patrols)),
        h("td", { class: "number" }, texts.hoursOf(figure(Math.round(area.shareHours * 10) / 10)))))))));
  }

  function reveal(key) {
    const row = rows.querySelector(`tr[data-key="${CSS.escape(key)}"]`);
    row?.scrollIntoView({ block: "center" });
    row?.querySelector("th").focus();
  }

  return {
    async show(state) {
      controls.hidden = !session.isPlanner();
      if (!session.isPlanner()) {
        for (const part of [suggested, rows]) part.replaceChildren();
        result.textContent = outreach.plannersOnly;
        return;
      }
      const asked = readAsked(state.patrols);
      loading?.abort();
      const { signal } = (loading = new AbortController());
      say(texts.reading);
      drawControls(asked);
      const answer = await getJson(`/outreach/coverage?${new URLSearchParams(asked)}&shapes=true`, { signal });
      if (!Array.isArray(answer?.areas) || !Array.isArray(answer.patrols)) throw notUnderstood("");
      say("");
      result.textContent = `${longDay(answer.week)}: ${answer.patrols.length === 0 && answer.hoursLeft === 0 ? texts.nothingLeft : texts.result(count(answer.patrols.length), figure(answer.hoursLeft))}`;
      suggested.replaceChildren(...keeping(answer));
      drawRows(answer);
      const byKey = new Map(answer.areas.map((area) => [area.key, area]));
      const highest = map?.areas(level, answer.areas, (key) => byKey.get(key).score, (key) => texts.inWords(areaTitle(level, byKey.get(key)), count(byKey.get(key).rank), pointsText(byKey.get(key).score))) ?? 0;
      drawShadeLegend(byId("legend"), texts, highest, answer.areas.some(({ score }) => score === 0), pointsText);
    },
    hide() {
      loading?.abort();
      map?.clear();
      byId("legend").replaceChildren();
    },
  };
}
