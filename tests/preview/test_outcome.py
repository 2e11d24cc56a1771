"""The browser learns from the state what to show and when to load the page again."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.preview.outcome import Outcome, Remark, State, read_remarks

REMARK = Remark("docs/a.md", 3, 1, "error", "prose.link", "Liên kết hỏng.", "Sửa đi.")


@given(st.lists(st.booleans()))
def test_the_site_on_show_is_that_of_the_last_good_build(builds: list[bool]) -> None:
    """A bad build leaves the site of the last good one on show."""
    state = State()
    for is_good in builds:
        state = state.after(Outcome(is_good))
    good = [number for number, is_good in enumerate(builds, start=1) if is_good]
    assert (state.outcome_number, state.site_number) == (len(builds), good[-1] if good else 0)


def test_a_report_is_read_back() -> None:
    """Remarks come out of a JSON report as they went in, and the state holds them in one line."""
    report = json.dumps([json.loads(State(remarks=(REMARK,)).as_json())["remarks"][0]])
    assert read_remarks(report) == (REMARK,)
    assert "\n" not in State(words="a\nb").as_json()


@pytest.mark.parametrize("report", ["", "x", '[{"path": "a"}]', "[1]", "3"])
def test_what_is_no_report_is_refused(report: str) -> None:
    """Words of another kind are never taken for findings."""
    with pytest.raises(ValueError, match=r"."):
        read_remarks(report)
