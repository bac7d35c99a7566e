// Which of the service sites are meant, by the choices on the page.

import { compareNames } from "./format.js";
import { isOpen } from "./hours.js";
import { words } from "./i18n.js";
import { ALL, NONE } from "./state.js";

const isYes = (value) => value === true || value === "yes" || value === "true";

/** Whether a site is of a kind; some are of several. */
const isOf = ({ category, categories }, wanted) => (Array.isArray(categories) ? categories.includes(wanted) : category === wanted);

const TESTS = {
  open: ({ opening_hours: hours }, clock) => isOpen(hours, clock) === true,
  records: ({ accepts_records: accepts }) => isYes(accepts) || accepts === "case_by_case",
  wheelchair: ({ wheelchair }) => isYes(wheelchair),
};

/** The languages of a site, as its directory writes them: "en;es", "English, Spanish" or a list. */
export function languagesOf({ languages }) {
  const list = Array.isArray(languages) ? languages : String(languages ?? "").split(/[,;/]/);
  return list.map((language) => language.trim()).filter(Boolean);
}

/** A code by its name in the language of the page; whatever else as it is. */
export function languageName(language) {
  if (!/^[a-z]{2,3}$/.test(language)) return language;
  return new Intl.DisplayNames(words.locale, { type: "language" }).of(language);
}

/** Every language that is spoken somewhere, in the order of their names. */
export const allLanguages = (providers) =>
  [...new Set(providers.flatMap(({ properties }) => languagesOf(properties)))].sort((a, b) => compareNames(languageName(a), languageName(b)));

/** The sites that a state asks for, by name. What a site does not say about itself, it does not fulfil. */
export function chooseProviders(providers, { category, only, language }, clock) {
  if (category === NONE) return [];
  const filters = only === "" ? [] : only.split(",").map((filter) => TESTS[filter]);
  return providers
    .filter(({ properties }) => category === ALL || isOf(properties, category))
    .filter(({ properties }) => filters.every((fulfils) => fulfils(properties, clock)))
    .filter(({ properties }) => language === "" || languagesOf(properties).includes(language))
    .sort((a, b) => compareNames(a.properties.name ?? "", b.properties.name ?? ""));
}
