// Where a clean-up is needed: scores of areas or sides of blocks, whose weights anybody can change and see what it does.

import { byId, choice, h } from "../lib/dom.js";
import { count, day, upperFirst } from "../lib/format.js";
import { getJson } from "../lib/http.js";
import { areaTitle } from "../lib/words.js";
import { createAppearance } from "./appearance.js";
import { addDays } from "./dates.js";
import { createPriorityMap, drawPriorityLegend } from "./priority-map.js";
import { createPriorityTable } from "./priority-table.js";
import { speakPriority, texts } from "./priority-words.js";
import { formatState } from "./state.js";
import { BLOCKS, DAYS, formatWhere, parseWhere, rank, readPriority, siteOf } from "./urgency.js";
import { createWeights } from "./weights.js";

const MOST_BLOCKS = 200;

/** A part of the page of outreach: { show(state), hide() }. */
export async function createPriority(container, { config, leaflet, session, map: page, say, go }) {
  await speakPriority();
  const map = page && createPriorityMap(leaflet, page.view, { onOpen: (key) => table.reveal(key), onPoint: point });
  const controls = h("div", { class: "controls where" });
  const notes = h("div", { class: "quiet" });
  const csv = h("a", { class: "download", href: "" }, texts.csv);
  const weightsBox = h("details", { open: true }, h("summary", {}, texts.weights));
  const rows = h("div", {});
  const look = h("section", { class: "desk", hidden: true });
  container.append(h("h2", { id: "where-title", tabindex: "-1" }, texts.title), h("p", { class: "quiet" }, texts.about), controls, weightsBox, notes, h("div", { class: "take" }, csv), rows, look);
  container.setAttribute("aria-labelledby", "where-title");
  const weights = createWeights(weightsBox, { onMove: draw, onSettle: (given) => keep({ weights: given }) });
  const table = createPriorityTable(rows, { onPoint: point, actions });
  // What was scored is read with the next question; until then what the page says of it stays.
  const appearance = createAppearance(look, { say, middle: page ? () => page.middle() : null, nameOf: faceName, onSaved: () => (key = "") });

  let state = null;
  let wanted = null;
  let answer = null;
  let levels = [];
  let loading = null;
  let key = "";

  const isBlocks = () => wanted.level === BLOCKS;
  const levelOf = (code) => {
    const known = [...config.levels, config.smallest].find((level) => level?.code === code);
    const [one, many] = texts.levels[code] ?? [code, code];
    return known ?? { code, one, many };
  };
  const nameOf = (place) => (place.side ? faceName(place) : areaTitle(levelOf(answer.level), place));

  function faceName({ street, lowest, highest, side }) {
    const hasNumbers = Number.isFinite(lowest) && Number.isFinite(highest);
    const which = side ? (hasNumbers ? (lowest % 2 === 0 ? texts.even : texts.odd) : texts[side]) : "";
    return texts.face(street || texts.noName, hasNumbers ? texts.numbers(lowest, highest) : "", which);
  }

  function point(pointed) {
    if (!isBlocks()) map?.point(pointed);
    table.point(pointed);
  }

  function actions(place, name) {
    const site = siteOf(place);
    return [
      place.geometry && map ? h("button", { type: "button", class: "link", "aria-label": texts.onMapAt(name), click: () => map.show(place.geometry) }, texts.onMap) : null,
      site && session.isPlanner() ? h("a", { href: formatState({ ...state, plan: "", edit: "clean_up", site }), "aria-label": texts.planAt(name) }, texts.plan) : null,
      place.side && session.isOfAgency() ? h("button", { type: "button", class: "link", "aria-label": texts.look.thisAt(name), click: () => appearance.choose(place) }, texts.look.this) : null,
    ];
  }

  /** What is looked at goes into the address, from where it comes back. */
  const keep = (change) => go({ where: formatWhere({ ...wanted, ...change }, answer?.parts ?? []) });

  function drawControls() {
    const show = choice(texts.show, [...levels.map((code) => [code, upperFirst(levelOf(code).many)]), [BLOCKS, texts.blocks]]);
    const period = choice(texts.period, DAYS.map((days) => [days, texts.days(days)]));
    show.element.value = wanted.level;
    period.element.value = String(wanted.days);
    show.element.addEventListener("change", () => keep({ level: show.element.value }));
    period.element.addEventListener("change", () => keep({ days: Number(period.element.value) }));
    const focused = [...controls.querySelectorAll("select")].indexOf(document.activeElement);
    controls.replaceChildren(show.field, period.field);
    if (focused >= 0) controls.querySelectorAll("select")[focused].focus();
  }

  /** The same places with other weights, without asking the server. */
  function draw(given, isOther = false) {
    const ranked = rank(answer.parts, answer.places, given);
    const caption = isBlocks() ? texts.someBlocks(count(ranked.length), count(answer.total)) : upperFirst(levelOf(answer.level).many);
    table.show({ parts: answer.parts, rows: ranked, nameOf }, caption, isOther);
    if (isBlocks()) map?.blocks(ranked);
    else map?.areas(levelOf(answer.level), answer.places, ranked, nameOf);
    drawPriorityLegend(byId("legend"), ranked);
    csv.href = `${isBlocks() ? "/outreach/priority/blocks.csv" : "/outreach/priority.csv"}?${queryOf({ ...wanted, weights: given })}`;
    return ranked;
  }

  const queryOf = ({ level, days, weights: given }) => new URLSearchParams({ ...(level === BLOCKS ? { limit: MOST_BLOCKS } : { level }), days, ...given });

  function drawNotes() {
    const elsewhere = answer.elsewhere > 0 ? texts.elsewhere(count(answer.elsewhere)) : "";
    const said = [texts.requestsTo(day(addDays(answer.requestsTo, 1 - answer.days)), day(answer.requestsTo)), elsewhere, answer.places.length === 0 ? texts.noPlaces : ""];
    notes.replaceChildren(...said.filter(Boolean).map((text) => h("p", {}, text)));
  }

  async function load(next, nextKey) {
    loading?.abort();
    const mine = (loading = new AbortController());
    say(texts.loading);
    const path = next.level === BLOCKS ? "/outreach/priority/blocks" : "/outreach/priority";
    const query = queryOf(next);
    if (next.level !== BLOCKS) query.set("shapes", "true");
    const json = await getJson(`${path}?${query}`, { signal: mine.signal });
    answer = readPriority(json, next.level === BLOCKS ? "blocks" : "areas");
    if (Array.isArray(json.levels)) levels = sortedLevels(json.levels);
    key = nextKey;
    say("");
  }

  const sortedLevels = (codes) => {
    const order = config.levels.map(({ code }) => code);
    const place = (code) => (order.includes(code) ? order.indexOf(code) : order.length);
    return [...codes].sort((one, other) => place(one) - place(other)).filter((code) => code !== "city");
  };

  /** Areas are read once whatever their weights; of blocks only the most urgent come, which other weights make others. */
  const keyOf = ({ level, days, weights: given }) => JSON.stringify(level === BLOCKS ? [level, days, given] : [level, days]);

  return {
    async show(next) {
      state = next;
      wanted = parseWhere(next.where ?? "");
      wanted.level ||= config.levels.some(({ code }) => code === "beat") || config.levels.length === 0 ? "beat" : config.levels[0].code;
      const isOther = keyOf(wanted) !== key;
      if (isOther) await load(wanted, keyOf(wanted));
      if (levels.length === 0) levels = sortedLevels([...config.levels.map(({ code }) => code)]);
      const given = Object.fromEntries(answer.parts.map(({ code, usualWeight }) => [code, wanted.weights[code] ?? usualWeight]));
      wanted.weights = given;
      drawControls();
      weights.show(answer.parts, given);
      drawNotes();
      look.hidden = !session.isOfAgency();
      draw(given, isOther);
    },
    hide() {
      loading?.abort();
      map?.clear();
      byId("legend").replaceChildren();
    },
  };
}
