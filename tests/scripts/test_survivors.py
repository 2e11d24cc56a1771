"""The list of small faults that no test notices is in step with the code that it is about."""

import tomllib
from pathlib import Path

import pytest

from building import ROOT

LISTED = tomllib.loads((ROOT / "tests" / "mutants" / "survivors.toml").read_text(encoding="utf-8"))["mutant"]


def _file(function: str) -> Path:
    """Give the file of a function, whose name goes on with its class or its own."""
    names = function.split(".")
    files = (ROOT.joinpath("hooks", *names[:length]).with_suffix(".py") for length in range(len(names) - 1, 0, -1))
    return next(file for file in files if file.is_file())


@pytest.mark.parametrize("one", LISTED, ids=lambda one: f"{one['function']}: {one['becomes']}"[:80])
def test_a_listed_fault_can_still_be_made(one: dict[str, str]) -> None:
    """Its lines stand in the function's file, and it says why no test has to notice it."""
    lines = {line.strip() for line in _file(one["function"]).read_text(encoding="utf-8").splitlines()}

    assert {line for line in one["was"].split("\n") if line} <= lines
    assert one["was"] != one["becomes"]
    assert one["reason"].endswith(".")


def test_no_fault_is_listed_twice() -> None:
    """Each has one reason."""
    names = [(one["function"], one["was"], one["becomes"], one.get("again", 0)) for one in LISTED]
    assert len(set(names)) == len(names)
