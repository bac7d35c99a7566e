// What the shades, patterns and signs mean, with the class breaks in print.

import { h, svg } from "../lib/dom.js";
import { bandRange, isUnstable } from "../lib/cells.js";
import { shadeOf } from "../lib/classes.js";
import { UNSTABLE, UNSTABLE_SIGN } from "../lib/rates.js";
import { HIDDEN_FOR_PRIVACY, NO_DATA_TEXT, WHY_MORE, WHY_PAGE, WHY_QUESTION, legendNote, rangeText, whyHidden } from "../lib/words.js";
import { markSvg } from "./mark.js";

// Where the key to the signs fits under the map without being asked for.
const ROOMY = matchMedia("(min-width: 60em) and (min-height: 44em)");

export function createLegend(container) {
  const title = h("h2", { id: "legend-title" }, "Legend");
  const note = h("p", { class: "legend-note" });
  const description = h("p", { id: "measure-description", class: "quiet" });
  const shades = h("ul", { class: "legend-list", "aria-labelledby": "legend-title" });
  const why = h("details", { id: "why-hidden", hidden: true }, h("summary", {}, WHY_QUESTION));
  const reasons = h("div", {});
  why.append(reasons);
  const signList = h("ul", { class: "legend-list" });
  const signs = h("details", { open: ROOMY.matches }, h("summary", {}, "Service signs"), signList);
  let asked = false;
  signs.firstChild.addEventListener("click", () => (asked = true));
  unfoldForPrint([why, signs]);
  container.append(title, note, shades, description, h("div", { class: "legend-more" }, why, signs));

  return {
    showAreas({ measure, release, level, classes, counts, features }) {
      title.textContent = measure.title;
      note.textContent = legendNote({ measure, level, release });
      const range = (shades) => (measure.bandWidth ? bandRange(shades, features, measure) : shades);
      const rows = classes.map((shades, i) => row(`shade-${shadeOf(i, classes.length)}`, rangeText(range(shades))));
      if (counts.zero > 0) rows.push(row("zero", "Nobody (0)"));
      if (counts.hidden > 0) rows.push(row("hidden", HIDDEN_FOR_PRIVACY));
      if (counts.nodata > 0) rows.push(row("nodata", NO_DATA_TEXT));
      if (features.some(({ properties }) => isUnstable(properties, measure.code))) {
        rows.push(h("li", { title: UNSTABLE }, h("strong", { "aria-hidden": "true" }, UNSTABLE_SIGN), "Unstable (fewer than 20)"));
      }
      shades.replaceChildren(...rows);
      reasons.replaceChildren(...whyHidden(release.k).map((words) => h("p", {}, words)), h("p", {}, h("a", { href: WHY_PAGE }, WHY_MORE)));
      description.textContent = measure.description;
      why.hidden = counts.hidden === 0;
    },
    showNoAreas() {
      title.textContent = "Services";
      note.textContent = "No counts have been published yet.";
      shades.replaceChildren();
      signs.open = true;
    },
    showSigns(categories, marks, hasOther) {
      const rows = categories.map(({ code, name }) => h("li", {}, markSvg(marks.get(code)), name));
      if (hasOther) rows.push(h("li", {}, markSvg({ letters: "•", shape: "circle", colour: 7 }), "Other"));
      signList.replaceChildren(...rows);
      signs.hidden = rows.length === 0;
      if (ROOMY.matches && !asked) signs.open = true;
    },
  };
}

function unfoldForPrint(parts) {
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = parts.filter((part) => !part.open);
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of folded) part.open = false;
  });
}

function row(fill, words) {
  const swatch = svg(
    "svg",
    { class: "swatch", width: 28, height: 18, "aria-hidden": "true", focusable: "false" },
    svg("rect", { x: 0.5, y: 0.5, width: 27, height: 17, class: `area ${fill}` }),
  );
  return h("li", {}, swatch, words);
}
