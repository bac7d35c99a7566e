// Two changes of one thing, joined field by field.

/** The fields that only the others changed are theirs, those that only we changed are ours. */
export function join({ base, theirs, mine }, chosen) {
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const joined = { ...mine };
  for (const field of Object.keys({ ...theirs, ...mine })) {
    if (Object.hasOwn(chosen, field)) joined[field] = chosen[field] === "theirs" ? theirs[field] : mine[field];
    else if (same(mine[field], base[field])) joined[field] = theirs[field];
  }
  return joined;
}
