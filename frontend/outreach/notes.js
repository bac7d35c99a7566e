// What was found of the places of a plan, in words.

import { texts } from "./words.js";

/** "sites[1]" → "Blocks 2", "permits[0].name" → "Permits 1" */
export function fieldName(field) {
  const [, name, index] = /^(\w+)(?:\[(\d+)\])?/.exec(field) ?? [null, field, undefined];
  const said = texts.fields[name] ?? name;
  return index === undefined ? said : `${said} ${Number(index) + 1}`;
}

export const noteText = ({ field, code, values }) => `${fieldName(field)}: ${texts.notes[code]?.(values) ?? code}`;
