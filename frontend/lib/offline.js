// The page without a connection: a worker keeps what was read, and every answer from there says when that was.

import { moment } from "./format.js";
import { words } from "./i18n.js";

const KEPT_AT = "x-atlas-kept-at";
let keptAt = 0;
const listeners = new Set();

/** Looks at an answer: fresh, or kept since when. */
export function noteAnswer(headers) {
  const then = Number(headers.get(KEPT_AT) ?? 0);
  const now = Number.isFinite(then) ? then : 0;
  if (now === keptAt) return;
  keptAt = now;
  for (const listener of listeners) listener();
}

/** Calls with a sentence while the page shows what was kept, and with nothing while it is fresh. */
export function onOffline(listener) {
  listeners.add(() => listener(keptAt > 0 ? words.page.offline(moment(keptAt)) : ""));
}

/** Starts the worker, where the browser has such a thing, and names what the page is made of. */
export async function keepForLater() {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register("/sw.js");
    const { active } = await navigator.serviceWorker.ready;
    const read = performance.getEntriesByType("resource").map(({ name }) => name);
    active.postMessage({ keep: ["/", ...new Set(read)] });
  } catch {
    // Without a worker the page works as long as there is a connection.
  }
}
