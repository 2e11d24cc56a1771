"""The index holds every word of every page, and mending it gives what making it anew would give."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from handbook.search.index import MANIFEST, page_files, read_page
from handbook.search.page import Found, Passage, Writing
from handbook.search.shards import alphabet, pack, read_script, shard_of, unpack
from handbook.search.syllables import syllables
from small_indexes import found, index_of

WORDS = st.sampled_from(
    ("họp", "chi", "bộ", "đảng", "biên", "bản", "42", "HD", "hướng", "dẫn", "số", "kỷ", ".", ",", "\n")
)
TEXTS = st.lists(WORDS, max_size=20).map(" ".join)
PASSAGES = st.lists(st.builds(Passage, st.just("a"), TEXTS, TEXTS), min_size=1, max_size=3).map(tuple)
PAGES = st.lists(st.tuples(TEXTS, PASSAGES), min_size=1, max_size=8)


def _pages(drawn: list[tuple[str, tuple[Passage, ...]]]) -> list[Found]:
    return [
        Found(f"trang-{place}/", title, title, "term", "Loại", passages)
        for place, (title, passages) in enumerate(drawn)
    ]


def _postings(files: dict[str, str], word: str) -> list[tuple[int, int]]:
    shards = read_script(files[MANIFEST])["shards"]
    return unpack(read_script(files[f"w{shard_of(word, shards)}.js"]).get(word, ""))


@given(PAGES, st.data())
def test_a_mended_index_is_the_one_made_anew(drawn: list[tuple[str, tuple[Passage, ...]]], data: st.DataObject) -> None:
    """Whatever changes between two builds, nothing of the earlier one shows in the files."""
    pages = _pages(drawn)
    changed = data.draw(st.integers(0, len(pages) - 1))
    title, passages = data.draw(st.tuples(TEXTS, PASSAGES))
    edited = [*pages]
    edited[changed] = dataclasses.replace(pages[changed], title=title, passages=passages)
    many = [*edited, *(found(f"xa/{number}/", "Trang khác", "chữ khác") for number in range(5))]
    before = index_of([*pages, *many[len(pages) :]], ())

    assert index_of(many, (), before) == index_of(many, ())
    assert index_of(edited, (), before) == index_of(edited, ())


def test_an_index_of_which_much_has_changed_is_made_anew() -> None:
    """Each page is weighed again, and no word of an earlier one is left."""
    earlier = [found(f"a/{number}/", f"Trang {number}", "cũ") for number in range(10)]
    later = [found(f"a/{number}/", f"Trang {number}", "mới") for number in range(10)]

    assert index_of(later, (), index_of(earlier, ())) == index_of(later, ())


@given(PAGES)
def test_every_syllable_leads_to_its_page(drawn: list[tuple[str, tuple[Passage, ...]]]) -> None:
    """No word of a page is lost on the way into the index, and the page comes back as it went in."""
    pages = _pages(drawn)
    files = index_of(pages, ())

    for place, page in enumerate(pages):
        assert read_page(files[page_files(len(pages))[place]]) == page
        texts = [page.title, *(text for one in page.passages for text in (one.heading, one.text))]
        for word in {word for text in texts for word in syllables(text)}:
            assert place in dict(_postings(files, word))


@given(st.dictionaries(st.integers(0, 9000), st.integers(0, 63)))
def test_postings_come_back_as_they_were_packed(postings: dict[int, int]) -> None:
    """Pages and weights survive being written as letters."""
    ordered = dict(sorted(postings.items()))

    assert dict(unpack(pack([*ordered], ordered.values(), alphabet(9001)))) == postings


def test_an_index_of_nothing_can_be_read() -> None:
    """A handbook without a page has an index all the same."""
    assert read_script(index_of((), ())[MANIFEST])["pages"] == 0


def test_abbreviations_lead_to_what_they_stand_for() -> None:
    """The manifest tells the browser what to search for instead."""
    manifest = read_script(index_of([found("a/", "Nghị quyết")], [Writing("NQ", "Nghị quyết")])[MANIFEST])

    assert manifest["writings"] == {"nq": "nghi quyet"}
