/**
 * Fills in the workbook of a scoring table that the site offers. Where each value belongs the file says itself, by the
 * names of its cells. What was calculated is taken out, so that every program calculates it anew. Must not know the page.
 */

import { archiveOf, fileOf, filesOf, textOf } from "./archive.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** How the cell of a leaf (`diem`) or a question (`hoi`) is named. */
export const cellName = (word, id) => `${word}_${id.replaceAll("-", "_")}`;

/**
 * Write values, numbers or texts by the names of their cells, into a workbook; gives the new one as a Blob.
 *
 * Throws where the bytes are no workbook, or have no such cell.
 */
export async function filledWorkbook(bytes, values) {
  const files = filesOf(bytes);
  const read = async (path) => new DOMParser().parseFromString(await textOf(files.get(path)), "application/xml");
  const book = await read("xl/workbook.xml");
  const relations = await read("xl/_rels/workbook.xml.rels");
  const places = placesOf(book);
  const sheets = new Map();
  for (const [name, value] of values) {
    const [sheet, cell] = places.get(name);
    if (!sheets.has(sheet)) {
      const path = pathOf(sheet, book, relations);
      sheets.set(sheet, { path, content: await read(path) });
    }
    putValue(sheets.get(sheet).content, cell, value);
  }
  for (const { path, content } of sheets.values()) {
    for (const formula of content.getElementsByTagNameNS(MAIN, "f")) formula.parentElement.querySelector("v")?.remove();
    files.set(path, await fileOf(new XMLSerializer().serializeToString(content)));
  }
  book.querySelector("calcPr")?.setAttribute("fullCalcOnLoad", "1");
  files.set("xl/workbook.xml", await fileOf(new XMLSerializer().serializeToString(book)));
  return archiveOf(files);
}

/** Where the named cells stand: name to sheet and cell. */
function placesOf(book) {
  const found = new Map();
  for (const named of book.getElementsByTagNameNS(MAIN, "definedName")) {
    const [, sheet, column, row] = /^'?(.*?)'?!\$?([A-Z]+)\$?(\d+)$/.exec(named.textContent) ?? [];
    if (sheet) found.set(named.getAttribute("name"), [sheet, column + row]);
  }
  return found;
}

function pathOf(sheet, book, relations) {
  const one = [...book.getElementsByTagNameNS(MAIN, "sheet")].find((own) => own.getAttribute("name") === sheet);
  const id = one.getAttributeNS(RELATION, "id");
  const target = [...relations.documentElement.children].find((own) => own.id === id || own.getAttribute("Id") === id).getAttribute("Target");
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

/** Put a value into a cell, which keeps its looks. */
function putValue(content, reference, value) {
  const cell = content.querySelector(`c[r="${reference}"]`);
  const [kind, name] = typeof value === "number" ? ["n", "v"] : ["inlineStr", "t"];
  cell.setAttribute("t", kind);
  const inside = content.createElementNS(MAIN, name);
  inside.textContent = String(value);
  if (name === "v") return cell.replaceChildren(inside);
  const text = content.createElementNS(MAIN, "is");
  text.append(inside);
  cell.replaceChildren(text);
}
