// The files of a release, as the server lists them.

import { words } from "./i18n.js";

/** [{ href, name, words }] of a release; none for one that was made before releases had files. */
export function filesOf(list, id) {
  const releases = Array.isArray(list?.releases) ? list.releases : [];
  const files = releases.find((release) => release?.id === id)?.files;
  if (!Array.isArray(files)) return [];
  return Object.keys(words.downloads.files)
    .map((name) => files.find((file) => file?.name === name))
    .filter(Boolean)
    .map(({ name, bytes }) => ({
      name,
      href: `/releases/${encodeURIComponent(id)}/${name}`,
      words: Number.isFinite(bytes) ? `${words.downloads.files[name]}, ${size(bytes)}` : words.downloads.files[name],
    }));
}

function size(bytes) {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
