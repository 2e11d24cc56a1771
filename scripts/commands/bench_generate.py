"""Writes a handbook of any number of records into a folder: same number, same bytes.

Its sentences are this handbook's own in chance order; theme, hooks and closed lists are this handbook's.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from commands.bench_author import TODAY, Author, author_of
from commands.bench_frame import dumped, write_frame
from commands.bench_grounds import document, form, meeting, problem, source, term
from commands.bench_options import subject_parser
from commands.bench_plan import LEAST, id_of, plan_of
from commands.bench_works import case, checklist, criteria, story, topic
from commands.options import ROOT
from commands.sentences import sentences_of
from handbook.library.loading import load_library
from handbook.library.mentions import texts_of_entry
from handbook.records.kinds import KINDS
from handbook.settings.loading import load_settings

MOST_WORDS = 30
"""With more a sentence is too long for the rules of prose, wherever it comes to stand."""
TITLE = range(12, 60)
MARKED = re.compile(r"\(\(|\{value\}|://|[\[\]*_|`<>#&\\]|^\W|^\d")
"""What a sentence must not hold to stand anywhere: references, addresses, marks of Markdown."""
USED = re.compile(r"\b(?:van-ban|nguon)-\d{4}#[a-z-]+")
LEFT_OUT = "Chưa trang nào cần đến."
WRITERS: Mapping[str, Callable[[Author], dict[str, Any]]] = {
    "document": document,
    "source": source,
    "checklist": checklist,
    "criteria": criteria,
    "case": case,
    "meeting": meeting,
    "topic": topic,
    "problem": problem,
    "form": form,
    "term": term,
}


def main(arguments: list[str]) -> int:
    """Write a handbook."""
    parser = subject_parser("generate", "Viết một cẩm nang thử có SỐ bản ghi vào một thư mục mới.")
    parser.given.add_argument("count", type=int, metavar="SỐ", help=f"số bản ghi, từ {LEAST} trở lên")
    parser.given.add_argument("folder", type=Path, metavar="THƯ-MỤC", help="thư mục chưa có, hoặc còn trống")
    options = parser.read(arguments)
    if options.count < LEAST:
        parser.error(f"Cần ít nhất {LEAST} bản ghi để loại nào cũng có.")
    if options.folder.exists() and any(options.folder.iterdir()):
        parser.error(f"Thư mục “{options.folder}” đã có tệp; chọn thư mục khác.")
    file = write_handbook(options.count, options.folder)
    print(f"Đã viết {options.count} bản ghi. Dựng với: --config-file {file} --date {TODAY}")
    return 0


def write_handbook(count: int, folder: Path) -> Path:
    """Write a handbook of so many records; gives its configuration file."""
    plan, texts = plan_of(count), _texts()
    heads: dict[tuple[str, int], dict[str, Any]] = {}
    stories: dict[tuple[str, int], str] = {}
    for kind in KINDS:
        for number in range(plan.counts[kind.id]):
            author = author_of(plan, texts, kind.id, number)
            heads[kind.id, number] = {"schema_version": 1, **WRITERS[kind.id](author)}
            if kind.suffix == ".md":
                stories[kind.id, number] = f"---\n\n{story(author)}\n"
    used = frozenset(USED.findall("\n".join((*map(str, heads.values()), *stories.values()))))
    for kind in KINDS:
        place = folder / "data" / kind.folder
        place.mkdir(parents=True)
        for number in range(plan.counts[kind.id]):
            head = dumped(_left_out(id_of(kind.id, number), heads[kind.id, number], used))
            body = stories.get((kind.id, number), "")
            text = f"---\n{head}{body}" if body else head
            (place / f"{id_of(kind.id, number)}{kind.suffix}").write_text(text, encoding="utf-8", newline="\n")
    return write_frame(folder, plan, texts)


def _texts() -> tuple[Sequence[str], Sequence[str]]:
    """Give this handbook's sentences and titles that can stand anywhere.

    Raises:
        RuntimeError: Its configuration cannot be read.
    """
    settings, _ = load_settings(ROOT / "mkdocs.yml")
    if settings is None:
        raise RuntimeError("mkdocs.yml cannot be read; run scripts/check.py")
    library, _ = load_library(settings)
    texts = {text for entry in library.entries.values() for _, text in texts_of_entry(entry)}
    plain = sorted(text for text in texts if not MARKED.search(text))
    titles = [text for text in plain if len(text) in TITLE and " " in text and not text.endswith((".", "?", ":"))]
    return [one for one in sentences_of(plain) if len(one.split()) <= MOST_WORDS], titles


def _left_out(record_id: str, head: dict[str, Any], used: frozenset[str]) -> dict[str, Any]:
    """Say of each statement that nothing uses why it is not used."""
    if "statements" not in head or isinstance(head["statements"][0], str):
        return head
    told = [
        statement if f"{record_id}#{statement['id']}" in used else {**statement, "left_out": LEFT_OUT}
        for statement in head["statements"]
    ]
    return {**head, "statements": told}
