// The words of the parts that say what was done and where to walk next, in the language that is spoken.

import { wordsOf } from "../lib/i18n.js";
import { presence as english } from "../strings/en/outreach-presence.js";

export let texts = english;

export const speakPresence = async () => (texts = await wordsOf("outreach-presence", "presence", english));
