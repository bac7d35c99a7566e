// What the shades, patterns and signs mean, with the class breaks in print.

import { h } from "../lib/dom.js";
import { bandRange, isUnstable } from "../lib/cells.js";
import { shadeOf } from "../lib/classes.js";
import { upperFirst } from "../lib/format.js";
import { inLanguage, words } from "../lib/i18n.js";
import { markOf } from "../lib/marks.js";
import { UNSTABLE_SIGN } from "../lib/rates.js";
import { classText, legendNote, whyHidden, whyPage } from "../lib/words.js";
import { markSvg } from "./mark.js";
import { swatch } from "./patterns.js";

// Where the key to the signs fits under the map without being asked for.
const ROOMY = matchMedia("(min-width: 60em) and (min-height: 44em)");

export function createLegend(container) {
  const title = h("h2", { id: "legend-title" }, words.map.legend);
  const note = h("p", { class: "legend-note" });
  const description = h("p", { id: "measure-description", class: "quiet" });
  const shades = h("ul", { class: "legend-list", "aria-labelledby": "legend-title" });
  const whatIf = h("a", { class: "download", hidden: true }, words.gaps.whatIf);
  const why = h("details", { id: "why-hidden", hidden: true }, h("summary", {}, words.why.question));
  const reasons = h("div", {});
  why.append(reasons);
  const signList = h("ul", { class: "legend-list" });
  const signs = h("details", { open: ROOMY.matches }, h("summary", {}, words.services.signs), signList);
  let asked = false;
  signs.firstChild.addEventListener("click", () => (asked = true));
  unfoldForPrint([why, signs]);
  container.append(title, note, shades, description, whatIf, h("div", { class: "legend-more" }, why, signs));

  return {
    showAreas({ subject, release, level, classes, counts, features }) {
      title.textContent = subject.title;
      note.textContent = legendNote({ subject, level, release });
      const range = (shades) => (subject.bandWidth ? bandRange(shades, features, subject) : shades);
      const rows = classes.map((shades, i) => row(`shade-${shadeOf(i, classes.length)}`, classText(range(shades), subject)));
      if (counts.zero > 0) rows.push(row("zero", noneText(subject)));
      if (counts.hidden > 0) rows.push(row("hidden", words.cell.hidden));
      if (counts.nodata > 0) rows.push(row("nodata", subject.current && subject.kind !== "gap" ? upperFirst(words.measures.noneNear) : words.cell.noData));
      if (features.some(({ properties }) => isUnstable(properties, subject.code))) {
        rows.push(h("li", { title: words.cell.unstableWhy }, h("strong", { "aria-hidden": "true" }, UNSTABLE_SIGN), words.cell.unstableLegend));
      }
      shades.replaceChildren(...rows);
      reasons.replaceChildren(...whyHidden(release.k).map((text) => h("p", {}, text)), h("p", {}, h("a", { href: whyPage() }, words.why.more)));
      description.textContent = subject.about;
      why.hidden = counts.hidden === 0;
      whatIf.hidden = subject.kind !== "gap";
      if (subject.kind === "gap") whatIf.href = `${inLanguage("/what-if.html")}#${new URLSearchParams({ mode: subject.mode, category: subject.category.code, level: level.code })}`;
    },
    showNoAreas() {
      title.textContent = words.map.services;
      note.textContent = words.page.noCounts;
      shades.replaceChildren();
      signs.open = true;
    },
    showSigns(categories, marks, hasOther) {
      const rows = categories.map(({ code, name }) => h("li", {}, markSvg(markOf(marks, code)), name));
      if (hasOther) rows.push(h("li", {}, markSvg(markOf(marks, null)), words.services.other));
      signList.replaceChildren(...rows);
      signs.hidden = rows.length === 0;
      if (ROOMY.matches && !asked) signs.open = true;
    },
  };
}

function noneText({ kind, current }) {
  if (kind === "gap") return upperFirst(words.gaps.noGap);
  return current ? upperFirst(words.measures.noSites) : words.cell.nobody;
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

const row = (fill, text) => h("li", {}, swatch(fill), text);
