// The words of the part that plans tours, in the language that is spoken.

import { wordsOf } from "../lib/i18n.js";
import { tours as english } from "../strings/en/outreach-tours.js";

export let texts = english;

export const speakTours = async () => (texts = await wordsOf("outreach-tours", "tours", english));
