"""`bench generate`: a sound handbook of any size, the same every time; other generators get all that it says."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from building import DATE, build
from commands import bench, check
from commands.bench_author import TODAY
from commands.bench_frame import GUIDES
from commands.bench_generate import write_handbook
from commands.bench_peer_sites import write_eleventy, write_hugo, write_stock
from commands.bench_plan import LEAST, NAMES, plan_of
from commands.bench_texts import Told, told_by
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.library.mentions import leaves
from handbook.reading.references import find_mentions
from handbook.records.closed_lists import VocabularyId
from handbook.records.kinds import KINDS
from handbook.settings.loading import load_settings

LINK = re.compile(r"\]\(([^)]+)\)")


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the configuration of the smallest handbook."""
    return write_handbook(LEAST, tmp_path_factory.mktemp("generated"))


@pytest.fixture(scope="module")
def library(generated: Path) -> Library:
    """Load it."""
    settings, _ = load_settings(generated, date=TODAY)
    assert settings is not None
    return load_library(settings)[0]


@pytest.fixture(scope="module")
def told(library: Library) -> list[Told]:
    """Give what its records say."""
    return told_by(library)


def test_nothing_is_wrong_with_it(generated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check has neither error nor warning to tell."""
    code = check.main(["--config-file", str(generated), "--date", DATE])

    assert (code, capsys.readouterr().out) == (0, "")


def test_it_builds(generated: Path, tmp_path: Path) -> None:
    """Every record and every guide has a page, and the look through the finished pages finds nothing."""
    done = build(generated, tmp_path / "site")

    assert (done.returncode, done.stdout) == (0, "")
    assert len(list((tmp_path / "site").rglob("index.html"))) > LEAST + GUIDES


def test_it_has_as_many_records_as_wanted_of_all_kinds(library: Library) -> None:
    """No kind is empty, and together they are the number that was asked for."""
    assert set(library.kinds()) == {kind.id for kind in KINDS}
    assert len(library.entries) == LEAST


def test_the_same_number_gives_the_same_bytes(generated: Path, tmp_path: Path) -> None:
    """Whoever measures again measures the same."""
    write_handbook(LEAST, tmp_path / "again")

    first, again = (_files(folder) for folder in (generated.parent, tmp_path / "again"))
    assert first == again


@given(st.integers(LEAST, 20_000))
def test_every_kind_has_its_share(total: int) -> None:
    """Shares are of the whole, and most records are what branches write."""
    counts = plan_of(total).counts

    assert set(counts) == set(NAMES)
    assert sum(counts.values()) == total
    assert min(counts.values()) > 0
    assert max(counts, key=lambda kind: counts[kind]) == "case"


@pytest.mark.parametrize("arguments", [("39", "new"), ("x", "new"), ("40", ".")])
def test_what_cannot_be_generated_is_refused(arguments: tuple[str, str], tmp_path: Path) -> None:
    """Too few records, no number, and a folder that holds something end with 2."""
    (tmp_path / "file").touch()

    with pytest.raises(SystemExit) as ended:
        bench.main(["generate", arguments[0], str(tmp_path / arguments[1])])

    assert ended.value.code == 2


def test_others_are_told_every_sentence(library: Library, told: list[Told]) -> None:
    """No text of a record is kept from the generators that are measured beside ours."""
    for entry, one in zip(library.entries.values(), told, strict=True):
        lines = {line.text for section in one.sections for line in section.lines}
        words = "\n".join((one.title, *lines))
        for path, value, _ in leaves(entry):
            if isinstance(value, str) and not isinstance(value, VocabularyId) and not find_mentions(value):
                assert value in words or path[-1] in {"id", "short_title"}, (entry.id, path)
        for paragraph in entry.file.body.strip().split("\n\n"):
            assert find_mentions(paragraph) or paragraph in one.story


def test_stock_pages_lead_to_pages_that_are_there(told: list[Told], tmp_path: Path) -> None:
    """Every link of the Markdown leads to a file of it, and every record has one."""
    write_stock(told, tmp_path)

    pages = sorted((tmp_path / "docs").rglob("*.md"))
    assert sum(page.stem != "index" for page in pages) == LEAST
    for page in pages:
        for link in LINK.findall(page.read_text(encoding="utf-8")):
            assert (page.parent / link).resolve() in pages, (page, link)


@pytest.mark.parametrize(("write", "folder"), [(write_hugo, "data/records"), (write_eleventy, "records")])
def test_data_of_others_lead_to_records_that_are_there(
    write: Callable[[list[Told], Path], None], folder: str, told: list[Told], tmp_path: Path
) -> None:
    """Every record is a data file, and what it links to is one as well."""
    write(told, tmp_path)

    files = {file.relative_to(tmp_path / folder).as_posix(): file for file in (tmp_path / folder).glob("*/*.yaml")}
    assert len(files) == LEAST
    for file in files.values():
        record = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
        for section in record["sections"]:
            for line in section["lines"]:
                assert {f"{link['to']}.yaml" for link in line.get("links", [])} <= set(files)


def _files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
