"""What is kept of a record is lost, and its file says something else by then: nothing is made or told of both."""

import re
from pathlib import Path

import pytest

from commands import build, check
from handbook.build.kept_records import KeptRecords
from previews import CASE, DAY, Preview


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Preview:
    """A handbook of which one record is lost as soon as it is looked into, while somebody changes its file."""
    made = Preview(tmp_path)
    whole = KeptRecords._open  # noqa: SLF001 - there is no other way to lose a record at this moment

    def losing(self: KeptRecords, name: str, digest: bytes) -> object:
        if name == CASE:
            made.change(CASE, lambda text: f"{text}Thêm một câu.\n")
            return None
        return whole(self, name, digest)

    monkeypatch.setattr(KeptRecords, "_open", losing)
    return made


def test_a_build_refuses(preview: Preview, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what has happened and what to do, and leaves no site."""
    named = ["--config-file", str(preview.config), "--site-dir", str(preview.site), "--date", DAY.isoformat()]

    assert build.main([*named, "--files", "none", "--cache", str(preview.cache)]) == 1

    assert re.search(r"Có tệp bị sửa trong lúc dựng.*chạy lại lệnh này", capsys.readouterr().err, re.DOTALL)
    assert not preview.site.exists()


def test_a_check_begins_anew(preview: Preview, capsys: pytest.CaptureFixture[str]) -> None:
    """It needs nothing that is kept."""
    for more in ([], ["--today", DAY.isoformat()]):
        assert check.main(["--config-file", str(preview.config), "--date", DAY.isoformat(), *more]) == 0
        assert capsys.readouterr().out == ""


def test_a_preview_shows_whole_builds_alone(preview: Preview) -> None:
    """Until a build has ended well again."""
    preview.ahead.follow(is_good=True)

    assert preview.ahead.show([preview.change(CASE, lambda text: f"{text}Thêm nữa.\n")]) is None
