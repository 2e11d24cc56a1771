/**
 * What a query may mean: for each syllable typed, the words of the index that it may stand for.
 *
 * A slot is one syllable of the query with its choices. A choice names the syllables it stands for and how likely that is.
 */
((search) => {
  const { exactOf, isOneEdit, syllables, withoutTelex } = search;

  /** Words that ask rather than tell; pages are not about them. */
  const ASKING = new Set(
    [
      "ai bao bớt các cần cho có của cũng đang đã để được gì hay hết khi không là lại làm lần lên mấy mà muốn một này",
      "nào nên nhiêu như nhưng những ở phải rồi sao sẽ thế thì trong từ và vẫn với",
      "chúng đâu hoặc mình nếu ta thôi tôi vậy",
    ].flatMap((line) => line.split(" ").map(exactOf)),
  );
  /** Those of them that mean little else when marks are left out. */
  const ASKING_UNMARKED = new Set("gi khi khong lam may nao nhieu nhu sao duoc nhung".split(" "));
  const ASKING_SHARE = 0.2;
  const LIKELY = { exact: 1, exactInCapitals: 0.5, begun: 0.75, writing: 0.9, mended: 0.7, initials: 1 };
  const MOST_BEGUN = 5;
  const MOST_BEGUN_AFTER = 6;
  const MOST_BEGUN_AFTER_KNOWN = 2;
  const MOST_TRIED = 48;
  const MOST_TRIED_FOR_KNOWN = 24;
  const MOST_MENDED = 6;
  const SHORTEST_MENDED = 2;
  const SELDOM = 2; // pages that say two words together; what fewer say may be a slip
  const OUTWEIGHS = 5;
  const INITIALS = /^[a-z]{2,8}$/;
  const VOWEL_MARKS = /\p{M}/u;
  const YEAR = /^(?:19|20)\d\d$/;

  const choice = (words, likely, kind) => ({ words, likely, kind });

  /** The words of the index that begin with these letters, the most frequent first. */
  function begunWith(index, letters) {
    return [...index.words.keys()]
      .filter((word) => word.length > letters.length && word.startsWith(letters))
      .sort((one, other) => index.words.get(other) - index.words.get(one));
  }

  /** The words that one slip of the fingers makes into this one. */
  function nearTo(index, plain) {
    if (plain.length < SHORTEST_MENDED || plain[0] <= "9") return [];
    const near = [...index.words.keys()].filter((word) => word[0] > "9" && word !== plain && isOneEdit(word, plain));
    return near.sort((one, other) => index.words.get(other) - index.words.get(one));
  }

  /** Two syllables typed without the space between them. */
  function parted(index, plain) {
    for (let place = 2; place < plain.length - 1; place += 1) {
      const [left, right] = [plain.slice(0, place), plain.slice(place)].map((half) => syllables(half)[0].plain);
      if (index.words.has(left) && index.words.has(right)) return [left, right];
    }
    return null;
  }

  /** The document numbers that a query names: "#hd42" for "hd 42", "42-HD/BTCTW" or "hướng dẫn số 42". */
  function documentsIn(index, plains) {
    const signs = new Map(Object.entries(index.types).map(([sign, name]) => [name, sign]));
    signs.set("quyet dinh", "qd");
    const found = new Set();
    plains.forEach((plain, place) => {
      const isYear = YEAR.test(plain) && (plains[place - 1] ?? "z")[0] <= "9";
      if (plain[0] > "9" || isYear) return;
      const after = YEAR.test(plains[place + 1] ?? "") && place + 2 < plains.length ? place + 2 : place + 1;
      if (plains[after] in index.types) found.add(`#${plains[after]}${plain}`);
      const before = plains[place - 1] === "so" ? place - 1 : place;
      const named = signs.get(plains.slice(Math.max(0, before - 2), before).join(" "));
      const sign = named ?? (plains[before - 1] in index.types ? plains[before - 1] : undefined);
      if (sign) found.add(`#${sign}${plain}`);
    });
    return [...found];
  }

  const isInCapitals = (written) => written === written.toUpperCase();

  /** Choices for a syllable by itself, whatever stands beside it. */
  function choicesOf(index, { plain, written }, isLast) {
    const choices = [];
    const known = index.words.has(plain);
    const isBare = !VOWEL_MARKS.test(written.normalize("NFD")); // "dự" is no "ĐU"
    const full = isBare && index.writings.get(plain);
    const isWriting = full && isInCapitals(written);
    if (known) choices.push(choice([plain], isWriting ? LIKELY.exactInCapitals : LIKELY.exact, "exact"));
    if (full) choices.push(choice(full.split(" "), LIKELY.writing, "writing"));
    const isShort = !known || isInCapitals(written);
    if (INITIALS.test(plain) && isShort) choices.push(choice([`@${plain}`], LIKELY.initials, "initials"));
    if (isLast) {
      for (const word of begunWith(index, plain).slice(0, MOST_BEGUN)) choices.push(choice([word], LIKELY.begun, "begun"));
    }
    if (!known) {
      const telex = withoutTelex(plain);
      if (telex !== plain && index.words.has(telex)) choices.push(choice([telex], LIKELY.mended, "telex"));
      const halves = parted(index, plain);
      if (halves) choices.push(choice(halves, LIKELY.writing, "parted"));
    }
    return choices;
  }

  /**
   * What stands beside a slot: the pairs that a word would form there, how many pages say the most frequent one, and how
   * many the less frequent.
   */
  function neighbours(index, slots, place) {
    const left = slots[place - 1]?.syllable.plain;
    const right = slots[place + 1]?.syllable.plain;
    const pairs = (word) => [left && `${left} ${word}`, right && `${word} ${right}`].filter(Boolean);
    const counts = (word) => pairs(word).map((pair) => index.pages(pair).length);
    const often = (word) => Math.max(0, ...counts(word));
    const least = (word) => Math.min(...counts(word));
    return { left, pairs, often, least };
  }

  /** Complete the word that is being typed by what follows the word before it; tells whether anything does. */
  async function complete(index, slot, { left, pairs, often }) {
    const { plain } = slot.syllable;
    const begun = begunWith(index, plain);
    await index.need([plain, ...begun].flatMap(pairs));
    const most = index.words.has(plain) && often(plain) ? MOST_BEGUN_AFTER_KNOWN : MOST_BEGUN_AFTER;
    const sensible = begun.filter(often).sort((one, other) => often(other) - often(one)).slice(0, most);
    slot.choices = slot.choices.filter(({ kind }) => kind !== "begun");
    for (const word of sensible) slot.choices.push({ ...choice([word], LIKELY.exact, "begun"), told: `${left} ${word}` });
    if (sensible.length) return true;
    for (const word of begun.slice(0, 2)) slot.choices.push(choice([word], LIKELY.begun / 2, "begun"));
    return false;
  }

  /** Keep of the choices that only might be words those that the index says: two halves together, initials of a title. */
  async function keepSaid(index, slot) {
    const telling = ({ kind, words }) => (kind === "parted" || kind === "initials" ? words.join(" ") : null);
    await index.need(slot.choices.map(telling).filter(Boolean));
    slot.choices = slot.choices.filter((one) => telling(one) === null || index.has(telling(one)));
  }

  /**
   * Add words that one slip makes into the one typed, where that one is none or makes less sense beside its neighbours:
   * fewer pages say it with either, or none to speak of with one of the two while others are said with both.
   */
  async function mend(index, slot, { pairs, often, least }) {
    const { plain } = slot.syllable;
    const isKnown = index.words.has(plain);
    if (isKnown) {
      await index.need(pairs(plain));
      if (!pairs(plain).length || least(plain) > SELDOM) return;
    }
    const near = nearTo(index, plain).slice(0, isKnown ? MOST_TRIED_FOR_KNOWN : MOST_TRIED);
    await index.need(near.flatMap(pairs));
    const isSeldom = often(plain) <= SELDOM;
    const makesSense = (word) =>
      (isSeldom && often(word) > OUTWEIGHS * often(plain)) || least(word) > SELDOM + OUTWEIGHS * least(plain);
    const sensible = near.filter(makesSense);
    const mended = sensible.length || isKnown ? sensible : near;
    for (const word of mended.slice(0, MOST_MENDED)) slot.choices.push(choice([word], LIKELY.mended, "mended"));
  }

  /** Find completions and slips that make sense beside the neighbours; loads the pairs it asks for. */
  async function look(index, slots, place) {
    const slot = slots[place];
    const beside = neighbours(index, slots, place);
    if (slot.isOpen && beside.left && (await complete(index, slot, beside))) return;
    await keepSaid(index, slot);
    const has = (...kinds) => slot.choices.some(({ kind }) => kinds.includes(kind));
    if (slot.share < 1 || has("telex", "writing", "initials") || (slot.isOpen && has("begun"))) return;
    await mend(index, slot, beside);
  }

  const isAsking = ({ plain, written }, isMarked) => (isMarked ? ASKING.has(exactOf(written)) : ASKING_UNMARKED.has(plain));

  /** Read a query: its slots, and the document numbers it names. */
  async function readQuery(index, text) {
    const composed = text.normalize("NFC");
    const typed = syllables(composed);
    const isMarked = composed !== search.withoutMarks(composed.toLowerCase());
    const isOpen = typed.length > 0 && typed.at(-1).end === composed.length;
    const slots = typed.map((syllable, place) => ({
      syllable,
      isOpen: isOpen && place === typed.length - 1,
      share: typed.length > 2 && isAsking(syllable, isMarked) ? ASKING_SHARE : 1,
      choices: choicesOf(index, syllable, isOpen && place === typed.length - 1),
      isShort: isInCapitals(syllable.written) && index.writings.has(syllable.plain),
    }));
    for (let place = 0; place < slots.length; place += 1) await look(index, slots, place);
    return { slots, documents: documentsIn(index, typed.map(({ plain }) => plain)) };
  }

  /** Words that share the most letters with one that nothing is near to. */
  function farWords(index, plain) {
    const pairs = (word) => new Set(Array.from(word, (letter, place) => letter + (word[place + 1] ?? "")));
    const own = pairs(plain);
    const likeness = (word) => [...pairs(word)].filter((two) => own.has(two)).length / Math.max(word.length, plain.length);
    const known = [...index.words.keys()].filter((word) => word[0] > "9").map((word) => ({ word, like: likeness(word) }));
    const alike = known.filter(({ like }) => like > 0.3).sort((one, other) => other.like - one.like);
    return alike.map(({ word }) => word);
  }

  Object.assign(search, { documentsIn, farWords, readQuery });
})((globalThis.handbookSearch ??= {}));
