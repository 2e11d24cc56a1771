"""The index of a site: pages in, files out, one after another. Given an earlier one, only what changed is made anew.

The same pages give the same files, byte for byte, whatever there was before.
"""

from array import array
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Protocol

from handbook.search.documents import TYPES
from handbook.search.page import EDITING, GUIDE, INDEX, NO_MARK, REPORT, Findable, Found, Passage, Writing
from handbook.search.shards import alphabet, letter, number, pack, read_script, script, shard_count, shard_of, unpack
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

File = tuple[str, str | None]
"""The name of a file of the index, and what it says; None where it says what it said in the earlier one."""


class Earlier(Protocol):
    """An earlier index of the same site."""

    def names(self) -> AbstractSet[str]:
        """Name its files."""

    def text(self, name: str) -> str:
        """Give what a file says."""

    def says(self, name: str, text: str) -> bool:
        """Tell whether a file says this."""

    def mark(self, name: str) -> str:
        """Give the mark of the page that a file was made from."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What the manifest says of a page."""

    sort: str
    label: str
    rank: int
    title: int
    """How many syllables its title has."""


def index_files(
    pages: Iterable[Findable], writings: Iterable[Writing], before: Earlier | None = None
) -> Iterator[File]:
    """Make the files of an index, those of pages first.

    Args:
        pages: Everything that can be found.
        writings: Abbreviations and what they stand for.
        before: An earlier index of the same site, if it is still there.
    """
    ordered = sorted(pages, key=lambda page: page.address)
    count = shard_count(len(ordered))
    earlier = before if before is not None and before.names() == _names(len(ordered), count) else None
    cutter = Cutter()
    known = _rows(read_script(earlier.text(MANIFEST))) if earlier else []
    rows: list[_Row] = []
    changed: list[int] = []
    postings = Postings(cutter)
    for place, one in enumerate(ordered):
        name = _page_name(place)
        if earlier is not None and one.mark != NO_MARK and earlier.mark(name) == one.mark:
            rows.append(known[place])
            yield name, None
            continue
        page = one.fetch()
        rows.append(_Row(page.sort, page.label, _rank(page), _length_of_title(page, cutter)))
        text = _page_script(place, page)
        if earlier is None:
            postings.add(place, page)
        elif earlier.says(name, text):
            yield name, None
            continue
        else:
            changed.append(place)
        yield name, text
    if earlier is not None and len(changed) > len(ordered) * MOST_CHANGED:
        for place, one in enumerate(ordered):
            postings.add(place, one.fetch())
        earlier = None
    if earlier is None:
        frequencies = yield from _made(postings, len(ordered), count)
    else:
        frequencies = yield from _mended(earlier, ordered, changed, count)
    manifest = script("manifest", _manifest(rows, writings, frequencies, count))
    yield MANIFEST, None if earlier is not None and earlier.says(MANIFEST, manifest) else manifest


def _names(pages: int, shards: int) -> set[str]:
    return {MANIFEST, *map(_page_name, range(pages)), *map(_words_name, range(shards))}


def page_marks(pages: Iterable[Findable]) -> dict[str, str]:
    """Give the marks of pages, by the files of the index that are made from them."""
    ordered = sorted(pages, key=lambda page: page.address)
    return {_page_name(place): page.mark for place, page in enumerate(ordered)}


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


class Postings:
    """In which pages words stand, and how heavily."""

    __slots__ = ("_cutter", "_found")

    def __init__(self, cutter: Cutter) -> None:
        self._cutter = cutter
        # Each page with its weight in one number: there are millions.
        self._found: defaultdict[Word, array[int]] = defaultdict(lambda: array("I"))

    def add(self, place: int, page: Found) -> None:
        """Weigh the words of a page."""
        first = place * WEIGHTS
        for word, weight in weights(page, self._cutter).items():
            self._found[word].append(first + weight)

    def taken(self) -> Iterator[tuple[str, "array[int]"]]:
        """Give all words in order, and forget them: both they and what is made of them would be much to hold."""
        for written_word, word in sorted((written(word), word) for word in self._found):
            yield written_word, self._found.pop(word)


def _made(postings: Postings, pages: int, count: int) -> Generator[File, None, dict[str, int]]:
    """Put the words of all pages into files; gives in how many pages each syllable stands."""
    letters = alphabet(max(pages, WEIGHTS))
    shards: list[dict[str, str]] = [{} for _ in range(count)]
    frequencies: dict[str, int] = {}
    for word, numbers in postings.taken():
        places, weighed = [one // WEIGHTS for one in numbers], [one % WEIGHTS for one in numbers]
        shards[shard_of(word, count)][word] = pack(places, weighed, letters)
        if _is_syllable(word):
            frequencies[word] = len(numbers)
    for place, shard in enumerate(shards):
        yield _words_name(place), script(f"w{place}", shard)
        shard.clear()
    return frequencies


def _mended(
    before: Earlier, pages: Sequence[Findable], changed: Sequence[int], count: int
) -> Generator[File, None, dict[str, int]]:
    """Change in an earlier index what belongs to changed pages; gives in how many pages each syllable stands."""
    cutter = Cutter()
    letters = alphabet(max(len(pages), WEIGHTS))
    frequencies = _frequencies(read_script(before.text(MANIFEST))["words"])
    shards: dict[int, dict[str, str]] = {}
    for place in changed:
        old = weights(read_page(before.text(_page_name(place))), cutter)
        new = weights(pages[place].fetch(), cutter)
        for one in {one for one in old.keys() | new.keys() if old.get(one) != new.get(one)}:
            word = written(one)
            shard = shard_of(word, count)
            if shard not in shards:
                shards[shard] = read_script(before.text(_words_name(shard)))
            _put(shards[shard], word, place, new.get(one), letters)
            if _is_syllable(word):
                frequencies[word] = frequencies.get(word, 0) + (one in new) - (one in old)
    for place in range(count):
        words = shards.get(place)
        yield _words_name(place), None if words is None else script(f"w{place}", dict(sorted(words.items())))
    return {word: often for word, often in frequencies.items() if often}


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
    rows: Sequence[_Row], writings: Iterable[Writing], frequencies: Mapping[str, int], count: int
) -> dict[str, Any]:
    cutter = Cutter()
    sorts = {row.sort: row.label for row in rows}
    names = list(sorts)
    return {
        "pages": len(rows),
        "shards": count,
        "sorts": [[name, sorts[name]] for name in names],
        "sort": "".join(letter(names.index(row.sort)) for row in rows),
        "rank": "".join(letter(row.rank) for row in rows),
        "titles": "".join(letter(row.title) for row in rows),
        "words": _written_frequencies(frequencies),
        "types": dict(TYPES),
        "writings": {
            "".join(cutter.syllables(one.short)): " ".join(cutter.syllables(one.full))
            for one in sorted(writings, key=lambda one: one.short)
        },
    }


def _rows(manifest: Mapping[str, Any]) -> list[_Row]:
    """Read what a manifest says of each page."""
    columns = zip(manifest["sort"], manifest["rank"], manifest["titles"], strict=True)
    found = []
    for written_sort, rank, title in columns:
        sort, label = manifest["sorts"][number(written_sort)]
        found.append(_Row(sort, label, number(rank), number(title)))
    return found


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
