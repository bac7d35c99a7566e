// Reading from the server. Every failure becomes a Problem, which carries words for people (RFC 9457).

import { count } from "./format.js";
import { words } from "./i18n.js";
import { noteAnswer } from "./offline.js";

const TIMEOUT_MS = 20_000;
const MAX_PAGES = 50;

export class Problem extends Error {
  constructor({ title, detail = "", hint = "", status = 0, requestId = "" }) {
    super(title);
    this.name = "Problem";
    this.title = title;
    this.detail = detail;
    this.hint = hint;
    this.status = status;
    this.requestId = requestId;
  }
}

const text = (value) => (typeof value === "string" ? value : "");

/** The problem that an answer with a failing status describes, whatever its body holds. */
export function problemFrom(status, body) {
  const said = body !== null && typeof body === "object" ? body : {};
  return new Problem({
    title: text(said.title) || words.problem.failed(status),
    detail: text(said.detail),
    hint: text(said.hint) || (status >= 500 || status === 429 ? words.problem.later : ""),
    status,
    requestId: text(said.requestId),
  });
}

/** All of a problem in one line. */
export const problemText = ({ title, detail, hint }) => [title, detail, hint].filter(Boolean).join(" ");

/** What is wrong with which field, in one line; all of the problem where no field is named. */
export const faultsText = (problem) => (problem.errors?.length ? problem.errors.map(({ field, message }) => `${field}: ${message}`).join("; ") : problemText(problem));

export function unreachable(timedOut = false) {
  return new Problem({
    title: timedOut ? words.problem.slow : words.problem.unreachable,
    hint: words.problem.connection,
  });
}

export function notUnderstood(detail) {
  return new Problem({
    title: words.problem.notUnderstood,
    detail,
    hint: words.problem.tell,
  });
}

/** Path and query of the next page, or null. The host is always our own, whatever the link says. */
export function nextPath(collection, base) {
  const links = Array.isArray(collection?.links) ? collection.links : [];
  const next = links.find((link) => link?.rel === "next" && typeof link.href === "string");
  if (!next) return null;
  try {
    const url = new URL(next.href, base);
    return url.pathname + url.search;
  } catch {
    return null;
  }
}

export const getJson = (path, how) => ask(path, {}, how);

/** Sends something that must not stand in an address. */
export const postJson = (path, body, how) =>
  ask(path, { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }, how);

async function ask(path, { headers, ...request }, { signal, fetcher = fetch } = {}) {
  const deadline = AbortSignal.timeout(TIMEOUT_MS);
  const either = new AbortController();
  const stop = () => either.abort();
  deadline.addEventListener("abort", stop);
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  try {
    const response = await fetcher(path, {
      ...request,
      signal: either.signal,
      headers: { Accept: "application/geo+json, application/json, application/problem+json", ...headers },
    });
    const body = await response.json().catch((fault) => {
      if (either.signal.aborted) throw fault;
      return undefined;
    });
    if (!response.ok) throw problemFrom(response.status, body);
    if (body === undefined) throw notUnderstood(words.problem.notJson);
    noteAnswer(response.headers);
    return body;
  } catch (fault) {
    if (fault instanceof Problem) throw fault;
    if (signal?.aborted) throw new DOMException("A newer request took its place", "AbortError");
    throw unreachable(deadline.aborted);
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

/** All features of a collection, page after page. */
export async function getFeatures(path, { signal, fetcher = fetch, base = globalThis.location?.href } = {}) {
  const features = [];
  const seen = new Set();
  for (let next = path; next !== null && !seen.has(next); ) {
    if (seen.size === MAX_PAGES) throw notUnderstood(words.problem.tooManyPages(count(MAX_PAGES)));
    seen.add(next);
    const page = await getJson(next, { signal, fetcher });
    if (!Array.isArray(page?.features)) throw notUnderstood(words.problem.noFeatures);
    features.push(...page.features.filter((feature) => feature?.properties));
    next = nextPath(page, base);
  }
  return features;
}
