// Hides a page and keeps its place, and what was typed, until the same account signs in again.

import { h } from "./dom.js";

/** @param forms() what to sign in with; onLeave() somebody does not want to */
export function createLock({ texts, forms, onLeave }) {
  const said = h("p", { role: "alert" });
  const dialog = h("dialog", { class: "lock", closedby: "none", "aria-labelledby": "lock-title" });
  let isLocked = false;
  let before = null;

  // It is no window to be closed; where a browser does so nevertheless, the page stays hidden, and it comes back.
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  dialog.addEventListener("close", () => isLocked && dialog.showModal());

  return {
    isLocked: () => isLocked,
    say: (text) => (said.textContent = text),
    lock(name) {
      if (isLocked) return;
      isLocked = true;
      before = document.activeElement;
      said.textContent = "";
      dialog.replaceChildren(
        h("h2", { id: "lock-title" }, texts().lockTitle),
        h("p", {}, texts().lockAbout(name)),
        ...forms(),
        said,
        h("p", {}, h("button", { type: "button", click: onLeave }, texts().lockLeave)),
      );
      document.body.append(dialog);
      document.body.classList.add("locked");
      dialog.showModal();
      dialog.querySelector("form :is(input, button)").focus();
    },
    unlock() {
      if (!isLocked) return;
      isLocked = false;
      document.body.classList.remove("locked");
      dialog.close();
      dialog.remove();
      before?.focus?.();
    },
  };
}
