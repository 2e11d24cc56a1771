/**
 * Archives (ZIP), as far as office files need them: read whole, written anew with some files exchanged. What is not
 * exchanged is passed on as it was packed. Must not know the page.
 */

const ENTRY = 0x02014b50;
const END = 0x06054b50;
const LOCAL = 0x04034b50;
const DEFLATED = 8;

/** Read an archive; gives its files by name. What is none has no files, or throws. */
export function filesOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let end = bytes.length - 22;
  while (end > 0 && view.getUint32(end, true) !== END) end -= 1;
  const files = new Map();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const size = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    files.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)), {
      method: view.getUint16(at + 10, true),
      sum: view.getUint32(at + 16, true),
      whole: view.getUint32(at + 24, true),
      packed: bytes.subarray(data, data + size),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}

/** Give the text of a file of an archive. */
export async function textOf({ method, packed }) {
  if (method !== DEFLATED) return new TextDecoder().decode(packed);
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
}

/** Make a file of an archive from a text, not packed. */
export function fileOf(text) {
  const packed = new TextEncoder().encode(text);
  return { method: 0, sum: checksum(packed), whole: packed.length, packed };
}

/** Write an archive. */
export function archiveOf(files) {
  const parts = [];
  const entries = [];
  let at = 0;
  for (const [name, { method, sum, whole, packed }] of files) {
    const letters = new TextEncoder().encode(name);
    const common = [[2, 20], [2, 0x800], [2, method], [4, 0x00210000], [4, sum], [4, packed.length], [4, whole], [2, letters.length], [2, 0]];
    const local = [numbers([[4, LOCAL], ...common]), letters, packed];
    entries.push(numbers([[4, ENTRY], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]), letters);
    parts.push(...local);
    at += sizeOf(local);
  }
  const end = [[4, END], [4, 0], [2, files.size], [2, files.size], [4, sizeOf(entries)], [4, at], [2, 0]];
  return new Blob([...parts, ...entries, numbers(end)]);
}

const sizeOf = (parts) => parts.reduce((sum, part) => sum + part.length, 0);

/** Write whole numbers, each `[bytes, value]`, the lowest byte first. */
function numbers(fields) {
  return Uint8Array.from(fields.flatMap(([size, value]) => Array.from({ length: size }, (_, index) => (value >>> (8 * index)) & 255)));
}

/** The checksum that archives carry (CRC-32). */
function checksum(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}
