// What whoever is signed in may do about the own account: see where it is signed in, end that, and change its password.

import { h, labelled } from "./dom.js";
import { moment } from "./format.js";
import { getJson, problemText } from "./http.js";
import { send, useFormToken } from "./send.js";
import { codedForm, secret } from "./sign-in.js";

/**
 * @param name of the account, for programs that keep passwords
 * @param onEnded what becomes of the page when its own session was ended
 */
export function ownSignIn({ texts, name, say, onEnded }) {
  const title = h("h3", { tabindex: "-1" }, texts.sessions);
  const list = h("ul", { class: "list" });

  async function show() {
    try {
      const { sessions } = await getJson("/session/all");
      list.replaceChildren(...sessions.map(line));
    } catch (problem) {
      say(problemText(problem));
    }
  }

  const line = ({ id, begunAt, seenAt, isThis }) => {
    const begun = moment(new Date(begunAt));
    const what = isThis ? texts.endThis : texts.end(begun);
    return h("li", {},
      h("span", {}, texts.begun(begun, moment(new Date(seenAt)))),
      isThis ? [" ", h("strong", {}, texts.thisOne)] : null,
      " ",
      h("button", { type: "button", click: () => end(id, isThis) }, what));
  };

  async function end(id, isThis) {
    try {
      await send("DELETE", `/session/all/${id}`, null);
    } catch (problem) {
      // Somebody else ended it, or its time was over: then the list says so.
      if (problem.status !== 404) return say(problemText(problem));
    }
    if (isThis) return onEnded();
    await show();
    say(texts.ended);
    title.focus();
  }

  function passwordForm() {
    const old = secret("password", "current-password");
    const fresh = secret("newPassword", "new-password");
    const see = h("input", { type: "checkbox", change: () => [old, fresh].forEach((field) => (field.type = see.checked ? "text" : "password")) });
    return codedForm({
      texts,
      fields: [
        h("input", { type: "text", autocomplete: "username", value: name, hidden: true, readonly: true }),
        h("p", { class: "quiet code" }, texts.passwordRules),
        labelled(texts.oldPassword, old),
        labelled(texts.newPassword, fresh),
        h("label", { class: "agree" }, see, " ", texts.showTyped),
      ],
      action: texts.changePassword,
      say,
      onGiven: (form, code) => change(form, { password: old.value, newPassword: fresh.value, ...code }),
    });
  }

  async function change(form, given) {
    useFormToken((await send("PUT", "/session/password", given)).formToken, name);
    form.replaceWith(passwordForm());
    await show();
    say(texts.passwordChanged);
    title.focus();
  }

  const box = h("details", { class: "own", toggle: () => box.open && show() },
    h("summary", {}, texts.own),
    title,
    list,
    h("h3", {}, texts.changePassword),
    passwordForm());
  return box;
}
