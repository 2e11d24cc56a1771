/**
 * Vietnamese text as the index has it: syllables without marks, each with its place in the text. The index is made with
 * the same rules by hooks/handbook/search/syllables.py.
 *
 * A classic script, like all of this folder: pages opened from a folder (file://) may load no module and no worker.
 */
((search) => {
  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;
  const PIECE = /[a-z]+|[0-9]+/g;
  const FINAL_Y = /^(?:[hklmst]|qu)y$/;
  const folded = new Map();

  /** One letter without its marks; a space where there is no single letter. */
  function foldLetter(letter) {
    let plain = folded.get(letter);
    if (plain === undefined) {
      plain = letter.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace("đ", "d");
      if (plain.length !== letter.length) plain = " ".repeat(letter.length);
      folded.set(letter, plain);
    }
    return plain;
  }

  /** Text without marks, letter for letter: places in it are places in the composed text. */
  const fold = (text) => Array.from(text, foldLetter).join("");

  /** A folded syllable or number as the index has it: no leading zeros, y for i as i. */
  function plainOf(piece) {
    if (piece[0] <= "9") return piece.replace(/^0+(?=.)/, "");
    return FINAL_Y.test(piece) ? `${piece.slice(0, -1)}i` : piece;
  }

  /** A syllable with its marks, wherever its tone is written: "hòa" and "hoà" are the same. */
  function exactOf(written) {
    const letters = written.toLowerCase().normalize("NFD");
    const tone = TONES.exec(letters)?.[0] ?? "";
    const untoned = letters.replace(TONES, "").normalize("NFC");
    return (FINAL_Y.test(fold(untoned)) ? `${untoned.slice(0, -1)}i` : untoned) + tone;
  }

  /** The syllables of a composed text with their places. */
  function syllables(text) {
    return Array.from(fold(text).matchAll(PIECE), ({ 0: piece, index }) => {
      const written = text.slice(index, index + piece.length);
      return { plain: plainOf(piece), written, start: index, end: index + piece.length };
    });
  }

  /** What was meant when Telex left its keys behind: "ddieemr" for "điểm". */
  function withoutTelex(plain) {
    const letters = plain.replace(/dd/g, "d").replace(/([aeo])\1/g, "$1").replace(/([aou])w/g, "$1");
    return plainOf(letters.replace(/(.[a-z])[sfrxj]$/, "$1"));
  }

  /** Whether one letter too many, too few, wrong, or two exchanged make one word into the other. */
  function isOneEdit(one, other) {
    const longest = Math.max(one.length, other.length);
    if (longest - Math.min(one.length, other.length) > 1) return false;
    let start = 0;
    while (start < longest && one[start] === other[start]) start += 1;
    let end = 0;
    while (end < longest - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
    const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
    return left.length + right.length <= 2 && Math.max(left.length, right.length) <= 1
      ? true
      : left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  }

  /** A syllable without its marks, as long as it is. */
  const withoutMarks = (written) => fold(written);

  Object.assign(search, { exactOf, isOneEdit, syllables, withoutMarks, withoutTelex });
})((globalThis.handbookSearch ??= {}));
