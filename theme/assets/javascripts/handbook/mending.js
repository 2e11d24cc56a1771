/**
 * From a mistake on a page to its line: on demand, every item, criterion, number and statement gets a link to where it
 * is written, and links to tell of it that quote it. The page carries the lines; the addresses are made here.
 */

import { onPage } from "./lifecycle.js";

const LONGEST_QUOTE = 200;
const LINKS = "sh-mend";
const SENTENCE = "[class$='__sentence'], [class$='__line']";
const GAPS = /\s+/g;

/** Put values into the pattern of an address. */
function filled(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? encodeURIComponent(values[name]) : whole));
}

/** Give the address where a line is edited: the slashes of a file's path stay. */
function editAddress(pattern, path, line) {
  return filled(pattern, { path, line }).replaceAll("%2F", "/");
}

/** The words of a part, its sentence if it has one, short enough for an address. */
function quoteOf(part) {
  const words = (part.querySelector(SENTENCE) ?? part).textContent.replace(GAPS, " ").trim();
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words;
}

/** What a message about a part begins with: where it stands, its id, its words. */
function message(part) {
  const page = new URL(document.querySelector("link[rel=canonical]")?.href ?? location.href);
  page.hash = part.id;
  return `Trang: ${page}\nMã: ${part.id}\nTrích: “${quoteOf(part)}”\n\nGóp ý: `;
}

function link(words, href, part, external) {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = words;
  made.setAttribute("aria-label", `${words}: ${quoteOf(part).slice(0, 60)}`);
  if (external) made.rel = external;
  return made;
}

/** Make the links of one part. */
function linksOf(part, foot) {
  const [line, path] = part.dataset.shLine.split(":").reverse();
  const edit = editAddress(foot.dataset.shEdit, path ?? foot.dataset.shSource, line);
  if (part.matches("a")) return boxed([link("Sửa số", edit, part, "edit")]);
  const found = [link("Sửa", edit, part, "edit")];
  const issue = foot.querySelector("[data-sh-issue]")?.dataset.shIssue;
  const mail = foot.querySelector("[data-sh-mail]")?.dataset.shMail;
  const title = `Góp ý: ${document.querySelector("h1")?.textContent.trim() ?? document.title}`;
  if (issue) found.push(link("Góp ý", filled(issue, { title, body: message(part) }), part));
  if (mail) {
    const pattern = `mailto:${mail}?subject={title}&body={body}`;
    found.push(link("Góp ý qua thư", filled(pattern, { title, body: message(part) }), part));
  }
  return boxed(found);
}

function boxed(links) {
  const box = document.createElement("span");
  box.className = LINKS;
  box.append(...links.flatMap((one) => [one, " "]));
  return box;
}

/** Put the links of a part where they may stand: beside a number or a heading, inside anything else. */
function place(part, links) {
  if (part.matches("a, h2, h3, h4, h5, h6, ol, ul, dl")) part.after(links);
  else (part.querySelector("td, th") ?? part).append(links);
}

function show(content, foot) {
  const parts = [...content.querySelectorAll("[data-sh-line]")];
  const made = parts.map((part) => [part, linksOf(part, foot)]); // all words are read before links are put among them
  for (const [part, links] of made) place(part, links);
}

onPage(() => {
  const content = document.querySelector(".md-content");
  const foot = content?.querySelector("[data-sh-edit]");
  if (!foot || !content.querySelector("[data-sh-line]")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sh-button";
  button.textContent = "Sửa, góp ý từng chỗ";
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => {
    const pressed = button.getAttribute("aria-pressed") === "false";
    button.setAttribute("aria-pressed", String(pressed));
    if (pressed) show(content, foot);
    else for (const links of content.querySelectorAll(`.${LINKS}`)) links.remove();
  });
  const item = document.createElement("li");
  item.append(button);
  foot.append(item);
});
