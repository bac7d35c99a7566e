// What a person does who has a keyboard and no pointer. Nothing here moves the focus but keys.

import assert from "node:assert/strict";

// From a skip link or a place nearby; who has to press a key more often than this is lost.
const MOST_TABS = 120;

const describe = () => {
  const element = document.activeElement;
  const name = element.getAttribute("aria-label") ?? element.labels?.[0]?.innerText ?? element.innerText ?? "";
  return `${element.tagName.toLowerCase()} “${name.trim().slice(0, 60)}”`;
};

const hasFocus = (locator) => locator.evaluateAll((elements) => elements.includes(document.activeElement));

/** Tab (or Shift+Tab) until the focus is on the thing; fails when it comes round or never arrives. */
export async function tabTo(page, locator, { back = false } = {}) {
  const passed = [];
  while (!(await hasFocus(locator))) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    passed.push(await page.evaluate(describe));
    assert.ok(passed.length < MOST_TABS, `${locator} was not reached; passed ${passed.slice(0, 30).join(", ")} …`);
  }
  await assertFocusVisible(page);
}

/** What has the focus must come to be on the screen, a part of it at least, and under nothing else: a map that moves takes a moment. */
async function assertFocusVisible(page) {
  const seen = await page.evaluate(
    () =>
      new Promise((done) => {
        const isSeen = () => {
          const element = document.activeElement;
          const boxes = [...element.getClientRects()];
          const points = boxes.flatMap(({ left, top, right, bottom }) => {
            const [x0, x1] = [Math.max(left, 0), Math.min(right, innerWidth)];
            const [y0, y1] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
            if (x0 >= x1 || y0 >= y1) return [];
            return [0.1, 0.5, 0.9].flatMap((fx) => [0.1, 0.5, 0.9].map((fy) => [x0 + fx * (x1 - x0), y0 + fy * (y1 - y0)]));
          });
          return points.some(([x, y]) => {
            const top = document.elementFromPoint(x, y);
            return element === top || element.contains(top) || top?.closest("label")?.contains(element);
          });
        };
        const end = performance.now() + 2000;
        const look = () => (isSeen() ? done(true) : performance.now() > end ? done(false) : requestAnimationFrame(look));
        look();
      }),
  );
  assert.ok(seen, `the focus is not to be seen: ${await page.evaluate(describe)}`);
}

/** Waits until the thing has the focus, without doing anything for it. */
export async function focusComesTo(locator) {
  await locator.evaluate(
    (element) =>
      new Promise((done, fail) => {
        const end = performance.now() + 5000;
        const look = () => {
          if (document.activeElement === element) done();
          else if (performance.now() > end) fail(new Error(`the focus is on ${document.activeElement.outerHTML.slice(0, 120)}`));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

export async function press(page, locator, key = "Enter") {
  await tabTo(page, locator);
  await page.keyboard.press(key);
}

/** Opens a link, and waits until the page that it leads to is there. */
export async function follow(page, link) {
  await tabTo(page, link);
  const arrived = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await arrived;
}

/** Chooses an option of a list with the arrow keys. */
export async function chooseOption(page, list, option) {
  await tabTo(page, list);
  const { from, to, options } = await list.evaluate((element, wanted) => {
    const options = [...element.options].map(({ label }) => label);
    return { from: element.selectedIndex, to: options.indexOf(wanted), options };
  }, option);
  assert.notEqual(to, -1, `“${option}” is none of ${options.join(", ")}`);
  for (let i = from; i !== to; i += Math.sign(to - from)) await page.keyboard.press(to > from ? "ArrowDown" : "ArrowUp");
  assert.equal(await list.evaluate((element) => element.selectedOptions[0].label), option);
}
