// What the map says of every area: the sentences and cells of frontend/lib, for a test that holds the pages to them.
// Arguments: the folder of the page's modules, the language. Input: { config, layers: [{ level, features }] } as the server sends them.

import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const lib = (name) => import(`${pathToFileURL(process.argv[2])}/lib/${name}.js`);
const [{ cellOf }, { upperFirst }, { figureText, figuresProse, rateProse, residentsText }, words, { isWhole, readConfig }, { speak }] =
  await Promise.all(["cells", "format", "rates", "words", "config", "i18n"].map(lib));
await speak(process.argv[3]);

const { config: json, layers } = JSON.parse(readFileSync(0, "utf8"));
const config = readConfig(json);
const base = json.releases[0].roundingBase;

function sentencesOf(level, properties) {
  const [people] = config.measures;
  const cell = cellOf(properties, people.code);
  const prose = words.cellProse(cell, people, base);
  const lead = cell.value === null ? `${people.title}: ${prose}` : upperFirst(prose);
  const figures = isWhole(level)
    ? [rateProse(properties, people)]
    : figuresProse(properties, people, config.jurisdiction);
  return [
    words.areaTitle(level, properties),
    lead + words.unstableSuffix(properties, people),
    ...(cell.status === "hidden" ? [] : figures),
    residentsText([{ properties }]),
    ...words.whyHidden(json.releases[0].k),
  ].filter(Boolean);
}

const cellsOf = (properties) =>
  Object.fromEntries(
    config.measures.map(({ code, title, bandWidth }) => [
      title,
      [
        words.cellText(cellOf(properties, code)),
        ...(bandWidth ? [] : [figureText(properties, `${code}_rate`), figureText(properties, `${code}_quotient`)]),
      ],
    ]),
  );

const said = layers.flatMap(({ level: code, features }) => {
  const level = config.levels.find((known) => known.code === code);
  return features.map(({ properties }) => ({
    path: `/areas/${code}/${encodeURIComponent(properties.key)}`,
    isWhole: isWhole(level),
    sentences: sentencesOf(level, properties),
    cells: cellsOf(properties),
  }));
});
process.stdout.write(JSON.stringify(said));
