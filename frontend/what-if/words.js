// The words of this page, beside those of all pages, in the language that is spoken.

import { words } from "../lib/i18n.js";
import { whatIf as english } from "../strings/en/what-if.js";

export let texts = english;

/** Reads the words of the page's language; if they cannot be read, the page goes on in English. */
export async function speakWhatIf() {
  if (words.code !== "en") {
    texts = await import(`../strings/${words.code}/what-if.js`).then((module) => module.whatIf, () => english);
  }
  for (const element of document.querySelectorAll("[data-what-if]")) element.textContent = texts[element.dataset.whatIf];
}
