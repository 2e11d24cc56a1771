"""Bad input is told in full, exactly as written down under tests/invalid/, and never published."""

from pathlib import Path

import pytest

from building import DATE, SECOND, build
from commands import check
from handbook.diagnostics.codes import Code
from handbook.publish.manifest import manifest
from invalid_examples import EXPECTED, INVALID, NAMES, arguments_of, handbook_with_fault


def _expected(name: str) -> str:
    return (INVALID / name / EXPECTED).read_text(encoding="utf-8")


REFUSED = tuple(name for name in NAMES if "\n0 lỗi" not in _expected(name) and not arguments_of(name))
"""The examples with an error that stops a build: warnings do not, nor does what is told only when it is asked for."""
SAMPLE = REFUSED[:: len(REFUSED) // 6][:6]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was published before the fault was made."""
    site = tmp_path_factory.mktemp("published") / "site"
    done = build(SECOND / "mkdocs.yml", site)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def test_the_second_handbook_is_without_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    """What the faults are laid over is sound, so that whatever is told comes from the fault."""
    assert check.main(["--config-file", str(SECOND / "mkdocs.yml"), "--date", DATE]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("name", NAMES)
def test_a_fault_is_told(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], *, update_golden: bool) -> None:
    """The check says file, line, column, what is wrong and what to do, word for word."""
    configuration = handbook_with_fault(name, tmp_path / "handbook")

    code = check.main(["--config-file", str(configuration), "--date", DATE, *arguments_of(name)])

    told = capsys.readouterr().out
    if update_golden:
        (INVALID / name / EXPECTED).write_text(told, encoding="utf-8", newline="\n")
    assert told == _expected(name)
    assert code == int("\n0 lỗi" not in told)


def test_every_code_is_shown_by_an_example() -> None:
    """No code of the check is without an example; those of the finished site have their own tests."""
    told = "".join(_expected(name) for name in NAMES)
    untold = [code.value for code in Code if not code.startswith("publish.") and f" [{code}]\n" not in told]
    assert untold == []


@pytest.mark.parametrize("name", SAMPLE)
def test_the_build_refuses_a_fault(name: str, tmp_path: Path, published: Path) -> None:
    """The build says the same words as the check and leaves the published site as it is."""
    _refuses(name, tmp_path, published)


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(set(REFUSED) - set(SAMPLE)))
def test_the_build_refuses_every_fault(name: str, tmp_path: Path, published: Path) -> None:
    """The same for all other examples."""
    _refuses(name, tmp_path, published)


def _refuses(name: str, folder: Path, site: Path) -> None:
    before = manifest(site)
    done = build(handbook_with_fault(name, folder / "handbook"), site)

    assert (done.returncode, done.stdout) == (1, _expected(name)), done.stderr
    assert manifest(site) == before
