/**
 * Fills in the workbook of a scoring table that the site offers. Where each value belongs the file says itself, by the
 * names of its cells. What was calculated is taken out, so that every program calculates it anew. Must not know the page.
 */

import { archiveOf, fileOf, filesOf, textOf } from "./archive.js";

const SHEET = "xl/worksheets/sheet1.xml"; // scores are filled in on the first
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
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
  const places = placesOf(book);
  const content = await read(SHEET);
  for (const [name, value] of values) putValue(content, places.get(name), value);
  for (const formula of content.querySelectorAll("f")) formula.parentElement.querySelector("v")?.remove();
  return archiveOf(files.set(SHEET, fileOf(new XMLSerializer().serializeToString(content))));
}

/** Where the named cells stand in their sheet. */
function placesOf(book) {
  const named = [...book.querySelectorAll("definedName")];
  return new Map(named.map((one) => [one.getAttribute("name"), one.textContent.split("!")[1]?.replaceAll("$", "")]));
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
