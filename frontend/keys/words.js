// The words of the page of keys, beside those of all pages, in the language that is spoken.

import { putWords, wordsOf } from "../lib/i18n.js";
import { keys as english } from "../strings/en/keys.js";

export let texts = english;

export async function speakKeys() {
  texts = await wordsOf("keys", "keys", english);
  putWords("keys", texts);
}
