"""The index of a site: pages in, files out. Given the files of an earlier time, only what changed is made anew.

The same pages give the same files, byte for byte, whatever there was before.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from handbook.search.documents import TYPES
from handbook.search.page import EDITING, GUIDE, INDEX, REPORT, Found, Passage, Writing
from handbook.search.shards import alphabet, letter, pack, read_script, script, shard_count, shard_of, unpack
from handbook.search.syllables import Cutter
from handbook.search.weighing import WEIGHTS, Word, weights, written

MANIFEST = "manifest.js"
LARGEST_RANK = 20
MOST_CHANGED = 0.2
"""Share of pages from which on making all anew takes no longer."""
LONGEST_TITLE = 99
RANKS: Mapping[str, int] = {
    GUIDE: 13,
    "checklist": 13,
    "meeting": 13,
    "term": 13,
    "form": 13,
    "criteria": 13,
    "document": 12,
    "problem": 13,
    "topic": 12,
    INDEX: 9,
    "case": 8,
    "source": 6,
    REPORT: 6,
    EDITING: 2,
}
"""How willingly a sort of page is shown first, in tenths: what guides before what only tells."""
RANK_OF_OTHERS = 10
LESS_FOR_WARNED = 2


def index_files(
    pages: Iterable[Found], writings: Iterable[Writing], before: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Make the files of an index.

    Args:
        pages: Everything that can be found.
        writings: Abbreviations and what they stand for.
        before: The files of an earlier index of the same site, if they are still there.
    """
    ordered = sorted(pages, key=lambda page: page.address)
    count = shard_count(len(ordered))
    files = {_page_name(place): _page_script(place, page) for place, page in enumerate(ordered)}
    names = {MANIFEST, *files, *map(_words_name, range(count))}
    changed = None
    if before is not None and before.keys() == names:
        changed = [place for place in range(len(ordered)) if files[_page_name(place)] != before[_page_name(place)]]
    if before is None or changed is None or len(changed) > len(ordered) * MOST_CHANGED:
        shards, frequencies = _made(ordered, count)
    else:
        shards, frequencies = _mended(before, ordered, changed, count)
    files.update(shards)
    files[MANIFEST] = script("manifest", _manifest(ordered, writings, frequencies, count))
    return files


def page_files(count: int) -> list[str]:
    """Name the files that hold what so many pages say."""
    return [_page_name(place) for place in range(count)]


def read_page(text: str) -> Found:
    """Read the page that a file of the index holds."""
    address, title, short, sort, label, status, names, asked, passages = read_script(text)
    read = tuple(Passage(*passage) for passage in passages)
    return Found(address, title, short, sort, label, read, status, tuple(names), tuple(asked))


def read_locations(text: str) -> Iterator[str]:
    """Read where results lead that are found in the page that a file of the index holds."""
    address, *_, passages = read_script(text)
    yield address
    yield from (f"{address}#{anchor}" for anchor, *_ in passages if anchor)


def _made(pages: Sequence[Found], count: int) -> tuple[dict[str, str], dict[str, int]]:
    """Weigh all pages and put their words into files."""
    cutter = Cutter()
    # Each page with its weight in one number: there are millions.
    found: defaultdict[Word, array[int]] = defaultdict(lambda: array("I"))
    for place, page in enumerate(pages):
        first = place * WEIGHTS
        for word, weight in weights(page, cutter).items():
            found[word].append(first + weight)
    letters = alphabet(max(len(pages), WEIGHTS))
    shards: list[dict[str, str]] = [{} for _ in range(count)]
    for word, postings in sorted((written(word), postings) for word, postings in found.items()):
        places, weighed = [one // WEIGHTS for one in postings], [one % WEIGHTS for one in postings]
        shards[shard_of(word, count)][word] = pack(places, weighed, letters)
    files = {_words_name(place): script(f"w{place}", shard) for place, shard in enumerate(shards)}
    frequencies = {written(word): len(postings) for word, postings in found.items()}
    return files, {word: often for word, often in frequencies.items() if _is_syllable(word)}


def _mended(
    before: Mapping[str, str], pages: Sequence[Found], changed: Sequence[int], count: int
) -> tuple[dict[str, str], dict[str, int]]:
    """Change in an earlier index what belongs to changed pages."""
    cutter = Cutter()
    letters = alphabet(max(len(pages), WEIGHTS))
    frequencies = _frequencies(read_script(before[MANIFEST])["words"])
    shards: dict[int, dict[str, str]] = {}
    for place in changed:
        old = weights(read_page(before[_page_name(place)]), cutter)
        new = weights(pages[place], cutter)
        for one in {one for one in old.keys() | new.keys() if old.get(one) != new.get(one)}:
            word = written(one)
            shard = shard_of(word, count)
            if shard not in shards:
                shards[shard] = read_script(before[_words_name(shard)])
            _put(shards[shard], word, place, new.get(one), letters)
            if _is_syllable(word):
                frequencies[word] = frequencies.get(word, 0) + (one in new) - (one in old)
    files = {_words_name(place): before[_words_name(place)] for place in range(count)}
    for number, words in shards.items():
        files[_words_name(number)] = script(f"w{number}", dict(sorted(words.items())))
    return files, {word: often for word, often in frequencies.items() if often}


def _put(shard: dict[str, str], word: str, place: int, weight: int | None, letters: Sequence[str]) -> None:
    """Set, or take away, a page's weight for a word."""
    postings = dict(unpack(shard.get(word, "")))
    if weight is None:
        del postings[place]
    else:
        postings[place] = weight
    if postings:
        ordered = dict(sorted(postings.items()))
        shard[word] = pack([*ordered], ordered.values(), letters)
    else:
        del shard[word]


def _manifest(
    pages: Sequence[Found], writings: Iterable[Writing], frequencies: Mapping[str, int], count: int
) -> dict[str, Any]:
    cutter = Cutter()
    sorts = {page.sort: page.label for page in pages}
    names = list(sorts)
    return {
        "pages": len(pages),
        "shards": count,
        "sorts": [[name, sorts[name]] for name in names],
        "sort": "".join(letter(names.index(page.sort)) for page in pages),
        "rank": "".join(letter(_rank(page)) for page in pages),
        "titles": "".join(letter(_length_of_title(page, cutter)) for page in pages),
        "words": _written_frequencies(frequencies),
        "types": dict(TYPES),
        "writings": {
            "".join(cutter.syllables(one.short)): " ".join(cutter.syllables(one.full))
            for one in sorted(writings, key=lambda one: one.short)
        },
    }


def _length_of_title(page: Found, cutter: Cutter) -> int:
    return min(LONGEST_TITLE, *(len(cutter.syllables(title)) for title in (page.title, page.short)))


def _rank(page: Found) -> int:
    rank = RANKS.get(page.sort, RANK_OF_OTHERS) - (LESS_FOR_WARNED if page.status else 0)
    return min(LARGEST_RANK, rank)


def _written_frequencies(frequencies: Mapping[str, int]) -> str:
    return " ".join(f"{word}/{often}" if often > 1 else word for word, often in sorted(frequencies.items()))


def _frequencies(written: str) -> dict[str, int]:
    """Read in how many pages each syllable stands."""
    parted = (one.partition("/") for one in written.split())
    return {word: int(often or 1) for word, _, often in parted}


def _is_syllable(word: str) -> bool:
    return word[0] not in "#@" and " " not in word


def _page_name(place: int) -> str:
    return f"p{place}.js"


def _words_name(shard: int) -> str:
    return f"w{shard}.js"


def _page_script(place: int, page: Found) -> str:
    passages = [[passage.anchor, passage.heading, passage.text] for passage in page.passages]
    names, asked = list(page.other_names), list(page.asked)
    value = [page.address, page.title, page.short, page.sort, page.label, page.status, names, asked, passages]
    return script(f"p{place}", value)
