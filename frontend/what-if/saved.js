// Scenarios by name, which stay on this device, side by side, and as files and links.

import { recall, remember } from "../lib/device.js";
import { copyText, downloadText, h } from "../lib/dom.js";
import { count } from "../lib/format.js";
import { asGeoJson } from "./answer.js";
import { minutesText, movedText, withoutText } from "./results.js";
import { formatScenario, isLinkable, parseScenario, queryOf } from "./scenario.js";
import { texts } from "./words.js";

const KEY = "scenarios";
const MOST = 12;

/**
 * What lies on the device, which is as little trusted as a link: { hashes, unreadable }.
 *
 * @param text null where nothing was saved
 * @returns unreadable how many cannot be read; null where nothing of it can
 */
export function readSaved(text) {
  try {
    const found = JSON.parse(text ?? "[]");
    if (!Array.isArray(found)) return { hashes: [], unreadable: null };
    const hashes = found.filter((hash) => typeof hash === "string");
    return { hashes: hashes.slice(0, MOST), unreadable: found.length - Math.min(hashes.length, MOST) };
  } catch {
    return { hashes: [], unreadable: null };
  }
}

export function createSaved(container, choices, { ask, onChange, say }) {
  let scenario = null;
  let shown = null;
  const name = h("input", { type: "text", maxlength: 60, autocomplete: "off" });
  const csv = h("a", { class: "download", href: "" }, texts.csv);
  const list = h("div", {});
  const compared = h("div", { "aria-live": "polite" });
  const compareButton = h("button", { type: "button", click: compare }, texts.compare);
  container.append(
    h("div", { class: "row first" }, h("label", { class: "what" }, h("span", {}, texts.name), name), h("button", { type: "button", click: save }, texts.save)),
    h("div", { class: "take" }, csv, h("button", { type: "button", click: download }, texts.geojson), h("button", { type: "button", click: copy }, texts.link)),
    list,
    compareButton,
    compared,
  );

  const all = () =>
    readSaved(recall(KEY)).hashes.map((hash) => {
      const { scenario: found, understood } = parseScenario(hash, choices);
      return { hash, found, understood, name: found.name || texts.noName };
    });

  function store(hashes) {
    const isKept = remember(KEY, JSON.stringify(hashes));
    draw();
    return isKept;
  }

  function save() {
    const wanted = name.value.trim();
    if (wanted === "") {
      say(texts.needsName);
      name.focus();
      return;
    }
    const named = { ...scenario, name: wanted };
    if (!isLinkable(named)) return say(texts.tooLarge);
    const others = all().filter(({ found }) => found.name !== wanted);
    if (others.length >= MOST) return say(texts.fullOfSaved(count(MOST)));
    const isKept = store([formatScenario(named), ...others.map(({ hash }) => hash)]);
    onChange(named, isKept ? texts.saved(wanted) : texts.notSaved);
  }

  function forget(gone) {
    const isKept = store(all().filter(({ hash }) => hash !== gone.hash).map(({ hash }) => hash));
    say(isKept ? texts.forgotten(gone.name) : texts.notSaved);
    // What had the focus is gone.
    name.focus();
  }

  function open({ found, understood }) {
    onChange(found, understood ? texts.done : texts.notAll);
  }

  /** What is said of what cannot be read, so that nothing goes unsaid. */
  function trouble() {
    const { unreadable } = readSaved(recall(KEY));
    if (unreadable === 0) return [];
    return [h("p", {}, h("strong", {}, unreadable === null ? texts.unreadable : texts.someUnreadable(count(unreadable), unreadable === 1)))];
  }

  function draw() {
    const saved = all();
    const unread = trouble();
    compareButton.hidden = saved.length === 0;
    list.replaceChildren(
      ...unread,
      ...(saved.length + unread.length === 0
        ? [h("p", { class: "quiet" }, texts.noSaved)]
        : saved.map((each) =>
            h(
              "div",
              { class: "row" },
              h("span", { class: "what" }, h("button", { type: "button", class: "link", "aria-label": texts.openSaved(each.name), click: () => open(each) }, each.name), each.understood ? null : h("span", { class: "quiet" }, ` ${texts.partly}`)),
              h("button", { type: "button", "aria-label": texts.forgetSaved(each.name), click: () => forget(each) }, texts.forget),
            ),
          )),
    );
  }

  async function compare() {
    say(texts.comparing);
    const rows = [];
    for (const each of all()) rows.push(await comparedRow(each));
    compared.replaceChildren(
      h(
        "div",
        { class: "scroller", tabindex: "0", role: "region", "aria-label": texts.comparison },
        h("table", {}, h("caption", {}, h("span", {}, texts.comparison)), h("thead", {}, h("tr", {}, Object.values(texts.compared).map((title, i) => h("th", { scope: "col", class: i === 0 ? "plain" : "number plain" }, title)))), h("tbody", {}, rows)),
      ),
    );
    say(texts.done);
  }

  async function comparedRow(each) {
    const title = h("th", { scope: "row" }, each.name);
    let answer;
    try {
      answer = await ask(each.found);
    } catch (problem) {
      return h("tr", {}, title, h("td", { class: "word", colspan: 5 }, [texts.failed, problem.detail].filter(Boolean).join(": ")));
    }
    const whole = answer.areas.find(({ level }) => level === "city");
    const cells = [count(answer.sitesAfter), movedText(whole.moved_15), movedText(whole.moved_30), minutesText(whole.after), withoutText(whole.after)];
    return h("tr", {}, title, cells.map((text) => h("td", { class: "number" }, text)));
  }

  function download() {
    const fileName = `reentry-atlas-what-if-${shown.level.code}`;
    downloadText(`${fileName}.geojson`, "application/geo+json", JSON.stringify(asGeoJson(shown.rows, shown.features, shown.credits)));
  }

  async function copy() {
    if (!isLinkable(scenario)) return say(texts.tooLarge);
    say((await copyText(location.href)) ? texts.copied : texts.notCopied);
  }

  draw();
  return {
    show(next, answer, nextShown) {
      scenario = next;
      shown = { ...nextShown, credits: answer.credits };
      if (document.activeElement !== name) name.value = scenario.name;
      csv.href = `/gaps/${encodeURIComponent(answer.run)}/what-if.csv?${queryOf(scenario)}`;
    },
  };
}
