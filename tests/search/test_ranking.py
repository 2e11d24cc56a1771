"""What comes first, in small indexes in which only one thing differs; the site's own scripts rank."""

import dataclasses
from pathlib import Path

import pytest

from commands.searching import search
from handbook.search.page import Writing
from small_indexes import addresses, ask, found, write_index

FILLING = [found(f"khac/{number}/", f"Trang khác {number}", "Không nói gì về việc ấy.") for number in range(12)]


def test_a_title_comes_before_a_text(tmp_path: Path) -> None:
    """Who asks for a thing wants its page, not the pages that mention it."""
    pages = [found("a/", "Họp", "biên bản biên bản biên bản"), found("b/", "Biên bản", "Ghi việc đã bàn."), *FILLING]

    assert addresses(ask(tmp_path, pages, "biên bản"))[:2] == ["b/", "a/"]


def test_syllables_together_come_before_scattered_ones(tmp_path: Path) -> None:
    """A Vietnamese word is mostly a pair of syllables."""
    pages = [found("a/", "Một", "Bản đồ ở bên biên giới."), found("b/", "Hai", "Thư ký đọc biên bản."), *FILLING]

    assert addresses(ask(tmp_path, pages, "bien ban"))[0] == "b/"


def test_exact_marks_come_before_folded_ones(tmp_path: Path) -> None:
    """Typed with its marks, a word means that word."""
    pages = [found("a/", "Bán hàng"), found("b/", "Bàn hàng"), found("c/", "Bản hàng"), *FILLING]

    for query, address in {"bán hàng": "a/", "bàn hàng": "b/", "bản hàng": "c/"}.items():
        assert addresses(ask(tmp_path / address[0], pages, query))[0] == address


def test_guidance_comes_before_news_where_words_tie(tmp_path: Path) -> None:
    """The same words: the page that helps, then the one that tells."""
    pages = [found("a/", "Điểm danh", sort="case"), found("b/", "Điểm danh", sort="guide"), *FILLING]

    assert addresses(ask(tmp_path, pages, "diem danh"))[:2] == ["b/", "a/"]


@pytest.mark.parametrize(
    "query",
    [
        "kết nạp",
        "ket nap",
        "KẾT NẠP",
        "ket na",
        "kêt nạp",
        "ket lap",
        "keets naps",
        "ketnap",
        "kt nap",
        "ket npa",
        "KN",
    ],
)
def test_however_it_is_typed_it_is_found(tmp_path: Path, query: str) -> None:
    """Without marks, in capitals, half, with a slip, with Telex' keys, without the space, by its initials."""
    pages = [found("a/", "Kết nạp", "Xét kết nạp người vào."), *FILLING]

    assert addresses(ask(tmp_path, pages, query))[0] == "a/"


def test_an_abbreviation_finds_what_it_stands_for(tmp_path: Path) -> None:
    """Also where the page never writes it."""
    pages = [found("a/", "Nghị quyết của chi bộ"), *FILLING]

    assert addresses(ask(tmp_path, pages, "NQ chi bộ", [Writing("NQ", "Nghị quyết")]))[0] == "a/"


def test_what_people_ask_a_page_by_finds_it(tmp_path: Path) -> None:
    """In words the page never says, and before one that says them in passing; the result does not show them."""
    asked = found("a/", "Nội dung đơn điệu", asked=("họp nhàm chán",))
    passing = found("b/", "Chuyện một nơi", "Trước kia họp nhàm chán, nay khác.")
    answer = ask(tmp_path, [asked, passing, *FILLING], "làm sao cho họp bớt nhàm chán")

    assert addresses(answer)[:2] == ["a/", "b/"]
    assert "nhàm" not in "".join(shown["title"] + shown["text"] for shown in answer.pages[0].item)


def test_a_page_s_own_name_comes_before_what_another_is_asked_by(tmp_path: Path) -> None:
    """Who types the name of a page wants that page."""
    pages = [found("a/", "Khác hẳn", asked=("tự phê bình yếu",)), found("b/", "Tự phê bình"), *FILLING]

    assert addresses(ask(tmp_path, pages, "tự phê bình"))[0] == "b/"


def test_an_abbreviation_in_capitals_comes_before_the_word_that_looks_like_it(tmp_path: Path) -> None:
    """Typed "ĐU", the party committee is meant, not "dự"."""
    pages = [found("a/", "Dự phòng phương án"), found("b/", "Đảng ủy phường"), *FILLING]

    assert addresses(ask(tmp_path, pages, "ĐU phường", [Writing("ĐU", "Đảng ủy")]))[0] == "b/"


@pytest.mark.parametrize("query", ["42-HD/BTCTW", "hd 42", "hd42", "hướng dẫn 42", "huong dan so 42", "HD 042"])
def test_a_document_comes_before_the_pages_that_name_it(tmp_path: Path, query: str) -> None:
    """However its number is written."""
    document = found("a/", "42-HD/BTCTW: Hướng dẫn về sinh hoạt", sort="document", status="Đã bị thay thế")
    document = dataclasses.replace(document, short="42-HD/BTCTW")
    telling = found("b/", "Hướng dẫn 42 nói gì", "Theo 42-HD/BTCTW, 42-HD/BTCTW, hướng dẫn 42.", sort="guide")

    assert addresses(ask(tmp_path, [document, telling, *FILLING], query))[0] == "a/"


@pytest.mark.parametrize("query", ["", " ", "?!", "qqqqzz", "日本"])
def test_what_cannot_be_found_is_not_found(tmp_path: Path, query: str) -> None:
    """No page is shown for the sake of showing one."""
    assert ask(tmp_path, FILLING, query).pages == ()


def test_words_that_look_alike_are_offered_as_pages_write_them(tmp_path: Path) -> None:
    """When nothing is found, the nearest words come with their marks."""
    answer = ask(tmp_path, [found("a/", "Nghiệm thu", "Nghiệm thu công trình."), *FILLING], "nghixxem")

    assert (answer.pages, answer.words[:1]) == ((), ("nghiệm",))


def test_only_pages_of_the_wanted_sort_are_found(tmp_path: Path) -> None:
    """A filter leaves pages of one sort, and counts them."""
    pages = [found("a/", "Biên bản", sort="form"), found("b/", "Biên bản", sort="term"), *FILLING]
    [answer] = search(write_index(tmp_path, pages), ["biên bản"], "form")

    assert (addresses(answer), answer.total) == (["a/"], 1)


@pytest.mark.parametrize("where", ["title", "text", "status", "label"])
def test_markup_of_a_page_never_becomes_markup(tmp_path: Path, where: str) -> None:
    """What pages say is escaped wherever a result shows it; only the marks are markup."""
    bad = '<img src=x onerror="alert(1)">&amp;\'nguy hiểm'
    values = {"title": "Nguy hiểm", "text": "nguy hiểm", "status": "", "label": "Loại", where: f"{bad} nguy hiểm"}
    page = found("a/", values["title"], values["text"], status=values["status"])
    page = dataclasses.replace(page, label=values["label"])
    [result] = ask(tmp_path, [page, *FILLING], "nguy hiểm").pages

    for shown in result.item:
        plain = (shown["title"] + shown["text"]).replace("<mark>", "").replace("</mark>", "")
        assert "<img" not in plain
        assert 'onerror="' not in plain
