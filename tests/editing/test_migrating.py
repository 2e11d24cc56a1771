"""Older records become today's step by step, their comments in place. The migrations here are made up for the tests."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import SECOND
from commands import migrate
from handbook.editing.formatting import order_of, read_file_tree, write_file_tree
from handbook.editing.merging import with_values
from handbook.editing.migrating import Migration, NewerVersionError, migrated, migrated_document
from handbook.editing.nodes import comments, plain
from handbook.editing.tree_reading import read_tree
from second_handbooks import copy_of_second, texts_of

VALUES = st.recursive(
    st.integers(0, 3) | st.sampled_from(["a", "b", "một câu"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcid"), inner, max_size=3),
    max_leaves=8,
)
RECORDS = st.dictionaries(st.sampled_from("abcde"), VALUES, min_size=1, max_size=4)


def _renames_meaning(values: dict[str, Any]) -> dict[str, Any]:
    return {("sense" if key == "meaning" else key): value for key, value in values.items()}


def _of_version(version: int, config: Path) -> Path:
    file = config.parent / "du-lieu/terms/ban-quan-tri.yml"
    text = file.read_text(encoding="utf-8").replace("schema_version: 1", f"schema_version: {version}")
    file.write_text(text, encoding="utf-8")
    return file


def _adds_note(values: dict[str, Any]) -> dict[str, Any]:
    values["lines"] = [{**line, "note": "Mới"} for line in values["lines"]]
    return values


CHAIN = (Migration("term", 3, _adds_note), Migration("term", 2, _renames_meaning), Migration("case", 2, dict.copy))
SOURCE = """\
# đầu
schema_version: 1
# trên nghĩa
meaning: "Một"  # cạnh nghĩa
lines:
  # trên dòng hai
  - id: b
    text: Hai
  # cuối
"""


def test_a_chain_is_gone_through_in_order_and_comments_stay() -> None:
    """From version 1 to 3 in two steps: a key renamed, a key added in each part of a list."""
    document = migrated_document(read_tree(SOURCE), "term", CHAIN, 3)
    tree, _ = read_file_tree(SOURCE.encode(), "x.yml")
    assert tree is not None

    assert write_file_tree(type(tree)(document, None), order_of(None)) == (
        '# đầu\nschema_version: 3\n# trên nghĩa\nsense: "Một"  # cạnh nghĩa\n'
        "lines:\n  # trên dòng hai\n  - id: b\n    text: Hai\n    note: Mới\n  # cuối\n"
    )


def test_a_kind_without_a_migration_gets_the_new_number_alone() -> None:
    """And what is current is not touched at all."""
    assert migrated({"schema_version": 1, "meaning": "a"}, "form", CHAIN, 3) == {"schema_version": 3, "meaning": "a"}
    document = read_tree(SOURCE)
    assert migrated_document(document, "term", CHAIN, 1) is document


def test_a_newer_record_is_refused() -> None:
    """This generator does not know what it means."""
    with pytest.raises(NewerVersionError, match="4"):
        migrated({"schema_version": 4}, "term", CHAIN, 3)


def test_a_migration_cannot_spoil_its_input() -> None:
    """The values that come in are the same afterwards."""
    values = {"schema_version": 2, "lines": [{"id": "a"}]}

    assert migrated(values, "term", CHAIN, 3)["lines"] == [{"id": "a", "note": "Mới"}]
    assert values == {"schema_version": 2, "lines": [{"id": "a"}]}


@pytest.mark.parametrize(
    ("source", "values", "result"),
    [
        ("# a\na: 1\n# b\nb: 2\n", {"b": 2}, ["# a", "# b"]),
        ("s:\n  # x\n  - id: x\n    # t\n    t: 1\n", {"s": [{"id": "y"}]}, ["# t", "# x"]),
        ("s:\n  - id: x\n    t: 1  # t\n  - id: y\n", {"s": [{"id": "y"}, {"id": "x", "t": 2}]}, ["# t"]),
    ],
)
def test_no_comment_is_lost(source: str, values: dict[str, Any], result: list[str]) -> None:
    """Of what is gone, of what changed, of what moved."""
    document = with_values(read_tree(source), values)

    assert plain(document.root) == values
    assert comments(document) == result


@given(old=RECORDS, new=RECORDS)
def test_whatever_changes_the_values_are_the_new_ones(old: dict[str, Any], new: dict[str, Any]) -> None:
    """Merging never mixes old values into new ones."""
    empty = read_tree("z: 1\n")

    assert plain(with_values(with_values(empty, old), new).root) == new


def test_records_of_today_are_left_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command finds nothing to do and says so."""
    config = copy_of_second(tmp_path)

    assert migrate.main(["--check", "--config-file", str(config)]) == 0
    assert migrate.main(["--config-file", str(config)]) == 0

    assert capsys.readouterr().out == "Mọi bản ghi đã ở phiên bản 1.\n"
    assert texts_of(config) == texts_of(SECOND / "mkdocs.yml")


def test_an_older_record_is_told_and_brought_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--check` names it and ends with 1; without it the file is written."""
    config = copy_of_second(tmp_path)
    file = _of_version(0, config)

    assert migrate.main(["--check", "--config-file", str(config)]) == 1
    assert capsys.readouterr().out == "Phiên bản cũ: du-lieu/terms/ban-quan-tri.yml\n"
    assert migrate.main(["--config-file", str(config)]) == 0

    assert "schema_version: 1\n" in file.read_text(encoding="utf-8")


def test_a_record_of_the_future_stops_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told which file and what to do."""
    config = copy_of_second(tmp_path)
    _of_version(9, config)

    assert migrate.main(["--config-file", str(config)]) == 1
    assert "phiên bản 9 mới hơn phiên bản 1" in capsys.readouterr().out
