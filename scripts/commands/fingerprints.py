"""Keeps of texts that must not be copied only hashes: of every run of twelve syllables, and of the names of persons.

From hashes nobody can read the texts; a test can still tell whether a page copies them. The texts are not kept.
"""

import gzip
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from commands.options import ROOT, Parser
from handbook.text.folding import fold
from handbook.text.nfc import to_nfc

KEPT = ROOT / "tests" / "site" / "fingerprints.txt.gz"
RUN = 12
"""So many syllables in a row are a copy."""
LONGEST_NAME = 5
"""A name has at most so many syllables."""
_DIGITS = 12

_SYLLABLE = re.compile(r"[^\W_]+")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-ZĐ])")
_BETWEEN = re.compile(r"[^\w ]+|\d+")
_BYLINE = re.compile(r"Theo ((?:[^\W\d_]+ ){1,3}[^\W\d_]+)/")
SURNAMES = re.compile(
    r"(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Ma|Nông|Trương|"
    r"Đinh|Đoàn|Mai|Cao|Tạ|Tô|Lương|Trịnh|Triệu|Hứa|Đào|Lưu|Vương|Phùng|Thái|Châu)",
    re.IGNORECASE,
)
NO_PERSON = ("Hồ Chí Minh", "Nguyễn Phú Trọng", "Trần Phú", "Đoàn Viên", "Đoàn Thể")
"""What begins like a name and is no private person's: campaigns, offices, streets, common words."""


def main(arguments: list[str]) -> int:
    """Write the hashes of all texts of a folder; 0, or 2 when there is none."""
    parser = Parser("fingerprints", "Ghi mã băm của các bài nguồn để bài thử nhận ra câu chép lại; không lưu lời bài.")
    parser.given.add_argument("folder", type=Path, metavar="THƯ-MỤC", help="thư mục các bài nguồn (.txt)")
    folder = parser.read(arguments).folder
    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))]
    if not texts:
        parser.error(f"Không có bài .txt nào trong “{folder}”.")
    runs = {one for text in texts for one in hashed(runs_of(text, RUN))}
    names = {one for text in texts for one in hashed(fold(name) for name in names_of(text))}
    write(runs, names)
    return 0


def write(runs: Iterable[str], names: Iterable[str]) -> None:
    """Keep the hashes; the same texts give the same bytes."""
    lines = "\n".join([*sorted(runs), "", *sorted(names)]) + "\n"
    KEPT.write_bytes(gzip.compress(lines.encode(), mtime=0))


def read() -> tuple[frozenset[str], frozenset[str]]:
    """Give the hashes of runs and of names."""
    runs, _, names = gzip.decompress(KEPT.read_bytes()).decode().partition("\n\n")
    return frozenset(runs.split()), frozenset(names.split())


def runs_of(text: str, length: int) -> Iterator[str]:
    """Give every run of so many syllables, without case, marks and what stands between."""
    syllables = _SYLLABLE.findall(fold(to_nfc(text)))
    return (" ".join(syllables[start : start + length]) for start in range(len(syllables) - length + 1))


def hashed(words: Iterable[str]) -> Iterator[str]:
    """Give the hash of each; short, for there are few thousand of them."""
    return (hashlib.sha256(one.encode()).hexdigest()[:_DIGITS] for one in words)


def names_of(text: str) -> Iterator[str]:
    """Give what looks like a person's name: a surname with capitalized words after it, or a byline."""
    whole = _GLUED.sub("\n", to_nfc(text))
    yield from _BYLINE.findall(whole)
    for piece in _BETWEEN.split(whole):
        words = piece.split()
        for start, word in enumerate(words):
            name = _name_at(words, start) if SURNAMES.fullmatch(word) else ""
            if name.count(" ") and not name.title().startswith(NO_PERSON):
                yield name


def _name_at(words: list[str], start: int) -> str:
    whole = words[start : start + LONGEST_NAME]
    shape = str.isupper if whole[0].isupper() and len(whole[0]) > 1 else str.istitle
    end = next((index for index, word in enumerate(whole) if not shape(word)), len(whole))
    return " ".join(whole[:end])
