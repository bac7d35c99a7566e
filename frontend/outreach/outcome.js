// What a tour found, written down by the supervision agency: four numbers that go to the server and never come back.

import { h } from "../lib/dom.js";
import { send } from "../lib/send.js";
import { speakPresence, texts as all } from "./presence-words.js";

const NUMBERS = ["contacted", "notHome", "moved", "badAddress"];

export async function createOutcome({ act, path }) {
  await speakPresence();
  const texts = all.outcome;
  const submit = (event) => {
    event.preventDefault();
    const { elements } = event.target;
    return act(() => send("POST", path("/outcome"), Object.fromEntries(NUMBERS.map((name) => [name, Number(elements[name].value || 0)]))), texts.sent);
  };
  return h("section", {}, h("h3", {}, texts.title), h("p", { class: "quiet" }, texts.about),
    h("form", { class: "fields", submit }, NUMBERS.map((name) => h("label", {}, h("span", {}, texts[name]), h("input", { type: "number", name, min: "0", max: "60", step: "1", required: true, autocomplete: "off" }))),
      h("button", { type: "submit" }, texts.send)));
}
