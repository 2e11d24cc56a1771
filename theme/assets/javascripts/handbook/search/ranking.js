/**
 * Which pages a query is about, from the words of the index alone: rare words before frequent ones, pairs before scattered
 * syllables, titles before headings before text, what guides before what tells.
 */
((search) => {
  const IN_TEXT = 0.4;
  const IN_HEADING = 0.4;
  const IN_TITLE = 0.7;
  const PAIR_SHARE = 1.8;
  const OFTEN_CHOICES = 4;
  const TITLE_SHARE = 0.6;
  const TITLE_FIT = 0.5;
  const NUMBER_IN_TITLE = 40;
  const NUMBER_IN_TEXT = 3;
  const USUAL_RANK = 10;
  const MOST_FOR_ASKING = 0.2;
  const COVERED = 1.5; // what a page lacks counts less than it would by its square: questions have words by the way

  const valueOf = ({ impact, inHeading, inTitle }) =>
    IN_TEXT + (1 - IN_TEXT) * impact + (inHeading ? IN_HEADING : 0) + (inTitle ? IN_TITLE : 0);

  const rarity = (index, often) => Math.log(1 + (index.size - often + 0.5) / (often + 0.5));

  const pairsOf = (words) => words.slice(1).map((word, place) => `${words[place]} ${word}`);

  /** The words of the index that tell whether a page has a choice: its pairs, or the one syllable it is. */
  const tellingOf = ({ words, told }) => (told ? [told] : words.length > 1 ? pairsOf(words) : words);

  /** The pairs that two neighbouring slots may form, with how likely each is. */
  function pairsBetween(left, right) {
    const [lefts, rights] = [left, right].map(({ choices }) => choices.filter(({ kind }) => kind !== "initials"));
    return lefts.slice(0, OFTEN_CHOICES).flatMap((one) =>
      rights.slice(0, 2 * OFTEN_CHOICES).map((other) => ({
        word: `${one.words.at(-1)} ${other.words[0]}`,
        likely: one.likely * other.likely,
      })),
    );
  }

  /** What a slot adds to each page: the best of its choices. */
  function scoreSlot(index, slot) {
    const found = new Map();
    const exact = slot.choices.find(({ kind }) => kind === "exact");
    for (const one of slot.choices) {
      const telling = tellingOf(one);
      const pages = new Map(index.pages(telling[0]).map((posting) => [posting.page, [valueOf(posting), posting.inTitle]]));
      for (const word of telling.slice(1)) {
        const next = new Map(index.pages(word).map((posting) => [posting.page, posting]));
        for (const [page, [value, inTitle]] of pages) {
          const posting = next.get(page);
          if (posting) pages.set(page, [Math.min(value, valueOf(posting)), inTitle && posting.inTitle]);
          else pages.delete(page);
        }
      }
      const covers = one.kind === "initials" ? slot.syllable.plain.length : one.words.length;
      for (const [page, [value, inTitle]] of pages) {
        const score = value * one.likely;
        if (score > (found.get(page)?.score ?? 0)) found.set(page, { score, titled: inTitle ? covers : 0 });
      }
    }
    slot.found = found;
    const rare = rarity(index, exact ? index.pages(exact.words[0]).length : found.size);
    slot.rarity = slot.share < 1 ? Math.min(rare * slot.share, MOST_FOR_ASKING) : rare;
  }

  /**
   * All pages that have anything of the query, the best first: `{page, coverage, score}`, coverage being the share
   * of the query that the page has.
   */
  async function rankPages(index, { slots, documents }) {
    const between = slots.slice(1).map((slot, place) => pairsBetween(slots[place], slot));
    await index.need([
      ...slots.flatMap(({ choices }) => choices.flatMap(tellingOf)),
      ...between.flatMap((pairs) => pairs.map(({ word }) => word)),
      ...documents,
    ]);
    slots.forEach((slot) => scoreSlot(index, slot));
    const whole = slots.reduce((sum, slot) => sum + slot.rarity, 0) || 1;
    const scores = new Map();
    const entry = (page) => {
      if (!scores.has(page)) scores.set(page, { sum: 0, had: 0, titled: 0, covered: 0, extra: 0 });
      return scores.get(page);
    };
    for (const slot of slots) {
      for (const [page, { score, titled }] of slot.found) {
        const one = entry(page);
        one.sum += score * slot.rarity;
        one.had += slot.rarity;
        one.titled += titled ? slot.rarity : 0;
        one.covered += titled;
      }
    }
    for (const [place, pairs] of between.entries()) {
      const best = new Map();
      const share = Math.min(slots[place].share, slots[place + 1].share);
      for (const { word, likely } of pairs) {
        const worth = rarity(index, index.pages(word).length) * likely * PAIR_SHARE * share;
        for (const posting of index.pages(word)) {
          best.set(posting.page, Math.max(best.get(posting.page) ?? 0, valueOf(posting) * worth));
        }
      }
      for (const [page, score] of best) entry(page).sum += score;
    }
    for (const word of documents) {
      for (const { page, inTitle } of index.pages(word)) entry(page).extra = inTitle ? NUMBER_IN_TITLE : NUMBER_IN_TEXT;
    }
    return Array.from(scores, ([page, one]) => {
      const coverage = one.extra ? 1 : one.had / whole;
      const titled = one.titled / whole;
      const fit = Math.min(1, one.covered / index.titles[page]);
      const boost = 1 + TITLE_SHARE * titled ** 2 + TITLE_FIT * titled ** 2 * fit ** 2;
      return { page, coverage, score: ((one.sum * coverage ** COVERED * boost + one.extra) * index.rank[page]) / USUAL_RANK };
    }).sort((one, other) => other.score - one.score || one.page - other.page);
  }

  search.rankPages = rankPages;
})((globalThis.handbookSearch ??= {}));
