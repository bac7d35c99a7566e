// Accounts, each to be looked at once a year.

import { h } from "../lib/dom.js";
import { day } from "../lib/format.js";
import { getJson } from "../lib/http.js";
import { send } from "../lib/send.js";
import { due, row, table, tag } from "./parts.js";
import { texts } from "./words.js";

const PATH = "/desk/accounts";

export async function draw({ role, attempt }) {
  const { accounts } = await getJson(PATH);
  const words = texts.accounts;
  const isAdministrator = role === "administrator";
  const sorted = [...accounts].sort((one, other) => one.dueOn.localeCompare(other.dueOn));
  const heads = [words.name, words.role, words.used, words.ends, words.trained, words.reviewed, words.due, ...(isAdministrator ? [words.decide] : [])];
  return [
    h("p", { class: "quiet" }, isAdministrator ? words.about : words.aboutOfficer),
    table(words.all, heads, sorted.map((account) => row(...cells(account), ...(isAdministrator ? [buttons(account, attempt)] : [])))),
  ];
}

function cells(account) {
  const words = texts.accounts;
  const what = [words.roles[account.role] ?? account.role, words.agencies[account.agency], account.post].filter(Boolean).join(", ");
  return [
    [account.name, account.isIdle ? [" ", tag(words.idle, true)] : "", account.isLocked ? [" ", tag(words.locked, true)] : ""],
    what,
    day(account.usedOn),
    day(account.expiresAt),
    account.trainedOn ? day(account.trainedOn) : words.notWritten,
    account.reviewedAt ? `${day(account.reviewedAt)}, ${account.reviewedBy}` : words.never,
    due(account.dueOn),
  ];
}

function buttons(account, attempt) {
  const words = texts.accounts;
  const act = (what, done) => () => attempt(() => send("POST", `${PATH}/${encodeURIComponent(account.id)}/${what}`, null), done(account.name));
  const end = () => globalThis.confirm(words.sure(account.name)) && act("end", words.ended)();
  const named = (text) => ({ type: "button", "aria-label": `${text}: ${account.name}` });
  return [
    h("button", { ...named(words.keep), click: act("review", words.kept) }, words.keep), " ",
    account.isIdle || account.isLocked ? [h("button", { ...named(words.release), click: act("release", words.released) }, words.release), " "] : "",
    h("button", { ...named(words.end), click: end }, words.end),
  ];
}
