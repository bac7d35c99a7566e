// The words of the part that says where a clean-up is needed, in the language that is spoken.

import { words } from "../lib/i18n.js";
import { priority as english } from "../strings/en/outreach-priority.js";

export let texts = english;

/** Reads the words of the page's language; if they cannot be read, the part goes on in English. */
export async function speakPriority() {
  if (words.code !== "en") {
    texts = await import(`../strings/${words.code}/outreach-priority.js`).then((module) => module.priority, () => english);
  }
}
