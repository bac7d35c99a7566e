// The page put together: one state, one set of data, and panels that show them.

import { byId, followSkipLinks } from "./lib/dom.js";
import { Problem, getJson } from "./lib/http.js";
import { speakFirst, translate, words } from "./lib/i18n.js";
import { readConfig } from "./lib/config.js";
import { createLayers } from "./lib/layers.js";
import { keepForLater, onOffline } from "./lib/offline.js";
import { createStatus } from "./panels/status.js";
import { loadLeaflet } from "./map/leaflet.js";
import { createPage } from "./page.js";
import { createSettings } from "./panels/settings.js";
import { defaultState, formatState, isState, parseState, sameState } from "./lib/state.js";
import { isOfServices } from "./lib/subjects.js";
import { faultText } from "./lib/words.js";

/** So long may an answer take before the page says that it waits. */
const PATIENCE_MS = 400;

const main = byId("main");
const status = createStatus(byId("status"), byId("problems"));
onOffline((sentence) => {
  byId("offline").textContent = sentence;
  byId("offline").hidden = sentence === "";
});

function setReady(ready) {
  document.body.dataset.ready = ready;
}

async function start() {
  status.say(words.page.loading);
  try {
    const [config, leaflet] = await Promise.all([
      getJson("/api/map").then(readConfig),
      loadLeaflet().catch(() => null),
    ]);
    status.clear("page");
    main.classList.remove("bare");
    await run(config, leaflet);
  } catch (problem) {
    status.say("");
    main.classList.add("bare");
    status.fail("page", problem, { retry: problem instanceof Problem ? start : () => location.reload() });
    setReady("error");
  }
}

async function run(config, leaflet) {
  const layers = createLayers(config);
  const page = createPage(config, leaflet, { status, onChoose: choose });
  const published = config.releases.length > 0;
  let state = null;
  let wanted = null;
  let data = null;
  let loading = null;

  /** Goes to a state: reads what it needs, then shows it. If that fails, everything stays as it was. */
  async function go(next, history) {
    loading?.abort();
    const mine = (loading = new AbortController());
    wanted = next;
    let fresh = data;
    if (published && !(state && needsSame(next, state))) {
      page.showBusy();
      const waiting = setTimeout(() => page.showLoading(next), PATIENCE_MS);
      try {
        fresh = await layers.view(next, mine.signal);
      } catch (problem) {
        if (problem.name !== "AbortError") stay(problem, next, history);
        return;
      } finally {
        clearTimeout(waiting);
      }
      if (mine.signal.aborted) return;
    }
    data = fresh;
    const isThere = (key) => data?.areas.some(({ properties }) => String(properties.key) === key);
    const missing = next.area !== "" && !isThere(next.area);
    const area = missing ? "" : next.area;
    const beside = area !== "" && next.beside !== area && isThere(next.beside) ? next.beside : "";
    state = wanted = { ...next, area, beside };
    record(missing && history === "none" ? "replace" : history);
    status.clear("areas");
    page.show(state, data);
    if (missing) status.say(faultText(["area"]));
    if (data || !published) setReady("1");
  }

  function stay(problem, next, history) {
    status.say("");
    status.fail("areas", problem, {
      stays: state ? page.staysText(data) : "",
      retry: () => go(next, history === "none" ? "replace" : history),
    });
    page.showStopped(state);
    wanted = state;
    if (state) {
      record("replace");
    } else {
      page.showServicesOnly(next);
      setReady("error");
    }
  }

  function record(history) {
    if (history === "none") return;
    const hash = formatState(state);
    if (history === "push" && location.hash !== hash) globalThis.history.pushState(null, "", hash);
    else globalThis.history.replaceState(null, "", hash);
  }

  /** A choice made on the page. Another level starts without open areas, but for one that is chosen with it. */
  function choose(change) {
    const before = change.area ? state : (wanted ?? defaultState(config));
    const kept = change.level && change.level !== before.level ? { area: "", beside: "" } : {};
    return go({ ...before, ...kept, ...change }, "push");
  }

  async function loadProviders() {
    try {
      page.setProviders(await layers.providers());
      status.clear("providers");
      if (!published) setReady("1");
    } catch (problem) {
      page.setProviders(null);
      status.fail("providers", problem, {
        stays: words.page.servicesMissing,
        retry: loadProviders,
      });
      if (!published) setReady("error");
    }
  }

  addEventListener("hashchange", async () => {
    if (location.hash !== "" && !isState(location.hash)) return;
    const { state: asked, faults } = parseState(location.hash, config);
    if (state && sameState(asked, state) && faults.length === 0) return;
    await go(asked, faults.length > 0 ? "replace" : "none");
    if (faults.length > 0) status.say(faultText(faults));
  });

  const { state: first, faults } = parseState(location.hash, config);
  await Promise.all([go(first, faults.length > 0 ? "replace" : "none"), loadProviders()]);
  if (faults.length > 0 && state) status.say(faultText(faults));
  keepForLater();
}

/** Whether two states are drawn from the same data: the rest is a choice among them. Only of services the kind matters. */
function needsSame(one, other) {
  const parts = ["level", "measure", "figure", "date", "compare", "breaks"];
  if (isOfServices(one.measure)) parts.push("category");
  return parts.every((part) => one[part] === other[part]);
}

followSkipLinks();
speakFirst().then(() => {
  translate(document);
  createSettings(byId("settings"));
  return start();
});
