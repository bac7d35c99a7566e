// What is next for whoever is signed in: tours and patrols that name their post, and what else is planned in their beats.

import { h } from "../lib/dom.js";
import { getJson } from "../lib/http.js";
import { listing } from "../lib/format.js";
import { agenda } from "./calendar.js";
import { speakPresence, texts as all } from "./presence-words.js";

/** A part of the page of outreach: { show(state), hide() }. */
export async function createNext(container, { session, map, go }) {
  await speakPresence();
  const texts = all.next;
  const body = h("div", {});
  container.append(h("h2", { id: "next-title", tabindex: "-1" }, texts.title), body, h("p", { class: "take" }, h("button", { type: "button", click: () => window.print() }, texts.print)));
  container.setAttribute("aria-labelledby", "next-title");
  const open = (id) => go({ plan: id, edit: "" });

  return {
    async show() {
      if (!session.isOfAgency()) {
        body.replaceChildren(h("p", {}, texts.signIn));
        return;
      }
      const { plans } = await getJson("/outreach/next");
      const { post, areas } = session.who();
      const [mine, near] = [plans.filter(({ isMine }) => isMine), plans.filter(({ isMine }) => !isMine)];
      body.replaceChildren(
        ...[
          post ? h("h3", {}, texts.mine(post)) : h("p", { class: "quiet" }, texts.noPost),
          ...(post && mine.length === 0 ? [h("p", {}, texts.nothingMine)] : agenda(mine, open, { heading: "h4" })),
          ...(areas.length > 0 ? [h("h3", {}, texts.near(listing(areas))), ...(near.length === 0 ? [h("p", {}, texts.nothingNear)] : agenda(near, open, { heading: "h4" }))] : []),
        ].flat(Infinity),
      );
      map?.showPlans(plans);
    },
    hide() {},
  };
}
