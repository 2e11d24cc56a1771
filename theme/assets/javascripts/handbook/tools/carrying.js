/**
 * Links that carry marks: the fragment holds them, packed. Browsers never send a fragment to anybody.
 */

const MARK = "#mang=";
const LONGEST_LINK = 8000; // characters of a link that mail and chat programs still pass on
const LARGEST = 200_000; // bytes of what is inside

export const canCarry = () => "CompressionStream" in globalThis;

/** Make a link to this page that carries a value; "" when it would be too long. */
export async function linkWith(value) {
  const packed = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const link = `${location.href.split("#")[0]}${MARK}${text.replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "")}`;
  return link.length > LONGEST_LINK ? "" : link;
}

/** Tell whether this page was opened by such a link. */
export const isCarried = () => location.hash.startsWith(MARK);

/** Give the text that the page's link carries; "" when it cannot be read. Takes it out of the address. */
export async function carried() {
  const text = location.hash.slice(MARK.length);
  history.replaceState(history.state, "", location.href.split("#")[0]);
  if (text.length > LONGEST_LINK) return "";
  try {
    const bytes = Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
    return await unpacked(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
  } catch {
    return "";
  }
}

/** Read a stream to its end, unless it is larger than any link made here. */
async function unpacked(stream) {
  const reader = stream.getReader();
  const parts = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > LARGEST) {
      await reader.cancel();
      return "";
    }
    parts.push(part.value);
  }
  return new Blob(parts).text();
}
