"""The same pages behind three searches: this handbook's, Material's own, Pagefind's. Each is a folder to be served.

Only the start page is there: it has the search field, and results are read, not followed.
"""

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from commands.options import ROOT
from commands.timing import own_cpu
from handbook.search.index import index_files
from handbook.search.keeping import NO_INDEX, IndexFolder
from handbook.search.page import Found, Passage, Writing
from handbook.search.publishing import FOLDER, STUB, publish_index
from handbook.search.theme import BOX, WORKER

PEER = ROOT / ".cache" / "bench" / "pagefind"
PEER_PACKAGES = ("pagefind==1.5.2", "pagefind-bin==1.5.2")
BLANK = '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Pagefind</title><body></body></html>'


@dataclass(frozen=True, slots=True)
class Site:
    """A folder with a search in it, and what making its index has used."""

    folder: Path
    cold: float
    """CPU seconds for the whole index."""
    edited: float | None = None
    """CPU seconds after one page was edited; None where all is made anew."""


def our_site(built: Path, pages: Sequence[Found], writings: Sequence[Writing], folder: Path) -> Site:
    """Make the index of this handbook's search, then once more with one page edited."""
    _copy_frame(built, folder)
    store = folder.with_suffix(".store")
    started = time.process_time()
    publish_index(pages, writings, folder, store)
    cold = time.process_time() - started
    shutil.copytree(folder / FOLDER, kept := folder.with_suffix(".kept"))
    middle = len(pages) // 2
    started = time.process_time()
    publish_index([*pages[:middle], _edited(pages[middle]), *pages[middle + 1 :]], writings, folder, store)
    edited = time.process_time() - started
    shutil.rmtree(folder / FOLDER)
    kept.rename(folder / FOLDER)
    return Site(folder, cold, edited)


def stock_site(built: Path, pages: Sequence[Found], folder: Path) -> Site:
    """Put Material's own worker and the index that it reads behind the same field; it cuts the index in the browser."""
    _copy_frame(built, folder)
    start = folder / "index.html"
    own = next((folder / "assets/javascripts/workers").glob("search.*.min.js")).relative_to(folder).as_posix()
    html = re.sub(WORKER, own, start.read_text(encoding="utf-8"))
    start.write_text(re.sub(f'<script src="{BOX}"></script>', "", html), encoding="utf-8")
    started = time.process_time()
    fields = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}
    config = {"lang": ["vi"], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"], "fields": fields}
    docs = [
        {"location": location, "title": escape(title), "text": escape(text)}
        for page in pages
        for location, title, text in _sections(page)
    ]
    (folder / FOLDER).mkdir()
    (folder / FOLDER / STUB).write_text(json.dumps({"config": config, "docs": docs}), encoding="utf-8")
    return Site(folder, time.process_time() - started)


def pagefind_site(pages: Sequence[Found], folder: Path) -> Site:
    """Make Pagefind's index."""
    folder.mkdir()
    (folder / "index.html").write_text(BLANK, encoding="utf-8")
    python = _peer_python()
    records = [[page.address, page.title, "\n".join(" ".join(one[1:]) for one in _sections(page))] for page in pages]
    used = own_cpu()
    subprocess.run(
        [str(python), str(Path(__file__).with_name("bench_pagefind.py")), str(folder / "pagefind")],
        input=json.dumps(records),
        encoding="utf-8",
        check=True,
    )
    return Site(folder, own_cpu() - used)


def index_in(folder: Path, pages: Sequence[Found], writings: Sequence[Writing]) -> Path:
    """Write only the files of this handbook's index; gives the folder back."""
    index = IndexFolder(folder, NO_INDEX, {})
    for name, text in index_files(pages, writings):
        index.put(name, text)
    return folder


def _copy_frame(built: Path, folder: Path) -> None:
    folder.mkdir()
    shutil.copy(built / "index.html", folder)
    shutil.copytree(built / "assets", folder / "assets")


def _edited(page: Found) -> Found:
    added = Passage(
        "moi", "Mới thêm", "Một câu mới thêm hôm nay, có vài từ chưa trang nào dùng: bâng khuâng, loắt choắt."
    )
    return Found(page.address, page.title, page.short, page.sort, page.label, (*page.passages, added), page.status)


def _sections(page: Found) -> list[tuple[str, str, str]]:
    first, *rest = page.passages
    sections = [(f"{page.address}#{one.anchor}", one.heading, one.text) for one in rest]
    return [(page.address, page.title, first.text), *sections]


def _peer_python() -> Path:
    python = PEER / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEER)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PEER_PACKAGES], check=True)
    return python
