// Three ways to an area: by an address, by where the device is, and the reader's own, which the device remembers. An address
// goes to the server and comes back as an area; it stands in no link and is not kept. Where the device is stays here.

import { h } from "../lib/dom.js";
import { recall, remember } from "../lib/device.js";
import { holds } from "../lib/geometry.js";
import { Problem, postJson } from "../lib/http.js";
import { words } from "../lib/i18n.js";
import { areaKey } from "../lib/words.js";

const MINE = "area";
const PATIENCE_MS = 15_000;

/** @param onFound called with the level and the key of an area */
export function createFind(container, { config, onFound }) {
  const texts = words.find;
  const input = h("input", { type: "text", name: "address", autocomplete: "off", maxlength: 200, "aria-describedby": "find-hint", required: true });
  const go = h("button", { type: "submit" }, texts.go);
  const matches = h("ul", { class: "matches", hidden: true });
  const form = h("form", { class: "finder", autocomplete: "off" }, h("label", {}, h("span", {}, texts.label), input), go);
  const locate = h("button", { type: "button", click: whereAmI }, texts.locate);
  const mine = h("button", { type: "button", hidden: true, click: goHome });
  const note = h("p", { role: "status" });
  container.append(form, h("p", { id: "find-hint", class: "quiet" }, texts.hint), note, matches, h("p", { class: "take" }, locate, mine));
  locate.hidden = !("geolocation" in navigator);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search(input.value.trim());
  });
  let shown = null;

  /** Here and not above the map, where whoever looks for something does not look. */
  const say = (sentence) => (note.textContent = sentence);

  function found(level, area) {
    say("");
    onFound({ level, area });
  }

  async function search(address) {
    if (address === "") return;
    matches.hidden = true;
    go.disabled = true;
    try {
      const answer = await postJson("/api/locate", { address });
      show(Array.isArray(answer?.matches) ? answer.matches : []);
    } catch (fault) {
      if (!(fault instanceof Problem)) throw fault;
      say([fault.title, fault.detail, fault.hint].filter(Boolean).join(" "));
    } finally {
      go.disabled = false;
    }
  }

  function show(answers) {
    const { code: level, one } = shown.level;
    const places = answers
      .map(({ label, areas }) => ({ label: String(label ?? ""), key: areas?.[level] }))
      .filter(({ key }) => typeof key === "string");
    if (places.length === 0) return say(texts.none);
    if (new Set(places.map(({ key }) => key)).size === 1) return found(level, places[0].key);
    matches.replaceChildren(
      ...places.map(({ label, key }) =>
        h("li", {}, h("button", { type: "button", class: "link", click: () => found(level, key) }, `${label} – ${one} ${key}`)),
      ),
    );
    matches.hidden = false;
    say(texts.found(places.length));
  }

  function whereAmI() {
    say(texts.locating);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const place = [coords.longitude, coords.latitude];
        const area = shown.areas.find(({ geometry }) => geometry && holds(geometry, place));
        if (area) found(shown.level.code, String(area.properties.key));
        else say(texts.outside);
      },
      () => say(texts.notLocated),
      { timeout: PATIENCE_MS, maximumAge: 60_000 },
    );
  }

  function myArea() {
    const [level, key] = (recall(MINE) ?? "").split("\n");
    return key && config.levels.some(({ code }) => code === level) ? { level, area: key } : null;
  }

  const isMine = (level, key) => recall(MINE) === `${level}\n${key}`;

  function goHome() {
    const area = myArea();
    if (area) found(area.level, area.area);
  }

  function showMine() {
    const area = myArea();
    mine.hidden = !area;
    if (!area) return;
    const level = config.levels.find(({ code }) => code === area.level);
    mine.textContent = texts.mine(`${level.one} ${areaKey(level, { key: area.area })}`);
  }
  showMine();

  return {
    show(data) {
      shown = data;
      container.parentElement.hidden = false;
    },
    isMine,
    /** What became of it, in words. */
    toggleMine(level, key) {
      const wasMine = isMine(level, key);
      const kept = remember(MINE, wasMine ? null : `${level}\n${key}`);
      showMine();
      if (!kept) return words.page.storageFull;
      return wasMine ? texts.forgotten : texts.remembered;
    },
  };
}
