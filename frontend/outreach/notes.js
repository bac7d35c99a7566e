// What was found of the places of a plan, in words.

import { texts } from "./words.js";

/** "permits[0].name" → { name: "permits", at: 0 }, "title" → { name: "title", at: null } */
export function readField(field) {
  const [, name, index] = /^(\w+)(?:\[(\d+)\])?/.exec(field) ?? [null, field, undefined];
  return { name, at: index === undefined ? null : Number(index) };
}

/** "sites[1]" → "Blocks 2", "permits[0].name" → "Permits 1" */
export function fieldName(field) {
  const { name, at } = readField(field);
  const said = texts.fields[name] ?? name;
  return at === null ? said : `${said} ${at + 1}`;
}

export const noteText = ({ field, code, values }) => `${fieldName(field)}: ${texts.notes[code]?.(values) ?? code}`;
