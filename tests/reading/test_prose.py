"""What stands in Markdown prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.reading.places import Place
from handbook.reading.prose import HtmlTag, scan

PAGE = """\
# Họp **chi bộ** `một`

Xem [quy *trình*](quy-trinh.md#muc "Tên") và <https://vi.example/a>.
![Hình vẽ](hinh%20a.png)

## Giai đoạn {#giai-doan}
### Đóng ## {: .lop id="x" }

[dài][ten] [ten][] [ten] [khác][thieu] [x]
[![ảnh](a.png)](<b c.md>)
<div class=a hidden><br/>

[Ten]: dich.md "Tên"

`[a](b)` <!-- [c](d) <i> -->

```
# không
[e](f)
```
"""


def test_headings_have_level_words_and_their_own_anchor() -> None:
    """Marks are taken off the words; an anchor given by hand is told."""
    found = [(heading.level, heading.words, heading.id, heading.place) for heading in scan(PAGE).headings]

    assert found == [
        (1, "Họp chi bộ một", None, Place(1, 1)),
        (2, "Giai đoạn", "giai-doan", Place(6, 1)),
        (3, "Đóng", "x", Place(7, 1)),
    ]


def test_links_have_words_target_and_place() -> None:
    """Inline, automatic and reference links are found; one whose name is defined nowhere has no target."""
    found = [(link.words, link.target, link.place) for link in scan(PAGE).links]

    assert found == [
        ("quy trình", "quy-trinh.md#muc", Place(3, 19)),
        ("https://vi.example/a", "https://vi.example/a", Place(3, 47)),
        ("dài", "dich.md", Place(9, 1)),
        ("ten", "dich.md", Place(9, 12)),
        ("ten", "dich.md", Place(9, 20)),
        ("khác", None, Place(9, 26)),
        ("ảnh", "b c.md", Place(10, 18)),
    ]


def test_images_are_told_apart_from_links() -> None:
    """An image stands among the images, inside a link too."""
    found = [(image.words, image.target, image.place) for image in scan(PAGE).images]

    assert found == [("Hình vẽ", "hinh%20a.png", Place(4, 12)), ("ảnh", "a.png", Place(10, 9))]


def test_html_tags_have_name_and_attributes() -> None:
    """Raw tags are found with their attributes; those in code and comments are not."""
    assert scan(PAGE).html_tags == (
        HtmlTag("div", (("class", "a"), ("hidden", None)), Place(11, 1)),
        HtmlTag("br", (), Place(11, 21)),
    )


def test_a_task_list_and_a_reference_to_a_record_are_no_links() -> None:
    """Brackets that name nothing are text."""
    prose = scan("- [ ] việc\n- [x] xong\n\n((hd-42 [a])) 3 < 4 > 2, a<b\n")

    assert (prose.links, prose.images, prose.html_tags) == ((), (), ())


@given(st.text("[]()<>!#`*_ \n\"'={}:/ab.\\-", max_size=120))
def test_any_text_can_be_scanned(text: str) -> None:
    """Whatever stands there, every place lies inside the text."""
    prose = scan(text)
    lines = text.split("\n")

    places = [heading.place for heading in prose.headings]
    places += [link.place for link in (*prose.links, *prose.images)]
    places += [tag.place for tag in prose.html_tags]
    for place in places:
        assert place.column <= len(lines[place.line - 1]) + 1


@given(st.sampled_from(["[", "![", "[a](", "<a ", "<a b=", "`", "# #", "((a ", "[a][", "<!--", "(", " ", "]: "]))
def test_long_repetitions_are_scanned_in_one_go(piece: str) -> None:
    """A text of ten thousand openings comes to an end."""
    assert scan("# " + piece * 10_000).headings[0].level == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<svg/onload=run()>", "svg"),
        ('<x/onpointerenter=run() tabindex="1">', "x"),
        ("<img src='x'onerror='run()'>", "img"),
        ('<p title="<b>" onclick=run()', "p"),
        ("""<div class="[x](https://a.example/ 'x" onclick="run()')" markdown>""", "div"),
        ("""<div class="[x](<https://a.example/'x" onclick="run()>)" markdown>""", "div"),
        ("chữ</article>", "article"),
    ],
)
def test_what_a_browser_makes_a_tag_of_is_one(text: str, name: str) -> None:
    """However a tag is written, or where it hides, it is found; no other attributes than it has are seen in it."""
    tags = scan(f"Mở đầu.\n\n{text}\n").html_tags
    assert [(tag.name, tag.place) for tag in tags][:1] == [(name, Place(3, 4 if name == "article" else 1))]
    assert all([key for key, _ in tag.attributes] != ["class", "markdown"] for tag in tags)


@pytest.mark.parametrize("text", ["a<b", "[x](<a b.md>)", "<https://a.example/>", "a < b > c", "<div></div>"])
def test_what_is_no_tag_is_none(text: str) -> None:
    """Signs between words, addresses in angle brackets, and the end of what was opened."""
    assert [tag.name for tag in scan(text).html_tags] == (["div"] if "div" in text else [])
