// A plan being written: a form for its kind, places set on the map or by the keyboard, and a way to settle it when somebody
// else wrote meanwhile.

import { h } from "../lib/dom.js";
import { getJson, problemText } from "../lib/http.js";
import { send } from "../lib/send.js";
import { addDays } from "./dates.js";
import { EMPTY, readForm, formOf } from "./form.js";
import { createMerge } from "./merge.js";
import { fieldName, noteText } from "./notes.js";
import { texts } from "./words.js";

export function createEditor(container, { session, say, map, onDone, onCancel }) {
  let edited = null;
  let placing = null;
  let opened = "";
  let isChanged = false;

  /** Of what is open already the fields stay as somebody filled them, whatever else of the page changes. */
  async function open({ edit, plan: id, date, area, site }) {
    const key = JSON.stringify([edit, id, site, session.who().name]);
    if (key === opened) return;
    close();
    opened = key;
    if (!session.isPlanner()) {
      container.replaceChildren(h("h2", { id: "plan-title", tabindex: "-1" }, texts.editTitle), h("p", {}, texts.plannersOnly));
      container.hidden = false;
      return;
    }
    if (edit === "plan") {
      const plan = await getJson(`/outreach/plans/${encodeURIComponent(id)}`);
      edited = { id, version: plan.version, body: plan.plan };
    } else {
      edited = { id: "", version: 0, body: EMPTY[edit](addDays(date, 14), { area, site }) };
    }
    draw();
    container.querySelector("h2").focus();
  }

  /** Nothing is written any more. */
  function close() {
    opened = "";
    isChanged = false;
    if (placing) setPlacing(null);
  }

  /** A press on the map while a place is asked for. */
  function place(at) {
    if (!placing) return;
    const done = placing;
    setPlacing(null);
    done(at);
  }

  function setPlacing(next) {
    placing = next;
    map?.setPlacing(next !== null);
    if (next) say(texts.placing);
  }

  function draw() {
    const { body } = edited;
    const errors = h("div", { class: "errors", role: "alert" });
    const found = h("ul", { class: "notes" });
    const fields = formOf(body, {
      agency: session.who().agency,
      askPlace: (then) => setPlacing(then),
      middle: () => map?.middle() ?? { lon: 0, lat: 0 },
    });
    const read = () => readForm(body.kind, fields);
    const look = async () => {
      try {
        const { findings } = await send("POST", "/outreach/survey", read());
        found.replaceChildren(...(findings.notes.length > 0 ? findings.notes.map((note) => h("li", { class: "caution" }, noteText(note))) : [h("li", {}, texts.allFound(findings.areas))]));
        map?.showParts({ ...edited, plan: read(), kind: body.kind, sites: findings.sites });
        errors.replaceChildren();
      } catch (problem) {
        tell(errors, problem);
      }
    };
    const submit = async (event) => {
      event.preventDefault();
      await save(read(), errors);
    };
    container.replaceChildren(
      h("h2", { id: "plan-title", tabindex: "-1" }, edited.id ? texts.editTitle : texts.newPlan[body.kind]),
      h("form", { class: "fields", submit, input: () => (isChanged = true), novalidate: true },
        fields.elements,
        found,
        errors,
        h("div", { class: "take wide" },
          h("button", { type: "submit" }, texts.save),
          h("button", { type: "button", click: look }, texts.look),
          h("button", { type: "button", click: leave }, texts.cancel))));
    container.hidden = false;
  }

  async function save(body, errors) {
    try {
      const answer = edited.id
        ? await send("PUT", `/outreach/plans/${encodeURIComponent(edited.id)}`, body, edited.version)
        : await send("POST", "/outreach/plans", body);
      close();
      say(answer.merged?.length ? texts.merged(answer.merged.map(fieldName)) : texts.saved);
      onDone(answer.id);
    } catch (problem) {
      if (problem.code === "CHANGED_MEANWHILE") await settle(body, problem);
      else tell(errors, problem);
    }
  }

  /** Both changed the same: what was there, what is there now and what is wanted side by side, and one choice for each field. */
  async function settle(mine, problem) {
    const path = `/outreach/plans/${encodeURIComponent(edited.id)}`;
    const [base, theirs] = await Promise.all([getJson(`${path}?version=${edited.version}`), getJson(path)]);
    say(problem.detail);
    const merge = createMerge({ base: base.plan, theirs: theirs.plan, mine, fields: problem.errors.map(({ field }) => field) }, async (joined) => {
      edited = { ...edited, version: theirs.version, body: joined };
      draw();
      await save(joined, container.querySelector(".errors"));
    }, leave);
    container.replaceChildren(merge);
    container.querySelector("h2").focus();
  }

  function tell(errors, problem) {
    const lines = (problem.errors ?? []).map(({ field, message }) => h("li", {}, `${fieldName(field)} ${message}`));
    errors.replaceChildren(h("p", {}, lines.length > 0 ? texts.notTaken : problemText(problem)), h("ul", {}, lines));
    errors.scrollIntoView({ block: "nearest" });
  }

  function leave() {
    close();
    onCancel();
  }

  return { open, close, place, isChanged: () => isChanged };
}
