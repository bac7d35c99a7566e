// The release on the page as files, each the same for everybody, the ledger that vouches for them, and the addresses that
// other programs ask.

import { copyText, h } from "../lib/dom.js";
import { filesOf } from "../lib/downloads.js";
import { day } from "../lib/format.js";
import { getJson } from "../lib/http.js";
import { words } from "../lib/i18n.js";

export function createDownloads(container, { fetchList = () => getJson("/releases"), say }) {
  const texts = words.downloads;
  const summary = h("summary", {});
  const files = h("ul", {});
  const note = h("p", {});
  const formats = h("p", {}, h("a", { href: "/layers?f=html" }, texts.formats));
  const ledger = h("p", {}, h("a", { href: "/ledger" }, texts.ledger));
  const details = h("details", {}, summary, files, note, formats, ledger);
  const links = h("details", {}, h("summary", {}, texts.links), link(texts.link, () => new URL("/ogc", location.href).href, say), link(texts.view, () => location.href, say));
  let reading = null;
  let release = null;
  container.append(details, links);
  details.addEventListener("toggle", () => details.open && fill());

  /** The list is read when somebody looks, and again if that failed. */
  async function fill() {
    const asked = release;
    try {
      reading ??= fetchList();
      const found = filesOf(await reading, asked.id);
      if (asked !== release) return;
      files.replaceChildren(...found.map(({ href, name, words: said }) => h("li", {}, h("a", { href, download: name }, said))));
      note.textContent = found.length > 0 ? texts.note : texts.before;
    } catch {
      reading = null;
      files.replaceChildren();
      note.textContent = texts.failed;
    }
  }

  return {
    show(next) {
      if (next === release) return;
      release = next;
      container.hidden = false;
      summary.textContent = texts.title(day(release.date));
      files.replaceChildren();
      note.textContent = "";
      if (details.open) fill();
    },
  };
}

/** An address to be taken along, as it is at the moment of the click. */
function link(title, hrefOf, say) {
  const { copyLink, linkCopied } = words.downloads;
  const copy = async () => say((await copyText(hrefOf())) ? linkCopied : words.table.notCopied);
  return h("p", {}, `${title} `, h("button", { type: "button", class: "link", "aria-label": `${copyLink}: ${title}`, click: copy }, copyLink));
}
