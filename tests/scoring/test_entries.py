"""One entry at a time: what becomes of it, in points and in words; and how a total stands to each grade."""

import pytest

from handbook.scoring.bands import Standing, standings
from handbook.scoring.points import hundredths
from handbook.scoring.result import GroupResult, LeafResult, Points, State, fault_words, not_whole_words, score
from handbook.scoring.table import Band, Group, Leaf, Level, Need, Question, ScoreTable

NAN, INFINITE = float("nan"), float("inf")
FIVE = Leaf("five", "1", "Năm điểm.", 5, (), (), asked=True)
STEPS = Leaf("steps", "2", "Theo mức.", 5, (Level("Xong.", 5), Level("Gần.", 2.5)), (), asked=True)
SPARE = Leaf("spare", "3", "Khi có.", 5, (), (Question("spare", "Có?"),), asked=True)
PLAIN = Leaf("plain", "4", "Đạt hay không.", None, (), (), asked=True)
NOTHING = Leaf("nothing", "5", "Không điểm nào.", 0, (), (), asked=True)


def table_of(*leaves: Leaf, bands: tuple[Band, ...] = (), declared: float | None = None) -> ScoreTable:
    """Make a table of leaves, each its own criterion."""
    groups = tuple(Group(leaf.id, leaf.number, leaf.words, leaf.questions, (leaf,)) for leaf in leaves)
    return ScoreTable("table", "Bảng", groups, bands, declared)


@pytest.mark.parametrize(
    ("leaf", "given", "expected"),
    [
        (FIVE, None, (State.MISSING, 0, 0, "")),
        (FIVE, 0, (State.SCORED, 0, 5, "")),
        (FIVE, 4.5, (State.SCORED, 4.5, 0.5, "")),
        (FIVE, 5, (State.SCORED, 5, 0, "")),
        (FIVE, 5.01, (State.INVALID, 0, 0, "Ghi từ 0 đến 5")),
        (FIVE, -0.01, (State.INVALID, 0, 0, "Ghi từ 0 đến 5")),
        (FIVE, NAN, (State.INVALID, 0, 0, "Phải ghi bằng số")),
        (FIVE, INFINITE, (State.INVALID, 0, 0, "Phải ghi bằng số")),
        (FIVE, "not-applicable", (State.INVALID, 0, 0, "Mục này kỳ nào cũng chấm")),
        (SPARE, "not-applicable", (State.LEFT_OUT, 0, 0, "")),
        (STEPS, 2.5, (State.SCORED, 2.5, 2.5, "")),
        (STEPS, 3, (State.INVALID, 0, 0, "Chọn một trong các mức 5; 2,5")),
        (PLAIN, 1, (State.SCORED, 1, 0, "")),
        (PLAIN, 0, (State.SCORED, 0, 1, "")),
        (PLAIN, 0.5, (State.INVALID, 0, 0, "Chọn Đạt hoặc Không đạt")),
        (NOTHING, 0, (State.SCORED, 0, 0, "")),
        (NOTHING, 0.5, (State.INVALID, 0, 0, "Ghi từ 0 đến 0")),
    ],
)
def test_an_entry(leaf: Leaf, given: Points | None, expected: tuple[State, float, float, str]) -> None:
    """It is scored, left out, missing or told with what may be given; only what is scored gains and loses."""
    result = score(table_of(leaf), {} if given is None else {leaf.id: given})
    assert result.leaves == (LeafResult(leaf, *expected),)


def test_the_words_of_a_fault_name_what_may_be_given() -> None:
    """Points of a range or of levels as they are written, an answer by its words."""
    assert [fault_words(leaf) for leaf in (FIVE, STEPS, PLAIN)] == [
        "Ghi từ 0 đến 5",
        "Chọn một trong các mức 5; 2,5",
        "Chọn Đạt hoặc Không đạt",
    ]


def test_a_table_that_gives_nothing_has_a_maximum_of_nothing() -> None:
    """It gives points all the same, though none can be earned."""
    result = score(table_of(NOTHING), {"nothing": 0})
    assert (result.total, result.maximum) == (0, 0)
    assert result.groups == (GroupResult("nothing", 0, 0),)


def test_sums_that_do_not_agree_are_both_told() -> None:
    """Also where the record says that all is worth nothing."""
    assert not_whole_words(table_of(FIVE, declared=0)) == (
        "Điểm các mục cộng lại được 5, bảng ghi tổng 0, nên không xếp loại được"
    )


def test_a_sum_counts_only_points() -> None:
    """Being met adds nothing to the total; what is left out is in neither sum."""
    result = score(table_of(FIVE, SPARE, PLAIN), {"five": 4, "spare": "not-applicable", "plain": 1})
    assert (result.total, result.maximum, result.met) == (4, 5, 1)
    assert result.groups == (GroupResult("five", 4, 5), GroupResult("spare", 0, 0))
    assert [one.leaf for one in result.costliest] == [FIVE]


def standing(words: str) -> Standing:
    """Write down how a total stands to a grade."""
    return Standing(fits="fits" in words, full="full" in words, reached="reached" in words)


BANDS = (
    Band("Tốt", 5, None, (Need("plain", "4", ("plain",)),), ""),
    Band("Khá", 2, 5, (), ""),
    Band("Kém", 0, 2, (), ""),
)


@pytest.mark.parametrize(
    ("total", "lost", "expected"),
    [
        (
            500,
            0,
            (
                standing("fits full reached"),
                standing("full reached"),
                standing("full reached"),
            ),
        ),
        (
            500,
            100,
            (
                standing("fits"),
                standing("full reached"),
                standing("full reached"),
            ),
        ),
        (
            499,
            0,
            (
                standing("full"),
                standing("fits full reached"),
                standing("full reached"),
            ),
        ),
        (
            200,
            0,
            (
                standing("full"),
                standing("fits full reached"),
                standing("full reached"),
            ),
        ),
        (
            0,
            0,
            (
                standing("full"),
                standing("full"),
                standing("fits full reached"),
            ),
        ),
    ],
)
def test_how_a_total_stands_to_each_grade(total: int, lost: int, expected: tuple[Standing, ...]) -> None:
    """A limit belongs to the grade above it; what needs something full is not reached without it."""
    found = standings(BANDS, total, {"plain": lost})
    assert found == expected


def test_a_band_that_ends_at_nothing_holds_nothing() -> None:
    """Not even a total of nothing."""
    assert standings([Band("Không", 0, 0, (), "")], 0, {}) == (standing("full"),)


def test_a_result_says_how_it_stands_to_each_grade_at_worst_and_at_best() -> None:
    """What is left out counts as nothing, then as full."""
    table = table_of(SPARE, PLAIN, bands=BANDS)
    result = score(table, {"spare": "not-applicable", "plain": 1})
    assert result.lowest == standings(BANDS, 0, {"plain": 0})
    assert result.highest == standings(BANDS, 500, {"plain": 0})
    assert (result.grade, result.reason) == (
        None,
        "Có mục không chấm kỳ này; bảng không nói tính thế nào nên không xếp loại được",
    )


@pytest.mark.parametrize(
    ("points", "amount"), [(0.125, 13), (0.375, 38), (-0.125, -13), (0.1249, 12), (5, 500), (NAN, None)]
)
def test_a_half_of_a_hundredth_is_rounded_away_from_zero(points: float, amount: int | None) -> None:
    """As spreadsheets do, not to the even one."""
    assert hundredths(points) == amount
