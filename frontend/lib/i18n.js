// The language of the page. Its words lie in strings/, one module for each language, and are spoken from the moment on
// that speak() has read them; nothing may keep a sentence from before.

import { en } from "../strings/en.js";
import { recall, remember } from "./device.js";

export const LANGUAGES = ["en", "es"];

/** The words in use. */
export let words = en;

/** The language that somebody asked for in the address or chose before, else the first of the browser's that there is. */
export function chooseLanguage({ asked, remembered, preferred = [] }) {
  const wanted = [asked, remembered, ...preferred].map((tag) => String(tag ?? "").slice(0, 2).toLowerCase());
  return wanted.find((code) => LANGUAGES.includes(code)) ?? "en";
}

/** Speaks a language from now on. If its words cannot be read, the page goes on in English. */
export async function speak(code) {
  if (code === words.code) return;
  words = code === "en" ? en : await import(`../strings/${code}.js`).then((module) => module[code], () => en);
}

/** Speaks the language of the reader. One that the address asks for, as links of other pages do, is remembered. */
export async function speakFirst() {
  const asked = new URLSearchParams(location.search).get("lang");
  if (LANGUAGES.includes(asked)) remember("language", asked);
  await speak(chooseLanguage({ asked, remembered: recall("language"), preferred: navigator.languages }));
  document.documentElement.lang = words.code;
}

/** The words of a part of the pages, which lie in a module of their own; if they cannot be read, the part goes on in English. */
export const wordsOf = (file, name, english) =>
  words.code === "en" ? Promise.resolve(english) : import(`../strings/${words.code}/${file}.js`).then((module) => module[name], () => english);

/** Puts the words of a part into what was written in English: data-part names the text. */
export function putWords(part, texts) {
  for (const element of document.querySelectorAll(`[data-${part}]`)) element.textContent = texts[element.getAttribute(`data-${part}`)];
}

/** Puts the words into a page that was written in English: data-words names the text, data-label the accessible name. */
export function translate(root) {
  for (const element of root.querySelectorAll("[data-words]")) element.textContent = words.shell[element.dataset.words];
  for (const element of root.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", words.shell[element.dataset.label]);
  }
  for (const link of root.querySelectorAll("[data-speaks]")) link.setAttribute("href", inLanguage(link.getAttribute("href")));
}

/** A page of the server in the language of this one, whatever the browser prefers. */
export const inLanguage = (path) => `${path}?lang=${words.code}`;

/** What the jurisdiction's data call something, in the language of the page where it is known by that code. */
export const named = (kind, code, name) => (Object.hasOwn(words.names[kind] ?? {}, code) ? words.names[kind][code] : name);
