"""How pages explain the terms they use."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from handbook.pages.terms import OPENING, Glossary, Term, explained, glossary_of
from pages.filling import Filler, block_kinds
from pages.reading_html import Element
from pages.samples import rendered

BUTTON = re.compile(
    r'<button class="sh-term-word" type="button" popovertarget="term_([\w-]+)">(.*?)<span>(.*?)</span>(.*?)</button>',
    re.DOTALL,
)
BRANCH = Term("chi-bo", "Chi bộ", "Tổ chức ở cơ sở.", ("Chi bộ", "tổ chức cơ sở nhỏ nhất"), ("CB",))
GOOD = Term("bon-tot", "Chi bộ bốn tốt", "Chi bộ đạt bốn điều.", ("Chi bộ bốn tốt",))
GUIDE = Term("huong-dan", "Hướng dẫn", "Một loại văn bản.", ("Hướng dẫn",), ("HD",))
HOSTILE = Term("la", "<b>&\"'", "<i>&\"'", ("R&D",))
GLOSSARY = glossary_of((BRANCH, GOOD, GUIDE, HOSTILE))


def href(term_id: str) -> str:
    """Lead to a term's page."""
    return f"../{term_id}/?a&b"


def explanations(html: str, glossary: Glossary = GLOSSARY, own: str = "") -> list[tuple[str, str]]:
    """List what is explained on a page: the term's id and the words of the text."""
    return [(match[1], match[3]) for match in BUTTON.finditer(explained(html, glossary, href, own))]


def test_a_term_is_explained_at_its_first_use_in_each_section() -> None:
    """The words stay as they are written; the next section explains anew."""
    html = "<p>Một chi bộ, chi bộ.</p><h2>Chi bộ</h2><p>CHI BỘ và chi bộ.</p><h3>x</h3><p>Chi bộ</p>"

    assert explanations(html) == [("chi-bo", "chi bộ"), ("chi-bo", "CHI BỘ")]


def test_the_longest_writing_is_found() -> None:
    """A term that stands inside a longer one is not explained in its place."""
    assert explanations("<p>Chi bộ bốn tốt là chi bộ.</p>") == [("bon-tot", "Chi bộ bốn tốt"), ("chi-bo", "chi bộ")]
    assert explanations("<p>Chi bộ bốn bề.</p>") == [("chi-bo", "Chi bộ")]


def test_no_term_is_cut_out_of_a_longer_phrase() -> None:
    """Where its last word begins another phrase, a term is not meant, whether that phrase is explained or not."""
    discipline = Term("ky-luat", "Kỷ luật đảng", "Cách xử lý.", ("Kỷ luật đảng",))
    glossary = glossary_of((discipline,), known=("Đảng viên",))

    assert explanations("<p>Xem xét kỷ luật đảng viên vi phạm.</p>", glossary) == []
    assert explanations("<p>Kỷ luật đảng, đảng viên đều biết.</p>", glossary) == [("ky-luat", "Kỷ luật đảng")]
    assert explanations("<p>Kỷ luật đảng viên.</p>", glossary_of((discipline,))) == [("ky-luat", "Kỷ luật đảng")]


def test_a_writing_without_a_word_explains_nothing() -> None:
    """A blank in the data stands on every page, and means nothing there."""
    assert explanations("<p>Một chi bộ.</p>", glossary_of((Term("la", "Lạ", "Lạ.", (" ",)),))) == []


def test_what_is_meant_instead_is_explained() -> None:
    """The shorter term before the phrase, and the phrase itself."""
    terms = (
        Term("ky-luat", "Kỷ luật", "Xử lý.", ("Kỷ luật",)),
        Term("ky-luat-dang", "Kỷ luật đảng", "Cách xử lý.", ("Kỷ luật đảng",)),
        Term("dang-vien", "Đảng viên", "Người.", ("Đảng viên",)),
    )

    assert explanations("<p>Kỷ luật đảng viên.</p>", glossary_of(terms)) == [
        ("ky-luat", "Kỷ luật"),
        ("dang-vien", "đảng viên"),
    ]


def test_marks_stay_beside_their_word() -> None:
    """No line begins with a comma because a button stands before it."""
    html = explained("<p>ở (chi bộ), hướng dẫn và CB</p>", GLOSSARY, href)

    assert ["".join(inside) for _, *inside in BUTTON.findall(html)] == ["(chi bộ),", "hướng dẫn"]


def test_words_are_whole() -> None:
    """A part of a word, of a number of a document or of a hyphenated word is no term."""
    assert explanations("<p>chi bộc, xchi bộ, 42-HD/BTCTW, HD-02, CB/x, chi bộ-x</p>") == []


def test_lines_may_break_inside_a_term() -> None:
    """Prose keeps the line breaks of its source."""
    assert explanations("<p>chi\n  bộ</p>") == [("chi-bo", "chi\n  bộ")]


def test_abbreviations_are_found_as_written() -> None:
    """Small letters may be another word."""
    assert explanations("<p>cb, Cb</p>") == []
    assert explanations("<p>cb, CB</p>") == [("chi-bo", "CB")]


def test_letters_that_change_their_length_move_nothing() -> None:
    """Some capitals have two small letters; places in the text stay true."""
    assert explanations("<p>İİİ chi bộ</p>") == [("chi-bo", "chi bộ")]


def test_a_mark_stays_with_the_term_before_it() -> None:
    """A line may break after a button, but no line begins with the full stop that ends the sentence."""
    html = explained("<p>Hỏi chi bộ. Rồi hỏi</p>", GLOSSARY, href)

    assert re.search(r"<button [^>]*><span>chi bộ</span>\.</button> Rồi", html)


def test_special_characters_are_text() -> None:
    """What a term says is printed as words; what it is called is found in escaped text."""
    html = explained("<p>R&amp;D</p>", GLOSSARY, href)

    assert BUTTON.search(html)
    read = Element(html)
    assert not {"b", "i"} & set(read.tags)
    assert HOSTILE.title in read.text
    assert HOSTILE.meaning in read.text
    assert "../la/?a&b" in read.values("href")


def test_some_texts_are_left_alone() -> None:
    """Headings, links, buttons, code, labels and marks keep their words."""
    for tag in ("h1", "h2", "h3", "a", "button", "code", "pre", "label", "summary", "caption"):
        assert explanations(f"<{tag}><span>chi bộ</span></{tag}>") == []
    assert explanations('<p class="sh-field__label">chi bộ</p><p title="chi bộ"></p>') == []


def test_a_term_does_not_explain_itself_on_its_own_page() -> None:
    """There the whole page explains it."""
    assert explanations("<p>CB, hướng dẫn</p><h2>x</h2><p>chi bộ</p>", own="chi-bo") == [("huong-dan", "hướng dẫn")]


def test_nothing_changes_without_terms() -> None:
    """A handbook without terms, and a page that uses none, stay as they are."""
    assert explained("<p>chi bộ</p>", glossary_of(()), href) == "<p>chi bộ</p>"
    assert explained("<p>khác</p>", GLOSSARY, href) == "<p>khác</p>"


def test_each_meaning_stands_once_at_the_end() -> None:
    """Two sections that use a term open the same meaning."""
    html = explained("<p>Chi bộ</p><h2>x</h2><p>chi bộ</p>", GLOSSARY, href)
    page, _, end = html.partition(OPENING)

    assert len(BUTTON.findall(page)) == 2
    assert end.count("popover role") == 1
    assert Element(html).values("id").count("term_chi-bo") == 1


@given(
    st.lists(
        st.sampled_from(
            [
                *("chi bộ", "CHI BỘ BỐN TỐT", "HD", " ", "\n", "chữ", "R&amp;D", "42-HD/BTCTW"),
                *("(", ",", "</p><p>", "<br>"),
                *("</p><h2>Chi bộ</h2><p>", "<a href='x'>chi bộ</a>", "<b>hướng</b> dẫn", "<!-- chi bộ -->"),
            ]
        )
    )
)
@example(["(", "\n", "chi bộ"])
def test_only_additions(pieces: list[str]) -> None:
    """Taking the additions away gives the page again; what is opened is closed and every button opens something."""
    html = f"<p>{''.join(pieces)}</p>"
    made = explained(html, GLOSSARY, href)
    again, _, _ = made.partition(f"\n{OPENING}")

    assert BUTTON.sub(r"\2\3\4", again) == html
    read = Element(made.replace("<br>", ""))
    assert read.open == []
    ids = read.values("id")
    assert len(ids) == len(set(ids))
    assert set(read.values("popovertarget")) <= set(ids)
    assert explained(made, GLOSSARY, href) == made


def test_terms_of_blocks_keep_valid_nesting() -> None:
    """No button stands inside a link, label, heading or another button, in any block of a page."""
    glossary = glossary_of((Term("muc", "Mục", "Nghĩa.", ("mục",)),))
    for kind in block_kinds():
        html = rendered(Filler(" mục ").fill(kind), story=lambda _: "<p>mục</p>")
        made = explained(html, glossary, href)
        assert Element(made).open == []
        for element in ("a", "label", "h2", "h3", "summary", "button"):
            for inside in re.findall(rf"<{element}\b[^>]*>(.*?)</{element}>", made, re.DOTALL):
                assert "sh-term-word" not in inside
