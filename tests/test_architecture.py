"""The house keeps its plan: rooms import downwards, one file knows MkDocs, modules are small and say why they exist."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from building import ROOT

LONGEST = 300
MODULES = tuple(sorted(file for folder in ("hooks", "scripts", "tests") for file in (ROOT / folder).rglob("*.py")))
HOOKS = tuple(file for file in MODULES if file.is_relative_to(ROOT / "hooks"))


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _imported(file: Path) -> Iterator[str]:
    """Give the first names of all that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.filterwarnings("ignore::EncodingWarning")  # import-linter opens its own files without saying how
def test_rooms_import_only_what_stands_below_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The import contract of .importlinter holds."""
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(str(ROOT / "hooks"))

    assert lint_imports(config_filename=str(ROOT / ".importlinter"), no_cache=True) == 0, capsys.readouterr().out


def test_no_folder_of_tests_is_passed_by(pytestconfig: pytest.Config) -> None:
    """Whoever runs all tests runs those of every room: a folder's name must not be one that pytest leaves out."""
    folders = {part for file in (ROOT / "tests").rglob("test_*.py") for part in file.relative_to(ROOT).parts[:-1]}
    left_out = pytestconfig.getini("norecursedirs")

    assert "build" in folders
    assert [folder for folder in folders for pattern in left_out if fnmatch(folder, pattern)] == []


def test_one_file_under_hooks_imports_mkdocs() -> None:
    """MkDocs can be exchanged by rewriting hooks/events.py."""
    assert [_name(file) for file in HOOKS if "mkdocs" in _imported(file)] == ["hooks/events.py"]


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_a_module_is_small_and_says_why_it_exists(file: Path) -> None:
    """No module is longer than the cap, and each begins with a docstring that is a sentence."""
    text = file.read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(text)) or ""

    assert docstring.split("\n")[0].endswith((".", ":"))
    assert text.count("\n") <= LONGEST
