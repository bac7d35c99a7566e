// The desk of data stewards, privacy officers and administrators: each sees the parts that are theirs.

import { byId, h } from "../lib/dom.js";
import { faultsText } from "../lib/http.js";
import { startStaffPage } from "../panels/staff.js";
import { createStatus } from "../panels/status.js";
import { speakDesk, texts } from "./words.js";

/** In their order: who sees each, and the module that draws it. */
const PARTS = {
  proposals: { roles: ["data_steward", "privacy_officer"], read: () => import("./proposals.js") },
  posted: { roles: ["data_steward", "privacy_officer"], read: () => import("./posted.js") },
  agreements: { roles: ["data_steward", "privacy_officer", "administrator"], read: () => import("./agreements.js") },
  accounts: { roles: ["privacy_officer", "administrator"], read: () => import("./accounts.js") },
  disclosures: { roles: ["data_steward", "privacy_officer"], read: () => import("./disclosures.js") },
  audit: { roles: ["privacy_officer"], read: () => import("./audit.js") },
};
const status = createStatus(byId("status"), byId("problems"));
const box = byId("part");
let session;
let turn = 0;

const mine = () => Object.keys(PARTS).filter((name) => PARTS[name].roles.includes(session.who().role));
const asked = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

async function show() {
  const names = mine();
  const state = asked();
  const name = names.includes(state.part) ? state.part : names[0];
  drawParts(names, name);
  box.hidden = !name;
  const mineTurn = ++turn;
  if (!name) {
    box.replaceChildren();
    if (session.who().signedIn) status.say(texts.notYours);
    document.body.dataset.ready = "1";
    return;
  }
  try {
    const { draw } = await PARTS[name].read();
    const content = await draw({ role: session.who().role, state, say: status.say, attempt });
    // Somebody went on before it came.
    if (mineTurn !== turn) return;
    const focused = box.contains(document.activeElement) || document.activeElement === document.body;
    box.replaceChildren(h("h2", { id: "part-title", tabindex: "-1" }, texts.parts[name]), ...content);
    if (focused && box.dataset.part !== undefined) byId("part-title").focus({ preventScroll: box.dataset.part === name });
    box.dataset.part = name;
    status.clear("part");
    document.body.dataset.ready = "1";
  } catch (problem) {
    status.fail("part", problem, { retry: show });
    document.body.dataset.ready = "error";
  }
}

function drawParts(names, current) {
  const nav = byId("parts");
  nav.hidden = names.length === 0;
  nav.setAttribute("aria-label", texts.title);
  nav.replaceChildren(h("ul", { class: "parts" }, names.map((name) => h("li", {}, h("a", { href: `#part=${name}`, "aria-current": name === current ? "page" : null }, texts.parts[name])))));
}

/** Does something that changes something; says what came of it, and shows the part anew. */
async function attempt(change, done) {
  try {
    await change();
    await show();
    status.say(done);
  } catch (problem) {
    status.say(faultsText(problem));
  }
}

addEventListener("hashchange", () => session && show());
startStaffPage({ status, speak: speakDesk, texts: () => texts, back: "/", onChange: show }).then((started) => {
  session = started;
  return show();
});
