// What agencies and neighbours plan together, by people on a phone and at a desk. ATLAS_PLANNERS has the keys of two accounts of
// planners, of supervision and of the police.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { becomesReady } from "./browser.mjs";
import { visit } from "./harness.mjs";
import { KEYS, button, judge, said, signIn, without } from "./planners.mjs";

const BLOCKS = process.env.ATLAS_BLOCKS ?? "1200 to 1300 blocks of Heron Street NW";
const PAGE = "/outreach.html";

const opened = (page) => page.locator("#plan .facts").waitFor();

/** Somebody with a browser of their own, at a desk, at the same plan. */
async function beside(page, key, steps, address = page.url()) {
  const context = await page.context().browser().newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(15_000);
  try {
    const other = await context.newPage();
    await other.goto(address);
    await becomesReady(other);
    if (key) {
      await signIn(other, key);
      await opened(other);
    }
    return await steps(other);
  } finally {
    await context.close();
  }
}

/** Writes a clean-up on a day, its meeting place set on the map, and leaves its page open. */
async function writeCleanUp(page, title, day) {
  await button(page, "New clean-up").click();
  const form = page.locator("#plan form");
  await form.getByLabel("Title").fill(title);
  await form.getByLabel("Starts", { exact: true }).first().fill(`${day}T09:00`);
  await form.getByLabel("Ends", { exact: true }).first().fill(`${day}T13:00`);
  await button(page, "On the map").first().click();
  await said(page, "Press the place on the map.");
  const map = page.locator("#map");
  const box = await map.boundingBox();
  await map.click({ position: { x: box.width / 2, y: box.height / 2 } });
  await button(page, "Add blocks").click();
  await form.getByLabel("Blocks").last().fill(BLOCKS);
  await form.getByLabel("What supervision does").fill("Ten officers rake.");
  await button(page, "Add a shift").click();
  const shifts = form.getByRole("group", { name: "Shifts" });
  await shifts.getByLabel("Name").fill("Morning");
  await shifts.getByLabel("Places").fill("2");
  await button(page, "Save").click();
  await opened(page);
}

/** Both agree to what the police have added, and it is published. */
async function agree(page) {
  await beside(page, KEYS[1], async (desk) => {
    await button(desk, "Edit").click();
    await desk.getByLabel("What the police do").fill("Close the street.");
    await button(desk, "Save").click();
    await opened(desk);
    await button(desk, "Agree").click();
    await said(desk, "Your agency agreed.");
  });
  await page.reload();
  await opened(page);
  await button(page, "Agree").click();
  await said(page, "Your agency agreed.");
  await button(page, "Publish").click();
  await said(page, "It is published.");
}

async function signUp(page, name) {
  await page.getByLabel("A name of your choice").fill(name);
  await button(page, "Sign up").click();
  await button(page, "Take it back").waitFor();
}

describe("outreach", without, () => {
  it("a clean-up is written on a phone, agreed on at a desk, signed up for twice, one taken back, and called off", () =>
    visit({ path: PAGE, size: "phone" }, async (page) => {
      await signIn(page, KEYS[0]);
      await writeCleanUp(page, "Heron Street together", "2030-04-06");
      await agree(page);
      await beside(page, "", async (neighbour) => {
        await signUp(neighbour, "Ana");
        await beside(page, "", (another) => signUp(another, "Bo"));
        await neighbour.reload();
        await neighbour.getByText("No place of 2 left").waitFor();
        await button(neighbour, "Take it back").click();
        await neighbour.getByText("1 place of 2 left").waitFor();
      });
      await page.locator("#plan summary", { hasText: "Call off" }).click();
      await page.getByLabel("Why is it called off?").fill("Storm");
      await button(page, "Call off").click();
      await said(page, "It is called off.");
      await beside(page, "", (neighbour) => neighbour.locator("#plan", { hasText: "Storm" }).waitFor());
    }));

  it("what became of it is written down", () =>
    visit({ path: PAGE, size: "phone" }, async (page) => {
      await signIn(page, KEYS[0]);
      await writeCleanUp(page, "Last autumn", "2026-10-03");
      await agree(page);
      await page.locator("#plan summary", { hasText: "Write it down" }).click();
      await page.getByLabel("Bags", { exact: true }).fill("58");
      await page.getByLabel("Litter before (1 none – 4 extreme)").fill("3.2");
      await page.locator("#plan details form").getByRole("button", { name: "Save" }).click();
      await said(page, "It is written down.");
      await beside(page, "", async (neighbour) => {
        await neighbour.locator("#plan", { hasText: "58" }).waitFor();
        await neighbour.locator("#plan .effect", { hasText: "Not known yet" }).waitFor();
        await neighbour.getByRole("link", { name: "Page to share and to print" }).click();
        await neighbour.getByRole("heading", { name: "Last autumn" }).waitFor();
        assert.match(await neighbour.locator("main").innerText(), /What became of it\s+Bags\s+58/);
      });
    }));

  it("two who change the same settle it field by field, and lose nothing", () =>
    visit({ path: PAGE, fails: /\/outreach\/plans\// }, async (page) => {
      await signIn(page, KEYS[0]);
      await writeCleanUp(page, "Settled", "2030-05-04");
      await button(page, "Edit").click();
      await page.getByLabel("Title").fill("Mine");
      await page.getByLabel("What partners do").fill("Fruit.");
      await beside(page, KEYS[1], async (desk) => {
        await button(desk, "Edit").click();
        await desk.getByLabel("Title").fill("Theirs");
        await desk.getByLabel("What the police do").fill("Close it.");
        await button(desk, "Save").click();
        await opened(desk);
      }, page.url().replace("&edit=plan", ""));
      await button(page, "Save").click();
      await page.getByRole("heading", { name: "Somebody else changed the same" }).waitFor();
      await page.getByRole("radio", { name: "Mine" }).check();
      await button(page, "Save").click();
      await opened(page);
      for (const kept of ["Mine", "Fruit.", "Close it."]) await page.locator("#plan", { hasText: kept }).waitFor();
    }));

  it("what is not found is said by field, in words", () =>
    visit({ path: PAGE, fails: /\/consent$/ }, async (page) => {
      await signIn(page, KEYS[0]);
      await button(page, "New clean-up").click();
      await button(page, "Add blocks").click();
      await page.getByLabel("Blocks").last().fill("1200 block of Nowhere at all Boulevard");
      await button(page, "Look up the places").click();
      await page.getByText("Blocks 1: there is no such street.").waitFor();
    }));

  for (const view of ["list", "week", "month"]) {
    for (const size of ["phone", "laptop"]) {
      it(`no rule of accessibility is broken: ${view}, ${size}`, () =>
        visit({ path: `${PAGE}#view=${view}&date=2030-04-01`, size }, async (page) => {
          await signIn(page, KEYS[0]);
          await judge(page);
          await button(page, "New clean-up").click();
          await page.locator("#plan form").waitFor();
          await judge(page);
        }));
    }
  }
});
