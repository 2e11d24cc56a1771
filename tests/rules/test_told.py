"""What the rules say of small libraries, word for word: read told.txt as whoever has to mend them would.

tests/invalid/ says the same of whole folders; here stands what only a library made for it shows.
"""

from pathlib import Path

import pytest

from handbook.diagnostics.report import as_text
from told_cases import TOLD, of_list

FILE = Path(__file__).with_name("told.txt")
MARK = "== "
"""What the name of a case stands behind, in a line of its own."""
ADDRESSES = "addresses that were published"


def sections() -> dict[str, str]:
    """Read what is expected, by the name of the case."""
    written = FILE.read_text(encoding="utf-8").split(f"\n{MARK}") if FILE.exists() else [""]
    return dict(section.split("\n", 1) for section in written[1:])


def expected(name: str, told: str, *, update: bool) -> str:
    """Give what is expected of a case; with `update`, what is told now is written there first."""
    if update:
        kept = {one: text for one, text in sections().items() if one in {*TOLD, ADDRESSES}} | {name: told}
        FILE.write_text("".join(f"\n{MARK}{one}\n{kept[one]}" for one in sorted(kept)), encoding="utf-8", newline="\n")
    return sections()[name]


@pytest.mark.parametrize("name", TOLD)
def test_what_is_told(name: str, *, update_golden: bool) -> None:
    """The place, the fault, what to do; all of it, in order."""
    told = as_text(TOLD[name]())
    assert told == expected(name, told, update=update_golden)


def test_what_is_told_of_addresses(tmp_path: Path, *, update_golden: bool) -> None:
    """Those that were published and lead nowhere any more."""
    told = as_text(of_list(tmp_path)())
    assert told == expected(ADDRESSES, told, update=update_golden)


def test_everything_expected_is_of_a_case() -> None:
    """A case that is no more leaves nothing behind."""
    assert set(sections()) == {*TOLD, ADDRESSES}
