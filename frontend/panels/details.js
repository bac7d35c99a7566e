// One card for what was opened: an area, a service, or several services at one place. On narrow screens it is a sheet
// at the bottom. It takes the focus when somebody opens it and gives it back when it closes.

import { h } from "../lib/dom.js";
import { HIDDEN, cellOf, isUnstable } from "../lib/cells.js";
import { isWhole } from "../lib/config.js";
import { day, telHref, upperFirst, webHref } from "../lib/format.js";
import { UNSTABLE, UNSTABLE_SIGN, figuresProse, rateProse, residentsText } from "../lib/rates.js";
import {
  LOW_HIT_RATE,
  WHY_MORE,
  WHY_PAGE,
  WHY_QUESTION,
  areaTitle,
  cellProse,
  isHexagon,
  unstableSuffix,
  whyHidden,
} from "../lib/words.js";

const YES_NO = { true: "Yes", yes: "Yes", false: "No", no: "No", case_by_case: "Decided case by case" };

/** Each show takes: focus, whether to move the focus here; returnTo, which gives it back; side, where the card stands. */
export function createDetails(card, { onClose }) {
  const title = h("h2", { id: "details-title" });
  const close = h("button", { type: "button", class: "close", "aria-label": "Close", click: () => hide() }, "✕");
  const body = h("div", {});
  card.append(h("header", {}, title, close), body);
  let giveBack = null;

  function show(words, content, { focus, returnTo, side = "right" }) {
    title.textContent = words;
    body.replaceChildren(...content.filter(Boolean));
    card.classList.toggle("on-left", side === "left");
    card.hidden = false;
    card.scrollTop = 0;
    giveBack = returnTo;
    if (focus) card.focus({ preventScroll: true });
  }

  function hide({ silent = false } = {}) {
    if (card.hidden) return;
    const hadFocus = card.contains(document.activeElement) || document.activeElement === document.body;
    card.hidden = true;
    if (hadFocus) giveBack?.();
    if (!silent) onClose();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !card.hidden) hide();
  });

  return {
    hide,
    isOpen: () => !card.hidden,
    /** @param measures the chosen one first */
    showArea({ level, parentLevel, properties, measures, release, jurisdiction }, how) {
      const cells = measures.map((measure) => ({ measure, cell: cellOf(properties, measure.code) }));
      const [first, ...others] = cells.map(
        ({ measure, cell }) => sentence(measure, cell, release.base) + unstableSuffix(properties, measure),
      );
      const nests = parentLevel && !isWhole(parentLevel) && !isHexagon(parentLevel);
      const within = nests && properties.parent ? `${upperFirst(parentLevel.one)} ${properties.parent}` : "";
      const firstIsHidden = cells[0].cell.status === HIDDEN;
      const question = firstIsHidden ? WHY_QUESTION : "Why are some numbers hidden?";
      const why = cells.some(({ cell }) => cell.status === HIDDEN)
        ? h(
            "details",
            {},
            h("summary", {}, question),
            ...whyHidden(release.k).map((words) => h("p", {}, words)),
            h("p", {}, h("a", { href: WHY_PAGE }, WHY_MORE)),
          )
        : null;
      show(
        areaTitle(level, properties),
        [
          h("p", { class: "quiet" }, [within, day(release.date)].filter(Boolean).join(" · ")),
          h("p", { class: "lead" }, first),
          properties.low_hit_rate === true ? h("p", { class: "caution" }, LOW_HIT_RATE) : null,
          ...(firstIsHidden || measures[0].bandWidth ? [] : figures(properties, measures[0], isWhole(level) ? null : jurisdiction)),
          firstIsHidden ? why : null,
          h("ul", { class: "plain" }, others.map((words) => h("li", {}, words))),
          firstIsHidden ? null : why,
        ],
        how,
      );
    },
    showService({ geometry, properties }, how) {
      const tel = telHref(properties.phone);
      const web = webHref(properties.url);
      const rows = [
        ["Organization", properties.organization],
        ["Category", properties.category_name ?? "Not stated"],
        ["Address", properties.confidential ? "Confidential; call first" : properties.address],
        ["Phone", tel ? h("a", { href: tel }, properties.phone) : properties.phone],
        ["Hours", properties.hours],
        ["Who can come", properties.eligibility],
        ["Accepts people with a record", YES_NO[properties.accepts_records] ?? "Not stated"],
        ["Languages", properties.languages],
        ["Wheelchair access", YES_NO[properties.wheelchair] ?? properties.wheelchair],
        ["Website", web ? h("a", { href: web, rel: "noopener noreferrer" }, new URL(web).hostname) : null],
        ["Last verified", properties.last_verified ? day(properties.last_verified) : "Not stated"],
      ];
      show(
        String(properties.name ?? "Unnamed service"),
        [
          h("dl", {}, rows.filter(([, value]) => value).map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])),
          geometry ? null : h("p", { class: "quiet" }, "This service is not on the map."),
        ],
        how,
      );
    },
    showServices(features, open, how) {
      const items = features.map(({ properties }) =>
        h(
          "li",
          {},
          h("button", { type: "button", class: "link", click: () => open(String(properties.id)) }, String(properties.name ?? "Unnamed service")),
        ),
      );
      show(`${features.length} services at this place`, [h("ul", { class: "plain" }, items)], how);
    },
  };
}

/** @param jurisdiction what to compare with; null where the area is the whole of it */
function figures(properties, measure, jurisdiction) {
  const texts = jurisdiction === null ? [rateProse(properties, measure)] : figuresProse(properties, measure, jurisdiction);
  const unstable = isUnstable(properties, measure.code) ? h("p", { class: "caution" }, `${UNSTABLE_SIGN} ${UNSTABLE}.`) : null;
  return [unstable, h("ul", { class: "plain" }, texts.map((words) => h("li", {}, words))), sourceLine(properties)];
}

function sourceLine(properties) {
  const words = residentsText([{ properties }]);
  return words ? h("p", { class: "quiet" }, words) : null;
}

function sentence(measure, cell, base) {
  const words = cellProse(cell, measure, base);
  if (cell.value !== null) return upperFirst(words);
  return `${measure.title}: ${words}`;
}
