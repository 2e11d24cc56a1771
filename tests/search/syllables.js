/** Cuts texts with the site's own script: a JSON list in, a JSON list of lists of syllables out. */
const { readFileSync } = require("node:fs");
const { runInThisContext } = require("node:vm");

runInThisContext(readFileSync(process.argv[2], "utf-8"));
const { syllables } = globalThis.handbookSearch;
const texts = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(texts.map((text) => syllables(text.normalize("NFC")).map(({ plain }) => plain))));
