"""Small pages to be found, and searches in an index made of them alone."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from commands.searching import Answer, search
from handbook.search.index import index_files
from handbook.search.page import NO_MARK, Found, Passage, Writing


@dataclass(frozen=True, slots=True)
class _Earlier:
    """The files of an earlier index, at hand."""

    files: Mapping[str, str]
    marks: Mapping[str, str]

    def names(self) -> AbstractSet[str]:
        return self.files.keys()

    def text(self, name: str) -> str:
        return self.files[name]

    def says(self, name: str, text: str) -> bool:
        return self.files[name] == text

    def mark(self, name: str) -> str:
        return self.marks.get(name, NO_MARK)


def found(address: str, title: str, text: str = "", *, sort: str = "term", **more: str | tuple[str, ...]) -> Found:
    """Make a page with one passage beside its opening."""
    passages = (Passage("", "", text), Passage("them", "Thêm", "Đoạn thứ hai."))
    return Found(address, title, title, sort, "Loại", passages, **more)  # type: ignore[arg-type]


def index_of(
    pages: Sequence[Found], writings: Sequence[Writing] = (), before: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Make the files of an index, perhaps from those of an earlier one."""
    earlier = before or {}
    files = index_files(pages, writings, None if before is None else _Earlier(before, {}))
    return {name: earlier[name] if text is None else text for name, text in files}


def write_index(folder: Path, pages: Sequence[Found], writings: Sequence[Writing] = ()) -> Path:
    """Write the files of an index into a folder and give it back."""
    folder.mkdir(exist_ok=True)
    for name, text in index_of(pages, writings).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def ask(folder: Path, pages: Sequence[Found], query: str, writings: Sequence[Writing] = ()) -> Answer:
    """Search in an index of these pages alone."""
    [answer] = search(write_index(folder, pages, writings), [query])
    return answer


def addresses(answer: Answer) -> list[str]:
    """Give what was found, best first."""
    return [page.address for page in answer.pages]
