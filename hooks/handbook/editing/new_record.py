"""A new record: where its file stands and what is in it. Writes nothing itself."""

import datetime as dt
import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from handbook.editing.refusal import RefusedError
from handbook.editing.skeleton import skeleton
from handbook.library.library import Library
from handbook.library.old_ids import old_records
from handbook.library.record_files import PROSE_SUFFIX
from handbook.library.target import Target
from handbook.reading.fields import ID_PATTERN
from handbook.records.blanks import text_blank
from handbook.records.kinds import KINDS, Kind
from handbook.settings.lists import closed_lists
from handbook.text.slug import slug

LONGEST_ID = 80


def new_record(library: Library, kind_id: str, record_id: str, today: dt.date, title: str = "") -> tuple[Path, str]:
    """Give the file of a new record and its text; without a title there is a blank for it.

    Raises:
        RefusedError: There is no such kind, the id is none, or it is or was in use.
    """
    kind = kind_called(kind_id)
    file = file_of(library, kind, record_id)
    refuse_odd_id(record_id)
    refuse_used_id(library, Target(kind.id, record_id), file)
    lists = {name: tuple(entries) for name, entries in closed_lists(library.settings).items()}
    text = skeleton(kind.model, lists, today, {"title": title} if title else {})
    return file, f"---\n{text}---\n\n{text_blank('câu chuyện')}\n" if kind.suffix == PROSE_SUFFIX else text


def file_of(library: Library, kind: Kind, record_id: str) -> Path:
    """Give the file that a record of this id stands in."""
    return library.settings.data_dir / kind.folder / f"{record_id}{kind.suffix}"


def kind_called(kind_id: str) -> Kind:
    """Find a kind by its id.

    Raises:
        RefusedError: There is none; the nearest is told.
    """
    kinds = {kind.id: kind for kind in KINDS}
    if kind_id in kinds:
        return kinds[kind_id]
    raise RefusedError(f"Không có loại bản ghi “{kind_id}”.", nearest(kind_id, kinds))


def refuse_odd_id(record_id: str) -> None:
    """Refuse what is no id.

    Raises:
        RefusedError: With an id that could be meant.
    """
    if re.fullmatch(ID_PATTERN, record_id) and len(record_id) <= LONGEST_ID:
        return
    proposed = slug(record_id)[:LONGEST_ID]
    better = f" Ví dụ: {proposed}." if re.fullmatch(ID_PATTERN, proposed) else ""
    raise RefusedError(
        f"“{record_id}” không dùng làm id được.",
        f"Chỉ dùng chữ thường không dấu, số và gạch nối, bắt đầu bằng chữ, nhiều nhất {LONGEST_ID} ký tự.{better}",
    )


def refuse_used_id(library: Library, target: Target, file: Path) -> None:
    """Refuse an id that a record of this kind has or had.

    Raises:
        RefusedError: With the record that has or had it.
    """
    if target in library.entries or file.exists():
        raise RefusedError(f"Đã có bản ghi này: {library.settings.name(file)}.", "Chọn id khác, hoặc sửa tệp đó.")
    owner = old_records(library).get(target)
    if owner is not None:
        raise RefusedError(f"“{target.id}” là id cũ của “{owner.id}”; địa chỉ cũ còn dẫn sang đó.", "Chọn id khác.")


def nearest(wrong: str, known: Iterable[str]) -> str:
    """Give the names that could be meant, or all of them."""
    names = list(known)
    close = get_close_matches(wrong, names, n=1, cutoff=0.5)
    return f"Có phải là “{close[0]}”?" if close else f"Hiện có: {', '.join(names)}."
