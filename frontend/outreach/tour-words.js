// The words of the part that plans tours, in the language that is spoken.

import { words } from "../lib/i18n.js";
import { tours as english } from "../strings/en/outreach-tours.js";

export let texts = english;

/** Reads the words of the page's language; if they cannot be read, the part goes on in English. */
export async function speakTours() {
  if (words.code !== "en") {
    texts = await import(`../strings/${words.code}/outreach-tours.js`).then((module) => module.tours, () => english);
  }
}
