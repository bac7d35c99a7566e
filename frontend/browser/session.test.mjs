// Signing in, and what becomes of a page that nobody uses. ATLAS_PLANNERS has the keys of two planners; with ATLAS_SHOTS pictures are kept there.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { visit } from "./harness.mjs";
import { button, judge, said, signIn, KEYS, without } from "./planners.mjs";

// A password is refused of an account that has one, and of one that has none: neither is changed.
const LANGUAGES = {
  en: { path: "/outreach.html", new: "New gathering", title: "Title", hidden: /Hidden, because nobody/, signIn: "Sign in", signOut: "Sign out", key: "Key", code: "Code of the app, six digits", provider: "Sign in with your agency", unknown: "there is no account for you here", own: "My sign-in", endThis: "End this one", oldPassword: "Password until now", newPassword: "New password", showTyped: "Show what is typed", change: "Change the password", codeRefused: "The code does not fit or was used before", passwordRefused: /The old password does not fit|This account has no password/ },
  es: { path: "/outreach.html?lang=es", new: "Nuevo encuentro", title: "Título", hidden: /Oculto, porque nadie/, signIn: "Iniciar sesión", signOut: "Cerrar sesión", key: "Clave", code: "Código de la aplicación, seis cifras", provider: "Iniciar sesión con su institución", unknown: "aquí no hay una cuenta para usted", own: "Mi acceso", endThis: "Cerrar esta", oldPassword: "Contraseña actual", newPassword: "Contraseña nueva", showTyped: "Mostrar lo que se escribe", change: "Cambiar la contraseña", codeRefused: "El código no es correcto o ya se usó", passwordRefused: /La contraseña anterior no es correcta|Esta cuenta no tiene contraseña/ },
};
const IDLE = "31:00";

const keep = (page, name) => (process.env.ATLAS_SHOTS ? page.screenshot({ path: `${process.env.ATLAS_SHOTS}/${name}.png` }) : null);
const dialog = (page) => page.locator("dialog.lock");
// As the page itself: what asks beside it has no cookie that is for secure connections.
const isSignedIn = (page) => page.evaluate(async () => (await (await fetch("/session")).json()).signedIn);
const statusOf = (page, path) => page.evaluate(async (at) => (await fetch(at)).status, path);

async function write(page, words, title) {
  await button(page, words.new).click();
  await page.getByLabel(words.title, { exact: true }).fill(title);
}

async function signInAgain(page, words, key) {
  await dialog(page).getByLabel(words.key, { exact: true }).fill(key);
  await dialog(page).getByRole("button", { name: words.signIn, exact: true }).click();
}

describe("a page that nobody uses", without, () => {
  for (const [language, words] of Object.entries(LANGUAGES)) {
    it(`is hidden after half an hour, and goes on where it was (${language})`, () =>
      visit({ path: words.path, before: (page) => page.clock.install() }, async (page) => {
        await signIn(page, KEYS[0], language);
        await write(page, words, "Kept over lunch");
        const place = await page.evaluate(() => scrollY);
        await page.clock.fastForward("29:00");
        assert.equal(await dialog(page).count(), 0);
        await page.clock.fastForward("02:00");
        await dialog(page).getByRole("heading", { name: words.hidden }).waitFor();
        assert.equal(await page.locator("#reading").isVisible(), false);
        assert.equal(await page.getByLabel(words.title, { exact: true }).isVisible(), false, "nothing of it can be read");
        await judge(page);
        await keep(page, `hidden-${language}`);
        await page.keyboard.press("Escape");
        await page.keyboard.press("Escape");
        await dialog(page).waitFor(); // it is no window to be closed
        assert.equal(await page.locator("#reading").isVisible(), false);
        assert.equal(await isSignedIn(page), false, "whoever loads the page anew finds nobody signed in");
        await signInAgain(page, words, KEYS[0]);
        await dialog(page).waitFor({ state: "detached" });
        assert.equal(await page.getByLabel(words.title, { exact: true }).inputValue(), "Kept over lunch");
        assert.equal(await page.evaluate(() => scrollY), place);
        assert.equal(await isSignedIn(page), true);
      }));
  }

  it("stays while somebody uses it, and the server hears of that", () =>
    visit({ path: "/outreach.html", before: (page) => page.clock.install() }, async (page) => {
      await signIn(page, KEYS[0]);
      await write(page, LANGUAGES.en, "Long");
      let heard = 0;
      page.on("request", (request) => (heard += request.url().endsWith("/session") ? 1 : 0));
      for (let minutes = 0; minutes < 60; minutes += 20) {
        await page.clock.fastForward("20:00");
        await page.getByLabel("Title", { exact: true }).press("a");
      }
      assert.equal(await dialog(page).count(), 0);
      assert.equal(heard, 3);
    }));

  it("is hidden when the machine has slept, by the key that wakes it", () =>
    visit({ path: "/outreach.html", before: (page) => page.clock.install() }, async (page) => {
      await signIn(page, KEYS[0]);
      await page.clock.setSystemTime(Date.now() + 60 * 60_000);
      await page.keyboard.press("a");
      await dialog(page).waitFor();
    }));

  it("shows nothing of it to another account", () =>
    visit({ path: "/outreach.html", before: (page) => page.clock.install() }, async (page) => {
      await signIn(page, KEYS[0]);
      await page.clock.fastForward(IDLE);
      await dialog(page).waitFor();
      await signInAgain(page, LANGUAGES.en, KEYS[1]);
      await page.getByText(/Signed in as browser police/).waitFor();
      assert.equal(await dialog(page).count(), 0);
    }));

  it("is not hidden from who is not signed in", () =>
    visit({ path: "/outreach.html", before: (page) => page.clock.install() }, async (page) => {
      await page.clock.fastForward(IDLE);
      assert.equal(await dialog(page).count(), 0);
    }));

  it("goes on in all windows once somebody signs in again in one", () =>
    // Both end the session, of which the second one finds none.
    visit({ path: "/outreach.html", fails: /\/session$/, before: (page) => page.clock.install() }, async (page) => {
      await signIn(page, KEYS[0]);
      const other = await page.context().newPage();
      await other.clock.install();
      await other.goto("/outreach.html");
      await button(other, "Sign out").waitFor();
      await Promise.all([page, other].map((each) => each.clock.fastForward(IDLE)));
      await dialog(page).waitFor();
      await dialog(other).waitFor();
      await signInAgain(page, LANGUAGES.en, KEYS[0]);
      await dialog(other).waitFor({ state: "detached" });
      assert.equal(await isSignedIn(other), true);
      await other.close();
    }));
});

describe("signing in", without, () => {
  it("shows the banner, and waits until it is said to be read", () =>
    visit({ path: null }, async (page) => {
      let given = null;
      await page.route("**/session", async (route) => {
        if (route.request().method() === "POST") {
          given = route.request().postDataJSON();
          return route.continue();
        }
        const response = await route.fetch();
        return route.fulfill({ response, json: { ...(await response.json()), banner: "For authorised use alone.\nWhat is done here is written down." } });
      });
      await page.goto("/outreach.html");
      await page.locator("#sign-in summary").first().click();
      await page.locator("#sign-in .banner").waitFor();
      await page.locator("#sign-in input[name=key]").fill(KEYS[0]);
      await button(page, "Sign in").click();
      assert.equal(given, null, "the browser asks for the box");
      await page.locator("#sign-in").scrollIntoViewIfNeeded();
      await keep(page, "banner");
      await judge(page);
      await page.getByLabel("I have read this.").first().check();
      await button(page, "Sign in").click();
      await button(page, "Sign out everywhere").waitFor();
      await keep(page, "signed-in");
      assert.deepEqual(given, { key: KEYS[0], acknowledged: true });
    }));

  for (const [language, words] of Object.entries(LANGUAGES)) {
    it(`asks for the code of an account that has a second factor (${language})`, () =>
      visit({ path: null, fails: /\/session$/ }, async (page) => {
        const given = [];
        await page.route("**/session", async (route) => {
          if (route.request().method() !== "POST") return route.continue();
          const { code, ...rest } = route.request().postDataJSON();
          given.push(code);
          if (code === "123456") return route.continue({ postData: JSON.stringify(rest) });
          const problem = code ? { status: 403, code: "SECOND_FACTOR_REFUSED", title: "Not allowed" } : { status: 401, code: "SECOND_FACTOR_NEEDED", title: "One more step" };
          return route.fulfill({ status: problem.status, contentType: "application/problem+json", json: problem });
        });
        await page.goto(words.path);
        await page.locator("#sign-in summary").first().click();
        await page.locator("#sign-in input[name=key]").fill(KEYS[0]);
        await button(page, words.signIn).click();
        const code = page.getByLabel(words.code, { exact: true });
        await code.waitFor();
        assert.equal(await code.evaluate((field) => field === document.activeElement), true);
        await code.fill("12345");
        await button(page, words.signIn).click();
        assert.deepEqual(given, [undefined], "six digits, says the browser");
        await code.fill("654 321");
        await button(page, words.signIn).click();
        await said(page, words.codeRefused);
        await page.locator("#sign-in").scrollIntoViewIfNeeded();
        await keep(page, `code-${language}`);
        await judge(page);
        await code.fill("123456");
        await button(page, words.signIn).click();
        await button(page, words.signOut).waitFor();
        assert.deepEqual(given, [undefined, "654 321", "123456"]);
      }));

    it(`leads to the provider once the banner is read, and says what went wrong there (${language})`, () =>
      visit({ path: null }, async (page) => {
        await page.route("**/session", async (route) => {
          const response = await route.fetch();
          return route.fulfill({ response, json: { ...(await response.json()), banner: "For authorised use alone.", oidc: { label: "" } } });
        });
        let asked = "";
        await page.route("**/session/oidc?*", (route) => {
          asked = new URL(route.request().url()).search;
          return route.fulfill({ status: 303, headers: { Location: "/outreach.html?sign-in=ACCOUNT_UNKNOWN" } });
        });
        await page.goto(words.path);
        await page.locator("#sign-in summary").first().click();
        await button(page, words.provider).click();
        assert.equal(asked, "", "the browser asks for the box");
        await page.locator("#sign-in").scrollIntoViewIfNeeded();
        await keep(page, `provider-${language}`);
        await judge(page);
        await page.locator("#sign-in input[name=acknowledged]").first().check();
        await button(page, words.provider).click();
        await said(page, words.unknown);
        assert.equal(asked, "?return=outreach&acknowledged=true");
        assert.equal(new URL(page.url()).search, "", "what was said is not said again");
      }));
  }

  for (const path of ["/desk.html", "/keys.html", "/self-assessment.html"]) {
    it(`says where nobody can tell who is signed in, and asks again by one press: ${path}`, () =>
      visit({ path: null, fails: /\/session$/ }, async (page) => {
        await page.route("**/session", (route) => route.fulfill({ status: 503, contentType: "application/problem+json", json: { title: "Away for a moment" } }), { times: 2 });
        await page.goto(path);
        const again = page.locator("#problems").getByRole("button", { name: "Try again" });
        await page.getByText("Away for a moment").waitFor();
        assert.equal(await page.locator("#status").textContent(), "");
        assert.equal(await page.locator("body").getAttribute("data-ready"), "error");
        await judge(page);
        await again.click();
        await again.waitFor();
        await again.click();
        await page.locator("#sign-in summary").first().waitFor();
        assert.equal(await page.locator("#problems").isVisible(), false);
        await page.locator("body[data-ready='1']").waitFor();
      }));
  }

  it("takes name and password, and says of wrong ones nothing more", () =>
    visit({ path: "/outreach.html?lang=es", fails: /\/session$/ }, async (page) => {
      await page.locator("#sign-in summary").first().click();
      await page.getByText("Con nombre y contraseña").click();
      await page.getByLabel("Nombre de la cuenta").fill("nobody");
      await page.getByLabel("Contraseña", { exact: true }).fill("a wrong one");
      await page.locator("#sign-in").scrollIntoViewIfNeeded();
      await keep(page, "password-es");
      await button(page, "Iniciar sesión").last().click();
      await said(page, "El nombre y la contraseña no corresponden");
    }));

  it("ends all sessions of the account from one of them", () =>
    visit({ path: "/outreach.html" }, async (page) => {
      await signIn(page, KEYS[0]);
      const there = await page.context().browser().newContext();
      try {
        const other = await there.newPage();
        await other.goto(page.url());
        await signIn(other, KEYS[0]);
        assert.equal(await statusOf(other, "/outreach/tours"), 200);
        await button(page, "Sign out everywhere").click();
        await page.locator("#sign-in input[name=key]").waitFor({ state: "attached" });
        assert.equal(await statusOf(other, "/outreach/tours"), 401);
      } finally {
        await there.close();
      }
    }));

  for (const [language, words] of Object.entries(LANGUAGES)) {
    it(`lists where the account is signed in, ends what was left open, and changes no password without the old one (${language})`, () =>
      visit({ path: words.path, fails: /\/session\/password$/ }, async (page) => {
        await signIn(page, KEYS[0], language);
        const there = await page.context().browser().newContext();
        try {
          const other = await there.newPage();
          await other.goto(page.url());
          await signIn(other, KEYS[0], language);
          await page.locator("#sign-in summary", { hasText: words.own }).click();
          const ends = page.locator("#sign-in .own li button").filter({ hasNotText: words.endThis });
          await ends.first().waitFor();
          assert.equal(await page.locator("#sign-in .own li strong").count(), 1, "one is this one");
          const password = page.getByLabel(words.newPassword, { exact: true });
          await page.getByLabel(words.oldPassword, { exact: true }).fill("a wrong one");
          await password.fill("otter under a loud bridge");
          assert.equal(await password.getAttribute("autocomplete"), "new-password");
          assert.equal(await password.getAttribute("type"), "password");
          await page.getByLabel(words.showTyped).check();
          assert.equal(await password.getAttribute("type"), "text");
          await page.locator("#sign-in details.own").scrollIntoViewIfNeeded();
          await keep(page, `own-${language}`);
          await judge(page);
          await button(page, words.change).click();
          await said(page, words.passwordRefused);
          assert.equal(await isSignedIn(page), true);
          while ((await ends.count()) > 0) {
            const before = await ends.count();
            await ends.first().click();
            await page.waitForFunction((count) => document.querySelectorAll("#sign-in .own li").length <= count, before);
          }
          assert.equal(await statusOf(other, "/outreach/tours"), 401);
          await button(page, words.endThis).click();
          await page.locator("#sign-in input[name=key]").waitFor({ state: "attached" });
          assert.equal(await isSignedIn(page), false);
        } finally {
          await there.close();
        }
      }));
  }
});
