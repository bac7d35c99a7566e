// One plan: what everybody reads, what volunteers do, and what agencies decide.

import { h } from "../lib/dom.js";
import { count } from "../lib/format.js";
import { getJson, problemText } from "../lib/http.js";
import { recall, remember } from "../lib/device.js";
import { words } from "../lib/i18n.js";
import { send } from "../lib/send.js";
import { clock, dayOf, longDay, shortDay, span } from "./dates.js";
import { createEffect } from "./effect.js";
import { fieldName, noteText } from "./notes.js";
import { hasBegun, isOver, titleOf } from "./plans.js";
import { createResult } from "./result.js";
import { texts } from "./words.js";

const CODES = "signUps";

export function createDetails(container, { session, say, onClose, onEdit, onShown, onChanged }) {
  let plan = null;

  const path = (more = "") => `/outreach/plans/${encodeURIComponent(plan.id)}${more}`;

  /** Does something to the plan, says how it went, and shows what has become of it. */
  async function act(work, sentence) {
    try {
      await work();
      await read(plan.id);
      await onChanged();
      say(sentence);
    } catch (problem) {
      say([problemText(problem), ...(problem.errors ?? []).map(({ field, message }) => `${fieldName(field)}: ${message}.`)].join(" "));
    }
  }

  /** What is read when somebody unfolds it. */
  function unfolding(summary, load, ...parts) {
    const toggle = ({ target }) => target.open && load().catch((problem) => say(problemText(problem)));
    return h("details", { toggle }, h("summary", {}, summary), parts);
  }

  const decide = (what) => act(() => send("POST", path(`/${what}`), { version: plan.version }), texts.decided[what]);

  function callOff() {
    const reason = h("input", { type: "text", required: true, maxlength: "200" });
    const submit = (event) => {
      event.preventDefault();
      return act(() => send("POST", path("/cancel"), { reason: reason.value }), texts.decided.cancel);
    };
    return h("details", {}, h("summary", {}, texts.callOff), h("form", { class: "finder", submit }, h("label", {}, h("span", {}, texts.cancelReason), reason), h("button", { type: "submit" }, texts.callOff)));
  }

  function line(label, value) {
    return value === "" || value === null || value === undefined || value.length === 0 ? null : [h("dt", {}, label), h("dd", {}, value)];
  }

  function facts() {
    const { plan: body } = plan;
    const purpose = body.purpose ? texts.purposes[body.purpose] ?? body.purpose : "";
    return h("dl", { class: "facts" },
      line(texts.fields.when, `${longDay(dayOf(body.starts))}, ${span(body.starts, body.ends)}`),
      line(texts.fields.rally, body.rally?.name ?? ""),
      line(texts.area, plan.areas.join(", ")),
      line(texts.fields.sites, body.sites?.length ? h("ul", { class: "plain" }, body.sites.map((site, i) => h("li", {}, plan.sites?.[i] ? `${site} (${texts.metres(count(Math.round(plan.sites[i].metres)))})` : site))) : ""),
      line(texts.fields.collectionPoints, body.collectionPoints?.length ? h("ul", { class: "plain" }, body.collectionPoints.map((point, i) => h("li", {}, `${i + 1}. ${point.name}`))) : ""),
      line(texts.fields.purpose, purpose),
      line(texts.fields.way, body.way ? texts.ways[body.way] : ""),
      line(texts.fields.supervisionOfficer, body.supervisionOfficer ?? ""),
      line(texts.fields.policeOfficer, body.policeOfficer ?? body.officer ?? ""),
      line(texts.fields.proposedOfficer, body.proposedOfficer ?? ""),
      line(texts.fields.supervisionPart, body.supervisionPart ?? ""),
      line(texts.fields.policePart, body.policePart ?? ""),
      line(texts.fields.partnersPart, body.partnersPart ?? ""),
      line(texts.lastCall, plan.lastCall && !isOver(plan) ? `${shortDay(dayOf(plan.lastCall))}, ${clock(plan.lastCall)}` : ""));
  }

  function shifts() {
    const { shifts: all } = plan.plan;
    if (!all?.length || plan.state === "cancelled") return null;
    const mine = codes();
    return h("section", {}, h("h3", {}, texts.shifts), h("ul", { class: "agenda" }, all.map((shift) => {
      const taken = plan.signUps[shift.id] ?? 0;
      const left = shift.places - taken;
      const code = mine[`${plan.id} ${shift.id}`];
      return h("li", {}, h("span", { class: "when" }, span(shift.starts, shift.ends)),
        h("span", { class: "what" }, h("strong", {}, shift.name), h("span", { class: "quiet" }, texts.placesLeft(left, shift.places)),
          isOver(plan) || !isPublic() ? null : code ? withdrawal(shift, code) : left > 0 ? signUp(shift) : null));
    })));
  }

  const isPublic = () => ["published", "changing"].includes(plan.state);

  function codes() {
    try {
      const kept = JSON.parse(recall(CODES) ?? "{}");
      return kept !== null && typeof kept === "object" && !Array.isArray(kept) ? { ...kept } : {};
    } catch {
      return {};
    }
  }

  function signUp(shift) {
    const name = h("input", { type: "text", name: "name", required: true, maxlength: "40", autocomplete: "nickname" });
    const submit = (event) => {
      event.preventDefault();
      return act(async () => {
        const { code } = await send("POST", path("/sign-ups"), { shift: shift.id, name: name.value });
        remember(CODES, JSON.stringify({ ...codes(), [`${plan.id} ${shift.id}`]: code }));
      }, texts.signedUp);
    };
    return h("form", { class: "finder", submit }, h("label", {}, h("span", {}, texts.yourName), name), h("button", { type: "submit" }, texts.signUp));
  }

  function withdrawal(shift, code) {
    const withdraw = () => act(async () => {
      await send("POST", "/outreach/sign-ups/withdraw", { code });
      const { [`${plan.id} ${shift.id}`]: gone, ...others } = codes();
      remember(CODES, JSON.stringify(others));
    }, texts.withdrawn);
    return h("p", {}, texts.youAreIn, " ", h("button", { type: "button", click: withdraw }, texts.withdraw));
  }

  function desk() {
    if (!session.isPlanner()) return null;
    const { agency } = session.who();
    const isMine = plan.parties?.includes(agency) && !plan.consents?.includes(agency);
    const isAgreed = plan.parties?.every((party) => plan.consents.includes(party));
    const button = (text, click, shown = true) => (shown ? h("button", { type: "button", click }, text) : null);
    const isOff = plan.state === "cancelled";
    return h("section", { class: "desk" }, h("h3", {}, texts.desk),
      h("p", {}, texts.consents(plan.parties.map((party) => texts.consentOf(texts.agencies[party], plan.consents.includes(party))))),
      plan.notes?.length ? h("ul", { class: "notes" }, plan.notes.map((note) => h("li", { class: "caution" }, noteText(note)))) : null,
      plan.holidays?.length ? h("ul", { class: "notes" }, plan.holidays.map(({ name }) => h("li", { class: "caution" }, texts.holidayClash(name)))) : null,
      plan.clashes?.length ? [h("p", {}, texts.clashes), h("ul", { class: "notes" }, plan.clashes.map((other) => h("li", {}, `${titleOf(other)}, ${span(other.plan.starts, other.plan.ends)} (${texts.states[other.state]})`)))] : null,
      plan.kit && plan.kit.kits > 0 ? h("p", {}, texts.kit(plan.kit)) : null,
      plan.due?.length ? h("ul", { class: "notes" }, plan.due.map((due) => h("li", {}, texts.due(due.name, longDay(due.day), due.isDone)))) : null,
      plan.plan.notes ? h("p", { class: "quiet" }, plan.plan.notes) : null,
      h("div", { class: "take" },
        button(texts.edit, onEdit, !isOff),
        button(texts.agree, () => decide("consent"), !isOff && isMine),
        button(texts.publish, () => decide("publish"), !isOff && isAgreed && plan.publishedVersion !== plan.version),
        button(texts.reinstate, () => act(() => send("POST", path("/reinstate"), null), texts.decided.reinstate), isOff)),
      isOff ? null : callOff(),
      signUps(),
      history());
  }

  /** What a tour found is for the supervision agency to write down. */
  function outcome() {
    if (plan.kind !== "tour" || !isOver(plan) || !isPublic() || session.who().agency !== "supervision") return null;
    const box = h("div", {});
    import("./outcome.js").then(({ createOutcome }) => createOutcome({ act, path })).then((form) => box.append(form), (problem) => say(problemText(problem)));
    return box;
  }

  /** Names that volunteers chose, for planners alone: to know who comes, and to take away what is a joke. */
  function signUps() {
    if (!plan.plan.shifts?.length) return null;
    const list = h("ul", { class: "notes" });
    const load = async () => {
      const { signUps: all } = await getJson(path("/sign-ups"));
      const nameOf = (id) => plan.plan.shifts.find((shift) => shift.id === id)?.name ?? id;
      list.replaceChildren(...(all.length > 0 ? all.map((one) => h("li", {}, `${nameOf(one.shift)}: ${one.name} `,
        h("button", { type: "button", class: "link", click: () => act(() => send("DELETE", path(`/sign-ups/${one.id}`), null), texts.signUpRemoved) }, texts.removeSignUp(one.name)))) : [h("li", {}, texts.noSignUps)]));
    };
    return unfolding(texts.signUps, load, list);
  }

  function history() {
    const list = h("ul", { class: "notes" });
    const remarks = h("ul", { class: "notes" });
    const load = async () => {
      const answer = await getJson(path("/history"));
      list.replaceChildren(...answer.versions.map((version, i) => h("li", {},
        texts.version(version.version, version.author, texts.agencies[version.agency] ?? version.agency, new Date(version.madeAt)),
        i > 0 && plan.state !== "cancelled" ? h("button", { type: "button", class: "link", click: () => act(() => send("PUT", path(), version.body, plan.version), texts.restored) }, texts.restore) : null)));
      remarks.replaceChildren(...answer.remarks.map((remark) => h("li", {}, `${remark.author}: ${remark.text}`)));
    };
    const text = h("input", { type: "text", maxlength: "1000", required: true });
    const submit = (event) => {
      event.preventDefault();
      return act(() => send("POST", path("/remarks"), { text: text.value }), texts.remarked);
    };
    return unfolding(texts.history, load, list, h("h4", {}, texts.remarks), remarks,
      h("form", { class: "finder", submit }, h("label", {}, h("span", {}, texts.remark), text), h("button", { type: "submit" }, texts.send)));
  }

  function takeAlong() {
    const ics = path(`/event.ics?lang=${words.code}`);
    const isComing = plan.state !== "cancelled" && !isOver(plan);
    return [
      h("p", { class: "take" }, h("a", { class: "download", href: ics }, texts.takeAlong),
        "rally" in plan.plan && isPublic() ? h("a", { class: "download", href: `/events/${encodeURIComponent(plan.id)}?lang=${words.code}` }, texts.eventPage) : null,
        h("button", { type: "button", click: onClose }, texts.close)),
      isComing ? h("p", { class: "take" }, texts.reminders, Object.entries(texts.reminderNames).map(([code, name]) => [" ", h("a", { class: "download", href: `${ics}&reminder=${code}` }, name)])) : null,
    ];
  }

  function draw() {
    const parts = [
      h("h2", { id: "plan-title", tabindex: "-1" }, titleOf(plan)),
      plan.state === "published" ? null : h("p", {}, h("span", { class: `tag ${plan.state}` }, texts.states[plan.state]), plan.cancelReason ? ` ${plan.cancelReason}` : ""),
      plan.plan.description ? h("p", {}, plan.plan.description) : null,
      facts(),
      shifts(),
      createResult(plan, { canWrite: session.isOfAgency() && hasBegun(plan) && isPublic() && "rally" in plan.plan, act, path }),
      outcome(),
      plan.kind === "clean_up" && isOver(plan) && isPublic() ? createEffect(plan, path) : null,
      desk(),
      takeAlong(),
    ];
    container.replaceChildren(...parts.flat(Infinity).filter(Boolean));
    container.hidden = false;
  }

  async function read(id) {
    plan = await getJson(`/outreach/plans/${encodeURIComponent(id)}?lang=${words.code}`);
    draw();
    onShown(plan);
  }

  return {
    async show(id) {
      if (!id) {
        container.hidden = true;
        container.replaceChildren();
        onShown(null);
        return;
      }
      const isNew = plan?.id !== id || container.hidden;
      try {
        await read(id);
      } catch (problem) {
        if (problem.status !== 404) throw problem;
        container.replaceChildren(h("h2", { id: "plan-title", tabindex: "-1" }, problem.title), h("p", {}, texts.notThere));
        container.hidden = false;
        onShown(null);
      }
      if (isNew) container.querySelector("h2").focus();
    },
  };
}
