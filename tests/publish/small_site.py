"""A tiny site in which nothing is wrong; each test spoils one thing in it."""

from collections.abc import Mapping
from pathlib import Path

from handbook.publish.headers import header_files
from handbook.publish.policy import POLICY
from handbook.search.index import index_files
from handbook.search.page import GUIDE, Found, Passage

PROSE = "Đoạn văn đủ dài để trang không bị coi là trống: chi bộ họp mỗi tháng một lần, có biên bản, có phân công."
ADDRESS = "https://example.org/so-tay/"
POLICY_TAG = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'

FOUND = Found("muc/", "Mục", "Mục", GUIDE, "Hướng dẫn", (Passage("", "", PROSE), Passage("y", "Ý", PROSE)))
"""How search finds the second page."""


def index(*pages: Found) -> dict[str, str]:
    """Return the files of a search index of these pages."""
    files = {f"search/i/{name}": text for name, text in index_files(pages, ()) if text is not None}
    return {"search/search_index.json": '{"config": {"folder": "i"}, "docs": []}', **files}


def page(body: str = "", *, head: str = "", main: str = PROSE) -> str:
    """Write a page that is right in itself, with `body` after its main text."""
    return (
        f'<!doctype html>\n<html lang="vi">\n<head>{POLICY_TAG}<title>Trang</title>{head}</head>\n'
        f"<body><article><h1>Trang</h1><p>{main}</p></article>\n{body}\n</body></html>\n"
    )


def whole_site() -> dict[str, str]:
    """Return the files of a site in which nothing is wrong."""
    return {
        "index.html": page('<a href="muc/#y">Mục</a> <a href="https://example.com/">Ngoài</a>'),
        "404.html": page(main="Không có trang này."),
        "muc/index.html": page('<h2 id="y">Ý</h2> <a href="..">Trang đầu</a> <a href="#y">Ý</a>'),
        "sitemap.xml": f"<urlset>\n<url><loc>{ADDRESS}</loc></url>\n<url><loc>{ADDRESS}muc/</loc></url>\n</urlset>\n",
        **index(Found("", "Trang", "Trang", GUIDE, "Hướng dẫn", (Passage("", "", PROSE),)), FOUND),
        "style.css": "body { color: #111 }\n",
        **header_files(),
    }


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files into a folder and return it."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder
