"""Every address that was ever published still leads somewhere: links, bookmarks, printed codes outlive page names.

The addresses stand in a file beside the data, a page a line: its address, then the anchors on it.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from handbook.addresses.addresses import Addresses, address_of_file
from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.drafts import published
from handbook.library.library import Library
from handbook.library.old_ids import old_anchors, old_records
from handbook.reading.prose import scan
from handbook.rules.pages import anchors_of_target, generated_pages
from handbook.rules.prose import anchors_of
from handbook.settings.settings import Settings

FILE = "published-addresses.txt"
START = "./"
"""How the start page is written, whose address is empty."""


def list_file(settings: Settings) -> Path:
    """Name the file in which the addresses are kept."""
    return settings.data_dir / FILE


def addresses_now(library: Library, addresses: Addresses) -> dict[str, frozenset[str]]:
    """Give every address of the site, old ones included, each with its anchors."""
    shown = published(library)
    found: dict[str, frozenset[str]] = {}
    for path, target in generated_pages(shown, addresses).items():
        if target.page:
            continue  # what stands there moves as the handbook grows; the first page leads to it
        anchors = frozenset({*anchors_of_target(shown, target), *old_anchors(shown, target)})
        found[address_of_file(path)] = anchors
    for path, page in shown.pages.items():
        anchors = anchors_of(scan(page.file.body).headings)
        for file in (path, *page.meta.old_paths):
            found[address_of_file(file)] = anchors
    for old, new in old_records(shown).items():
        found[addresses.page_address(old)] = found[addresses.page_address(new)]
    return found


def read_list(text: str) -> dict[str, frozenset[str]]:
    """Read the list, whatever is in it."""
    rows = (line.split() for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {"" if row[0] == START else row[0]: frozenset(row[1:]) for row in rows}


def with_new(kept: Mapping[str, frozenset[str]], now: Mapping[str, frozenset[str]]) -> str:
    """Give the text of the list with everything that is published now; nothing is ever taken away."""
    head = (
        "# Mọi địa chỉ đã đăng, mỗi dòng một trang rồi các neo. Viết thêm: python3 scripts/check.py --keep-addresses\n"
    )
    rows = {page: kept.get(page, frozenset()) | now.get(page, frozenset()) for page in {*kept, *now}}
    return head + "".join(" ".join([page or START, *sorted(rows[page])]) + "\n" for page in sorted(rows))


def published_addresses_lead_somewhere(library: Library, addresses: Addresses) -> Iterator[Finding]:
    """Tell an address of the list that leads nowhere any more; while a file cannot be read, nobody can know."""
    file = list_file(library.settings)
    if library.unread or not file.is_file():
        return
    now = addresses_now(library, addresses)
    name = library.settings.name(file)
    for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        for page, anchors in read_list(line).items():
            if page not in now:
                message = f"Địa chỉ đã đăng “/{page}” không còn dẫn tới đâu."
                hint = "Ghi tên cũ vào “old_ids” của bản ghi, hoặc “old_paths” của trang, nay nói điều ấy."
                yield Finding(name, number, 1, Code.PAGE_LOST, message, hint)
            else:
                for anchor in sorted(anchors - now[page]):
                    message = f"Địa chỉ đã đăng “/{page}#{anchor}” không còn mục ấy trên trang."
                    hint = "Ghi id cũ vào “old_ids” của mục; với đề mục của trang viết tay, thêm {#neo} sau đề mục."
                    yield Finding(name, number, line.index(f" {anchor}") + 2, Code.PAGE_LOST, message, hint)
