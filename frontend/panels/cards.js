// What is open: one area, one service, or several services at one place, on the map, in the tables and in the card alike.

import { byId } from "../lib/dom.js";
import { gapLines, isOfGaps, subjectOf } from "../lib/subjects.js";
import { createDetails } from "./details.js";

const NARROW = matchMedia("(max-width: 37.49em)");
const NOTHING = { kind: "", id: "" };

export function createCards(card, { config, view, choropleth, sites, table, services, find, clock, onChoose, say }) {
  const details = createDetails(card, { onClose: closed });
  let state = null;
  let data = null;
  let providers = [];
  let opened = NOTHING;
  let drawn = null;
  /** Who opened the card of an area that is still to be shown. */
  let opening = null;

  function show(nextState, nextData) {
    state = nextState;
    data = nextData;
    choropleth?.select(state.area);
    table.select(state.area);
    if (state.area === "") {
      opening = null;
      if (opened.kind === "area") {
        opened = NOTHING;
        details.hide({ silent: true });
      }
      return;
    }
    choropleth?.reveal(state.area);
    const same = opened.kind === "area" && opened.id === state.area && drawn?.data === data && drawn.beside === state.beside;
    if (!same || opening) showAreaCard(opening ?? { focus: false });
    opening = null;
  }

  function showAreaCard(how) {
    const feature = (key) => data.areas.find(({ properties }) => String(properties.key) === key);
    const { properties } = feature(state.area);
    const { measure: chosen } = data.subject;
    const isChosen = opened.kind === "area" && opened.id === state.area;
    opened = { kind: "area", id: state.area };
    drawn = { data, beside: state.beside };
    sites?.select("");
    services.select("");
    details.showArea(
      {
        ...data,
        properties,
        measures: data.subject.current ? [] : [chosen, ...config.measures.filter((measure) => measure !== chosen)],
        others: othersOf(data.subject),
        jurisdiction: config.jurisdiction,
        beside: state.beside === "" ? null : feature(state.beside)?.properties,
        onBeside: (beside) => onChoose({ beside }),
        isMine: find.isMine(data.level.code, state.area),
        onMine() {
          say(find.toggleMine(data.level.code, state.area));
          showAreaCard({ focus: false });
        },
      },
      { returnTo: isChosen ? null : backTo(state.area, null), ...how, side: choropleth?.sideAway(state.area) },
    );
    choropleth?.clearOf(state.area, card);
  }

  const othersOf = ({ code, current }) =>
    isOfGaps(code) ? gapLines(config) : current ? serviceSubjects() : [];

  /** How many services of each kind, and how far the nearest of any is. */
  const serviceSubjects = () =>
    [{ measure: "sites", category: "all" }, { measure: "nearest", category: "all" }, ...config.categories.map(({ code }) => ({ measure: "sites", category: code }))].map(
      (asked) => subjectOf(config, asked),
    );

  const backTo = (key, opener) => () =>
    opener?.isConnected ? opener.focus() : opener || !choropleth ? table.focus(key) : choropleth.focus(key);

  /** @param opener the control that was used, or none for the polygon itself */
  function openArea(key, opener) {
    if (!opener) bringMapUp();
    opening = { focus: true, returnTo: backTo(key, opener) };
    onChoose({ area: key });
  }

  /** An area that somebody looked for, maybe of another level. */
  function openFound({ level, area }) {
    bringMapUp();
    opening = { focus: true, returnTo: backTo(area, null) };
    onChoose({ level, area });
  }

  function openSites(ids) {
    if (ids.length === 1) openService(ids[0]);
    else if (sites.canPart(ids)) sites.zoomTo(ids);
    else {
      leaveArea();
      opened = { kind: "services", id: ids[0] };
      bringMapUp();
      details.showServices(ids.map(providerOf), (id) => openService(id), {
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
      clock: clock(),
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
    opened = NOTHING;
    if (state?.area) onChoose({ area: "", beside: "" });
  }

  function closed() {
    sites?.select("");
    services.select("");
    leaveArea();
  }

  return {
    show,
    openArea,
    openFound,
    openSites,
    openService,
    setProviders: (next) => (providers = next),
    /** Closes the card of a service that is not meant any more. */
    keepOnly(chosen) {
      const isThere = () => chosen.some(({ properties }) => String(properties.id) === opened.id);
      if (opened.kind === "service" && !isThere()) details.hide();
    },
  };
}
