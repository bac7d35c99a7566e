// What a roster is made of: a time, visits due by beat, officers. Kept on this device.

import { recall, remember } from "../lib/device.js";
import { h } from "../lib/dom.js";
import { addDays, isDay, today } from "./dates.js";
import { BANDS, WINDOWS, newOfficer, nextMonth, parseKept, requestOf } from "./tour-request.js";
import { texts } from "./tour-words.js";

const KEY = "tours";
const MOST_OFFICERS = 200;

/** { element, period(), wait(isWaiting), nameOf(part, index) } */
export function createTourForm({ config, areaKeys, say, onPlan, onPeriod }) {
  const kept = parseKept(recall(KEY));
  const [first, end] = nextMonth(today(config.timeZone));
  const from = h("input", { type: "date", name: "from", required: true, value: first, change: changePeriod });
  const last = h("input", { type: "date", name: "last", required: true, value: end, change: changePeriod });
  const closed = h("input", { type: "text", name: "closed", maxlength: "1200", value: kept.closed, autocomplete: "off" });
  const bands = new Map();
  const rows = [];
  const officers = h("div", { class: "officers" });
  const plan = h("button", { type: "submit" }, texts.plan);
  let asked = null;

  const period = () => [from.value, isDay(last.value) ? addDays(last.value, 1) : from.value];

  function changePeriod() {
    const [start, until] = period();
    if (isDay(start) && until > start) onPeriod(start, until);
  }

  function beatRow(key) {
    const select = h("select", { "aria-label": texts.visitsIn(key) }, h("option", { value: "" }, texts.noVisits), BANDS.map(([low, high], i) => h("option", { value: String(i) }, texts.band(low, high))));
    select.value = kept.bands[key] === undefined ? "" : String(kept.bands[key]);
    bands.set(key, select);
    return h("tr", {}, h("th", { scope: "row" }, key), h("td", {}, select));
  }

  function windowGrid(officer) {
    const boxes = WINDOWS.map((window) => {
      const box = h("input", { type: "checkbox", value: window.id, "aria-label": texts.windowAt(texts.days[window.day], texts.times[window.time]) });
      box.checked = officer.windows.includes(window.id);
      return { box, window };
    });
    const lines = ["afternoon", "evening", "morning"].map((time) =>
      h("div", { class: "times" }, h("span", {}, texts.times[time]),
        boxes.filter(({ window }) => window.time === time).map(({ box, window }) => h("label", { class: "tick" }, box, h("span", { "aria-hidden": "true" }, texts.days[window.day])))));
    return { element: h("fieldset", { class: "filters wide" }, h("legend", {}, texts.available), lines), read: () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value) };
  }

  function addOfficer(officer) {
    const code = h("input", { type: "text", value: officer.code, maxlength: "20", autocomplete: "off" });
    const agency = h("select", {}, Object.entries(texts.agencies).map(([value, text]) => h("option", { value }, text)));
    agency.value = officer.agency;
    const perWeek = h("input", { type: "number", min: "1", max: "14", value: String(officer.perWeek) });
    const areas = h("input", { type: "text", value: officer.areas, maxlength: "2000", autocomplete: "off" });
    const away = h("input", { type: "text", value: officer.away, maxlength: "1200", autocomplete: "off" });
    const windows = windowGrid(officer);
    const summary = h("summary", {});
    const name = () => summary.replaceChildren(`${texts.officer(code.value)} (${texts.agencies[agency.value]})`);
    code.addEventListener("input", name);
    agency.addEventListener("change", name);
    name();
    const element = h("details", { class: "officer" }, summary, h("div", { class: "fields" },
      [[texts.code, code], [texts.agency, agency], [texts.perWeek, perWeek], [texts.areas, areas], [texts.away, away]].map(([label, input]) => h("label", {}, h("span", {}, label), input)),
      windows.element,
      h("button", { type: "button", "aria-label": texts.removeOfficer(officer.code), click: () => { rows.splice(rows.indexOf(row), 1); element.remove(); adders[officer.agency].focus(); keep(); } }, texts.remove)));
    const row = { element, code, read: () => ({ code: code.value.trim(), agency: agency.value, perWeek: Number(perWeek.value), areas: areas.value, away: away.value, windows: windows.read() }) };
    rows.push(row);
    officers.append(element);
    return row;
  }

  const adders = Object.fromEntries(Object.keys(texts.agencies).map((agency) => [agency, h("button", { type: "button", click: () => {
    if (rows.length >= MOST_OFFICERS) return;
    const codes = new Set(rows.map(({ code }) => code.value));
    let number = 1;
    while (codes.has(newOfficer(agency, number).code)) number += 1;
    const { element, code } = addOfficer(newOfficer(agency, number));
    element.open = true;
    code.focus();
    code.select();
  } }, texts.add[agency])]));

  const read = () => ({
    from: from.value,
    last: last.value,
    bands: Object.fromEntries([...bands].filter(([, select]) => select.value !== "").map(([key, select]) => [key, Number(select.value)])),
    officers: rows.map((row) => row.read()),
    closed: closed.value,
  });

  function keep() {
    const { bands: chosen, officers: there, closed: days } = read();
    remember(KEY, JSON.stringify({ bands: chosen, officers: there, closed: days }));
  }

  function forget() {
    remember(KEY, null);
    for (const select of bands.values()) select.value = "";
    rows.splice(0);
    officers.replaceChildren();
    closed.value = "";
    say(texts.forgotten);
  }

  function submit(event) {
    event.preventDefault();
    keep();
    asked = requestOf(read());
    onPlan(asked);
  }

  kept.officers.forEach(addOfficer);
  if (rows.length === 0) ["supervision", "police"].forEach((agency) => addOfficer(newOfficer(agency, 1)));
  const element = h("form", { class: "tour-form", submit, change: keep, novalidate: true },
    h("fieldset", { class: "filters" }, h("legend", {}, texts.period), h("div", { class: "fields" },
      h("label", {}, h("span", {}, texts.from), from), h("label", {}, h("span", {}, texts.last), last),
      h("label", {}, h("span", {}, texts.closed), closed), h("p", { class: "quiet wide" }, texts.closedAbout))),
    h("fieldset", { class: "filters" }, h("legend", {}, texts.beats), h("p", { class: "quiet" }, texts.beatsAbout),
      h("div", { class: "scroller short", tabindex: "0", role: "region", "aria-label": texts.beats }, h("table", {}, h("tbody", {}, areaKeys.map(beatRow))))),
    h("fieldset", { class: "filters" }, h("legend", {}, texts.officers), h("p", { class: "quiet" }, texts.officersAbout), officers, h("div", { class: "take" }, Object.values(adders))),
    h("div", { class: "take" }, plan, h("button", { type: "button", click: forget }, texts.forget)));

  return {
    element,
    period,
    wait: (isWaiting) => (plan.disabled = isWaiting),
    nameOf: (part, index) => ({ beats: asked?.beats[index]?.area, officers: asked?.officers[index]?.code })[part],
  };
}
