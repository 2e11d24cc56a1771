/** Reads what a page carries for its tools: rules and words of records, in blocks that no browser runs. */

/** Give the data of a tool; null when the page has none. */
export function rulesOf(tool) {
  const block = document.querySelector(`template[data-sh-rules="${tool}"]`);
  return block ? JSON.parse(block.content.textContent) : null;
}
