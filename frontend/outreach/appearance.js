// How a block looks, said by members of staff who walk it with a phone.

import { h } from "../lib/dom.js";
import { getJson, problemText } from "../lib/http.js";
import { send } from "../lib/send.js";
import { texts } from "./priority-words.js";

const POSITION = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 10_000 };

const position = () =>
  new Promise((resolve) => {
    if (!navigator.geolocation) resolve(null);
    else navigator.geolocation.getCurrentPosition(({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude }), () => resolve(null), POSITION);
  });

/**
 * @param middle where the map is, or null where there is no map
 * @param nameOf what a block is called
 */
export function createAppearance(container, { say, middle, nameOf, onSaved }) {
  const words = texts.look;
  let block = null;
  const question = h("legend", { tabindex: "-1" }, words.none);
  const choices = Object.entries(words.scores).map(([value, text]) => h("label", { class: "tick" }, h("input", { type: "radio", name: "score", value }), text));
  const save = h("button", { type: "submit" }, words.save);
  const fields = h("fieldset", { class: "looks", disabled: true }, question, choices, save);
  const form = h("form", { submit: keep }, fields);
  container.append(
    h("h3", {}, words.title),
    h("p", { class: "quiet" }, words.about),
    h("div", { class: "take" },
      h("button", { type: "button", click: async () => find(await locate()) }, words.here),
      middle ? h("button", { type: "button", click: () => find(middle()) }, words.middle) : null),
    form,
  );

  async function locate() {
    say(words.searching);
    const place = await position();
    if (!place) say(words.noPosition);
    return place;
  }

  async function find(place) {
    if (!place) return;
    say(words.searching);
    try {
      choose(await getJson(`/outreach/block?lon=${place.lon.toFixed(6)}&lat=${place.lat.toFixed(6)}`));
    } catch (problem) {
      say(problemText(problem));
    }
  }

  function choose(found) {
    block = found;
    form.reset();
    fields.disabled = false;
    question.textContent = words.question(nameOf(block));
    say("");
    question.focus();
  }

  async function keep(event) {
    event.preventDefault();
    const score = Number(new FormData(form).get("score"));
    if (!score) {
      say(words.choose);
      return;
    }
    try {
      await send("POST", "/outreach/appearance", { block: block.block, score });
      say(words.saved(nameOf(block)));
      form.reset();
      onSaved();
    } catch (problem) {
      say(problemText(problem));
    }
  }

  return { choose };
}
