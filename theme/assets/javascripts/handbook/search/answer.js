/** A query in, an answer out: the order in which the other scripts work. */
((search) => {
  const SHOWN = 10;
  const MOST_WORDS = 5;
  const LEAST_COVERAGE = 0.6;

  /** Words of the index that look like those typed, as pages write them. */
  async function nearest(index, slots) {
    const found = [];
    for (const { syllable } of slots) {
      const near = search.farWords(index, syllable.plain).slice(0, 2);
      await index.need(near);
      for (const word of near) {
        const page = await index.page(index.pages(word)[0].page);
        const text = [page.title, ...page.passages.map(({ heading, text: told }) => `${heading}\n${told}`)].join("\n");
        const met = search.syllables(text).find(({ plain }) => plain === word);
        if (met) found.push(met.written.toLowerCase());
      }
    }
    return [...new Set(found)].slice(0, MOST_WORDS);
  }

  /** Leave out pages that have far less of the query than the best. */
  function withoutChance(ranked) {
    const most = ranked.reduce((best, { coverage }) => Math.max(best, coverage), 0);
    return ranked.filter(({ coverage }) => coverage >= most * LEAST_COVERAGE);
  }

  /**
   * Answer a query: the best pages, how many there are in all and of each sort.
   *
   * `sort` limits the answer to one sort of page; "" does not.
   */
  async function answer(index, text, sort = "") {
    const query = await search.readQuery(index, text);
    if (!query.slots.length) return { pages: [], total: 0, sorts: [], words: [], wanted: new Map() };
    const ranked = withoutChance(await search.rankPages(index, query));
    const counts = new Map(); // in the order in which their first pages come
    for (const { page } of ranked) counts.set(index.sort[page], (counts.get(index.sort[page]) ?? 0) + 1);
    const sorts = Array.from(counts, ([place, count]) => ({ id: index.sorts[place][0], label: index.sorts[place][1], count }));
    const wantedSort = index.sorts.findIndex(([id]) => id === sort);
    const kept = wantedSort < 0 ? ranked : ranked.filter(({ page }) => index.sort[page] === wantedSort);
    const best = kept.slice(0, SHOWN);
    const read = await Promise.all(best.map(async ({ page, score }) => ({ score, page: await index.page(page) })));
    return {
      pages: search.reread(index, query, read),
      total: kept.length,
      sorts,
      words: ranked.length ? [] : await nearest(index, query.slots),
      wanted: search.wantedOf(query.slots),
    };
  }

  search.answer = answer;
})((globalThis.handbookSearch ??= {}));
