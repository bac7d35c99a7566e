// The words of the part that says where a clean-up is needed, in the language that is spoken.

import { wordsOf } from "../lib/i18n.js";
import { priority as english } from "../strings/en/outreach-priority.js";

export let texts = english;

export const speakPriority = async () => (texts = await wordsOf("outreach-priority", "priority", english));
