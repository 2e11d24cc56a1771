"""Small pages to be found, and searches in an index made of them alone."""

from collections.abc import Sequence
from pathlib import Path

from commands.searching import Answer, search
from handbook.search.index import index_files
from handbook.search.page import Found, Passage, Writing


def found(address: str, title: str, text: str = "", *, sort: str = "term", **more: str | tuple[str, ...]) -> Found:
    """Make a page with one passage beside its opening."""
    passages = (Passage("", "", text), Passage("them", "Thêm", "Đoạn thứ hai."))
    return Found(address, title, title, sort, "Loại", passages, **more)  # type: ignore[arg-type]


def write_index(folder: Path, pages: Sequence[Found], writings: Sequence[Writing] = ()) -> Path:
    """Write the files of an index into a folder and give it back."""
    folder.mkdir(exist_ok=True)
    for name, text in index_files(pages, writings).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def ask(folder: Path, pages: Sequence[Found], query: str, writings: Sequence[Writing] = ()) -> Answer:
    """Search in an index of these pages alone."""
    [answer] = search(write_index(folder, pages, writings), [query])
    return answer


def addresses(answer: Answer) -> list[str]:
    """Give what was found, best first."""
    return [page.address for page in answer.pages]
