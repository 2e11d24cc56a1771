"""What the page of codes shows as right is right: the mended files are told of no longer."""

import re
from pathlib import Path

import pytest

from building import DATE
from commands import check
from invalid_examples import EXPECTED, INVALID, MENDED, NAMES, arguments_of, handbook_mended

WITH_MENDED = tuple(name for name in NAMES if (INVALID / name / MENDED).is_dir())


@pytest.mark.parametrize("name", WITH_MENDED)
def test_a_mended_fault_is_not_told(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No code that was told of the faulty file is told of the mended one."""
    before = (INVALID / name / EXPECTED).read_text(encoding="utf-8")

    config = handbook_mended(name, tmp_path / "handbook")
    check.main(["--config-file", str(config), "--date", DATE, *arguments_of(name)])

    after = capsys.readouterr().out
    mended = [one.relative_to(INVALID / name / MENDED).as_posix() for one in (INVALID / name / MENDED).rglob("*.*")]
    assert _codes(before)
    assert [
        (file, code) for file, code in _codes(after) if code in {told for _, told in _codes(before)} and file in mended
    ] == []


def _codes(told: str) -> list[tuple[str, str]]:
    return re.findall(r"^([^ :]+):\d+:\d+: .*\[([a-z.-]+)\]$", told, re.MULTILINE)
