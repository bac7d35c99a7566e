// Clean-ups and gatherings, tours and patrols: one calendar for everybody, and a desk for the agencies that plan them.

import { readConfig } from "../lib/config.js";
import { byId, choice, followSkipLinks, h } from "../lib/dom.js";
import { upperFirst } from "../lib/format.js";
import { getJson } from "../lib/http.js";
import { inLanguage, speakFirst, words } from "../lib/i18n.js";
import { createSession } from "../lib/session.js";
import { loadLeaflet } from "../map/leaflet.js";
import { createSettings } from "../panels/settings.js";
import { createStatus } from "../panels/status.js";
import { createCalendar, daysOf } from "./calendar.js";
import { addDays, addMonths, today } from "./dates.js";
import { createDetails } from "./details.js";
import { createEditor } from "./editor.js";
import { createFeeds } from "./feeds.js";
import { createMap } from "./map.js";
import { KINDS, VIEWS, formatState, parseState } from "./state.js";
import { speakOutreach, texts } from "./words.js";

const main = byId("main");
const status = createStatus(byId("status"), byId("problems"));
/** Parts of the page beside the calendar, read when they are asked for: { show(state), hide() }. */
const PARTS = {
  where: (container, page) => import("./priority.js").then(({ createPriority }) => createPriority(container, page)),
  next: (container, page) => import("./next.js").then(({ createNext }) => createNext(container, page)),
  patrols: (container, page) => import("./patrols.js").then(({ createPatrols }) => createPatrols(container, page)),
  done: (container, page) => import("./done.js").then(({ createDone }) => createDone(container, page)),
  tours: (container, page) => import("./tours.js").then(({ createTours }) => createTours(container, page)),
};
const isCalendar = ({ view }) => !Object.hasOwn(PARTS, view);

async function start() {
  status.say(words.page.loading);
  try {
    const [config, leaflet] = await Promise.all([getJson("/api/map").then(readConfig), loadLeaflet().catch(() => null)]);
    byId("jurisdiction").textContent = config.jurisdiction;
    status.clear("page");
    await run(config, leaflet);
  } catch (problem) {
    status.say("");
    status.fail("page", problem, { retry: start });
    document.body.dataset.ready = "error";
  }
}

async function run(config, leaflet) {
  const map = leaflet && createMap(leaflet, byId("map"), config, { onOpen: (id) => go({ plan: id, edit: "" }), onPlace: (at) => editor.place(at) });
  if (!map) byId("map").textContent = words.page.noMap;
  const session = createSession(byId("sign-in"), { about: texts, onChange: () => Promise.all([feeds.show(), show()]), say: status.say });
  const feeds = createFeeds(byId("feeds"), { session, say: status.say });
  const calendar = createCalendar(byId("calendar"), { onOpen: (id) => go({ plan: id, edit: "" }), onDay: (date) => go({ view: "week", date }) });
  const details = createDetails(byId("plan"), {
    session,
    say: status.say,
    onClose: () => go({ plan: "", edit: "" }),
    onEdit: () => go({ edit: "plan" }),
    onShown: (plan) => map?.showParts(plan),
    onChanged: () => isCalendar(state) && showPlans(),
  });
  const editor = createEditor(byId("plan"), {
    session,
    say: status.say,
    map,
    onDone: (id) => go({ plan: id, edit: "" }),
    onCancel: () => go({ edit: "" }),
  });
  const areaKeys = await readAreas(config);
  const parts = new Map();
  let state = parseState(location.hash, config);
  let loading = null;

  /** Whether nothing that somebody wrote would be lost, or they do not mind. */
  const mayLeave = ({ edit, plan }) => (edit === state.edit && plan === state.plan) || !editor.isChanged() || globalThis.confirm(texts.leave);

  /** Shows something else; what is not named stays. */
  function go(change) {
    const next = { ...state, ...("edit" in change ? { site: "" } : {}), ...change };
    if (!mayLeave(next)) return;
    state = next;
    const hash = formatState(state);
    if (location.hash !== hash) history.pushState(null, "", hash);
    show();
  }

  /** Views of staff are nobody else's. */
  const isFor = (view) => ({ next: session.isOfAgency(), tours: session.isPlanner(), patrols: session.isPlanner() })[view] ?? true;

  function drawTabs() {
    const views = VIEWS.filter(isFor);
    byId("tabs").setAttribute("aria-label", texts.views);
    byId("tabs").replaceChildren(
      ...views.map((view) => h("button", { type: "button", "aria-current": view === state.view ? "page" : null, click: () => go({ view, plan: "", edit: "" }) }, texts.viewNames[view])),
      ...(session.isPlanner() ? KINDS.map((kind) => h("button", { type: "button", class: "new", click: () => go({ edit: kind, plan: "" }) }, texts.newPlan[kind])) : []),
    );
  }

  function drawControls() {
    byId("controls").hidden = !isCalendar(state);
    if (!isCalendar(state)) return;
    const step = { list: (by) => addDays(state.date, by * 28), week: (by) => addDays(state.date, by * 7), month: (by) => addMonths(state.date, by) }[state.view];
    const date = h("input", { type: "date", value: state.date, required: true, change: ({ target }) => target.value && go({ date: target.value }) });
    const areas = choice(upperFirst(config.smallest?.one ?? texts.area), [["", texts.anyArea], ...areaKeys.map((key) => [key, key])]);
    areas.element.value = state.area;
    areas.element.addEventListener("change", () => go({ area: areas.element.value }));
    byId("controls").replaceChildren(
      h("label", {}, h("span", {}, texts.day), date),
      areas.field,
      h("div", { class: "steps more" },
        h("button", { type: "button", click: () => go({ date: step(-1) }) }, texts.before),
        h("button", { type: "button", click: () => go({ date: today(config.timeZone) }) }, texts.today),
        h("button", { type: "button", click: () => go({ date: step(1) }) }, texts.after),
        h("a", { class: "download", href: `/outreach/calendar.ics?lang=${words.code}${state.area ? `&area=${encodeURIComponent(state.area)}` : ""}` }, texts.subscribe),
        h("a", { class: "download", href: `/events?lang=${words.code}${state.area ? `&area=${encodeURIComponent(state.area)}` : ""}` }, texts.eventsPage)),
    );
  }

  async function showPlans() {
    loading?.abort();
    const mine = (loading = new AbortController());
    const [from, to] = daysOf(state);
    const query = new URLSearchParams({ from, to, lang: words.code, ...(state.area ? { area: state.area } : {}) });
    const answer = await getJson(`/outreach/plans?${query}`, { signal: mine.signal });
    calendar.show(state, answer);
    map?.showPlans(answer.plans);
    byId("legend").replaceChildren(h("p", { class: "quiet" }, texts.signs));
  }

  async function showPart() {
    for (const name of Object.keys(PARTS)) byId(name).hidden = state.view !== name;
    byId("calendar").hidden = !isCalendar(state);
    for (const [view, part] of parts) if (view !== state.view) part.hide();
    if (isCalendar(state)) return;
    if (!parts.has(state.view)) parts.set(state.view, await PARTS[state.view](byId(state.view), { config, leaflet, session, map, areaKeys, say: status.say, go }));
    await parts.get(state.view).show(state);
  }

  async function show() {
    delete document.body.dataset.ready;
    main.setAttribute("aria-busy", "true");
    drawTabs();
    drawControls();
    if (!state.edit) editor.close();
    try {
      await Promise.all([isCalendar(state) ? showPlans() : null, showPart(), state.edit ? editor.open(state) : details.show(state.plan)]);
      status.clear("view");
      settle("1");
    } catch (problem) {
      if (problem.name === "AbortError") return;
      settle("error");
      status.fail("view", problem, { retry: show });
    }
  }

  function settle(ready) {
    main.removeAttribute("aria-busy");
    document.title = `${texts.title} – Reentry Atlas`;
    document.body.dataset.ready = ready;
  }

  addEventListener("popstate", () => {
    const next = parseState(location.hash, config);
    if (!mayLeave(next)) return history.pushState(null, "", formatState(state));
    state = next;
    return show();
  });
  addEventListener("beforeunload", (event) => editor.isChanged() && event.preventDefault());
  status.say("");
  await session.read();
  await Promise.all([feeds.show(), show()]);
}

/** Keys of the smallest areas, for whoever wants to see one alone. */
async function readAreas(config) {
  const level = config.levels[0];
  if (!level) return config.beats?.keys ?? [];
  const list = await getJson(`/ogc/collections/${encodeURIComponent(level.collection)}/items?properties=key&limit=10000&simplified=true`).catch(() => null);
  return (list?.features ?? []).map(({ properties }) => String(properties.key));
}

followSkipLinks();
speakFirst()
  .then(speakOutreach)
  .then(() => {
    byId("map-side").setAttribute("aria-label", texts.mapSide);
    byId("back").href = inLanguage("/");
    createSettings(byId("settings"));
    return start();
  });
