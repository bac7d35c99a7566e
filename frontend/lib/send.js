// Asking the server as somebody who is signed in: the session's cookie goes by itself, and what it told the page goes along
// with every change.

import { getJson, problemFrom, unreachable } from "./http.js";

const TIMEOUT_MS = 20_000;

let formToken = "";
let owner = "";

/** What the server told this page when somebody signed in, and whom; "" when nobody is. */
export function useFormToken(token, name) {
  formToken = token;
  owner = name;
}

/** Whether the account has another session by now: a changed password, or another tab in which its owner signed in again. */
async function isRenewed() {
  const now = await getJson("/session");
  // As somebody else nothing is sent that this page's account wrote.
  if (!now.signedIn || now.name !== owner || now.formToken === formToken) return false;
  formToken = now.formToken;
  return true;
}

/**
 * Sends a change. Failures are Problems with a code, and with what is wrong with which field.
 *
 * @param version of what it is a change, where that matters
 * @param timeoutMs how long somebody waits for the answer
 */
export async function send(method, path, body, version = null, timeoutMs = TIMEOUT_MS) {
  try {
    return await sendOnce(method, path, body, version, timeoutMs);
  } catch (problem) {
    if (problem.code !== "FORM_TOKEN_MISSING" || !(await isRenewed())) throw problem;
    return sendOnce(method, path, body, version, timeoutMs);
  }
}

/** The same, and only with the session that this page knows: what is meant for that one must not meet a newer. */
export async function sendOnce(method, path, body, version = null, timeoutMs = TIMEOUT_MS) {
  const headers = { Accept: "application/json, application/problem+json", "X-Form-Token": formToken };
  if (body !== null) headers["Content-Type"] = "application/json";
  if (version !== null) headers["If-Match"] = `"${version}"`;
  let response;
  try {
    response = await fetch(path, { method, headers, body: body === null ? undefined : JSON.stringify(body), signal: AbortSignal.timeout(timeoutMs) });
  } catch (fault) {
    throw unreachable(fault.name === "TimeoutError");
  }
  const answer = response.status === 204 ? {} : await response.json().catch(() => null);
  if (!response.ok) {
    const problem = problemFrom(response.status, answer);
    problem.code = typeof answer?.code === "string" ? answer.code : "";
    problem.errors = Array.isArray(answer?.errors) ? answer.errors : [];
    throw problem;
  }
  return answer;
}
