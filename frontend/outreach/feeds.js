// Calendars of one's own to subscribe to, with tours and patrols: each has a secret address that is shown once.

import { copyText, h } from "../lib/dom.js";
import { getJson, problemText } from "../lib/http.js";
import { send } from "../lib/send.js";
import { texts } from "./words.js";

export function createFeeds(container, { session, say }) {
  /** Failing is said, and the rest of the page goes on. */
  const show = () => draw().catch((problem) => say(problemText(problem)));

  async function draw() {
    if (!session.isOfAgency()) {
      container.replaceChildren();
      return;
    }
    const { feeds } = await getJson("/outreach/feeds");
    const name = h("input", { type: "text", required: true, maxlength: "60" });
    const areas = h("input", { type: "text", placeholder: texts.anyArea });
    const shown = h("p", { class: "secret" });
    const add = async (event) => {
      event.preventDefault();
      try {
        const wanted = areas.value.split(/[\s,]+/).filter(Boolean);
        const { url } = await send("POST", "/outreach/feeds", { name: name.value, areas: wanted });
        await draw();
        const link = h("code", {}, url);
        container.querySelector(".secret").append(texts.feedUrl, " ", link, " ", h("button", { type: "button", click: () => copyText(url).then((done) => say(done ? texts.copied : texts.copyByHand)) }, texts.copy));
      } catch (problem) {
        say(problemText(problem));
      }
    };
    const revoke = async (feed) => {
      try {
        await send("DELETE", `/outreach/feeds/${encodeURIComponent(feed.id)}`, null);
        await draw();
        say(texts.feedRevoked);
      } catch (problem) {
        say(problemText(problem));
      }
    };
    container.replaceChildren(h("details", { open: feeds.length > 0 ? true : null }, h("summary", {}, texts.feeds),
      h("p", { class: "quiet" }, texts.feedsAbout), shown,
      h("ul", { class: "notes" }, feeds.map((feed) => h("li", {}, `${feed.name} (${feed.areas.length > 0 ? feed.areas.join(", ") : texts.anyArea}) `, h("button", { type: "button", click: () => revoke(feed) }, texts.revokeFeed(feed.name))))),
      h("form", { class: "finder", submit: add }, h("label", {}, h("span", {}, texts.feedName), name), h("label", {}, h("span", {}, texts.feedAreas), areas), h("button", { type: "submit" }, texts.addFeed))));
  }
  return { show };
}
