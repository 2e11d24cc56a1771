"""A finished site as a folder that opens without a server, from a stick or a shared disk, put into one ZIP.

A server opens the index.html of a folder and sends policies; in a folder links name the
file, the content policy goes (it knows no files), and what only servers and search engines read is left out. The index
of the search becomes one file, because copying many small ones to a stick takes long. Same site, same bytes.
"""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from handbook.publish.manifest import files_of
from handbook.search.publishing import FOLDER as SEARCH
from handbook.search.publishing import STUB, STUB_SCRIPT
from handbook.search.shards import read_script, script

INSIDE = "cam-nang/"
"""Where the pages stand inside, so that whoever opens the ZIP sees three names and not thirty."""
OPENER, NOTE = "MO-CAM-NANG.html", "DOC-TRUOC.txt"
WHOLE = "all"
"""The file of the search index that holds all others."""

_TAKEN = frozenset((".html", ".js", ".css", ".woff2", ".svg", ".png", ".pdf", ".docx", ".xlsx", ".ics", ".zip"))
_LEFT = ("404.html", "sw.js", "assets/javascripts/lunr/", "assets/javascripts/workers/", f"{SEARCH}/")
_SENDS_ON = '<meta http-equiv="refresh"'
_FOR_SERVERS = re.compile(
    r'[ \t]*<(?:meta (?:http-equiv="Content-Security-Policy"|name="handbook-offline")|link rel="canonical")[^>]*>\n?'
)
_LINK = re.compile(r'\b(href=")(?![a-z][a-z0-9+.-]*:|/)([^"?#]*)(?=[?#"])', re.IGNORECASE)
_STEP_UP = (".", "..")
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time that every file in the ZIP bears: the first that the format knows."""

_OPENER = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>Mở cẩm nang</title>
<meta http-equiv="refresh" content="0; url={start}">
</head>
<body>
<p><a href="{start}">Mở cẩm nang</a></p>
</body>
</html>
"""
_NOTE = """{name}
Bản ngày {date}, đọc không cần mạng.

1. Giải nén cả tệp ZIP ra một thư mục (trên máy hoặc trên USB). Đừng mở ngay trong tệp nén.
2. Mở tệp {opener} bằng trình duyệt: Chrome, Edge, Cốc Cốc hoặc Firefox.
3. Tìm kiếm, đánh dấu, chấm điểm chạy như trên mạng, không gửi gì đi đâu.

Dấu tích và điểm nằm trong trình duyệt của máy đang dùng, không nằm trên USB. Sang máy khác thì lưu ra tệp trước
(nút “Lưu tất cả ra tệp”), rồi mở tệp ấy ở máy kia. Đổi chỗ thư mục hoặc đổi tên ổ đĩa cũng cần làm như vậy.

Bản này không tự cập nhật. Muốn bản mới thì tải lại tệp ZIP, thay cả thư mục {inside}
"""


def write_folder_zip(site: Path, place: Path, name: str, date: str) -> int:
    """Write the edition of a finished site as a ZIP.

    Args:
        site: The site's top folder.
        place: The ZIP's file.
        name: What the handbook is called.
        date: The day of this edition, as readers are told.

    Returns:
        How many files it holds.

    Raises:
        OSError: A file cannot be read or written.
    """
    start = f"{INSIDE}index.html"
    note = _NOTE.format(name=name, date=date, opener=OPENER, inside=INSIDE)
    files = {
        NOTE: note.replace("\n", "\r\n").encode("utf-8-sig"),  # for editors of Windows
        OPENER: _OPENER.format(start=start).encode(),
        **{f"{INSIDE}{path}": content for path, content in folder_files(site)},
    }
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return len(files)


def folder_files(site: Path) -> Iterator[tuple[str, bytes]]:
    """Give the files of the edition: their "/"-separated paths, sorted, and what they hold.

    Raises:
        OSError: A file cannot be read.
    """
    for path in files_of(site):
        if PurePosixPath(path).suffix not in _TAKEN or path.startswith(_LEFT):
            continue
        content = (site / path).read_bytes()
        if path.endswith(".html"):
            html = content.decode()
            if _SENDS_ON in html:  # nobody has kept an old address of a folder
                continue
            content = for_folder(html).encode()
        yield path, content
    yield from _search_files(site)


def for_folder(html: str) -> str:
    """Write a page as it stands in a folder: links name files, and nothing is said that only a server can keep."""
    return _LINK.sub(lambda link: link[1] + _file_of(link[2]), _FOR_SERVERS.sub("", html))


def _file_of(address: str) -> str:
    """Give the file to which the address of a page or a file leads; "" is the page itself."""
    if address.endswith("/"):
        return f"{address}index.html"
    return f"{address}/index.html" if address.rpartition("/")[2] in _STEP_UP else address


def _search_files(site: Path) -> Iterator[tuple[str, bytes]]:
    """Give the search index as one file, and the small one that says so."""
    stub = json.loads((site / SEARCH / STUB).read_text(encoding="utf-8"))
    folder = stub["config"]["folder"]
    stub["config"]["whole"] = WHOLE
    files = sorted((site / SEARCH / folder).glob("*.js"))
    whole = {file.stem: read_script(file.read_text(encoding="utf-8")) for file in files}
    yield f"{SEARCH}/{STUB_SCRIPT}", f"var __index = {json.dumps(stub)}".encode()
    yield f"{SEARCH}/{folder}/{WHOLE}.js", script(WHOLE, whole).encode()
