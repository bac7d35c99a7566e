// Who is signed in. The key goes to the server once; what the browser keeps afterwards, no script can read.

import { session as english } from "../strings/en/session.js";
import { h } from "./dom.js";
import { getJson, problemText } from "./http.js";
import { wordsOf } from "./i18n.js";
import { send, useFormToken } from "./send.js";

const NOBODY = { signedIn: false, role: "", agency: "", name: "", areas: [] };

/** @param about staff, signInTitle and signInAbout: what the page says of signing in; agencies: names of agencies by code */
export function createSession(container, { about, onChange, say }) {
  let who = NOBODY;
  let texts = english;

  function take(answer) {
    who = answer?.signedIn === true ? answer : NOBODY;
    useFormToken(who.formToken ?? "");
    draw();
    return who;
  }

  async function signIn(event) {
    event.preventDefault();
    const field = event.target.elements.key;
    try {
      await send("POST", "/session", { key: field.value });
      // Over an open connection to another machine a browser does not keep the cookie, and says so to nobody.
      take(await getJson("/session"));
      say(who.signedIn ? texts.welcome(who.name) : texts.notKept);
      if (who.signedIn) onChange(who);
    } catch (problem) {
      say(problemText(problem));
      field.focus();
    }
  }

  async function signOut() {
    await send("DELETE", "/session", null).catch((problem) => say(problemText(problem)));
    take(null);
    onChange(who);
  }

  function draw() {
    const title = h("h2", { id: "staff-title" }, about.staff);
    if (who.signedIn) {
      container.replaceChildren(
        title,
        h("p", {}, texts.signedInAs(who.name, [texts.roles[who.role] ?? who.role, about.agencies?.[who.agency] ?? who.agency].filter(Boolean).join(", "))),
        h("p", {}, h("button", { type: "button", click: signOut }, texts.signOut)),
      );
      return;
    }
    const key = h("input", { type: "password", name: "key", autocomplete: "current-password", required: true, maxlength: "200" });
    container.replaceChildren(
      title,
      h("details", {}, h("summary", {}, about.signInTitle),
        h("p", { class: "quiet" }, about.signInAbout),
        h("form", { class: "finder", submit: signIn }, h("label", {}, h("span", {}, texts.key), key), h("button", { type: "submit" }, texts.signIn))),
    );
  }

  return {
    who: () => who,
    isPlanner: () => who.role === "planner",
    /** Somebody of an agency: a member of the coalition reads of plans what everybody reads. */
    isOfAgency: () => who.agency !== "",
    async read() {
      texts = await wordsOf("session", "session", english);
      return take(await getJson("/session"));
    },
  };
}
