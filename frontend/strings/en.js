// The words of the page in English. Every language has the same entries; a test holds them equal.
// n is a number that is written already ("1,200"), and one says whether it is a single thing.

import { numbers } from "./en/numbers.js";
import { page } from "./en/page.js";
import { places } from "./en/places.js";

export const en = {
  code: "en",
  locale: "en-US",
  and: (first, last) => `${first} and ${last}`,
  // Names that the server sends in English, by code. Where a jurisdiction has words of its own, those stand.
  names: { measure: {}, about: {}, category: {}, level: {}, levels: {} },
  ...page,
  ...numbers,
  ...places,
};
