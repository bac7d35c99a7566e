// A provider of OpenID Connect for the tests of signing in: oidc-provider, on a port of its own, which it prints. ATLAS_CALLBACK is where
// browsers are sent back to. Whoever is asked for is signed in, without a password: /interaction/ID?as=SUBJECT.

import { generateKeyPairSync, randomBytes, webcrypto } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";

// Node 18 has it under another name.
globalThis.crypto ??= webcrypto;
const { Provider } = await import("oidc-provider");

const server = createServer((request, response) => answer(request, response));
server.listen(Number(process.env.ATLAS_PROVIDER_PORT ?? 0), "127.0.0.1");
await once(server, "listening");
const issuer = `http://127.0.0.1:${server.address().port}`;

const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
const provider = new Provider(issuer, {
  clients: [{ client_id: "atlas", client_secret: "a secret of the tests", redirect_uris: [process.env.ATLAS_CALLBACK], response_types: ["code"], grant_types: ["authorization_code"] }],
  jwks: { keys: [{ ...key, use: "sig", alg: "RS256", kid: "first" }] },
  cookies: { keys: [randomBytes(32).toString("hex")] },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  acrValues: ["urn:two-factors"],
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  async loadExistingGrant(context) {
    const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId });
    grant.addOIDCScope("openid");
    await grant.save();
    return grant;
  },
});
const others = provider.callback();

async function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url, issuer);
  if (!pathname.startsWith("/interaction/")) return others(request, response);
  const accountId = searchParams.get("as");
  if (!accountId) return response.setHeader("Content-Type", "text/html").end(`<form><label>Subject <input name="as"></label> <button>Sign in</button></form>`);
  const login = accountId === "nobody" ? { error: "access_denied" } : { login: { accountId, acr: "urn:two-factors", amr: ["pwd", "otp"] } };
  return provider.interactionFinished(request, response, login, { mergeWithLastSubmission: false });
}

console.log(`issuer ${issuer}`);
// It ends with whoever started it.
process.stdin.resume().on("end", () => process.exit(0));
