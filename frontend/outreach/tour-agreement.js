// The tours of a time, and one press by which an agency agrees to all that wait for it.

import { h } from "../lib/dom.js";
import { getJson } from "../lib/http.js";
import { send } from "../lib/send.js";
import { dayOf, shortDay, span } from "./dates.js";
import { PURPOSES } from "./form.js";
import { texts } from "./tour-words.js";
import { texts as outreach } from "./words.js";

/** Those that an agency has not agreed to; nobody agrees to what only one agency is a party of. */
export const waitingFor = (tours, agency) => tours.filter(({ consents }) => !consents.includes(agency));

export function createAgreement(container, { session, say, tell }) {
  let days = null;

  async function show(from, to) {
    days = [from, to];
    const { tours } = await getJson(`/outreach/tours?${new URLSearchParams({ from, to })}`);
    draw(tours);
  }

  const officer = (tour, field) => tour.plan[field] || (tour.plan.proposedOfficer ? texts.proposed(tour.plan.proposedOfficer) : "–");

  function row(tour) {
    const { plan, consents, state } = tour;
    const agreed = consents.length > 0 && state === "draft" ? `, ${texts.agreedBy(consents.map((agency) => texts.agencies[agency]).join(", "))}` : "";
    return h("tr", {}, h("th", { scope: "row" }, `${shortDay(dayOf(plan.starts))}, ${span(plan.starts, plan.ends)}`), h("td", {}, plan.area),
      h("td", {}, officer(tour, "supervisionOfficer")), h("td", {}, officer(tour, "policeOfficer")),
      h("td", {}, plan.purpose ? outreach.purposes[plan.purpose] ?? plan.purpose : "–"), h("td", {}, `${texts.states[state] ?? state}${agreed}`));
  }

  function draw(tours) {
    const { agency } = session.who();
    const waiting = waitingFor(tours, agency);
    const head = [texts.when, texts.beat, texts.supervision, texts.police, outreach.fields.purpose, texts.state];
    container.replaceChildren(
      h("h3", { id: "agreement-title", tabindex: "-1" }, texts.agreement),
      ...(tours.length === 0 ? [h("p", {}, texts.noTours)] : [
        h("p", { class: "quiet" }, texts.agreementAbout),
        h("div", { class: "scroller short", tabindex: "0", role: "region", "aria-label": texts.agreement },
          h("table", { class: "roster" }, h("thead", {}, h("tr", {}, head.map((text) => h("th", { scope: "col", class: "plain" }, text)))), h("tbody", {}, tours.map(row))))]),
      waiting.length > 0 ? agreeing(waiting, agency) : "");
  }

  function agreeing(waiting, agency) {
    const isOpen = agency === "supervision" && waiting.some(({ plan }) => plan.purpose === "");
    const purpose = h("select", {}, PURPOSES.map((code) => h("option", { value: code }, outreach.purposes[code])));
    const button = h("button", { type: "submit" }, texts.agree(waiting.length));
    const submit = async (event) => {
      event.preventDefault();
      button.disabled = true;
      try {
        const { tours } = await send("POST", "/outreach/tours/agreement", { purpose: isOpen ? purpose.value : "", publish: true, tours: waiting.map(({ id, version }) => ({ id, version })) });
        await show(...days);
        focus();
        say(texts.agreed(tours.length, tours.filter(({ state }) => state === "published").length));
      } catch (problem) {
        button.disabled = false;
        tell(problem);
      }
    };
    return h("form", { class: "finder", submit }, isOpen ? h("label", {}, h("span", {}, texts.purposeOfOpen), purpose) : "", button, h("p", { class: "quiet" }, texts.agreeAbout));
  }

  const focus = () => container.querySelector("h3").focus();

  return { show, focus };
}
