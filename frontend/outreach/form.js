// The fields of each kind of plan, and what they come to.

import { h } from "../lib/dom.js";
import { texts } from "./words.js";

export const PURPOSES = ["new_to_area", "routine_contact", "missed_contact", "conditions", "help_and_referrals"];
const WAYS = ["foot", "bicycle"];
const MOST_POINTS = 3;

const meeting = (day) => ({ title: "", description: "", starts: `${day}T09:00`, ends: `${day}T13:00`, rally: null, supervisionPart: "", policePart: "", partnersPart: "", shifts: [], notes: "" });

/** What a new plan begins as, by kind. */
export const EMPTY = {
  clean_up: (day, { site }) => ({
    kind: "clean_up",
    ...meeting(day),
    sites: site ? [site] : [],
    collectionPoints: [],
    volunteers: 20,
    permits: [{ name: texts.kitRequest, leadDays: 14, controlNumber: "" }],
    cancelBy: null,
  }),
  gathering: (day) => ({ kind: "gathering", ...meeting(day) }),
  tour: (day, { area }) => ({ kind: "tour", area, starts: `${day}T16:00`, ends: `${day}T19:00`, supervisionOfficer: "", policeOfficer: "", proposedOfficer: "", purpose: "" }),
  patrol: (day, { area }) => ({ kind: "patrol", area, starts: `${day}T14:00`, ends: `${day}T16:00`, way: "foot", officer: "" }),
};

const OWNERS = { supervisionPart: "supervision", policePart: "police", supervisionOfficer: "supervision", purpose: "supervision", policeOfficer: "police", officer: "police" };

/** The fields of a body: { elements, inputs, lists }. */
export function formOf(body, { agency, askPlace, middle }) {
  const inputs = {};
  const lists = {};
  const isOthers = (name) => OWNERS[name] && OWNERS[name] !== agency;

  function field(name, element, wide = false) {
    inputs[name] = element;
    element.name = name;
    if (isOthers(name)) element.disabled = true;
    return h("label", { class: wide ? "wide" : null }, h("span", {}, isOthers(name) ? texts.writtenBy(texts.fields[name], texts.agencies[OWNERS[name]]) : texts.fields[name]), element);
  }

  const text = (name, longest, attributes = {}) => field(name, h("input", { type: "text", value: body[name] ?? "", maxlength: String(longest), ...attributes }), longest > 60);
  const area = (name) => field(name, h("textarea", { rows: "2", maxlength: "4000" }, body[name] ?? ""), true);
  const time = (name) => field(name, h("input", { type: "datetime-local", value: (body[name] ?? "").slice(0, 16) }));
  const select = (name, codes, said) => {
    const element = h("select", {}, h("option", { value: "" }, "–"), codes.map((code) => h("option", { value: code }, said[code])));
    element.value = body[name] ?? "";
    return field(name, element);
  };

  /** Rows that can be added and removed; make(value) answers { element, read }. */
  function rows(name, values, make, { most, empty, addText }) {
    const kept = [];
    const holder = h("div", {});
    const add = h("button", { type: "button", click: () => { append(empty()); kept.at(-1).element.querySelector("input").focus(); } }, addText);
    function append(value) {
      const row = make(value);
      const line = h("div", { class: "row" }, row.element, h("button", { type: "button", click: () => { kept.splice(kept.indexOf(entry), 1); line.remove(); add.disabled = false; add.focus(); } }, texts.remove));
      const entry = { ...row, element: line };
      kept.push(entry);
      holder.append(line);
      add.disabled = kept.length >= most;
    }
    values.forEach(append);
    lists[name] = () => kept.map(({ read }) => read());
    return h("fieldset", { class: "filters wide" }, h("legend", {}, texts.fields[name]), holder, add);
  }

  function placeRow(value, label) {
    const title = h("input", { type: "text", value: value.name ?? "", maxlength: "120", "aria-label": `${label}: ${texts.placeName}` });
    const lon = h("input", { type: "text", inputmode: "decimal", value: value.lon ?? "", "aria-label": `${label}: ${texts.longitude}`, size: "10" });
    const lat = h("input", { type: "text", inputmode: "decimal", value: value.lat ?? "", "aria-label": `${label}: ${texts.latitude}`, size: "10" });
    const put = ({ lon: x, lat: y }) => {
      lon.value = x.toFixed(5);
      lat.value = y.toFixed(5);
    };
    const element = [
      h("label", { class: "what" }, h("span", {}, texts.placeName), title),
      h("label", {}, h("span", {}, texts.longitude), lon),
      h("label", {}, h("span", {}, texts.latitude), lat),
      h("button", { type: "button", click: () => askPlace(put) }, texts.onMap),
      h("button", { type: "button", click: () => put(middle()) }, texts.inMiddle),
    ];
    // What is no number is sent as it is, so that the server says which field it is.
    const number = (input) => (input.value.trim() === "" ? null : /^-?\d{1,3}(\.\d+)?$/.test(input.value.trim()) ? Number(input.value) : input.value);
    return { element, read: () => (title.value === "" && lon.value === "" && lat.value === "" ? null : { name: title.value, lon: number(lon), lat: number(lat) }) };
  }

  function rally() {
    const row = placeRow(body.rally ?? {}, texts.fields.rally);
    lists.rally = row.read;
    return h("fieldset", { class: "filters wide" }, h("legend", {}, texts.fields.rally), h("div", { class: "row first" }, row.element));
  }

  function shiftRow(shift) {
    const name = h("input", { type: "text", value: shift.name, maxlength: "80" });
    const starts = h("input", { type: "datetime-local", value: shift.starts.slice(0, 16) });
    const ends = h("input", { type: "datetime-local", value: shift.ends.slice(0, 16) });
    const places = h("input", { type: "number", min: "1", max: "1000", value: String(shift.places) });
    return {
      element: [[texts.shiftName, name], [texts.fields.starts, starts], [texts.fields.ends, ends], [texts.places, places]].map(([label, input]) => h("label", {}, h("span", {}, label), input)),
      read: () => ({ id: shift.id, name: name.value, starts: starts.value, ends: ends.value, places: Number(places.value) }),
    };
  }

  const newShift = () => ({ id: crypto.randomUUID?.() ?? String(Math.random()).slice(2), name: "", starts: inputs.starts.value, ends: inputs.ends.value, places: 10 });
  const shifts = () => rows("shifts", body.shifts ?? [], shiftRow, { most: 20, empty: newShift, addText: texts.addShift });

  function siteRow(value) {
    const input = h("input", { type: "text", value, maxlength: "160", "aria-label": texts.fields.sites, placeholder: texts.siteExample });
    return { element: h("label", { class: "what" }, input), read: () => input.value };
  }

  function permitRow(permit) {
    const name = h("input", { type: "text", value: permit.name, maxlength: "80" });
    const days = h("input", { type: "number", min: "0", max: "365", value: String(permit.leadDays) });
    const number = h("input", { type: "text", value: permit.controlNumber, maxlength: "40" });
    return {
      element: [[texts.permitName, name], [texts.leadDays, days], [texts.controlNumber, number]].map(([label, input]) => h("label", {}, h("span", {}, label), input)),
      read: () => ({ name: name.value, leadDays: Number(days.value), controlNumber: number.value }),
    };
  }

  const times = [time("starts"), time("ends")];
  const parts = () => [area("supervisionPart"), area("policePart"), area("partnersPart")];
  const elements = {
    clean_up: () => [
      text("title", 120), area("description"), times, rally(),
      rows("sites", body.sites ?? [], siteRow, { most: 40, empty: () => "", addText: texts.addSite }),
      rows("collectionPoints", body.collectionPoints ?? [], (point) => placeRow(point, texts.fields.collectionPoints), { most: MOST_POINTS, empty: () => ({}), addText: texts.addPoint }),
      field("volunteers", h("input", { type: "number", min: "0", max: "5000", value: String(body.volunteers ?? 0) })),
      time("cancelBy"),
      rows("permits", body.permits ?? [], permitRow, { most: 10, empty: () => ({ name: "", leadDays: 14, controlNumber: "" }), addText: texts.addPermit }),
      parts(), shifts(), area("notes"),
    ],
    gathering: () => [text("title", 120), area("description"), times, rally(), parts(), shifts(), area("notes")],
    tour: () => [text("area", 40), times, text("supervisionOfficer", 20), text("policeOfficer", 20), text("proposedOfficer", 20), select("purpose", PURPOSES, texts.purposes)],
    patrol: () => [text("area", 40), times, select("way", WAYS, texts.ways), text("officer", 20)],
  }[body.kind]();
  return { elements, inputs, lists };
}

/** What the fields say, as the server takes it. */
export function readForm(kind, { inputs, lists }) {
  const body = { kind };
  for (const [name, input] of Object.entries(inputs)) {
    if (name === "volunteers") body[name] = Number(input.value);
    else if (name === "cancelBy") body[name] = input.value === "" ? null : input.value;
    else body[name] = input.value;
  }
  for (const [name, read] of Object.entries(lists)) {
    const value = read();
    body[name] = Array.isArray(value) ? value.filter((entry) => entry !== null && entry !== "") : value;
  }
  return body;
}
