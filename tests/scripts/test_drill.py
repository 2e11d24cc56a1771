"""Each change of the theme that the drill lists is noticed, and the places to mend that it names are there."""

import re

import pytest

from building import ROOT
from commands.drill import Drill, all_drills, run, unnoticed

DRILLS = all_drills()
SAMPLE = ("Mã của Material gọi ô tìm bằng tên khác",)


@pytest.mark.parametrize("drill", [one for one in DRILLS if one.what in SAMPLE], ids=lambda one: one.what)
def test_a_change_of_the_theme_is_noticed(drill: Drill) -> None:
    """A sample: a real build over a changed copy of Material stops and says what is missing."""
    assert unnoticed(drill) == ""


@pytest.mark.long
@pytest.mark.parametrize("drill", DRILLS, ids=lambda one: one.what)
def test_every_change_of_the_theme_is_noticed(drill: Drill) -> None:
    """The build refuses, or the named test fails."""
    assert unnoticed(drill) == ""


def test_the_drill_tells_a_change_that_nobody_notices(capsys: pytest.CaptureFixture[str]) -> None:
    """A comment more in the theme is no fault, so a drill of it must not pass; nor one whose place is gone."""
    unseen = Drill("Thêm một ghi chú", "base.html", "theme/main.html", "</body>", "<!-- --></body>", told="ghi chú")
    moved = Drill("Đổi cái không có", "base.html", "theme/main.html", "không có đâu", told="gì đó")

    assert not run([unseen, moved], print)

    said = capsys.readouterr().out
    assert "Thêm một ghi chú\n  → KHÔNG AI BÁO; lệnh in ra:\n" in said
    assert "Material không còn “không có đâu” trong base.html" in said
    assert "2 thay đổi không ai báo." in said


@pytest.mark.parametrize("drill", DRILLS, ids=lambda one: one.what)
def test_what_a_drill_names_is_there(drill: Drill) -> None:
    """One thing must notice it, and every place to mend exists."""
    assert bool(drill.told) != bool(drill.test)
    places = [re.sub(r" \(.*", "", place) for place in drill.mend.split(", ")]
    assert [place for place in [*places, drill.test.partition("::")[0]] if not (ROOT / place).exists()] == []
