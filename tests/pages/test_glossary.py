"""Which terms of a library are explained in its pages."""

from handbook.pages.glossary import library_glossary
from libraries import library_of


def test_words_that_every_reader_knows_are_left_alone() -> None:
    """A term that says so has its page, but is not explained in texts."""
    library = library_of({"term/a": {"title": "Ban quản trị"}, "term/b": {"title": "Cư dân", "explained": False}})

    assert set(library_glossary(library).terms) == {"a"}
