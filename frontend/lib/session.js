// Who is signed in. The key goes to the server once; what the browser keeps afterwards, no script can read.

import { session as english } from "../strings/en/session.js";
import { h } from "./dom.js";
import { getJson, problemText } from "./http.js";
import { wordsOf } from "./i18n.js";
import { watchIdle } from "./idle.js";
import { createLock } from "./lock.js";
import { ownSignIn } from "./own.js";
import { send, sendOnce, useFormToken } from "./send.js";
import { signInForms, takeOutcome } from "./sign-in.js";

const NOBODY = { signedIn: false, role: "", agency: "", name: "", areas: [] };

/** @param about staff, signInTitle and signInAbout: what the page says of signing in */
export function createSession(container, { about, onChange, say }) {
  let who = NOBODY;
  /** What the server said last: also of an account whose training is over, which is nobody to the page. */
  let told = NOBODY;
  let texts = english;
  const lock = createLock({ texts: () => texts, forms: () => forms({ isBeside: true, say: lock.say, onGiven: signInAgain }), onLeave: () => location.reload() });
  const idle = watchIdle({ isOn: () => told.signedIn && !lock.isLocked(), onIdle: hide, onKeep: keep, onBack: unhide });

  function take(answer) {
    told = answer ?? { ...NOBODY, banner: told.banner, oidc: told.oidc };
    who = told.signedIn === true && told.trainingLapsed !== true ? told : NOBODY;
    useFormToken(told.formToken ?? "", told.name);
    draw();
    idle.begin();
    return who;
  }

  const forms = (how) => signInForms({ texts, banner: told.banner, provider: told.oidc, ...how });

  async function signIn(given) {
    await send("POST", "/session", given);
    // Over an open connection to another machine a browser does not keep the cookie, and says so to nobody.
    take(await getJson("/session"));
    say(told.signedIn ? texts.welcome(told.name) : texts.notKept);
    if (who.signedIn) onChange(who);
  }

  /** Somebody comes back from the provider: pages that are hidden go on with them. */
  function welcomeBack(outcome) {
    if (outcome === "") return;
    if (outcome !== "done") return say(texts.faults[outcome] ?? texts.faultOther);
    say(told.signedIn ? texts.welcome(told.name) : texts.notKept);
    if (told.signedIn) idle.back();
  }

  async function signOut(everywhere = false) {
    await send("DELETE", everywhere ? "/session?everywhere=true" : "/session", null).catch((problem) => say(problemText(problem)));
    left();
  }

  function left() {
    take(null);
    onChange(who);
  }

  /** The session ends on the server too: whoever loads the page anew must not find it open. */
  function hide() {
    lock.lock(told.name);
    // Without a connection the server's own half hour ends it.
    sendOnce("DELETE", "/session", null).catch(() => {});
  }

  function keep() {
    getJson("/session").then((answer) => answer.signedIn || hide(), () => {});
  }

  async function signInAgain(given) {
    await send("POST", "/session", given);
    if (await unhide()) idle.back();
  }

  /** Goes on if it is the same account that is signed in; what one sees is not for another. */
  async function unhide() {
    if (!lock.isLocked()) return false;
    const answer = await getJson("/session");
    if (!answer.signedIn) {
      lock.say(texts.notKept);
      return false;
    }
    if (answer.name !== told.name || answer.trainingLapsed !== told.trainingLapsed) {
      location.reload();
      return false;
    }
    told = answer;
    if (who.signedIn) who = answer;
    useFormToken(answer.formToken, answer.name);
    lock.unlock();
    idle.begin();
    return true;
  }

  function draw() {
    const title = h("h2", { id: "staff-title" }, about.staff);
    if (told.signedIn) {
      const what = [texts.roles[told.role] ?? told.role, texts.agencies[told.agency] ?? told.agency].filter(Boolean).join(", ");
      container.replaceChildren(
        title,
        h("p", {}, texts.signedInAs(told.name, what)),
        told.trainingLapsed ? h("p", { class: "lapsed" }, texts.trainingLapsed(told.trainedOn)) : "",
        h("p", {}, h("button", { type: "button", click: () => signOut() }, texts.signOut), " ", h("button", { type: "button", click: () => signOut(true) }, texts.signOutEverywhere)),
        ownSignIn({ texts, name: told.name, say, onEnded: left }),
      );
      return;
    }
    container.replaceChildren(
      title,
      h("details", {}, h("summary", {}, about.signInTitle), h("p", { class: "quiet" }, about.signInAbout), ...forms({ say, onGiven: signIn })),
    );
  }

  return {
    who: () => who,
    isPlanner: () => who.role === "planner",
    /** Somebody of an agency: a member of the coalition reads of plans what everybody reads. */
    isOfAgency: () => who.agency !== "",
    async read() {
      texts = await wordsOf("session", "session", english);
      const answer = take(await getJson("/session"));
      const outcome = takeOutcome();
      // After whoever shows the page has said that it is there.
      if (outcome !== "") setTimeout(() => welcomeBack(outcome));
      return answer;
    },
  };
}
