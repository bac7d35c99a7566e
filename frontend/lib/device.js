// What the page remembers on this device and tells nobody: the language, the colours, the reader's own area. A browser may
// refuse; then it holds until the page is left.

const PREFIX = "atlas.";
const here = new Map();

export function recall(key) {
  if (here.has(key)) return here.get(key);
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** Whether it will be there the next time. null forgets. */
export function remember(key, value) {
  here.set(key, value);
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, value);
    return true;
  } catch {
    return false;
  }
}
