// What happens, said in words: progress and notes politely, failures at once and with a way on.

import { h } from "../lib/dom.js";

export function createStatus(line, box) {
  const failures = new Map();

  function clear(what) {
    failures.get(what)?.remove();
    failures.delete(what);
    box.hidden = failures.size === 0;
  }

  return {
    clear,
    say(words) {
      line.textContent = words;
    },
    /** @param what the part that failed: a newer failure or a success of it replaces the message
     *  @param stays what is still on the page, in words */
    fail(what, problem, { stays = "", retry }) {
      clear(what);
      const words = [problem.detail, problem.hint, stays].filter(Boolean).map((text) => h("p", {}, text));
      const element = h(
        "div",
        {},
        h("strong", {}, problem.title ?? "Something on this page went wrong."),
        words,
        problem.requestId ? h("p", { class: "quiet" }, `Request ${problem.requestId}`) : null,
        h("button", { type: "button", click: retry }, "Try again"),
      );
      failures.set(what, element);
      box.append(element);
      box.hidden = false;
    },
  };
}
