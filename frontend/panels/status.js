// What happens, said in words: progress and notes politely, failures at once and with a way on.

import { h } from "../lib/dom.js";
import { words } from "../lib/i18n.js";

export function createStatus(line, box) {
  const failures = new Map();

  function clear(what) {
    failures.get(what)?.remove();
    failures.delete(what);
    box.hidden = failures.size === 0;
  }

  return {
    clear,
    say(sentence) {
      line.textContent = sentence;
    },
    /** @param what the part that failed: a newer failure or a success of it replaces the message
     *  @param stays what is still on the page, in words */
    fail(what, problem, { stays = "", retry }) {
      clear(what);
      const sentences = [problem.detail, problem.hint, stays].filter(Boolean).map((text) => h("p", {}, text));
      const element = h(
        "div",
        {},
        h("strong", {}, problem.title ?? words.problem.any),
        sentences,
        problem.requestId ? h("p", { class: "quiet" }, words.problem.request(problem.requestId)) : null,
        h("button", { type: "button", click: retry }, words.problem.again),
      );
      failures.set(what, element);
      box.append(element);
      box.hidden = false;
    },
  };
}
