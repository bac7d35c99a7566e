// The words of this page, beside those of all pages, in the language that is spoken.

import { putWords, wordsOf } from "../lib/i18n.js";
import { whatIf as english } from "../strings/en/what-if.js";

export let texts = english;

export async function speakWhatIf() {
  texts = await wordsOf("what-if", "whatIf", english);
  putWords("what-if", texts);
}
