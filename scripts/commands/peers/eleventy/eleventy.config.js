import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import MarkdownIt from "markdown-it";

const read = () =>
  readdirSync("records").flatMap((kind) =>
    readdirSync(join("records", kind)).map((file) => load(readFileSync(join("records", kind, file), "utf8"))),
  );

const records = read();

export default function configure(config) {
  const markdown = new MarkdownIt();
  config.addGlobalData("records", () => records);
  config.addGlobalData("titles", () => Object.fromEntries(records.map(({ kind, id, title }) => [`${kind}/${id}`, title])));
  config.addGlobalData("kinds", () => readdirSync("records"));
  config.addFilter("story", (text) => markdown.render(text));
  config.ignores.add("records/**");
  config.setQuietMode(true);
  return { dir: { input: ".", output: "public" }, templateFormats: ["njk"] };
}
