/**
 * Runs the site's own search scripts outside a browser: queries in, one JSON text a line; rankings out, one a line.
 * Called by commands/searching.py as `node search_engine.js FOLDER-OF-SCRIPTS FOLDER-OF-INDEX`.
 */
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { createInterface } = require("node:readline");
const { runInThisContext } = require("node:vm");

const [scripts, folder] = process.argv.slice(2);
const NAMES = ["text", "index", "query", "ranking", "rereading", "results", "answer"];
for (const name of NAMES) {
  const file = join(scripts, `${name}.js`);
  runInThisContext(readFileSync(file, "utf-8"), { filename: file });
}
const search = globalThis.handbookSearch;

async function load(name) {
  const text = readFileSync(join(folder, `${name}.js`), "utf-8");
  return JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")")));
}

async function main() {
  const index = await new search.Index(load).open();
  for await (const line of createInterface({ input: process.stdin })) {
    const { query, sort } = JSON.parse(line);
    const { pages, total, wanted, words } = await search.answer(index, query, sort);
    const told = pages.map((one) => ({
      address: one.page.address,
      title: one.page.title,
      label: one.page.label,
      status: one.page.status,
      score: one.score,
      item: search.itemOf(one, wanted, (address) => address),
    }));
    process.stdout.write(`${JSON.stringify({ pages: told, total, words })}\n`);
  }
}

main();
