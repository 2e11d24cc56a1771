"""Asks in a terminal for what a new record needs, in Vietnamese, until the answers will do. Makes nothing itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from handbook.editing.new_record import file_of, kind_called, refuse_odd_id, refuse_used_id
from handbook.editing.refusal import RefusedError
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.kinds import KINDS, Kind
from handbook.text.slug import slug

Hear = Callable[[str], str]
"""Puts a question and gives the answer."""
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to begin; `title` is empty when they did not say."""

    kind: str
    id: str
    title: str = ""


def ask(library: Library, hear: Hear, kind: str | None = None) -> Wanted:
    """Ask for kind, title and id.

    Args:
        library: What there is; it says which ids are taken and how kinds are called.
        hear: How a question is put.
        kind: The kind, where it is known already.
    """
    wanted = _until_it_will_do(hear, _kinds_question(library), _chosen) if kind is None else kind_called(kind)
    title = hear("Tên đầy đủ, như sẽ hiện trên trang: ").strip()
    proposed = slug(title)
    question = f"Tên tệp, không dấu (Enter để dùng “{proposed}”): " if proposed else "Tên tệp, không dấu: "

    def read_id(answer: str) -> str:
        record_id = answer or proposed
        refuse_odd_id(record_id)
        refuse_used_id(library, Target(wanted.id, record_id), file_of(library, wanted, record_id))
        return record_id

    return Wanted(wanted.id, _until_it_will_do(hear, question, read_id), title)


def _until_it_will_do(hear: Hear, question: str, read: Callable[[str], Read]) -> Read:
    while True:
        try:
            return read(hear(question).strip())
        except RefusedError as error:
            question = f"{error}\n{question.splitlines()[-1]}"


def _kinds_question(library: Library) -> str:
    called: Mapping[str, str] = {entry.id: entry.title for entry in library.settings.vocabulary.kinds}
    lines = [f"{number:4}  {kind.id:<10} {called.get(kind.id, '')}" for number, kind in enumerate(KINDS, 1)]
    return "\n".join(["Tạo loại bản ghi nào?", *lines, "Số thứ tự hoặc tên loại: "])


def _chosen(answer: str) -> Kind:
    if answer.isdecimal() and 1 <= int(answer) <= len(KINDS):
        return KINDS[int(answer) - 1]
    return kind_called(answer)
