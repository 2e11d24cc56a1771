"""A new record passes the check as it is made, and is not published before its blanks are filled."""

import datetime as dt
from pathlib import Path

import pytest

from building import DATE, SECOND
from commands import check, new
from handbook.editing.formatting import format_file
from handbook.editing.new_record import new_record
from handbook.editing.refusal import RefusedError
from handbook.records.blanks import is_blank
from handbook.records.kinds import KINDS, Kind
from libraries import library_of
from second_handbooks import copy_of_second

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_new_record_passes_the_check(kind: Kind, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is a draft without a finding, in the canonical form, and what to do next is said."""
    config = copy_of_second(tmp_path)

    assert new.main([kind.id, "mot-ban-moi", "--config-file", str(config), "--date", DATE]) == 0

    file = config.parent / "du-lieu" / kind.folder / f"mot-ban-moi{kind.suffix}"
    assert "python3 scripts/check.py" in capsys.readouterr().out
    assert check.main(["--config-file", str(config), "--date", DATE]) == 0
    assert capsys.readouterr().out == ""
    assert format_file(file.read_bytes(), file.name, kind.model)[0] == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_new_record_is_not_published_with_its_blanks(
    kind: Kind, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without `draft: true` each blank is told at its line."""
    config = copy_of_second(tmp_path)
    new.main([kind.id, "mot-ban-moi", "--config-file", str(config), "--date", DATE])
    file = config.parent / "du-lieu" / kind.folder / f"mot-ban-moi{kind.suffix}"
    text = file.read_text(encoding="utf-8").replace("draft: true\n", "")
    file.write_text(text, encoding="utf-8")
    capsys.readouterr()

    assert check.main(["--config-file", str(config), "--date", DATE]) == 1

    told = capsys.readouterr().out
    for number, line in enumerate(text.split("\n"), 1):
        key, _, value = line.strip().removeprefix("- ").rpartition(": ")
        if not key.startswith("#") and not line.strip().startswith("#") and is_blank(value):
            assert f"{file.name}:{number}:" in told


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_new_record_names_every_field(kind: Kind) -> None:
    """What a record may have stands there as a comment, with title and help."""
    _, text = new_record(library_of({}), kind.id, "moi", TODAY)

    for name, field in kind.model.model_fields.items():
        if name not in {"schema_version", "draft", "old_ids"}:
            assert f"# {field.title}: {field.description}\n" in text
            assert f"\n{name}:" in text or f"\n# {name}:" in text


@pytest.mark.parametrize(
    ("kind", "record_id", "said"),
    [
        ("chekclist", "a", "Có phải là “checklist”?"),
        ("x", "a", "Hiện có: document"),
        ("term", "Họp tổ", "Ví dụ: hop-to."),
        ("term", "1", "không dùng làm id được"),
        ("term", "a" * 81, "nhiều nhất 80"),
        ("term", "here", "Đã có bản ghi này"),
        ("term", "before", "là id cũ của “here”"),
    ],
)
def test_a_wrong_kind_or_id_is_refused(kind: str, record_id: str, said: str) -> None:
    """Unknown, odd, in use, or in use before."""
    with pytest.raises(RefusedError, match=said.replace("?", r"\?")):
        new_record(library_of({"term/here": {"old_ids": ["before"]}}), kind, record_id, TODAY)


def test_a_refusal_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An existing record stays as it is, and the command says so with 1."""
    config = copy_of_second(tmp_path)

    assert new.main(["term", "ban-quan-tri", "--config-file", str(config)]) == 1

    assert "Đã có bản ghi này: du-lieu/terms/ban-quan-tri.yml" in capsys.readouterr().err
    same = "du-lieu/terms/ban-quan-tri.yml"
    assert (config.parent / same).read_bytes() == (SECOND / same).read_bytes()
