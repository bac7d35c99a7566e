// The panels and the map as one: what is opened, pointed at or chosen in one is so in all.

import { byId } from "./lib/dom.js";
import { cellOf, countStatuses, isUnstable, shownValues, SHOWN } from "./lib/cells.js";
import { classOf, makeClasses, shadeOf } from "./lib/classes.js";
import { count, day, upperFirst } from "./lib/format.js";
import { chooseProviders } from "./lib/layers.js";
import { makeMarks } from "./lib/marks.js";
import { UNSTABLE_SIGN } from "./lib/rates.js";
import { ALL, NONE } from "./lib/state.js";
import { NO_BACKGROUND, areaLabel, levelMeasureDate, showingText } from "./lib/words.js";
import { createBasemap } from "./map/basemap.js";
import { createChoropleth } from "./map/choropleth.js";
import { createLegend } from "./map/legend.js";
import { createProviderLayer } from "./map/providers.js";
import { createView } from "./map/view.js";
import { createControls } from "./panels/controls.js";
import { createDetails } from "./panels/details.js";
import { createDownloads } from "./panels/downloads.js";
import { createServices } from "./panels/services.js";
import { createSummary } from "./panels/summary.js";
import { createTable } from "./panels/table.js";

const PRODUCT = "Reentry Atlas";
const NARROW = matchMedia("(max-width: 37.49em)");

export function createPage(config, leaflet, { status, onChoose }) {
  const marks = makeMarks(config.categories);
  const people = config.measures.find(({ code }) => code === "people");
  const main = byId("main");
  byId("jurisdiction").textContent = config.jurisdiction;

  const controls = createControls(byId("controls"), config, onChoose);
  const summary = createSummary({
    figures: byId("figures"),
    dateLine: byId("date-line"),
    notMapped: byId("not-mapped-list"),
  });
  const legend = createLegend(byId("legend"));
  const table = createTable(byId("areas"), { onOpen: (key, opener) => openArea(key, opener), onPoint: point });
  const downloads = createDownloads(byId("downloads"));
  const services = createServices(byId("services"), marks, { onOpen: (id, opener) => openService(id, opener) });
  const details = createDetails(byId("details"), { onClose: closed });

  const view = leaflet ? createView(leaflet, byId("map"), config.bbox) : null;
  const ground = view && createBasemap(leaflet, view.map, config.background, {
    page: document.body,
    onGone: () => (data ? sayWhatIsShown() : status.say(NO_BACKGROUND)),
  });
  const choropleth = view && createChoropleth(leaflet, view, { onOpen: (key) => openArea(key), onPoint: point });
  const sites = view && createProviderLayer(leaflet, view, marks, {
    onOpen: openSites,
    onPlaced: choropleth.keepClear,
  });
  if (!view) {
    byId("map").textContent = "The map could not be loaded. The tables on this page have the same numbers.";
    byId("map").classList.add("no-map");
  }

  let state = null;
  let data = null;
  let providers = null;
  let drawn = {};
  let opened = { kind: "", id: "" };

  function show(nextState, nextData) {
    state = nextState;
    data = nextData;
    controls.show(state);
    if (data) showAreas();
    else showNoAreas();
    showProviders();
    showChosenArea();
    drawn = { data, measure: state.measure, category: state.category, providers };
    if (main.hasAttribute("aria-busy")) sayWhatIsShown();
    main.removeAttribute("aria-busy");
  }

  function sayWhatIsShown() {
    const { areas, level, release } = data;
    const showing = showingText(areas.length, { level, measure: measureOf(state.measure), release });
    status.say(ground?.isGone() ? `${NO_BACKGROUND} ${showing}` : showing);
  }

  const measureOf = (code) => config.measures.find((measure) => measure.code === code);

  function showAreas() {
    if (drawn.data === data && drawn.measure === state.measure) return;
    const measure = measureOf(state.measure);
    const { level, release, areas } = data;
    const classes = makeClasses(shownValues(areas, measure.code), measure.bandWidth ?? release.base);
    const counts = countStatuses(areas, measure.code);
    const fillOf = (properties) => {
      const cell = cellOf(properties, measure.code);
      return cell.status === SHOWN ? `shade-${shadeOf(classOf(cell.value, classes), classes.length)}` : cell.status;
    };
    if (drawn.data !== data) {
      choropleth?.draw(areas, level);
      choropleth?.drawOutlines(data.outlines);
    }
    choropleth?.paint(fillOf, (properties) => areaLabel(level, properties, measure, release.base));
    choropleth?.sign((properties) => (isUnstable(properties, measure.code) ? UNSTABLE_SIGN : ""));
    const shown = { ...data, measure, classes, counts, features: areas, people, jurisdiction: config.jurisdiction };
    legend.showAreas(shown);
    summary.showAreas(shown);
    table.draw(shown);
    downloads.show(release);
    sayWhatIsShown();
    document.title = [upperFirst(levelMeasureDate(shown)), config.jurisdiction, PRODUCT].filter(Boolean).join(" – ");
  }

  function showNoAreas() {
    summary.showNoAreas();
    legend.showNoAreas();
    table.explain("No counts have been published yet. The table comes with the first release.");
    status.say("Nothing has been published yet. Only services are shown.");
  }

  function showProviders() {
    if (drawn.category === state.category && drawn.providers === providers) return;
    if (providers === null) return;
    const chosen = chooseProviders(providers, state.category);
    const counted = state.category === NONE ? providers : chosen;
    const unplaced = counted.filter((feature) => !feature.geometry).length;
    const category = config.categories.find(({ code }) => code === state.category);
    const kind = category ? `, ${category.name}` : "";
    summary.showSites(counted.length, unplaced, category?.name ?? "");
    sites?.draw(chosen);
    services.draw(
      chosen,
      state.category === NONE
        ? "No services are chosen."
        : `${count(chosen.length)} service sites${kind}${unplaced > 0 ? `; ${count(unplaced)} of them not on the map` : ""}.`,
      state.category === ALL,
    );
    const codes = new Set(chosen.map(({ properties }) => properties.category));
    const used = config.categories.filter(({ code }) => codes.has(code));
    legend.showSigns(used, marks, state.category === ALL && [...codes].some((code) => !marks.has(code)));
    if (opened.kind === "service" && !chosen.some(({ properties }) => String(properties.id) === opened.id)) details.hide();
  }

  function showChosenArea() {
    choropleth?.select(state.area);
    table.select(state.area);
    if (state.area !== "") {
      const same = opened.kind === "area" && opened.id === state.area && drawn.data === data && drawn.measure === state.measure;
      choropleth?.reveal(state.area);
      if (!same) showAreaCard({ focus: false, returnTo: null });
    } else if (opened.kind === "area") {
      opened = { kind: "", id: "" };
      details.hide({ silent: true });
    }
  }

  function showAreaCard(how) {
    const { properties } = data.areas.find((feature) => String(feature.properties.key) === state.area);
    const chosen = measureOf(state.measure);
    const measures = [chosen, ...config.measures.filter((measure) => measure !== chosen)];
    opened = { kind: "area", id: state.area };
    sites?.select("");
    services.select("");
    details.showArea({ ...data, properties, measures, jurisdiction: config.jurisdiction }, { ...how, side: choropleth?.sideAway(state.area) });
    choropleth?.clearOf(state.area, byId("details"));
  }

  /** @param opener the control that was used, or none for the polygon itself */
  function openArea(key, opener) {
    opened = { kind: "area", id: key };
    onChoose({ area: key });
    if (!opener) bringMapUp();
    showAreaCard({
      focus: true,
      returnTo: () => (opener?.isConnected ? opener.focus() : opener || !choropleth ? table.focus(key) : choropleth.focus(key)),
    });
  }

  function openSites(ids) {
    if (ids.length === 1) openService(ids[0]);
    else if (sites.canPart(ids)) sites.zoomTo(ids);
    else {
      leaveArea();
      opened = { kind: "services", id: ids[0] };
      const features = ids.map(providerOf);
      bringMapUp();
      details.showServices(features, (id) => openService(id), {
        focus: true,
        side: sites.sideAway(ids[0]),
        returnTo: () => sites.focus(ids[0]),
      });
    }
  }

  function openService(id, opener) {
    leaveArea();
    opened = { kind: "service", id };
    services.select(id);
    sites?.reveal(id);
    sites?.select(id);
    if (!opener) bringMapUp();
    details.showService(providerOf(id), {
      focus: true,
      side: sites?.sideAway(id),
      returnTo: () => (opener ? services.focus(id) : sites?.focus(id)),
    });
  }

  /** On a narrow screen the card is a sheet at the bottom; the map moves up from under it. */
  function bringMapUp() {
    if (NARROW.matches) byId("map").scrollIntoView({ block: "start", behavior: view?.still ? "auto" : "smooth" });
  }

  const providerOf = (id) => providers.find(({ properties }) => String(properties.id) === id);

  function leaveArea() {
    opened = { kind: "", id: "" };
    if (state.area !== "") onChoose({ area: "" });
  }

  function closed() {
    sites?.select("");
    services.select("");
    leaveArea();
  }

  function point(key) {
    choropleth?.point(key);
    table.point(key);
  }

  return {
    show,
    showLoading({ level, date }) {
      main.setAttribute("aria-busy", "true");
      status.say(`Loading ${config.levels.find(({ code }) => code === level).many}, ${day(date)}…`);
    },
    showStopped(kept) {
      main.removeAttribute("aria-busy");
      if (kept) controls.show(kept);
    },
    /** When the first areas cannot be read, the services still can. */
    showServicesOnly(asked) {
      state = { ...asked, area: "" };
      table.explain("The areas could not be loaded.");
      controls.show(state);
      showProviders();
    },
    staysText: (kept, { measure }) =>
      kept ? `The page still shows ${levelMeasureDate({ ...kept, measure: measureOf(measure) })}.` : "",
    /** null: they could not be read. What was drawn before stays. */
    setProviders(next) {
      if (next === null) {
        if (providers === null) summary.showNoSites();
        return;
      }
      providers = next;
      if (state) {
        showProviders();
        drawn.providers = providers;
        drawn.category = state.category;
      }
    },
  };
}
