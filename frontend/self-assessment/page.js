// What a coalition says of its own work: progress for everybody, and the questions for those who answer them.

import { byId, h } from "../lib/dom.js";
import { faultsText, getJson, problemText } from "../lib/http.js";
import { inLanguage } from "../lib/i18n.js";
import { send } from "../lib/send.js";
import { startStaffPage } from "../panels/staff.js";
import { createStatus } from "../panels/status.js";
import { createForm } from "./form.js";
import { dayOf, drawProgress } from "./progress.js";
import { createSaving } from "./saving.js";
import { speakSelfAssessment, texts } from "./words.js";

const PATH = "/self-assessments";
const status = createStatus(byId("status"), byId("problems"));
const box = byId("assessment");
let session;
/** Of the assessment that is open for writing. */
let saving = null;
/** What is open, and for whom: the same is not drawn anew, so that nothing typed is lost. */
let open = "";

const isWriter = () => ["planner", "coalition_member"].includes(session.who().role);
const pathOf = (id) => `${PATH}/${encodeURIComponent(id)}`;
const idOf = () => new URLSearchParams(location.hash.slice(1)).get("id") ?? "";
const mayLeave = () => !saving?.isChanged() || globalThis.confirm(texts.leave);

async function show() {
  try {
    const [asked, progress, list] = await Promise.all(["questions", "progress", ""].map((part) => getJson(part ? `${PATH}/${part}` : PATH)));
    drawProgress(byId("progress"), asked, progress.assessments);
    drawList(list.assessments);
    await showOne(idOf());
    status.clear("view");
    document.body.dataset.ready = "1";
  } catch (problem) {
    status.fail("view", problem, { retry: show });
    document.body.dataset.ready = "error";
  }
}

function drawList(all) {
  const row = ({ id, day, state, answered, questions }) =>
    h("li", {}, h("a", { href: `#id=${encodeURIComponent(id)}` }, texts.open(dayOf(day))), h("span", { class: "tag" }, texts.states[state]), h("span", { class: "quiet" }, texts.answered(answered, questions)));
  byId("earlier").replaceChildren(
    h("h2", { id: "earlier-title" }, texts.earlier),
    all.length === 0 ? h("p", {}, texts.none) : h("ul", { class: "list" }, [...all].reverse().map(row)),
    isWriter() ? h("p", { class: "take" }, h("button", { type: "button", click: begin }, texts.begin)) : "",
    session.who().role === "coalition_member" ? h("p", { class: "no-paper" }, h("a", { href: inLanguage("/keys.html") }, texts.keys)) : "",
  );
}

async function begin() {
  try {
    const now = new Date();
    const day = [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
    const { id } = await send("POST", PATH, { day, bodies: [], answers: {} });
    location.hash = `id=${encodeURIComponent(id)}`;
  } catch (problem) {
    status.say(problemText(problem));
  }
}

async function showOne(id) {
  const wanted = id && `${id} ${isWriter()}`;
  if (wanted === open) return;
  saving?.stop();
  saving = null;
  open = "";
  box.hidden = !id;
  if (!id) return box.replaceChildren();
  const stored = await getJson(pathOf(id));
  const asked = await getJson(`${PATH}/questions?edition=${stored.edition}`);
  open = wanted;
  const body = h("div", {});
  const title = h("h2", { id: "assessment-title", tabindex: "-1" }, texts.of(dayOf(stored.day)), " ", h("span", { class: "tag" }, texts.states[stored.state]));
  const writer = isWriter();
  if (writer) saving = createSaving(stored, { onState: sayState, onJoined: (...joined) => form.show(...joined) });
  const form = createForm(body, asked, stored, writer ? { onChange: saving.set, onDecide: saving.decide } : {});
  box.replaceChildren(title, body, h("p", { class: "take" },
    writer ? [h("button", { type: "button", click: saving.save }, texts.save), h("button", { type: "button", click: () => finish(id) }, texts.finish)] : null,
    h("button", { type: "button", click: () => globalThis.print() }, texts.print),
    h("button", { type: "button", click: () => (location.hash = "") }, texts.close)));
  title.focus();
}

function sayState(state) {
  status.say(typeof state === "string" ? texts[state] : `${texts.unsaved} ${faultsText(state)}`);
}

async function finish(id) {
  await saving.save();
  if (saving.isChanged()) return;
  try {
    await send("POST", `${pathOf(id)}/final`, { version: saving.version() });
    open = "";
    await show();
    status.say(texts.finished);
  } catch (problem) {
    status.say(faultsText(problem));
  }
}

let shownHash = location.hash;
addEventListener("hashchange", () => {
  if (location.hash === shownHash) return;
  if (!mayLeave()) return history.replaceState(null, "", shownHash || location.pathname);
  shownHash = location.hash;
  return show();
});
addEventListener("beforeunload", (event) => saving?.isChanged() && event.preventDefault());

startStaffPage({ status, speak: speakSelfAssessment, texts: () => texts, back: "/outreach.html", onChange: show }).then((started) => {
  session = started;
  return show();
});
