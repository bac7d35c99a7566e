// Releases that were prepared: read, signed by a steward, approved or sent back by a privacy officer.

import { h } from "../lib/dom.js";
import { count, day, upperFirst } from "../lib/format.js";
import { getJson } from "../lib/http.js";
import { send } from "../lib/send.js";
import { at, decide, facts, row, table, tag } from "./parts.js";
import { texts } from "./words.js";

const PATH = "/desk/proposals";
const OPEN = ["prepared", "signed", "approved"];
const pathOf = ({ id }) => `${PATH}/${encodeURIComponent(id)}`;

export async function draw({ role, state, say, attempt }) {
  const { proposals } = await getJson(PATH);
  const newest = proposals.find((each) => OPEN.includes(each.state));
  const wanted = proposals.find(({ id }) => id === state.id) ?? newest;
  const open = wanted ? await getJson(pathOf(wanted)) : null;
  return [
    h("p", { class: "quiet" }, texts.proposals.about),
    open ? card(open, role, say, attempt) : h("p", {}, texts.proposals.none),
    proposals.length === 0 ? "" : table(texts.proposals.all, [texts.proposals.release, texts.state, texts.proposals.preparedAt, texts.proposals.decisions], proposals.map((each) =>
      row(h("a", { href: `#part=proposals&id=${encodeURIComponent(each.id)}` }, each.release), tag(texts.proposals.states[each.state], OPEN.includes(each.state)), at(each.preparedAt), each.decisions.map((made) => h("div", {}, said(made)))))),
  ];
}

const said = ({ what, account, at: when, remark }) => `${texts.proposals.made[what](account, at(when))}${remark ? ` – ${remark}` : ""}`;

function card(proposal, role, say, attempt) {
  const change = (what, remark) => send("POST", `${pathOf(proposal)}/${what}`, { digest: proposal.digest, remark });
  const act = (what, text, done, needsRemark = false) => ({ text, needsRemark, onPress: (remark) => attempt(() => change(what, remark), done) });
  const words = texts.proposals;
  const back = act("send-back", words.sendBack, words.sentBack, true);
  const buttons = {
    data_steward: { prepared: [act("sign", words.sign, words.signed)] },
    privacy_officer: { prepared: [back], signed: [act("approve", words.approve, words.approved), back], approved: [back] },
  }[role]?.[proposal.state] ?? [];
  return h("article", { class: "card", "aria-labelledby": "proposal-title" },
    h("h3", { id: "proposal-title" }, words.titled(proposal.release), " ", tag(words.states[proposal.state], true)),
    facts([
      [words.referenceDate, day(proposal.referenceDate)],
      [words.preparedAt, words.preparedBy(at(proposal.preparedAt), proposal.preparedBy)],
      [words.agreement, proposal.agreement ?? words.noAgreement],
      [words.digest, h("code", {}, proposal.digest)],
      [words.reportDigest, proposal.reportDigest ? h("code", {}, proposal.reportDigest) : words.noReport],
      [words.files, proposal.files.map((name, i) => [i ? ", " : "", h("a", { href: `${pathOf(proposal)}/files/${encodeURIComponent(name)}`, download: name }, name)])],
      [words.decisions, proposal.decisions.map((made) => h("div", {}, said(made)))],
    ]),
    cells(proposal.cells),
    h("p", { class: "quiet" }, words.next[proposal.state] ?? ""),
    buttons.length ? decide(words.remark, buttons, say) : "");
}

/** { "beat.shown": 40 } as a row for each level. */
function cells(counts) {
  const levels = [...new Set(Object.keys(counts).map((key) => key.split(".")[0]))];
  const number = (level, status) => h("td", { class: "number" }, count(counts[`${level}.${status}`] ?? 0));
  return table(texts.proposals.cells, [texts.proposals.level, texts.proposals.shown, texts.proposals.hidden, texts.proposals.zero],
    levels.map((level) => row(upperFirst(texts.levels[level] ?? level), number(level, "shown"), number(level, "hidden"), number(level, "zero"))), "numbers");
}
