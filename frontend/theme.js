// Which colours the page takes, before anything is drawn, so that a dark page never begins white. A classic script, since a
// module would run too late. The style sheets of the colours name themselves with data-colours.

globalThis.atlasColours = (() => {
  const KEY = "atlas.colours";
  const PATIENCE_MS = 3_000;
  const DARK = "(prefers-color-scheme: dark)";
  const media = {
    auto: { dark: DARK, night: "not all" },
    light: { dark: "not all", night: "not all" },
    dark: { dark: "all", night: "not all" },
    night: { dark: "all", night: "all" },
  };

  function chosen() {
    try {
      return localStorage.getItem(KEY) ?? "auto";
    } catch {
      return "auto";
    }
  }

  let current = "auto";

  function use(name) {
    current = Object.hasOwn(media, name) ? name : "auto";
    const wanted = media[current];
    for (const sheet of document.querySelectorAll("link[data-colours]")) sheet.media = wanted[sheet.dataset.colours];
    const scheme = wanted.dark === DARK ? "light dark" : wanted.dark === "all" ? "dark" : "light";
    document.documentElement.style.colorScheme = scheme;
    document.dispatchEvent(new CustomEvent("colours"));
  }

  // A sheet that was not wanted is loaded late and stops no browser from drawing. What is drawn without it would be white.
  function waitForSheets() {
    const late = [...document.querySelectorAll("link[data-colours]")].filter(({ media: wanted, sheet }) => wanted === "all" && !sheet);
    if (late.length === 0) return;
    const root = document.documentElement;
    root.style.visibility = "hidden";
    const ended = (link) => new Promise((end) => ["load", "error"].forEach((event) => link.addEventListener(event, end, { once: true })));
    const patience = new Promise((end) => setTimeout(end, PATIENCE_MS));
    Promise.race([patience, Promise.all(late.map(ended))]).then(() => (root.style.visibility = ""));
  }

  use(chosen());
  waitForSheets();
  return {
    names: Object.keys(media),
    /** The name of those in use, which a device that remembers nothing has too. */
    current: () => current,
    use,
    onChange(listener) {
      document.addEventListener("colours", listener);
      matchMedia(DARK).addEventListener("change", listener);
    },
    isDark: () => media[current].dark === "all" || (media[current].dark === DARK && matchMedia(DARK).matches),
  };
})();
