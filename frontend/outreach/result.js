// What became of a clean-up or a gathering: read by everybody, written by the agencies.

import { h } from "../lib/dom.js";
import { count, figure, webHref } from "../lib/format.js";
import { send } from "../lib/send.js";
import { texts } from "./words.js";

const NUMBERS = ["volunteers", "hours", "bags", "handedOut"];
const SCORES = ["scoreBefore", "scoreAfter"];

export function createResult(plan, { canWrite, act, path }) {
  const { result } = plan;
  if (!result && !canWrite) return null;
  return h("section", {}, h("h3", {}, texts.result), result ? read(result) : h("p", {}, texts.noResult), canWrite ? form(plan, { act, path }) : null);
}

function read(result) {
  const pairs = [
    ...NUMBERS.filter((name) => result[name] > 0).map((name) => [texts.results[name], count(result[name])]),
    ...SCORES.filter((name) => result[name] !== null).map((name) => [texts.results[name], figure(result[name])]),
    ...(result.followUps ? [[texts.results.followUps, result.followUps]] : []),
  ];
  const links = result.photos.map(webHref).filter(Boolean);
  return [
    h("dl", { class: "facts" }, pairs.map(([label, value]) => [h("dt", {}, label), h("dd", {}, value)])),
    links.length > 0 ? h("p", {}, `${texts.results.photos}: `, links.map((href, i) => [h("a", { href, rel: "noreferrer" }, String(i + 1)), " "])) : null,
  ];
}

function form(plan, { act, path }) {
  const known = plan.result ?? {};
  const number = (name, attributes) => {
    const input = h("input", { type: "number", name, min: "0", step: "1", inputmode: "decimal", value: known[name] ?? "", ...attributes });
    return h("label", {}, h("span", {}, texts.results[name]), input);
  };
  const submit = (event) => {
    event.preventDefault();
    const { elements } = event.target;
    const value = (name) => (elements[name].value === "" ? null : Number(elements[name].value));
    const body = {
      ...Object.fromEntries(NUMBERS.map((name) => [name, value(name) ?? 0])),
      ...Object.fromEntries(SCORES.map((name) => [name, value(name)])),
      photos: elements.photos.value.split(/\s+/).filter(Boolean),
      followUps: elements.followUps.value,
    };
    return act(() => send("PUT", path("/result"), body, plan.resultVersion ?? 0), texts.written);
  };
  return h("details", {}, h("summary", {}, texts.writeResult), h("form", { class: "fields", submit },
    NUMBERS.map((name) => number(name, {})),
    SCORES.map((name) => number(name, { min: "1", max: "4", step: "0.1" })),
    h("label", { class: "wide" }, h("span", {}, texts.results.photos), h("textarea", { name: "photos", rows: "2" }, (known.photos ?? []).join("\n"))),
    h("label", { class: "wide" }, h("span", {}, texts.results.followUps), h("textarea", { name: "followUps", rows: "2", maxlength: "4000" }, known.followUps ?? "")),
    h("button", { type: "submit" }, texts.write)));
}
