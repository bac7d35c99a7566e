// The panels and the map as one: what is opened, pointed at or chosen in one is so in all.

import { cellOf, countStatuses, isUnstable, SHOWN } from "./lib/cells.js";
import { classOf, shadeOf } from "./lib/classes.js";
import { byId } from "./lib/dom.js";
import { count, lowerFirst, upperFirst } from "./lib/format.js";
import { clockIn } from "./lib/hours.js";
import { words } from "./lib/i18n.js";
import { makeMarks } from "./lib/marks.js";
import { allLanguages, chooseProviders } from "./lib/providers.js";
import { UNSTABLE_SIGN } from "./lib/rates.js";
import { ALL, NONE } from "./lib/state.js";
import { areaLabel, levelSubjectDate, showingText } from "./lib/words.js";
import { createBasemap } from "./map/basemap.js";
import { createChoropleth } from "./map/choropleth.js";
import { createLegend } from "./map/legend.js";
import { createProviderLayer } from "./map/providers.js";
import { createView } from "./map/view.js";
import { createCards } from "./panels/cards.js";
import { createControls } from "./panels/controls.js";
import { createDownloads } from "./panels/downloads.js";
import { createFind } from "./panels/find.js";
import { createServices } from "./panels/services.js";
import { createSummary } from "./panels/summary.js";
import { createTable } from "./panels/table.js";

const PRODUCT = "Reentry Atlas";

export function createPage(config, leaflet, { status, onChoose }) {
  const marks = makeMarks(config.categories);
  const people = config.measures.find(({ code }) => code === "people");
  const main = byId("main");
  byId("jurisdiction").textContent = config.jurisdiction;

  const controls = createControls(byId("controls"), config, onChoose);
  const find = createFind(byId("find"), { config, onFound: (found) => cards.openFound(found) });
  const summary = createSummary({ figures: byId("figures"), dateLine: byId("date-line"), notMapped: byId("not-mapped-list") });
  const legend = createLegend(byId("legend"));
  const table = createTable(byId("areas"), {
    onOpen: (key, opener) => cards.openArea(key, opener),
    onPoint: point,
    onSort: (sort) => onChoose({ sort }),
    say: status.say,
  });
  const downloads = createDownloads(byId("downloads"), { say: status.say });
  const services = createServices(byId("services"), marks, {
    onOpen: (id, opener) => cards.openService(id, opener),
    onChoose,
  });

  const view = leaflet ? createView(leaflet, byId("map"), config.bbox) : null;
  const ground = view && createBasemap(leaflet, view.map, config.background, {
    page: document.body,
    colours: globalThis.atlasColours,
    onGone: () => (data ? sayWhatIsShown() : status.say(words.problem.background)),
  });
  const choropleth = view && createChoropleth(leaflet, view, { onOpen: (key) => cards.openArea(key), onPoint: point });
  const sites = view && createProviderLayer(leaflet, view, marks, {
    onOpen: (ids) => cards.openSites(ids),
    onPlaced: choropleth.keepClear,
  });
  if (!view) {
    byId("map").textContent = words.page.noMap;
    byId("map").classList.add("no-map");
  }
  const clock = () => clockIn(config.timeZone, new Date());
  const cards = createCards(byId("details"), { config, view, choropleth, sites, table, services, find, clock, onChoose, say: status.say });

  let state = null;
  let data = null;
  let providers = null;
  const drawn = { data: null, providers: null, choice: "" };

  function show(nextState, nextData) {
    state = nextState;
    data = nextData;
    controls.show(state);
    if (data) showAreas();
    else showNoAreas();
    showProviders();
    cards.show(state, data);
    if (main.hasAttribute("aria-busy")) sayWhatIsShown();
    main.removeAttribute("aria-busy");
  }

  function sayWhatIsShown() {
    if (!data) return;
    const showing = showingText(data.areas.length, data);
    status.say(ground?.isGone() ? `${words.problem.background} ${showing}` : showing);
  }

  function showAreas() {
    if (drawn.data === data) return table.sort(state.sort);
    drawAreas();
    drawn.data = data;
  }

  function drawAreas() {
    const { level, release, areas, subject, classes } = data;
    const counts = countStatuses(areas, subject.column);
    const fillOf = (properties) => {
      const cell = cellOf(properties, subject.column);
      if (cell.status !== SHOWN) return cell.status;
      const index = classOf(cell.value, classes);
      return index < 0 ? "nodata" : `shade-${shadeOf(index, classes.length)}`;
    };
    if (drawn.data?.areas !== areas) choropleth?.draw(areas, level);
    if (drawn.data?.outlines !== data.outlines) choropleth?.drawOutlines(data.outlines);
    choropleth?.paint(fillOf, (properties) => areaLabel(level, properties, subject, release.base));
    choropleth?.sign((properties) => (isUnstable(properties, subject.code) ? UNSTABLE_SIGN : ""));
    const category = config.categories.find(({ code }) => code === state.category);
    const shown = { ...data, counts, features: areas, people, jurisdiction: config.jurisdiction, kind: category ? lowerFirst(category.name) : "" };
    legend.showAreas(shown);
    summary.showAreas(shown);
    table.draw(shown, state.sort);
    downloads.show(release);
    find.show(data);
    sayWhatIsShown();
    document.title = [upperFirst(levelSubjectDate(data)), config.jurisdiction, PRODUCT].filter(Boolean).join(" – ");
  }

  function showNoAreas() {
    summary.showNoAreas();
    legend.showNoAreas();
    table.explain(words.page.noCountsYet);
    status.say(words.page.nothingYet);
  }

  const choice = ({ category, only, language }) => `${category}\n${only}\n${language}`;

  function showProviders() {
    if (providers === null || !state) return;
    if (drawn.providers === providers && drawn.choice === choice(state)) return;
    drawn.providers = providers;
    drawn.choice = choice(state);
    const chosen = chooseProviders(providers, state, clock());
    const counted = state.category === NONE ? providers : chosen;
    const unplaced = counted.filter((feature) => !feature.geometry).length;
    const category = config.categories.find(({ code }) => code === state.category);
    summary.showSites(counted.length, unplaced, category?.name ?? "");
    sites?.draw(chosen);
    services.showFilters(state, allLanguages(providers));
    services.draw(
      chosen,
      state.category === NONE
        ? words.services.none
        : words.services.list(count(chosen.length), chosen.length === 1, category?.name ?? "", unplaced > 0 ? count(unplaced) : ""),
      state.category === ALL && state.only === "" && state.language === "",
    );
    const codes = new Set(chosen.map(({ properties }) => properties.category));
    const used = config.categories.filter(({ code }) => codes.has(code));
    legend.showSigns(used, marks, state.category === ALL && [...codes].some((code) => !marks.has(code)));
    cards.keepOnly(chosen);
  }

  function point(key) {
    choropleth?.point(key);
    table.point(key);
  }

  return {
    show,
    showBusy: () => main.setAttribute("aria-busy", "true"),
    /** For whoever has to wait for longer than a moment. */
    showLoading(asked) {
      status.say(words.page.loadingAreas(config.levels.find(({ code }) => code === asked.level).many));
    },
    showStopped(kept) {
      main.removeAttribute("aria-busy");
      if (kept) controls.show(kept);
    },
    /** When the first areas cannot be read, the services still can. */
    showServicesOnly(asked) {
      state = { ...asked, area: "" };
      table.explain(words.page.areasFailed);
      controls.show(state);
      showProviders();
    },
    staysText: (kept) => (kept ? words.page.stays(levelSubjectDate(kept)) : ""),
    /** null: they could not be read. What was drawn before stays. */
    setProviders(next) {
      if (next === null) {
        if (providers === null) summary.showNoSites();
        return;
      }
      providers = next;
      cards.setProviders(next);
      showProviders();
    },
  };
}
