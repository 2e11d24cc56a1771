/**
 * Answers as Material's list shows them. Material puts titles and texts into the page as markup: everything that comes from
 * a page or a query is escaped here, and nowhere else.
 */
((search) => {
  const { syllables } = search;
  const EXCERPT = 190;
  const BEFORE = 60;
  const MOST_PASSAGES = 3;
  const WORTH_SHOWING = 0.5;
  const MOST_PHRASES = 6;
  const BETWEEN_PHRASES = "\u2063";
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

  const escaped = (text) => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]);

  /** Where words of the query stand in a text; neighbours with only spaces between them are one stretch. */
  function stretches(text, wanted) {
    const found = [];
    for (const { plain, start, end } of syllables(text)) {
      if (!wanted.has(plain)) continue;
      const last = found.at(-1);
      if (last && /^[\s/-]*$/.test(text.slice(last.end, start))) {
        last.end = end;
        last.worth += wanted.get(plain);
        last.count += 1;
      } else found.push({ start, end, worth: wanted.get(plain), count: 1 });
    }
    return found;
  }

  /** A text with the words of the query marked. */
  function marked(text, wanted) {
    let done = 0;
    const pieces = [];
    for (const { start, end } of stretches(text, wanted)) {
      pieces.push(escaped(text.slice(done, start)), "<mark>", escaped(text.slice(start, end)), "</mark>");
      done = end;
    }
    return [...pieces, escaped(text.slice(done))].join("");
  }

  /** The part of a text around the words of the query, cut between words. */
  function excerpt(text, wanted) {
    const flat = text.replace(/\n/g, " · ");
    if (flat.length <= EXCERPT) return marked(flat, wanted);
    const best = stretches(flat, wanted).reduce((one, other) => (other.worth > (one?.worth ?? 0) ? other : one), null);
    let start = Math.max(0, Math.min((best?.start ?? 0) - BEFORE, flat.length - EXCERPT));
    if (start > 0) start = flat.indexOf(" ", start) + 1;
    let end = Math.min(flat.length, start + EXCERPT);
    if (end < flat.length) end = Math.max(flat.lastIndexOf(" ", end), best?.end ?? 0);
    return `${start > 0 ? "… " : ""}${marked(flat.slice(start, end), wanted)}${end < flat.length ? " …" : ""}`;
  }

  /** The words that the page behind a result is to have marked, as they are written there. */
  function phrases(page, passage, wanted) {
    const text = `${page.title}\n${passage.heading}\n${passage.text}`;
    const found = stretches(text, wanted).sort((one, other) => other.count - one.count || one.start - other.start);
    const longest = found[0]?.count ?? 0;
    const kept = found.filter(({ count }) => count > 1 || longest === 1);
    const written = kept.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " "));
    const once = new Map(written.map((phrase) => [phrase.toLowerCase(), phrase]));
    return [...once.values()].slice(0, MOST_PHRASES);
  }

  /** What sort of page it is, and whether readers must be warned of it. */
  function label(page) {
    const sort = `<span class="sh-chip sh-chip--kind">${escaped(page.label)}</span>`;
    const status = page.status && ` <span class="sh-chip sh-chip--status sh-chip--warned">${escaped(page.status)}</span>`;
    return ` <span class="sh-result__about">${sort}${status}</span>`;
  }

  /** One result as Material takes it: the page, then its passages that say most. */
  function itemOf({ page, passages, score }, wanted, addressOf) {
    const best = passages[0];
    const terms = Object.fromEntries([[phrases(page, best, wanted).join(BETWEEN_PHRASES), true]].filter(([words]) => words));
    const about = { score, terms };
    const opening = page.passages[0];
    const article = {
      ...about,
      location: addressOf(page.address),
      title: marked(page.title, wanted) + label(page),
      text: best.anchor ? "" : `<p>${excerpt(opening.text, wanted)}</p>`,
    };
    const shown = passages.filter(({ anchor, score: own }) => anchor && own >= best.score * WORTH_SHOWING && own > 0);
    const sections = shown.slice(0, MOST_PASSAGES).map((passage, place) => ({
      ...about,
      score: best.anchor && place === 0 ? score : score / 2,
      location: `${addressOf(page.address)}#${passage.anchor}`,
      title: marked(passage.heading, wanted),
      text: `<p>${excerpt(passage.text, wanted)}</p>`,
    }));
    return [article, ...sections];
  }

  Object.assign(search, { escaped, itemOf });
})((globalThis.handbookSearch ??= {}));
