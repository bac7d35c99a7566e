// A month of Accountability Tours: what is due and who is there goes in, a roster comes out, and both agencies agree to it.

import { h } from "../lib/dom.js";
import { problemText } from "../lib/http.js";
import { send } from "../lib/send.js";
import { createAgreement } from "./tour-agreement.js";
import { createTourForm } from "./tour-form.js";
import { drawRoster } from "./tour-roster.js";
import { speakTours, texts } from "./tour-words.js";
import { PURPOSES } from "./form.js";
import { readField } from "./notes.js";
import { texts as outreach } from "./words.js";

/** The server gives up after half a minute, and others may be before. */
const LONGEST_MS = 60_000;

/** A part of the page of outreach: { show(state), hide() }. */
export async function createTours(container, { config, session, areaKeys, say }) {
  await speakTours();
  container.setAttribute("aria-labelledby", "tours-title");
  const title = h("h2", { id: "tours-title", tabindex: "-1" }, texts.title);
  const errors = h("div", { class: "errors", role: "alert" });
  const result = h("section", { "aria-labelledby": "roster-title", hidden: true });
  const agreementBox = h("div", { class: "agreement" });
  const agreement = createAgreement(agreementBox, { session, say, tell });
  let shownTo = null;
  let form = null;

  async function plan(request) {
    errors.replaceChildren();
    form.wait(true);
    say(texts.planning);
    try {
      const roster = await send("POST", "/outreach/rosters", request, null, LONGEST_MS);
      showRoster(roster);
      await agreement.show(request.from, request.to);
    } catch (problem) {
      tell(problem);
    } finally {
      form.wait(false);
    }
  }

  function showRoster(roster) {
    const heading = h("h3", { id: "roster-title", tabindex: "-1" }, texts.result);
    const { sentences, tables } = drawRoster(roster);
    result.replaceChildren(heading, ...sentences.map((text) => h("p", {}, text)), ...tables, roster.tours.length > 0 ? keeping(roster) : "",
      h("p", { class: "take" }, h("button", { type: "button", click: () => window.print() }, texts.print)));
    result.hidden = false;
    say(sentences[0]);
    heading.focus();
  }

  function keeping(roster) {
    const isLead = session.who().agency === "supervision";
    const purpose = h("select", { name: "purpose" }, PURPOSES.map((code) => h("option", { value: code }, outreach.purposes[code])));
    const button = h("button", { type: "submit" }, texts.keep);
    const submit = async (event) => {
      event.preventDefault();
      button.disabled = true;
      const tours = roster.tours.map(({ area, starts, ends, supervisionOfficer, policeOfficer }) => ({ area, starts, ends, supervisionOfficer, policeOfficer }));
      try {
        const kept = await send("POST", "/outreach/tours", { purpose: isLead ? purpose.value : "", tours });
        keep.remove();
        await agreement.show(roster.from, roster.to);
        agreement.focus();
        say(texts.kept(kept.tours.length));
      } catch (problem) {
        button.disabled = false;
        tell(problem);
      }
    };
    const keep = h("form", { class: "finder keep", submit }, isLead ? h("label", {}, h("span", {}, texts.purpose), purpose) : "", button, h("p", { class: "quiet" }, texts.keepAbout));
    return keep;
  }

  /** "officers[2].code" → "Officer 3" */
  function partName(field) {
    const { name, at } = readField(field);
    const part = texts.parts[name] ?? name;
    return at === null ? part : texts.partAt(part, form.nameOf(name, at) ?? at + 1);
  }

  function tell(problem) {
    const lines = (problem.errors ?? []).slice(0, 20).map(({ field, message }) => h("li", {}, `${partName(field)}: ${message}`));
    const said = lines.length > 0 && problem.code === "FIELDS_INVALID" ? texts.cannot : problemText(problem);
    errors.replaceChildren(h("p", {}, said), h("ul", {}, lines));
    errors.scrollIntoView({ block: "nearest" });
    say("");
  }

  function draw() {
    form = createTourForm({ config, areaKeys, say, onPlan: plan, onPeriod: (from, to) => agreement.show(from, to).catch(tell) });
    result.hidden = true;
    errors.replaceChildren();
    container.replaceChildren(title, h("p", { class: "quiet tour-form" }, texts.about), form.element, errors, result, agreementBox);
  }

  return {
    async show() {
      const { name } = session.who();
      if (!session.isPlanner()) {
        container.replaceChildren(title, h("p", {}, outreach.plannersOnly));
        shownTo = null;
        return;
      }
      // What somebody else signs in for begins anew; coming back to the tab goes on.
      if (shownTo !== name) draw();
      shownTo = name;
      await agreement.show(...form.period());
    },
    hide() {},
  };
}
