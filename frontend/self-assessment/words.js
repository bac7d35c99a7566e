// The words of this page, beside those of all pages, in the language that is spoken.

import { putWords, words, wordsOf } from "../lib/i18n.js";
import { selfAssessment as english } from "../strings/en/self-assessment.js";

export let texts = english;

export async function speakSelfAssessment() {
  texts = await wordsOf("self-assessment", "selfAssessment", english);
  putWords("self-assessment", texts);
}

/** What the server has in both languages. */
export const inWords = (text) => text[words.code] ?? text.en;
