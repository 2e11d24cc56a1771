"""A renamed id is changed everywhere, every address that was keeps leading there, and nothing else changes."""

from pathlib import Path

import pytest

from building import DATE, SECOND
from commands import check, new, rename
from handbook.editing import trial
from handbook.editing.refusal import RefusedError
from handbook.editing.text_edits import Edit, edited, old_ids_edit
from handbook.library.loading import load_library
from handbook.library.old_ids import old_anchors, old_records
from handbook.reading.yaml_files import read_yaml_text
from handbook.settings.loading import load_settings
from libraries import settings_of_second
from second_handbooks import copy_of_second, texts_of

LIBRARY = load_library(settings_of_second())[0]
RECORDS = tuple(LIBRARY.entries)
PARTS = tuple(
    (target, part_id)
    for target, entry in LIBRARY.entries.items()
    for part_id, part in entry.parts.items()
    if hasattr(part.model, "old_ids")
)


def _rename(config: Path, *arguments: str) -> int:
    return rename.main([*arguments, "--config-file", str(config), "--date", DATE])


def _check(config: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    check.main(["--config-file", str(config), "--date", DATE])
    return capsys.readouterr().out


@pytest.mark.parametrize("target", RECORDS, ids=lambda target: f"{target.kind}-{target.id}")
def test_any_record_can_be_renamed(target: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check is silent afterwards, and the old id leads to the new one."""
    config = copy_of_second(tmp_path)
    found = next(one for one in RECORDS if one == target)

    assert _rename(config, found.kind, found.id, "ten-moi") == 0

    assert _check(config, capsys) == ""
    settings, _ = load_settings(config)
    assert settings is not None
    library, _ = load_library(settings)
    assert [(old, new.id) for old, new in old_records(library).items()] == [(found, "ten-moi")]
    assert len(library.referrings) == len(LIBRARY.referrings)


@pytest.mark.parametrize(("target", "part"), PARTS, ids=lambda one: one if isinstance(one, str) else one.id)
def test_any_part_can_be_renamed(target: object, part: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check is silent afterwards, and the old anchor leads to the new one."""
    config = copy_of_second(tmp_path)
    found = next(one for one in RECORDS if one == target)

    assert _rename(config, found.kind, f"{found.id}#{part}", "phan-moi") == 0

    assert _check(config, capsys) == ""
    settings, _ = load_settings(config)
    assert settings is not None
    assert old_anchors(load_library(settings)[0], found) == {part: "phan-moi"}


def test_only_the_id_changes(tmp_path: Path) -> None:
    """Every changed line differs in nothing but the id; comments and everything else stay."""
    config = copy_of_second(tmp_path)
    _rename(config, "document", "noi-quy-2025", "noi-quy-moi")

    before, after = texts_of(SECOND / "mkdocs.yml"), texts_of(config)

    own = "du-lieu/documents/noi-quy-{}.yml"
    after[own.format("2025")] = after.pop(own.format("moi")).replace("old_ids: [noi-quy-2025]\n", "")
    assert {name: text.replace("noi-quy-moi", "noi-quy-2025") for name, text in after.items()} == before


def test_measures_of_papers_follow(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The settings name statements too: both a record's and a statement's new id reach them."""
    config = copy_of_second(tmp_path)
    file = config.parent / "du-lieu" / "handbook.yml"
    file.write_text(file.read_text(encoding="utf-8") + "typography: {indent: noi-quy-2025#notice-lead}\n", "utf-8")

    _rename(config, "document", "noi-quy-2025", "noi-quy-moi")
    _rename(config, "document", "noi-quy-moi#notice-lead", "bao-truoc")

    assert file.read_text(encoding="utf-8").endswith("typography: {indent: noi-quy-moi#bao-truoc}\n")
    assert _check(config, capsys) == ""


def test_a_record_renamed_back_is_as_it_was(tmp_path: Path) -> None:
    """The old id becomes the id again; the one in between stays among the old ones."""
    config = copy_of_second(tmp_path)
    _rename(config, "term", "ban-quan-tri", "bqt")
    _rename(config, "term", "bqt", "ban-quan-tri")

    before, after = texts_of(SECOND / "mkdocs.yml"), texts_of(config)

    name = "du-lieu/terms/ban-quan-tri.yml"
    assert "old_ids: [bqt]\n" in after[name]
    assert after | {name: after[name].replace("old_ids: [bqt]\n", "")} == before


def test_links_and_navigation_follow(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Markdown links to a generated page, with and without an anchor, and an entry of the navigation."""
    config = copy_of_second(tmp_path)
    page = config.parent / "bai-viet" / "gioi-thieu.md"
    links = "[a](noi-quy/noi-quy-2025.md) [b](./noi-quy/noi-quy-2025.md#quorum) [c](noi-quy/noi-quy-2021.md)"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{links}\n", encoding="utf-8")
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("\nnav:\n", '\nnav:\n  - Nay: "noi-quy/noi-quy-2025.md"\n'), encoding="utf-8")

    assert _rename(config, "document", "noi-quy-2025", "nay") == 0
    assert _rename(config, "document", "nay#quorum", "du-ho") == 0

    assert _check(config, capsys) == ""
    links = "[a](noi-quy/nay.md) [b](./noi-quy/nay.md#du-ho) [c](noi-quy/noi-quy-2021.md)"
    assert links in page.read_text(encoding="utf-8")
    assert '- Nay: "noi-quy/nay.md"\n' in config.read_text(encoding="utf-8")


def test_a_draft_leaves_no_old_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody has seen its address yet, nor those of its parts."""
    config = copy_of_second(tmp_path)
    file = config.parent / "du-lieu" / "sources" / "nhap.yml"
    assert new.main(["source", "nhap", "--config-file", str(config), "--date", DATE]) == 0
    file.write_text(
        f"{file.read_text(encoding='utf-8')}statements: [{{id: mot, text: Một., left_out: Chưa cần.}}]\n",
        encoding="utf-8",
    )

    assert _rename(config, "source", "nhap#mot", "hai") == 0
    assert _rename(config, "source", "nhap", "khac") == 0

    text = file.with_stem("khac").read_text(encoding="utf-8")
    assert "id: hai" in text
    assert "old_ids" not in text
    assert _check(config, capsys) == ""


def test_links_of_single_files_follow(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The changes and the journey may name a page by its file, with or without a part of it."""
    config = copy_of_second(tmp_path)
    file = config.parent / "du-lieu" / "changes.yml"
    page = "noi-quy/noi-quy-2025.md"
    links = f'see: [{{to: {page}, words: Một}}, {{to: "{page}#quorum", words: Hai}}]'
    file.write_text(
        f"{file.read_text(encoding='utf-8')}  - {{date: 2026-11-20, text: Thêm., {links}}}\n", encoding="utf-8"
    )
    assert _check(config, capsys) == ""

    assert _rename(config, "document", "noi-quy-2025#quorum", "du-ho") == 0
    assert _rename(config, "document", "noi-quy-2025", "nay") == 0

    assert '{to: noi-quy/nay.md, words: Một}, {to: "noi-quy/nay.md#du-ho", words: Hai}' in file.read_text("utf-8")
    assert _check(config, capsys) == ""


@pytest.mark.parametrize(
    ("name", "old", "now"),
    [
        (
            "du-lieu/sources/bang-theo-doi.yml",
            "schema_version: 1\n",
            'schema_version: 1\nnote: "\\x28(noi-quy-2025))"\n',
        ),
        ("bai-viet/gioi-thieu.md", "", "\n[nay]: noi-quy/noi-quy-2025.md\n\nXem [quy định][nay].\n"),
        ("mkdocs.yml", "\nnav:\n", '\nnav:\n  - Nay: "noi-quy/noi-\\x71uy-2025.md"\n'),
    ],
)
def test_what_is_written_in_an_odd_way_stops_the_renaming(
    name: str, old: str, now: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the id stands cannot be told for sure: the place is named, and no file is touched."""
    config = copy_of_second(tmp_path)
    file = config.parent / name
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(old, now, 1) if old else text + now, encoding="utf-8")
    before = texts_of(config)

    assert _rename(config, "document", "noi-quy-2025", "nay") == 1

    assert "không sửa tự động được" in (err := capsys.readouterr().err) or "Không tìm được chỗ viết" in err
    assert texts_of(config) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("document", "noi-qui-2025", "a"), "Có phải là “noi-quy-2025”?"),
        (("documents", "noi-quy-2025", "a"), "Có phải là “document”?"),
        (("document", "noi-quy-2025", "A b"), "Ví dụ: a-b."),
        (("document", "noi-quy-2025", "noi-quy-2021"), "Đã có bản ghi này"),
        (("document", "noi-quy-2025#quorun", "a"), "Có phải là “quorum”?"),
        (("document", "noi-quy-2025#quorum", "notice-lead"), "Chọn id khác."),
        (("checklist", "hop-cu-dan#meet", "a"), "danh sách đóng"),
    ],
)
def test_a_wrong_renaming_is_refused(
    arguments: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reason is said and no file is touched."""
    config = copy_of_second(tmp_path)

    assert _rename(config, *arguments) == 1

    assert said in capsys.readouterr().err
    assert texts_of(config) == texts_of(SECOND / "mkdocs.yml")


def test_a_renaming_that_makes_a_fault_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A reference elsewhere would become ambiguous: it is told, and no file is touched."""
    config = copy_of_second(tmp_path)
    page = config.parent / "bai-viet" / "gioi-thieu.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n((ban-quan-tri))\n", encoding="utf-8")
    before = texts_of(config)

    assert _rename(config, "document", "noi-quy-2025", "ban-quan-tri") == 1

    assert "[reference.ambiguous]" in capsys.readouterr().out
    assert texts_of(config) == before


def test_nothing_is_renamed_while_a_file_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody can know what such a file refers to."""
    config = copy_of_second(tmp_path)
    (config.parent / "du-lieu/terms/ban-quan-tri.yml").write_text("title: [", encoding="utf-8")

    assert _rename(config, "document", "noi-quy-2025", "nay") == 1

    told = capsys.readouterr()
    assert "Còn tệp chưa đọc được" in told.err
    assert "ban-quan-tri.yml:2:" in told.out


@pytest.mark.parametrize(
    ("text", "base", "after", "ids", "result"),
    [
        ("schema_version: 1\na: b\n", (), "schema_version", ("c",), "schema_version: 1\nold_ids: [c]\na: b\n"),
        ("v: 1\nold_ids: [a, b]  # vì\n", (), "v", ("b", "c"), "v: 1\nold_ids: [b, c]  # vì\n"),
        ("v: 1\nold_ids:\n  - a\n  - 'b'\nc: d\n", (), "v", ("a",), "v: 1\nold_ids: [a]\nc: d\n"),
        (
            "s:\n  - id: a  # vì\n    t: b\n",
            ("s", 0),
            "id",
            ("c",),
            "s:\n  - id: a  # vì\n    old_ids: [c]\n    t: b\n",
        ),
        ("s:\n  - {id: a, t: b}\n", ("s", 0), "id", ("c",), "s:\n  - {id: a, old_ids: [c], t: b}\n"),
        ("s:\n  - t: b\n    id: a", ("s", 0), "id", ("c",), "s:\n  - t: b\n    id: a\n    old_ids: [c]"),
    ],
)
def test_old_ids_are_written_where_they_belong(
    text: str, base: tuple[str | int, ...], after: str, ids: tuple[str, ...], result: str
) -> None:
    """New, longer, shorter; in lines and on one line; comments stay."""
    read, _ = read_yaml_text(text, "x.yml")
    assert read is not None

    assert edited(text, [old_ids_edit(text, read, base, after, ids)]) == result


def test_edits_that_overlap_are_refused() -> None:
    """The same edit twice is one; two in one place are a fault."""
    assert edited("abc", [Edit(1, 2, "x"), Edit(1, 2, "x")]) == "axc"
    with pytest.raises(RefusedError):
        edited("abc", [Edit(0, 2, "x"), Edit(1, 3, "y")])


def test_a_file_that_cannot_be_written_brings_all_others_back(tmp_path: Path) -> None:
    """All or nothing, also when the disk refuses."""
    first, second = tmp_path / "a.yml", tmp_path / "b.yml"
    first.write_text("a", encoding="utf-8")
    second.mkdir()

    with pytest.raises(OSError, match=r"b\.yml"):
        trial.write({first: "x", second: "y"})

    assert first.read_text(encoding="utf-8") == "a"
