"""Which terms of a library are explained in its pages."""

from handbook.pages.glossary import library_glossary
from handbook.pages.terms import explained
from libraries import library_of


def test_words_that_every_reader_knows_are_left_alone() -> None:
    """A term that says so has its page, but is not explained in texts."""
    library = library_of({"term/a": {"title": "Ban quản trị"}, "term/b": {"title": "Cư dân", "explained": False}})

    assert set(library_glossary(library).terms) == {"a"}


def test_words_that_every_reader_knows_stay_whole() -> None:
    """No other term is cut out of them."""
    known = {"title": "Đảng viên", "spellings": ["đảng viên của chi bộ"], "explained": False}
    glossary = library_glossary(library_of({"term/a": {"title": "Kỷ luật đảng"}, "term/b": known}))

    assert glossary.known
    assert "popovertarget" not in explained("<p>Kỷ luật đảng viên của chi bộ.</p>", glossary, str)
    assert "popovertarget" in explained("<p>Kỷ luật đảng của chi bộ.</p>", glossary, str)
