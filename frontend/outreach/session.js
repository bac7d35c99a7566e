// Who is signed in. The key goes to the server once; what the browser keeps afterwards, no script can read.

import { h } from "../lib/dom.js";
import { getJson, problemText } from "../lib/http.js";
import { send, useFormToken } from "./api.js";
import { texts } from "./words.js";

const NOBODY = { signedIn: false, role: "", agency: "", name: "", areas: [] };

export function createSession(container, { onChange, say }) {
  let who = NOBODY;

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
    const title = h("h2", { id: "staff-title" }, texts.staff);
    if (who.signedIn) {
      container.replaceChildren(
        title,
        h("p", {}, texts.signedInAs(who.name, texts.roles[who.role] ?? who.role, texts.agencies[who.agency] ?? who.agency)),
        h("p", {}, h("button", { type: "button", click: signOut }, texts.signOut)),
      );
      return;
    }
    const key = h("input", { type: "password", name: "key", autocomplete: "current-password", required: true, maxlength: "200" });
    container.replaceChildren(
      title,
      h("details", {}, h("summary", {}, texts.signInTitle),
        h("p", { class: "quiet" }, texts.signInAbout),
        h("form", { class: "finder", submit: signIn }, h("label", {}, h("span", {}, texts.key), key), h("button", { type: "submit" }, texts.signIn))),
    );
  }

  return {
    who: () => who,
    isPlanner: () => who.role === "planner",
    async read() {
      return take(await getJson("/session"));
    },
  };
}
