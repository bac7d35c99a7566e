// The forms to sign in with: at an agency's provider, with a key, or with name and password; and before all what whoever signs in must have read.

import { h, labelled } from "./dom.js";
import { problemText } from "./http.js";

/** The page that the provider is asked to lead back to, by the name that the server knows it by. */
const PAGES = { "/desk.html": "desk", "/keys.html": "keys", "/self-assessment.html": "self-assessment" };

export const secret = (name, autocomplete) => h("input", { type: "password", name, autocomplete, required: true, maxlength: "200" });

/**
 * A form that asks for the code of a second factor once the server does, and says what else the server finds wrong.
 *
 * @param onGiven(form, code) sends what was typed, with { code } where it was asked for; a promise that the server's Problem rejects
 */
export function codedForm({ texts, fields, action, say, onGiven }) {
  let code = null;
  const submit = async (event) => {
    event.preventDefault();
    const { target } = event;
    try {
      await onGiven(target, code ? { code: code.value } : {});
    } catch (problem) {
      if (problem.code === "SECOND_FACTOR_NEEDED") {
        say(texts.codeNeeded);
        return askCode(target);
      }
      say(texts.faults[problem.code] ?? problemText(problem));
      wrongOf(problem, target.elements).focus();
    }
  };
  const wrongOf = ({ code: fault }, { password, key, newPassword }) => ({ SECOND_FACTOR_REFUSED: code, FIELDS_INVALID: newPassword })[fault] ?? password ?? key;
  // What was typed stays where it is: it is sent again, with the code.
  function askCode(target) {
    if (!code) {
      code = h("input", { type: "text", name: "code", autocomplete: "one-time-code", inputmode: "numeric", required: true, maxlength: "7", pattern: "[0-9]{3} ?[0-9]{3}" });
      target.querySelector("button").before(h("p", { class: "code" }, texts.codeNeeded), labelled(texts.code, code));
    }
    code.value = "";
    code.focus();
  }
  return h("form", { class: "finder", submit }, ...fields, h("button", { type: "submit" }, action));
}

/**
 * @param provider its label, where there is one to sign in with
 * @param isBeside whether the page stays as it is meanwhile, and another window leads there
 * @param onGiven(given) sends it to the server, as of codedForm
 */
export function signInForms({ texts, banner, provider, isBeside = false, say, onGiven }) {
  const box = () => (banner ? h("label", { class: "agree" }, h("input", { type: "checkbox", name: "acknowledged", required: true }), " ", texts.acknowledged) : null);
  const given = (form) => (banner ? { acknowledged: form.elements.acknowledged.checked } : {});

  const form = (fields, of) => codedForm({ texts, fields: [...fields, box()], action: texts.signIn, say, onGiven: (target, code) => onGiven({ ...of(target.elements), ...code, ...given(target) }) });

  function providerForm() {
    const submit = (event) => {
      event.preventDefault();
      const query = new URLSearchParams({ return: PAGES[location.pathname] ?? "outreach", ...(banner ? { acknowledged: "true" } : {}) });
      const path = `/session/oidc?${query}`;
      // No form of its own: browsers hold what a form is led to against the policy of this page.
      if (isBeside) window.open(path, "_blank", "noopener");
      else location.assign(path);
    };
    return h("form", { class: "finder", submit }, isBeside ? h("p", { class: "quiet code" }, texts.againByProvider) : null, box(), h("button", { type: "submit" }, provider.label || texts.byProvider));
  }

  const byKey = form([labelled(texts.key, secret("key", "current-password"))], ({ key }) => ({ key: key.value }));
  return [
    banner ? h("p", { class: "banner" }, banner) : null,
    provider ? providerForm() : null,
    provider ? h("details", {}, h("summary", {}, texts.byKey), byKey) : byKey,
    h("details", {}, h("summary", {}, texts.byPassword),
      form(
        [labelled(texts.name, h("input", { type: "text", name: "name", autocomplete: "username", required: true, maxlength: "60" })), labelled(texts.password, secret("password", "current-password"))],
        ({ name, password }) => ({ name: name.value, password: password.value }),
      )),
  ].filter(Boolean);
}

/** What the provider's way back left in the address, which it leaves again: "done", the code of a problem, or "". */
export function takeOutcome() {
  const url = new URL(location.href);
  const outcome = url.searchParams.get("sign-in") ?? "";
  if (outcome !== "") {
    url.searchParams.delete("sign-in");
    history.replaceState(null, "", url);
  }
  return outcome;
}
