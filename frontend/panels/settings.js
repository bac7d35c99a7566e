// How the page speaks and looks: kept on the device, since it is about the reader and not about the view.

import { remember } from "../lib/device.js";
import { h } from "../lib/dom.js";
import { LANGUAGES, words } from "../lib/i18n.js";
import { en } from "../strings/en.js";

const NATIVE = { en: "English", es: "Español" };

export function createSettings(container) {
  const { names, current, use } = globalThis.atlasColours;
  const colours = h("select", { "aria-label": words.page.theme }, ...names.map((name) => h("option", { value: name }, words.page.themes[name])));
  colours.value = current();
  colours.addEventListener("change", () => {
    remember("colours", colours.value);
    use(colours.value);
  });
  const language = h(
    "select",
    { "aria-label": words.code === en.code ? words.page.languageName : `${words.page.languageName} / ${en.page.languageName}` },
    ...LANGUAGES.map((code) => h("option", { value: code, lang: code }, NATIVE[code])),
  );
  language.value = words.code;
  language.addEventListener("change", () => {
    remember("language", language.value);
    const { pathname, hash } = location;
    history.replaceState(null, "", `${pathname}?lang=${language.value}${hash}`);
    location.reload();
  });
  container.replaceChildren(language, colours);
}
