// The release on the page as files, each the same for everybody, and the ledger that vouches for them.

import { h } from "../lib/dom.js";
import { filesOf } from "../lib/downloads.js";
import { day } from "../lib/format.js";
import { getJson } from "../lib/http.js";

export function createDownloads(container, fetchList = () => getJson("/releases")) {
  const summary = h("summary", {});
  const files = h("ul", {});
  const note = h("p", {});
  const formats = h("p", {}, h("a", { href: "/layers?f=html" }, "The layers in other formats: GeoPackage, Shapefile, Excel and more"));
  const ledger = h("p", {}, h("a", { href: "/ledger" }, "The ledger of releases"));
  const details = h("details", {}, summary, files, note, formats, ledger);
  let reading = null;
  let release = null;
  container.append(details);
  details.addEventListener("toggle", () => details.open && fill());

  /** The list is read when somebody looks, and again if that failed. */
  async function fill() {
    const asked = release;
    try {
      reading ??= fetchList();
      const found = filesOf(await reading, asked.id);
      if (asked !== release) return;
      files.replaceChildren(...found.map(({ href, name, words }) => h("li", {}, h("a", { href, download: name }, words))));
      note.textContent =
        found.length > 0 ? "Anybody can check the files against the ledger." : "This release was made before releases had files.";
    } catch {
      reading = null;
      files.replaceChildren();
      note.textContent = "The list of files could not be loaded. Open this again to try once more.";
    }
  }

  return {
    show(next) {
      if (next === release) return;
      release = next;
      container.hidden = false;
      summary.textContent = `Download this release, ${day(release.date)}`;
      files.replaceChildren();
      note.textContent = "";
      if (details.open) fill();
    },
  };
}
