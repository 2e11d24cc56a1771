"""The edition for a stick: whole, the same for the same site, with links that need no server."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.publish.folder import INSIDE, NOTE, OPENER, WHOLE, folder_files, for_folder, write_folder_zip
from handbook.publish.page import read_page
from handbook.publish.policy import with_policy
from handbook.search.shards import read_script
from publish.small_site import page, whole_site, write

LEFT_OUT = ("404.html", "sitemap.xml", "sw.js", "_headers", "cu/index.html", "assets/javascripts/bundle.js.map")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with what servers and devices need beside its pages."""
    more = dict.fromkeys(("sw.js", "_headers", "assets/javascripts/bundle.js.map"), "x")
    more["cu/index.html"] = page(head='<meta http-equiv="refresh" content="0; url=../muc/">')
    return write(tmp_path / "site", {**whole_site(), **more, "giay.pdf": "%PDF"})


def test_every_link_leads_to_a_file_of_the_edition(site: Path) -> None:
    """Pages, papers and sheets are there; what only servers read is not."""
    files = dict(folder_files(site))

    assert {"index.html", "muc/index.html", "giay.pdf", "style.css"} <= files.keys()
    assert not files.keys() & set(LEFT_OUT)
    for name in ("index.html", "muc/index.html"):
        for address in read_page(files[name].decode()).addresses:
            target = address.text.partition("#")[0]
            if target and "://" not in target:
                assert (site / name).parent.joinpath(target).resolve().relative_to(site).as_posix() in files


def test_the_index_of_the_search_is_one_file(site: Path) -> None:
    """It holds each of the files that a server sends one by one."""
    files = {name: content for name, content in folder_files(site) if name.startswith("search/")}

    assert files["search/search_index.js"].startswith(b"var __index = {")
    assert list(files) == ["search/search_index.js", f"search/i/{WHOLE}.js"]
    assert b'("all",{' in files[f"search/i/{WHOLE}.js"]
    whole = read_script(files[f"search/i/{WHOLE}.js"].decode())
    assert whole == {
        file.stem: read_script(file.read_text(encoding="utf-8")) for file in (site / "search" / "i").iterdir()
    }


def test_whoever_opens_the_zip_sees_where_to_begin(site: Path, tmp_path: Path) -> None:
    """Three names; the note says the day and what to do, in letters that the editors of any system show."""
    count = write_folder_zip(site, tmp_path / "a.zip", "Cẩm nang", "22/11/2026")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = archive.namelist()
        note = archive.read(NOTE).decode("utf-8-sig")
        opener = read_page(archive.read(OPENER).decode())
        entries = archive.infolist()

    assert count == len(names) == len(set(names))
    assert {name.partition("/")[0] for name in names} == {NOTE, OPENER, INSIDE.rstrip("/")}
    assert note.startswith("Cẩm nang\r\nBản ngày 22/11/2026")
    assert f"2. Mở tệp {OPENER} bằng trình duyệt" in note
    assert note.endswith(f"Muốn bản mới thì tải lại tệp ZIP, thay cả thư mục {INSIDE}\r\n")
    assert "\n" not in note.replace("\r\n", "")
    assert {(entry.compress_type, entry.create_system) for entry in entries} == {(zipfile.ZIP_DEFLATED, 3)}
    assert {(entry.date_time, entry.external_attr) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 0o644 << 16)}
    assert {address.text for address in opener.addresses} == {f"{INSIDE}index.html"} <= set(names)


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """Whenever and wherever the edition is made."""
    for name in ("a.zip", "b.zip"):
        write_folder_zip(site, tmp_path / name, "Cẩm nang", "22/11/2026")

    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("..", "../index.html"),
        (".", "./index.html"),
        ("../../", "../../index.html"),
        ("../..", "../../index.html"),
        ("../muc/#y", "../muc/index.html#y"),
        ("muc/?q=a", "muc/index.html?q=a"),
        ("", ""),
        ("#y", "#y"),
        ("?q=a", "?q=a"),
        ("../giay.pdf", "../giay.pdf"),
        ("https://example.org/muc/", "https://example.org/muc/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_links_name_files(address: str, file: str) -> None:
    """What a server would open by itself is written out; the rest stays."""
    assert for_folder(f'<a href="{address}">x</a>') == f'<a href="{file}">x</a>'


def test_what_only_a_server_can_keep_goes() -> None:
    """The content policy knows no files, and there is no service worker; the words of the page stay."""
    html = with_policy(
        '<head><meta charset="utf-8">\n<meta name="handbook-offline" content="../sw.js">\n</head><p>x</p>'
    )

    assert for_folder(html) == '<head><meta charset="utf-8">\n</head><p>x</p>'


@given(st.text())
def test_any_text_between_tags_stays(text: str) -> None:
    """Only addresses are touched."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")

    assert for_folder(f"<p>{escaped}</p>") == f"<p>{escaped}</p>"
