// The words of the desk, in the language that is spoken.

import { putWords, wordsOf } from "../lib/i18n.js";
import { desk as english } from "../strings/en/desk.js";

export let texts = english;

export async function speakDesk() {
  texts = await wordsOf("desk", "desk", english);
  putWords("desk", texts);
}
