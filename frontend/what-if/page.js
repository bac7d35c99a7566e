// What would be if sites were others: one scenario, the server's answer, and panels that show both.

import { readConfig } from "../lib/config.js";
import { byId, followSkipLinks } from "../lib/dom.js";
import { getFeatures, getJson } from "../lib/http.js";
import { inLanguage, speakFirst, words } from "../lib/i18n.js";
import { drawnPathOf } from "../lib/layers.js";
import { loadLeaflet } from "../map/leaflet.js";
import { createSettings } from "../panels/settings.js";
import { createStatus } from "../panels/status.js";
import { readAnswer, rowsOf } from "./answer.js";
import { createForm } from "./form.js";
import { createMap, drawLegend } from "./map.js";
import { createPlans, readPlans } from "./plans.js";
import { createResults } from "./results.js";
import { createSaved } from "./saved.js";
import { formatScenario, ofCategory, parseScenario, queryOf, withOnly } from "./scenario.js";
import { createNewSites, createSites } from "./sites.js";
import { speakWhatIf, texts } from "./words.js";

const main = byId("main");
const status = createStatus(byId("status"), byId("problems"));

/** What can be chosen, as the server has it: levels with gaps, their modes, and the categories of the run. */
async function readChoices(config) {
  const modesOf = (level) => Object.keys(level.gaps).filter((mode) => level.gaps[mode]);
  const withGaps = config.levels.filter((level) => modesOf(level).length > 0);
  if (withGaps.length === 0) return null;
  const modes = modesOf(withGaps[0]);
  const levels = withGaps.filter((level) => modes.every((mode) => level.gaps[mode]));
  const [first] = await getFeatures(drawnPathOf(levels.at(-1).gaps[modes[0]], ""));
  const run = String(first?.properties.gap_run ?? "");
  const { demand } = await getJson(`/gaps/${encodeURIComponent(run)}/gap.json`);
  const counted = new Set(Array.isArray(demand) ? demand.map(({ category }) => category) : []);
  return { run, levels, modes, categories: config.categories.filter(({ code }) => counted.has(code)) };
}

async function start() {
  status.say(words.page.loading);
  try {
    const [config, leaflet] = await Promise.all([getJson("/api/map").then(readConfig), loadLeaflet().catch(() => null)]);
    byId("jurisdiction").textContent = config.jurisdiction;
    const [choices, plans] = await Promise.all([readChoices(config), readPlans(config)]);
    status.clear("page");
    if (choices) run(config, choices, plans, leaflet);
    else status.say(texts.none);
  } catch (problem) {
    status.say("");
    status.fail("page", problem, { retry: start });
    document.body.dataset.ready = "error";
  }
}

function run(config, choices, plans, leaflet) {
  const map = leaflet && createMap(leaflet, byId("map"), config, {
    onPlace: (at) => newSites.place(at),
    // Who puts a site on the map means the place, and not the area.
    onSite: (site) => (newSites.isAdding() ? newSites.place(site) : sites.reveal(site.id)),
    onOpen: (key) => newSites.isAdding() || results.reveal(key),
    onPoint: point,
  });
  if (!map) byId("map").textContent = words.page.noMap;
  const say = status.say;
  const onChange = (next, sentence) => go(next, true, sentence);
  const form = createForm(byId("controls"), choices, onChange);
  const newSites = createNewSites(byId("new"), { onChange, onAdding: (adding) => map?.setAdding(adding), middle: map?.middle, say });
  const planned = createPlans(byId("new"), plans, { onChange });
  const sites = createSites(byId("there"), { onChange });
  const results = createResults(byId("results"), choices, { onPoint: point });
  const saved = createSaved(byId("saved"), choices, { ask, onChange, say });
  const kept = new Map();
  let loading = null;

  function point(key) {
    map?.point(key);
    results.point(key);
  }

  async function ask(scenario, signal) {
    return readAnswer(await getJson(`/gaps/${encodeURIComponent(choices.run)}/what-if?${queryOf(scenario)}`, { signal }));
  }

  /** A scenario of an older link without the sites that are no longer there; null if it is about none. */
  async function leftOf(scenario, signal) {
    try {
      const { sites: there } = await ask(ofCategory({ ...scenario, add: [] }, scenario.category), signal);
      const left = withOnly(scenario, new Set(there.map(({ id }) => id)));
      return formatScenario(left) === formatScenario(scenario) ? null : left;
    } catch {
      // What failed first is what is told.
      return null;
    }
  }

  async function areasOf({ mode, level: code }, signal) {
    const level = choices.levels.find((candidate) => candidate.code === code);
    const path = drawnPathOf(level.gaps[mode], "");
    if (!kept.has(path)) kept.set(path, await getFeatures(path, { signal }));
    return { level, features: kept.get(path) };
  }

  /** @param sentence what is said when its answer is there */
  async function go(scenario, isNew, sentence = texts.done) {
    loading?.abort();
    const mine = (loading = new AbortController());
    form.show(scenario);
    newSites.show(scenario, null);
    if (isNew && location.hash !== formatScenario(scenario)) history.pushState(null, "", formatScenario(scenario));
    main.setAttribute("aria-busy", "true");
    status.say(texts.computing);
    try {
      const [answer, areas] = await Promise.all([ask(scenario, mine.signal), areasOf(scenario, mine.signal)]);
      if (mine.signal.aborted) return;
      status.clear("answer");
      show(scenario, answer, { ...areas, rows: rowsOf(answer, scenario.level, scenario.show) });
      settle(sentence, "1");
    } catch (problem) {
      if (problem.name === "AbortError") return;
      const left = problem.status === 400 ? await leftOf(scenario, mine.signal) : null;
      if (mine.signal.aborted) return;
      if (left) return go(left, false, texts.gone);
      settle("", "error");
      status.fail("answer", problem, { retry: () => go(scenario, false, sentence) });
    }
  }

  function settle(sentence, ready) {
    main.removeAttribute("aria-busy");
    status.say(sentence);
    document.body.dataset.ready = ready;
  }

  function show(scenario, answer, shown) {
    newSites.show(scenario, answer);
    planned.show(scenario, answer);
    sites.show(scenario, answer);
    results.show(scenario, answer, shown);
    saved.show(scenario, answer, shown);
    map?.showAreas(shown, scenario.show);
    map?.showSites(scenario, answer.sites);
    drawLegend(byId("legend"), shown.rows, scenario.show);
    document.title = `${texts.pageTitle(scenario.name)} – Reentry Atlas`;
  }

  function goToHash() {
    const { scenario, understood } = parseScenario(location.hash, choices);
    return go(scenario, false, understood ? texts.done : texts.notAll);
  }
  addEventListener("popstate", goToHash);
  return goToHash();
}

followSkipLinks();
speakFirst()
  .then(speakWhatIf)
  .then(() => {
    byId("map-side").setAttribute("aria-label", texts.mapSide);
    byId("back").href = inLanguage("/");
    createSettings(byId("settings"));
    return start();
  });
