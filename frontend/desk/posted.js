// What is public, to be looked at again each quarter.

import { h } from "../lib/dom.js";
import { getJson } from "../lib/http.js";
import { send } from "../lib/send.js";
import { at, decide, due, row, table, tag } from "./parts.js";
import { texts } from "./words.js";

const PATH = "/desk/releases";

export async function draw({ role, state, say, attempt }) {
  const { releases } = await getJson(PATH);
  const words = texts.posted;
  const chosen = releases.find(({ releaseId }) => releaseId === state.id) ?? releases[0];
  return [
    h("p", { class: "quiet" }, words.about),
    role === "privacy_officer" && chosen ? look(chosen, say, attempt) : "",
    table(words.all, [words.release, words.publishedAt, words.agreement, words.checked, words.due], releases.map((each) =>
      row(
        h("a", { href: `#part=posted&id=${encodeURIComponent(each.releaseId)}` }, each.releaseId),
        at(each.publishedAt),
        [each.agreement || words.noAgreement, each.isWithdrawn ? [" ", tag(words.withdrawn, true)] : ""],
        each.checkedAt ? [`${words.outcomes[each.outcome]}, ${at(each.checkedAt)}, ${each.checkedBy}`, each.remark ? h("div", { class: "quiet" }, each.remark) : ""] : words.never,
        due(each.dueOn),
      ))),
  ];
}

function look({ releaseId }, say, attempt) {
  const words = texts.posted;
  const note = (stands) => (remark) => attempt(() => send("POST", `${PATH}/${encodeURIComponent(releaseId)}/recheck`, { stands, remark }), words.noted(releaseId));
  return h("article", { class: "card", "aria-labelledby": "posted-title" },
    h("h3", { id: "posted-title" }, words.look(releaseId)),
    h("p", {}, words.questions, " ", h("a", { href: `/releases/${encodeURIComponent(releaseId)}` }, words.open)),
    decide(texts.proposals.remark, [{ text: words.stands, onPress: note(true) }, { text: words.concern, needsRemark: true, onPress: note(false) }], say));
}
