"""How much a page is about a word: how often it says it for its length, and whether title or heading say it.

A word of the index is a syllable ("bo"), two syllables that follow each other ("chi bo"), a document's number ("#hd42")
or the initials of a title ("@shcb").
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from handbook.search.documents import document_words
from handbook.search.page import Found
from handbook.search.syllables import BREAKS, syllables

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


def weights(page: Found, letters: dict[int, str]) -> dict[str, int]:
    """Weigh all words of a page; `letters` is what `letters_without_marks` gave."""
    titles = set(_words(title_lines(page), letters)) | set(_initials(title_lines(page), letters))
    headings = set(_words((page.label, *page.asked, *(passage.heading for passage in page.passages)), letters))
    counted = Counter(_words((passage.text for passage in page.passages), letters))
    length = sum(count for word, count in counted.items() if " " not in word)
    scale = SATURATION * (1 - SHARE_OF_LENGTH + SHARE_OF_LENGTH * length / USUAL_LENGTH)
    found = {word: int(IMPACTS * count / (count + scale)) for word, count in counted.items()}
    for word in headings:
        found[word] = found.get(word, 0) + IN_HEADING
    for word in titles:
        found[word] = found.get(word, 0) + IN_TITLE
    return found


def _words(texts: Iterable[str], letters: dict[int, str]) -> Iterator[str]:
    for text in texts:
        for line in BREAKS.split(text):
            pieces = syllables(line, letters)
            yield from pieces
            yield from [f"{one} {next_one}" for one, next_one in pairwise(pieces)]
            yield from document_words(pieces)


def _initials(titles: Iterable[str], letters: dict[int, str]) -> Iterator[str]:
    for title in titles:
        for part in (title, title.partition(":")[0]):
            pieces = syllables(part, letters)
            if len(pieces) in INITIALS:
                yield "@" + "".join(piece[0] for piece in pieces)
