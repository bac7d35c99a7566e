// One card for what was opened: an area, a service, or several services at one place. On narrow screens it is a sheet
// at the bottom. It takes the focus when somebody opens it and gives it back when it closes.

import { h } from "../lib/dom.js";
import { words } from "../lib/i18n.js";
import { areaTitle } from "../lib/words.js";
import { areaContent } from "./area-card.js";
import { serviceContent } from "./service-card.js";

/**
 * Each show takes: focus, whether to move the focus here; returnTo, which gives it back; side, where the card stands. What has
 * a name in the card keeps the focus when the same card is drawn anew.
 */
export function createDetails(card, { onClose }) {
  const title = h("h2", { id: "details-title" });
  const close = h("button", { type: "button", class: "close", "aria-label": words.card.close, click: () => hide() }, "✕");
  const body = h("div", {});
  card.append(h("header", {}, title, close), body);
  let giveBack = null;

  function show(heading, content, { focus, returnTo, side = "right" }) {
    const same = heading === title.textContent && !card.hidden;
    const scrolled = same ? card.scrollTop : 0;
    const held = same && body.contains(document.activeElement) ? document.activeElement.name : "";
    title.textContent = heading;
    body.replaceChildren(...content.filter(Boolean));
    card.classList.toggle("on-left", side === "left");
    card.hidden = false;
    card.scrollTop = scrolled;
    if (returnTo) giveBack = returnTo;
    if (focus) card.focus({ preventScroll: true });
    else if (held) body.querySelector(`[name="${held}"]`)?.focus({ preventScroll: true });
  }

  function hide({ silent = false } = {}) {
    if (card.hidden) return;
    const hadFocus = card.contains(document.activeElement) || document.activeElement === document.body;
    card.hidden = true;
    if (hadFocus) giveBack?.();
    giveBack = null;
    if (!silent) onClose();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !card.hidden) hide();
  });

  return {
    hide,
    showArea: (area, how) => show(areaTitle(area.level, area.properties), areaContent(area), how),
    showService: (feature, how) => show(String(feature.properties.name ?? words.card.unnamed), serviceContent(feature, how.clock), how),
    showServices(features, open, how) {
      const items = features.map(({ properties }) =>
        h(
          "li",
          {},
          h("button", { type: "button", class: "link", click: () => open(String(properties.id)) }, String(properties.name ?? words.card.unnamed)),
        ),
      );
      show(words.card.severalHere(features.length), [h("ul", { class: "plain" }, items)], how);
    },
  };
}
