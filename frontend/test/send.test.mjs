import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { send, sendOnce, useFormToken } from "../lib/send.js";

const before = globalThis.fetch;
afterEach(() => (globalThis.fetch = before));

/** A server with one session: { name, formToken }; what it was sent with which token, and what it said. */
function server(session) {
  const asked = [];
  globalThis.fetch = async (path, { method = "GET", headers } = {}) => {
    if (method === "GET") return Response.json({ signedIn: session.name !== "", ...session });
    const token = headers["X-Form-Token"];
    asked.push(`${method} ${path} ${token}`);
    return token === session.formToken ? Response.json({ done: true }) : Response.json({ title: "Not allowed", code: "FORM_TOKEN_MISSING" }, { status: 403 });
  };
  return asked;
}

test("a change goes on with the session that the same account has by now, and once", async () => {
  useFormToken("old", "Beat 101");
  const asked = server({ name: "Beat 101", formToken: "new" });
  assert.deepEqual(await send("POST", "/x", { a: 1 }), { done: true });
  assert.deepEqual(await send("PUT", "/y", { a: 1 }), { done: true });
  assert.deepEqual(asked, ["POST /x old", "POST /x new", "PUT /y new"]);
});

for (const [what, now] of [
  ["of another account", { name: "CSO unit 4", formToken: "new" }],
  ["of nobody", { name: "", formToken: "" }],
  ["that is the one which was refused", { name: "Beat 101", formToken: "old" }],
]) {
  test(`a change is not sent again with a session ${what}`, async () => {
    useFormToken("old", "Beat 101");
    const asked = server({ ...now });
    if (now.formToken === "old") {
      globalThis.fetch = ((inner) => (path, options = {}) => (options.method === "POST" ? (asked.push("POST"), Response.json({ code: "FORM_TOKEN_MISSING" }, { status: 403 })) : inner(path, options)))(globalThis.fetch);
    }
    await assert.rejects(send("POST", "/x", {}), { code: "FORM_TOKEN_MISSING", status: 403 });
    assert.equal(asked.length, 1);
  });
}

test("what is meant for the session of this page does not end a newer one", async () => {
  useFormToken("old", "Beat 101");
  const asked = server({ name: "Beat 101", formToken: "new" });
  await assert.rejects(sendOnce("DELETE", "/session", null), { code: "FORM_TOKEN_MISSING" });
  assert.deepEqual(asked, ["DELETE /session old"]);
});

test("another refusal is told as it is", async () => {
  useFormToken("old", "Beat 101");
  let asked = 0;
  globalThis.fetch = async () => ((asked += 1), Response.json({ code: "ROLE_NOT_ALLOWED" }, { status: 403 }));
  await assert.rejects(send("POST", "/x", {}), { code: "ROLE_NOT_ALLOWED" });
  assert.equal(asked, 1);
});
