/**
 * The best pages looked at once more, with their text: exact marks before folded ones, a title that is the query before one
 * that only has its words; and the passage of each page that answers best.
 */
((search) => {
  const { exactOf, syllables } = search;
  const MARKED = 0.35;
  const SAME_TITLE = 2;
  const SAME_TITLE_EXACTLY = 1.3;
  const TITLE_BEGINS = 1.2;
  const TITLE_FITS = 0.6;
  const NAMED = 0.5;
  const OWN_NUMBER = 3;
  const ASKED = 0.6;

  /** The plain words that stand for the query, and for each the exact ones that were typed. */
  function wantedOf(slots) {
    const wanted = new Map();
    for (const slot of slots) {
      for (const { words, kind } of slot.choices) {
        if (kind === "initials") continue;
        for (const word of words) wanted.set(word, Math.max(wanted.get(word) ?? 0, slot.rarity / words.length));
      }
    }
    return wanted;
  }

  const rarityOf = (slots) => slots.reduce((sum, { rarity }) => sum + rarity, 0);

  const isMarked = (written) => exactOf(written) !== exactOf(search.withoutMarks(written));

  /** How much of what was typed with marks the page has with the same marks; 1 where nothing was. */
  function exactShare(slots, pieces) {
    const marked = slots.filter((slot) => !slot.isOpen && !slot.isShort && isMarked(slot.syllable.written));
    if (!marked.length) return 1;
    const have = new Set(pieces.map(({ written }) => exactOf(written)));
    return rarityOf(marked.filter(({ syllable }) => have.has(exactOf(syllable.written)))) / (rarityOf(marked) || 1);
  }

  /** A name, and what stands of it before a colon or a bracket. */
  const namesOf = (page) => [page.title, page.short, ...page.names].flatMap((name) => [name, name.split(/[:(]/)[0]]);

  /** How many pieces of a name the slots say, one after another from its start; 0 where they say something else. */
  function saidOf(slots, pieces) {
    let said = 0;
    for (const { choices } of slots) {
      const found = choices.find(({ words }) => words.every((word, place) => pieces[said + place]?.plain === word));
      if (!found) return 0;
      said += found.words.length;
    }
    return said;
  }

  /** How much of the query is this whole name, written out in it; a name of one syllable says too little. */
  function namedShare(slots, pieces) {
    if (pieces.length < 2) return 0;
    for (let start = 0; start + pieces.length <= slots.length; start += 1) {
      const part = slots.slice(start, start + pieces.length);
      if (saidOf(part, pieces) === pieces.length) return rarityOf(part) / (rarityOf(slots) || 1);
    }
    return 0;
  }

  /** How much of a name and of the query are the same words. */
  function fitOf(slots, pieces) {
    const words = new Set(pieces.map(({ plain }) => plain));
    const met = slots.filter(({ choices }) => choices.some((one) => one.words.every((word) => words.has(word))));
    const said = new Set(met.flatMap(({ choices }) => choices.flatMap((one) => one.words)));
    const share = pieces.filter(({ plain }) => said.has(plain)).length / (pieces.length || 1);
    return (rarityOf(met) / (rarityOf(slots) || 1)) * share;
  }

  /** How well one of the phrases that people ask for the page by says the query. */
  function askedBoost(slots, page) {
    const fit = Math.max(0, ...page.asked.map((phrase) => fitOf(slots, syllables(phrase))));
    return fit === 1 ? SAME_TITLE : 1 + ASKED * fit;
  }

  /** How well a page's names say the query, word for word. */
  function titleBoost(slots, page) {
    let best = 1;
    const exactly = slots.map(({ syllable }) => exactOf(syllable.written)).join(" ");
    for (const name of namesOf(page)) {
      const pieces = syllables(name);
      const said = saidOf(slots, pieces);
      if (said && said === pieces.length) {
        const isExact = pieces.map(({ written }) => exactOf(written)).join(" ") === exactly;
        best = Math.max(best, SAME_TITLE * (isExact ? SAME_TITLE_EXACTLY : 1));
      } else {
        const shares = TITLE_FITS * fitOf(slots, pieces) ** 2 + NAMED * namedShare(slots, pieces);
        best = Math.max(best, (said ? TITLE_BEGINS : 1) * (1 + shares));
      }
    }
    return best;
  }

  /** How much of the query a passage says: rare words more, words that stand beside each other more. */
  function scorePassage(wanted, passage) {
    const seen = new Map();
    let before = null;
    let together = 0;
    const pieces = syllables(`${passage.heading}\n${passage.text}`);
    for (const piece of pieces) {
      const worth = wanted.get(piece.plain);
      if (worth === undefined) before = null;
      else {
        seen.set(piece.plain, worth);
        if (before !== null && before !== piece.plain) together = Math.max(together, worth);
        before = piece.plain;
      }
    }
    const inHeading = syllables(passage.heading).reduce((sum, { plain }) => sum + (wanted.get(plain) ?? 0), 0);
    return Array.from(seen.values()).reduce((sum, worth) => sum + worth, 0) + together + inHeading / 2;
  }

  /** Whether a page is the document whose number the query names, not one that speaks of it. */
  function isDocument(numbers, index, page) {
    const own = search.documentsIn(index, syllables(page.short).map(({ plain }) => plain));
    return page.short !== page.title && own.some((number) => numbers.includes(number));
  }

  /** Order the best pages anew: `{page, score, passages}`, the passages by how well they answer. */
  function reread(index, { slots, documents }, ranked) {
    const wanted = wantedOf(slots);
    return ranked
      .map(({ score, page }) => {
        const names = [page.title, page.short, ...page.names, ...page.asked].join("\n");
        const text = page.passages.map((passage) => `${passage.heading}\n${passage.text}`).join("\n");
        const share = exactShare(slots, [...syllables(names), ...syllables(text)]);
        const passages = page.passages.map((passage) => ({ ...passage, score: scorePassage(wanted, passage) }));
        passages.sort((one, other) => other.score - one.score);
        const own = isDocument(documents, index, page) ? OWN_NUMBER : 1;
        return { page, passages, score: score * (1 - MARKED + MARKED * share) * Math.max(titleBoost(slots, page), askedBoost(slots, page)) * own };
      })
      .sort((one, other) => other.score - one.score);
  }

  Object.assign(search, { reread, wantedOf });
})((globalThis.handbookSearch ??= {}));
