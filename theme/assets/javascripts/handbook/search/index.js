/**
 * The index as it stands on the server, loaded piece by piece: the list of its words first, then the files that a query
 * needs. How it is cut stands in hooks/handbook/search/shards.py.
 */
((search) => {
  const LOWEST = 35;
  const SKIPPED = 92;
  const MOST_FILES = 400;
  const IMPACTS = 16;

  const table = Uint32Array.from({ length: 256 }, (_, start) => {
    let value = start;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });

  function checksum(text) {
    let value = 0xffffffff;
    for (let place = 0; place < text.length; place += 1) value = table[(value ^ text.charCodeAt(place)) & 255] ^ (value >>> 8);
    return (value ^ 0xffffffff) >>> 0;
  }

  function numberAt(text, place) {
    const code = text.charCodeAt(place);
    return code - LOWEST - (code > SKIPPED ? 1 : 0);
  }

  const numbers = (text) => Uint16Array.from({ length: text.length }, (_, place) => numberAt(text, place));

  class Index {
    #load;
    #files = new Map();
    #postings = new Map();

    /** `load` gives a promise of a file's value by the file's name without ".js". */
    constructor(load) {
      this.#load = load;
    }

    /** Load what every query needs. */
    async open() {
      const manifest = await this.#load("manifest");
      this.size = manifest.pages;
      this.shards = manifest.shards;
      this.sorts = manifest.sorts;
      this.sort = numbers(manifest.sort);
      this.rank = numbers(manifest.rank);
      this.titles = numbers(manifest.titles);
      this.types = manifest.types;
      this.writings = new Map(Object.entries(manifest.writings));
      this.words = new Map();
      for (const entry of manifest.words.split(" ")) {
        const [word, often] = entry.split("/");
        this.words.set(word, Number(often ?? 1));
      }
      return this;
    }

    #nameOf(word) {
      const [first, second] = word.split(" ");
      return `w${checksum(second ? `${first} ${second[0]}` : first) % this.shards}`;
    }

    #file(name) {
      if (!this.#files.has(name)) {
        const loading = this.#load(name);
        loading.catch(() => this.#files.delete(name));
        this.#files.set(name, loading);
      }
      return this.#files.get(name);
    }

    /** Load the files of all words; `pages` then knows them. */
    async need(words) {
      if (this.#files.size > MOST_FILES) {
        this.#files.clear();
        this.#postings.clear();
      }
      const wanted = [...new Set(words)].filter((word) => !this.#postings.has(word));
      await Promise.all(
        wanted.map(async (word) => this.#postings.set(word, unpack((await this.#file(this.#nameOf(word)))[word] ?? ""))),
      );
    }

    /** The pages that have a word, with how much they are about it; only for words that `need` has loaded. */
    pages(word) {
      return this.#postings.get(word) ?? NOTHING;
    }

    has(word) {
      return this.pages(word).length > 0;
    }

    /** Load what a page says. */
    async page(place) {
      const [address, title, short, sort, label, status, names, asked, passages] = await this.#file(`p${place}`);
      return {
        address, title, short, sort, label, status, names, asked,
        passages: passages.map(([anchor, heading, text]) => ({ anchor, heading, text })),
      };
    }
  }

  const NOTHING = [];

  function unpack(packed) {
    const found = [];
    let page = -1;
    const count = packed.length / 2;
    for (let place = 0; place < count; place += 1) {
      page += numberAt(packed, place) + 1;
      const weight = numberAt(packed, count + place);
      found.push({
        page,
        impact: (weight % IMPACTS) / IMPACTS,
        inHeading: (weight & IMPACTS) > 0,
        inTitle: (weight & (2 * IMPACTS)) > 0,
      });
    }
    return found;
  }

  search.Index = Index;
})((globalThis.handbookSearch ??= {}));
