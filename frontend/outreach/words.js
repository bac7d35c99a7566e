// The words of this page, beside those of all pages, in the language that is spoken.

import { putWords, wordsOf } from "../lib/i18n.js";
import { outreach as english } from "../strings/en/outreach.js";

export let texts = english;

export async function speakOutreach() {
  texts = await wordsOf("outreach", "outreach", english);
  putWords("outreach", texts);
}
