// The words of this page, beside those of all pages, in the language that is spoken.

import { words } from "../lib/i18n.js";
import { outreach as english } from "../strings/en/outreach.js";

export let texts = english;

/** Reads the words of the page's language; if they cannot be read, the page goes on in English. */
export async function speakOutreach() {
  if (words.code !== "en") {
    texts = await import(`../strings/${words.code}/outreach.js`).then((module) => module.outreach, () => english);
  }
  for (const element of document.querySelectorAll("[data-outreach]")) element.textContent = texts[element.dataset.outreach];
}
