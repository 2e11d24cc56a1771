"""The finished site to the letter: lists, packs, what is taken out of scripts, where pictures are looked for."""

import dataclasses
import datetime as dt
import gzip
import json
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace

import pytest

from handbook.publish import lock
from handbook.publish.folder import folder_files
from handbook.publish.offline import groups, packed, publish_offline
from handbook.publish.pictures import with_sizes
from handbook.publish.publishing import LOCK, NotASiteError, publish, tidy, work_folder
from handbook.publish.sitemap import sitemap
from handbook.publish.slimming import without_comments, without_constants
from handbook.publish.switch import has_leftovers
from handbook.publish.theme_frame import UnexpectedThemeError, expect_theme
from handbook.publish.verify import verify
from handbook.search.page import Passage
from publish.small_site import ADDRESS, FOUND, PROSE, index, page, whole_site, write

PNG = b"\x89PNG\r\n\x1a\n" + bytes(8) + (3).to_bytes(4) + (2).to_bytes(4)


def test_the_list_for_search_engines() -> None:
    """Each page once and in order, its address escaped, with the day; packed it is the same, whenever it is made."""
    files = sitemap(["b/", "", "a&b/", "b/"], ADDRESS, dt.date(2026, 11, 2))
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "  <url><loc>https://example.org/so-tay/</loc><lastmod>2026-11-02</lastmod></url>\n"
        "  <url><loc>https://example.org/so-tay/a&amp;b/</loc><lastmod>2026-11-02</lastmod></url>\n"
        "  <url><loc>https://example.org/so-tay/b/</loc><lastmod>2026-11-02</lastmod></url>\n"
        "</urlset>\n"
    )
    packed_list = files.pop("sitemap.xml.gz")
    assert files == {"sitemap.xml": text.encode()}
    assert gzip.decompress(packed_list) == text.encode()
    assert packed_list[4:8] == bytes(4)
    assert b"<url>" not in sitemap([""], "", dt.date(2026, 11, 2))["sitemap.xml"]


def test_what_a_killed_build_has_left_is_cleared(tmp_path: Path) -> None:
    """Also beside a site to which a link leads; where nothing is left, nothing is done."""
    site = write(tmp_path / "site", {"index.html": ""})
    link = tmp_path / "link"
    link.symlink_to(site)
    work = work_folder(site)
    tidy(link, lambda: None)
    assert not work.exists()

    for name in ("trash", "fresh", "ready", "old"):
        write(work / name, {"a": ""})
        assert has_leftovers(work)
        tidy(link, lambda: None)
        assert not has_leftovers(work)
        assert [file.name for file in site.iterdir()] == ["index.html"]


def test_a_folder_that_is_no_site_is_told(tmp_path: Path) -> None:
    """By its name, with what to do."""
    site = write(tmp_path / "site", {"index.html": ""})
    with pytest.raises(NotASiteError) as refused:
        publish(site, lambda _: None, lambda _: [], lambda: None)
    assert str(refused.value) == (
        f"{site} đang chứa thứ khác, không phải trang đã dựng; để nguyên.\n"
        "    Cách sửa: chọn thư mục khác bằng --site-dir, hoặc tự dời những gì đang ở đó."
    )


@pytest.mark.parametrize(
    ("address", "source", "is_there"),
    [
        ("a/b/", "../c.png", True),
        ("a/", "c.png", True),
        ("a/", "/a/c.png", True),
        ("", "../../a/c%2Epng", True),
        ("a/", "c.png?x#y", True),
        ("a/", "https://example.org/a/c.png", False),
        ("a/", "//a/c.png", False),
        ("a/", "//x/a/c.png", False),
        ("a/", "x:/a/c.png", False),
        ("a/", "?x", False),
        ("b/", "c.png", False),
    ],
)
def test_where_a_picture_is_looked_for(tmp_path: Path, address: str, source: str, *, is_there: bool) -> None:
    """At the page's own address or from the top, never above it and never at another host."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "c.png").write_bytes(PNG)
    tag = f'<img alt="" src="{source}">'
    sized = f'<img width="3" height="2" loading="lazy" alt="" src="{source}">'
    assert with_sizes(tag, tmp_path, address) == (sized if is_there else tag)


def test_the_edition_says_that_its_search_is_one_file(tmp_path: Path) -> None:
    """In the small file that is read first; the large one holds all others."""
    files = dict(folder_files(write(tmp_path, whole_site())))
    stub = json.loads(files["search/search_index.js"].removeprefix(b"var __index = "))
    assert stub == {"config": {"folder": "i", "whole": "all"}, "docs": []}
    assert "search/i/all.js" in files
    assert [name for name in files if name.startswith("search/i/")] == ["search/i/all.js"]


def test_a_pack_lists_its_files_by_the_addresses_they_are_asked_by() -> None:
    """A folder's page goes by the folder, any other file by its name; the same files give the same bytes."""
    contents = {"index.html": b"a", "b c/index.html": b"bc", "d-index.html": b"def", "e.js": b""}
    pack = packed(contents, None, first=True)
    head, _, rest = gzip.decompress(pack.content).partition(b"\n")
    html = "text/html; charset=utf-8"
    assert json.loads(head) == [
        ["", html, 1],
        ["b%20c/", html, 2],
        ["d-index.html", html, 3],
        ["e.js", "text/javascript; charset=utf-8", 0],
    ]
    assert rest == b"abcdef"
    assert (pack.pages, pack.first, pack.content[4:8]) == (3, True, bytes(4))


def test_groups_bear_the_names_of_their_sections() -> None:
    """Large ones their own; small ones of a rank share one without a name, files in order."""
    sizes = {"index.html": 1, "a/x.html": 500_000, "b/z.html": 2, "b/y.html": 1, "c/x.html": 3, "search/a.js": 9}
    made = groups(sizes, lambda name: name == "c/x.html")
    assert [(group.rank, group.name, list(group.files)) for group in made] == [
        (0, "", ["index.html"]),
        (1, "", ["c/x.html"]),
        (2, "", ["search/a.js"]),
        (3, "", ["b/y.html", "b/z.html"]),
        (3, "a", ["a/x.html"]),
    ]


def test_a_tool_is_seen_in_the_head_alone(tmp_path: Path) -> None:
    """A page that only speaks of tools, far below, is fetched with the others."""
    named = '<meta name="handbook-tools" content="x">'
    site = write(tmp_path, {"index.html": "x", "a/index.html": named, "b/index.html": "x" * 4096 + named})
    publish_offline(site, "22/11/2026")
    worker = (site / "sw.js").read_bytes()
    plan = json.loads(worker.partition(b";\n")[0].removeprefix(b"const PLAN = "))
    assert [(pack["pages"], pack["first"]) for pack in plan["packs"]] == [(1, True), (1, False), (1, False)]
    assert (plan["pages"], plan["date"]) == (3, "22/11/2026")
    assert b"\r" not in worker


@pytest.mark.parametrize(
    ("script", "left"),
    [
        ("  a;\n\t// x\n\n  b; // y\n", "a;\nb; // y\n"),
        ("/* x\n y */\na;\n", "a;\n"),
        ("  X();\n", "X();\n"),
        ("/* x */\na;\n", "a;\n"),
        ("a = `\n  // x\n\n`;\n  b;\n", "a = `\n  // x\n\n`;\nb;\n"),
        ("a = `x`;\n  // y\n", "a = `x`;\n"),
        ("a = `x` + `\n  y`;\n  b;\n", "a = `x` + `\n  y`;\nb;\n"),
    ],
)
def test_only_whole_lines_of_comment_go(script: str, left: str) -> None:
    """And the space before a line; nothing between backticks."""
    assert without_comments(script) == left


@pytest.mark.parametrize(
    ("value", "most"), [("12", 9), ("0xff", 9), ("/a/g", 1), ('"a"', 4), ('"abcdefg"', 4), ('"abcdefgh"', 2)]
)
def test_a_constant_is_written_out_as_often_as_that_is_shorter(value: str, most: int) -> None:
    """Numbers always, a pattern once, a text the seldomer the longer it is."""
    for uses in range(1, most + 2):
        script = f"const NAME = {value};\n" + "f(NAME);\n" * uses
        is_written_out = uses <= most or value[0].isdigit()
        assert ("NAME" not in without_constants(script)) == is_written_out


def test_a_page_that_says_just_enough_is_whole(tmp_path: Path) -> None:
    """Eighty characters, the heading among them; one less is told."""
    enough = page(main="x" * 75)
    assert verify(write(tmp_path / "one", {**whole_site(), "a/index.html": enough}), ADDRESS) == []
    [finding] = verify(write(tmp_path / "two", {**whole_site(), "a/index.html": page(main="x" * 74)}), ADDRESS)
    assert finding.message == "Nội dung chính chỉ có 79 ký tự; cần ít nhất 80."


def test_search_that_leads_nowhere_is_told_at_the_top_of_its_index(tmp_path: Path) -> None:
    """The entries have no place of their own."""
    lost = dataclasses.replace(FOUND, address="mat/", passages=(Passage("", "", PROSE),))
    [finding] = verify(write(tmp_path, {**whole_site(), **index(FOUND, lost)}), ADDRESS)
    assert (finding.path, finding.line, finding.column) == ("search/search_index.json", 1, 1)
    assert finding.message == "Liên kết “mat/” không dẫn tới trang hay tệp nào."


def test_names_that_the_theme_knows_are_not_told(tmp_path: Path) -> None:
    """Components in its script, classes in its sheet, the sheet of colours."""
    html = (
        '<link href="assets/palette.1.min.css"><p class="md-lạ md-co" data-md-component="palette" data-md-toggle="co">'
        '<i data-md-component="skip"></i>'
    )
    site = write(
        tmp_path,
        {
            "index.html": html,
            "assets/javascripts/bundle.1.js": 'x("co","palette")',
            "assets/stylesheets/main.1.css": ".md-co{}",
            "assets/stylesheets/handbook-1/screen.css": ".md-co{} .md-lạ{}",
        },
    )
    with pytest.raises(UnexpectedThemeError) as refused:
        expect_theme(site)
    told = str(refused.value)
    assert "palette" not in told
    assert "“skip”" not in told
    assert "“co”" not in told
    assert "“md-co”" not in told
    assert told.count("“md-lạ”") == 1


def test_what_comes_in_several_files_is_read_as_one(tmp_path: Path) -> None:
    """One after the other, with nothing in between."""
    parts = {"bundle.1.js": 'x("c', "bundle.2.js": 'o")'}
    sheets = {"main.1.css": ".md-co", "main.2.css": "{}"}
    site = write(
        tmp_path,
        {
            "index.html": '<p class="md-co" data-md-component="co">',
            **{f"assets/javascripts/{name}": text for name, text in parts.items()},
            **{f"assets/stylesheets/{name}": text for name, text in sheets.items()},
        },
    )
    with pytest.raises(UnexpectedThemeError) as refused:
        expect_theme(site)
    assert "“co”" not in str(refused.value)
    assert "“md-co”" not in str(refused.value)


def test_a_build_at_work_is_waited_for_before_its_folders_are_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it has made so far is not left by a killed one."""
    site = write(tmp_path / "site", {"index.html": ""})
    work = work_folder(site)
    fresh = write(work / "fresh", {"a": ""})
    told: list[str] = []
    with ExitStack() as other:
        other.enter_context(lock.held(work / LOCK, lambda: None))

        def end(_: float) -> None:
            assert fresh.exists()
            other.close()

        monkeypatch.setattr(lock, "time", SimpleNamespace(sleep=end))
        tidy(site, lambda: told.append("waits"))

    assert told == ["waits"]
    assert not has_leftovers(work)


def test_marks_of_the_theme_may_stand_lines_apart(tmp_path: Path) -> None:
    """What comes before what is asked, and not on which line."""
    lines = (
        '<link rel="stylesheet" href="a/main.1.min.css">',
        '<link rel="stylesheet" href="a/handbook-1/screen.css">',
        '<script src="a/first.js"></script>',
        "<body>",
        '<div class="md-container" data-md-component="container">',
        '<main class="md-main" data-md-component="main">',
        '<div class="md-main__inner md-grid">',
    )
    marks = ("kiểu dáng của cẩm nang đứng sau", "first.js trước thân trang", "khung md-container")
    for order, found in ((lines, 0), (lines[::-1], len(marks))):
        with pytest.raises(UnexpectedThemeError) as refused:
            expect_theme(write(tmp_path, {"index.html": "\n".join(order)}))
        assert sum(mark in str(refused.value) for mark in marks) == found
