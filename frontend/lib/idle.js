// When nobody has used a page for half an hour, whoever comes by must not read what it shows.

const IDLE_MS = 30 * 60_000;
/** The server counts requests and not keys: whoever types for long must not lose what was typed. */
const KEEP_MS = 10 * 60_000;
/** How often other pages are told that somebody is there. */
const TELL_MS = 10_000;
const USES = ["pointerdown", "pointermove", "keydown", "wheel", "touchmove"];

/**
 * Watches whether somebody uses this page or another one of ours in the same browser.
 *
 * @param isOn whether there is anything to hide
 * @param onIdle nobody has for half an hour
 * @param onKeep somebody has, and the server should hear of it
 * @param onBack somebody has signed in again on another page
 */
export function watchIdle({ isOn, onIdle, onKeep, onBack }) {
  const others = new BroadcastChannel("atlas-use");
  let used = Date.now();
  let told = 0;
  let kept = Date.now();
  let timer = 0;

  function look() {
    clearTimeout(timer);
    if (!isOn()) return;
    const left = used + IDLE_MS - Date.now();
    if (left <= 0) onIdle();
    else timer = setTimeout(look, left);
  }

  function use() {
    // A machine that slept had no clock: what is over is over, although the key that woke it was a use.
    if (isOn() && Date.now() - used >= IDLE_MS) return look();
    used = Date.now();
    if (!isOn()) return;
    if (used - told > TELL_MS) others.postMessage({ used: (told = used) });
    if (used - kept > KEEP_MS) {
      kept = used;
      onKeep();
    }
  }

  for (const name of USES) addEventListener(name, use, { capture: true, passive: true });
  addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
  others.addEventListener("message", ({ data }) => {
    if (data.back) onBack();
    else used = Math.max(used, data.used);
  });

  return {
    /** Somebody signed in: the half hour begins. */
    begin() {
      used = kept = Date.now();
      look();
    },
    /** The same, and the other pages may show what they hid. */
    back() {
      this.begin();
      others.postMessage({ back: true });
    },
  };
}
