// Keys with which programs of the coalition fetch layers: each is shown once, and ends when it is revoked.

import { byId, copyText, h, labelled } from "../lib/dom.js";
import { day } from "../lib/format.js";
import { faultsText, getJson, problemText } from "../lib/http.js";
import { send } from "../lib/send.js";
import { startStaffPage } from "../panels/staff.js";
import { createStatus } from "../panels/status.js";
import { speakKeys, texts } from "./words.js";

const PATH = "/keys";
const SCOPES = ["layers", "gaps"];
const MOST_DAYS = 366;
const status = createStatus(byId("status"), byId("problems"));
const box = byId("keys");
let session;

const purposeOf = (code) => texts.purposes[code] ?? code;

async function show() {
  try {
    const { signedIn, role } = session.who();
    if (role === "coalition_member") draw(await getJson(PATH));
    else box.replaceChildren(signedIn ? h("p", { id: "keys-title" }, texts.notForYou) : "");
    box.hidden = !signedIn;
    status.clear("view");
    document.body.dataset.ready = "1";
  } catch (problem) {
    status.fail("view", problem, { retry: show });
    document.body.dataset.ready = "error";
  }
}

/** @param made a key that was just made, to be shown this once */
function draw(asked, made = null) {
  const canMake = asked.licences.length > 0 || !asked.licenceNeeded;
  box.replaceChildren(
    h("h2", { id: "keys-title", tabindex: "-1" }, texts.yours),
    made ? drawMade(made) : "",
    asked.keys.length === 0 ? h("p", {}, texts.none) : h("ul", { class: "list" }, asked.keys.map(drawKey)),
    h("h2", {}, texts.make),
    canMake ? drawForm(asked) : h("p", {}, texts.noneInForce),
  );
}

function drawKey(key) {
  return h("li", {},
    h("strong", {}, key.name),
    h("span", {}, key.scopes.map((scope) => texts.scopes[scope] ?? scope).join("; ")),
    h("span", { class: "tag" }, key.licence ? texts.licence(key.licence, purposeOf(key.purpose)) : texts.noLicence),
    h("span", { class: "quiet" }, `${texts.until(day(key.expiresAt))}, ${key.usedOn ? texts.used(day(key.usedOn)) : texts.unused}`),
    h("button", { type: "button", click: () => revoke(key) }, texts.revoke(key.name)));
}

function drawMade({ key }) {
  const copy = () => copyText(key).then((done) => status.say(done ? texts.copied : texts.copyByHand));
  return h("div", { class: "clash", id: "made", tabindex: "-1" },
    h("p", {}, texts.made),
    h("p", {}, h("code", {}, key), " ", h("button", { type: "button", click: copy }, texts.copy)),
    h("p", {}, texts.howTo),
    h("p", {}, h("code", {}, `curl -OJ -H "Authorization: Bearer …" ${location.origin}/layers/people-by-beat.gpkg`)));
}

const choice = (options) => h("select", { required: true }, h("option", { value: "" }, texts.choose), options.map(([value, text]) => h("option", { value }, text)));

function drawForm({ most, licences }) {
  const name = h("input", { type: "text", required: true, maxlength: "60" });
  const days = h("input", { type: "number", required: true, min: "1", max: String(MOST_DAYS), value: "365" });
  const scopes = SCOPES.map((scope) => [scope, h("input", { type: "checkbox", checked: scope === "layers" ? true : null })]);
  const licence = licences.length > 0 ? choice(licences.map(({ id, recipient }) => [id, `${id}: ${recipient}`])) : null;
  const purpose = licence ? choice([]) : null;
  licence?.addEventListener("change", () => {
    const { purposes = [] } = licences.find(({ id }) => id === licence.value) ?? {};
    purpose.replaceChildren(...choice(purposes.map((code) => [code, purposeOf(code)])).children);
  });
  const make = (event) => {
    event.preventDefault();
    const wanted = { name: name.value, scopes: scopes.filter(([, box]) => box.checked).map(([scope]) => scope), days: Number(days.value) };
    return add(licence ? { ...wanted, licence: licence.value, purpose: purpose.value } : wanted);
  };
  return h("form", { class: "finder upright", submit: make },
    h("p", { class: "quiet" }, texts.most(most)),
    labelled(texts.name, name),
    h("fieldset", { class: "question" }, h("legend", {}, texts.what), scopes.map(([scope, box]) => h("label", { class: "tick" }, box, h("span", {}, texts.scopes[scope])))),
    licence ? [labelled(texts.underLicence, licence), labelled(texts.purpose, purpose)] : null,
    labelled(texts.days, days),
    h("button", { type: "submit" }, texts.make));
}

async function add(wanted) {
  try {
    const made = await send("POST", PATH, wanted);
    draw(await getJson(PATH), made);
    byId("made").focus();
  } catch (problem) {
    status.say(faultsText(problem));
  }
}

async function revoke({ id, name }) {
  try {
    await send("DELETE", `${PATH}/${encodeURIComponent(id)}`, null);
    await show();
    byId("keys-title").focus();
    status.say(texts.revoked(name));
  } catch (problem) {
    status.say(problemText(problem));
  }
}

startStaffPage({ status, speak: speakKeys, texts: () => texts, back: "/self-assessment.html", onChange: show }).then((started) => {
  session = started;
  return show();
});
