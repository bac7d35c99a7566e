// Scenarios by name, which stay on this device, side by side, and as files and links.

import { recall, remember } from "../lib/device.js";
import { copyText, downloadText, h } from "../lib/dom.js";
import { count } from "../lib/format.js";
import { asGeoJson } from "./answer.js";
import { minutesText, movedText, withoutText } from "./results.js";
import { formatScenario, parseScenario, queryOf } from "./scenario.js";
import { texts } from "./words.js";

const KEY = "scenarios";
const MOST = 12;

/** What lies on the device is as little trusted as a link. */
function readAll() {
  try {
    const found = JSON.parse(recall(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter((hash) => typeof hash === "string").slice(0, MOST) : [];
  } catch {
    return [];
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

  const all = () => readAll().map((hash) => ({ hash, ...parseScenario(hash, choices).scenario }));

  function store(hashes) {
    const isKept = remember(KEY, JSON.stringify(hashes.slice(0, MOST)));
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
    const others = all().filter((other) => other.name !== wanted);
    say(store([formatScenario(named), ...others.map(({ hash }) => hash)]) ? texts.saved(wanted) : texts.notSaved);
    onChange(named);
  }

  function draw() {
    const saved = all();
    compareButton.hidden = saved.length === 0;
    list.replaceChildren(
      ...(saved.length === 0
        ? [h("p", { class: "quiet" }, texts.noSaved)]
        : saved.map((each) =>
            h(
              "div",
              { class: "row" },
              h("button", { type: "button", class: "link what", "aria-label": texts.openSaved(each.name), click: () => onChange(each) }, each.name),
              h("button", { type: "button", "aria-label": texts.forgetSaved(each.name), click: () => store(saved.filter((other) => other !== each).map(({ hash }) => hash)) }, texts.forget),
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
      answer = await ask(each);
    } catch (problem) {
      return h("tr", {}, title, h("td", { class: "word", colspan: 5 }, [texts.failed, problem.detail].filter(Boolean).join(": ")));
    }
    const whole = answer.areas.find(({ level }) => level === "city");
    const cells = [count(answer.sitesAfter), movedText(whole.moved_15), movedText(whole.moved_30), minutesText(whole.after), withoutText(whole.after)];
    return h("tr", {}, title, cells.map((text) => h("td", { class: "number" }, text)));
  }

  function download() {
    const fileName = `reentry-atlas-what-if-${shown.level.code}`;
    downloadText(`${fileName}.geojson`, "application/geo+json", JSON.stringify(asGeoJson(shown.rows, shown.features)));
  }

  async function copy() {
    say((await copyText(location.href)) ? texts.copied : texts.notCopied);
  }

  draw();
  return {
    show(next, answer, nextShown) {
      scenario = next;
      shown = nextShown;
      if (document.activeElement !== name) name.value = scenario.name;
      csv.href = `/gaps/${encodeURIComponent(answer.run)}/what-if.csv?${queryOf(scenario)}`;
    },
  };
}
