// Las palabras de la página en español. Las mismas entradas que en.js, que explica lo que reciben.

import { names } from "./es/names.js";
import { numbers } from "./es/numbers.js";
import { page } from "./es/page.js";
import { places } from "./es/places.js";

export const es = {
  code: "es",
  locale: "es-US",
  and: (first, last) => `${first} y ${last}`,
  names,
  ...page,
  ...numbers,
  ...places,
};
