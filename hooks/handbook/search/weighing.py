"""How much a page is about a word: how often it says it for its length, and whether title or heading say it.

A word of the index is a syllable ("bo"), two syllables that follow each other ("chi bo"), a document's number ("#hd42")
or the initials of a title ("@shcb").
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from handbook.search.documents import document_words
from handbook.search.page import Found
from handbook.search.syllables import BREAK, Cutter

IMPACTS = 16
"""Degrees in which a word's share of a text is kept."""
IN_HEADING, IN_TITLE = IMPACTS, 2 * IMPACTS
"""Added to the degree where a heading or the title has the word."""
WEIGHTS = 4 * IMPACTS

USUAL_LENGTH = 300
"""Syllables of a page of usual length; a fixed number, so that no page's weights depend on the other pages."""
SATURATION = 1.4
SHARE_OF_LENGTH = 0.6

INITIALS = range(2, 9)
"""Titles of so many syllables have initials that people write."""


def title_lines(page: Found) -> tuple[str, ...]:
    """Give everything that a page is called."""
    return (page.title, page.short, *page.other_names)


Word = str | tuple[str, str]
"""A word of the index; two syllables that follow each other stay parted as long as words are counted."""


def written(word: Word) -> str:
    """Write a word as the index has it."""
    return word if isinstance(word, str) else " ".join(word)


def weights(page: Found, cutter: Cutter) -> dict[Word, int]:
    """Weigh all words of a page."""
    counted = Counter(_words((passage.text for passage in page.passages), cutter))
    length = sum(count for word, count in counted.items() if isinstance(word, str)) - counted[BREAK]
    scale = SATURATION * (1 - SHARE_OF_LENGTH + SHARE_OF_LENGTH * length / USUAL_LENGTH)
    degrees = {count: int(IMPACTS * count / (count + scale)) for count in {*counted.values()}}
    found = {word: degrees[count] for word, count in counted.items() if BREAK not in word}
    for word in {*_words((page.label, *page.asked, *(passage.heading for passage in page.passages)), cutter)}:
        if BREAK not in word:
            found[word] = found.get(word, 0) + IN_HEADING
    titles = title_lines(page)
    for word in {*_words(titles, cutter), *_initials(titles, cutter)}:
        if BREAK not in word:
            found[word] = found.get(word, 0) + IN_TITLE
    return found


def _words(texts: Iterable[str], cutter: Cutter) -> Iterator[Word]:
    """Give all words of some texts, among them breaks, and pairs of a syllable and a break."""
    pieces = cutter.with_breaks(texts)
    return chain(pieces, zip(pieces, islice(pieces, 1, None), strict=False), document_words(pieces))


def _initials(titles: Iterable[str], cutter: Cutter) -> Iterator[str]:
    for title in titles:
        for part in (title, title.partition(":")[0]):
            pieces = cutter.syllables(part)
            if len(pieces) in INITIALS:
                yield "@" + "".join(piece[0] for piece in pieces)
