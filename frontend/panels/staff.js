// The beginning of a page that members of staff sign in on.

import { byId, followSkipLinks } from "../lib/dom.js";
import { inLanguage, speakFirst, words } from "../lib/i18n.js";
import { createSession } from "../lib/session.js";
import { createSettings } from "./settings.js";

/**
 * Words, title, settings, and who is signed in: a promise of the session once that is known, since before nobody can say what is for whom.
 *
 * @param speak reads the words of the page, which texts() then are
 * @param back the page that one came from
 * @param onChange somebody signed in or out
 */
export async function startStaffPage({ status, speak, texts, back, onChange }) {
  followSkipLinks();
  await speakFirst();
  await speak();
  document.title = `${texts().title} – Reentry Atlas`;
  byId("back").href = inLanguage(back);
  createSettings(byId("settings"));
  const session = createSession(byId("sign-in"), { about: texts(), onChange, say: status.say });

  async function read() {
    status.say(words.page.loading);
    try {
      await session.read();
      status.clear("session");
    } catch (problem) {
      document.body.dataset.ready = "error";
      await new Promise((retry) => {
        status.say("");
        status.fail("session", problem, { retry });
      });
      await read();
    }
  }

  await read();
  status.say("");
  return session;
}
