// The forms to sign in with: a key, or name and password; and before both what whoever signs in must have read.

import { h } from "./dom.js";

/** @param onGiven(given, field) what is sent to the server, and where somebody typed it */
export function signInForms({ texts, banner, onGiven }) {
  const box = () => (banner ? h("label", { class: "agree" }, h("input", { type: "checkbox", name: "acknowledged", required: true }), " ", texts.acknowledged) : null);
  const secret = (name, autocomplete) => h("input", { type: "password", name, autocomplete, required: true, maxlength: "200" });
  const given = (form) => (banner ? { acknowledged: form.elements.acknowledged.checked } : {});

  function form(fields, of) {
    const submit = (event) => {
      event.preventDefault();
      onGiven({ ...of(event.target.elements), ...given(event.target) }, event.target.querySelector("input[type=password]"));
    };
    return h("form", { class: "finder", submit }, ...fields, box(), h("button", { type: "submit" }, texts.signIn));
  }

  const labelled = (text, field) => h("label", {}, h("span", {}, text), field);
  return [
    banner ? h("p", { class: "banner" }, banner) : null,
    form([labelled(texts.key, secret("key", "current-password"))], ({ key }) => ({ key: key.value })),
    h("details", {}, h("summary", {}, texts.byPassword),
      form(
        [labelled(texts.name, h("input", { type: "text", name: "name", autocomplete: "username", required: true, maxlength: "60" })), labelled(texts.password, secret("password", "current-password"))],
        ({ name, password }) => ({ name: name.value, password: password.value }),
      )),
  ];
}
