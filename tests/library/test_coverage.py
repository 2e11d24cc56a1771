"""Who serves whom: fields count, mentions do not; a local table is served by what serves the general one."""

from typing import Any

from handbook.library.coverage import Served, coverage_of
from handbook.library.library import Library
from handbook.library.target import SETTINGS, Target
from libraries import TYPOGRAPHY, library_of, statement, worth


def item(item_id: str, **fields: Any) -> dict[str, Any]:
    """Give an item of a checklist."""
    return {"id": item_id, "text": "Làm.", "duty": "should", **fields}


def checklist(*items: dict[str, Any]) -> dict[str, Any]:
    """Give a checklist of these items."""
    return {"phases": [{"phase": "prepare", "items": list(items)}]}


def table(*criteria: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Give a scoring table of these criteria."""
    return {"criteria": [{"number": "1", "text": "Sạch.", **one} for one in criteria], **fields}


def _criteria(library: Library, table_id: str) -> tuple[Served, ...]:
    return next(one.parts for one in coverage_of(library).tables if one.entry.id == table_id)


def test_only_seeds_are_told_statement_by_statement() -> None:
    """Who uses it, page, record or settings, and why nobody does."""
    library = library_of(
        {
            "source/seed": {
                "seed": True,
                "statements": [statement("used"), statement("kept", left_out="Chưa cần."), worth("margin", 20)],
            },
            "source/other": {"statements": [statement("a")], "note": "((seed#used))"},
            TYPOGRAPHY: {"margin_top": "seed#margin"},
        },
        {"a.md": "((seed#used x))"},
    )

    ((entry, uses),) = coverage_of(library).seeds

    assert entry.id == "seed"
    told = {one.id: (one.users, one.left_out) for one in uses}
    assert told["used"] == ((Target("source", "other"), Target("page", "a.md")), None)
    assert told["kept"] == ((), "Chưa cần.")
    assert told["margin"] == ((SETTINGS,), None)


def test_a_field_serves_and_a_mention_does_not() -> None:
    """An item that names the criterion helps to reach it; one that only speaks of it does not."""
    library = library_of(
        {
            "criteria/t": table({"id": "a"}, {"id": "b"}),
            "checklist/l": checklist(item("x", criteria=["t#a"]), item("y", notes=["Xem ((t#b mục này))."])),
            "case/c": {"criteria": ["t#b"]},
        }
    )

    first, second = _criteria(library, "t")

    assert first.by == (Target("checklist", "l", "x"),)
    assert second.by == (Target("case", "c"),)
    assert (first.reached, second.reached) == (True, False)


def test_parts_reach_their_criterion_together() -> None:
    """All of them, not some."""
    parts = [{"id": one, "number": "1.1", "text": "Phần."} for one in ("p", "q")]
    records = {"criteria/t": table({"id": "a", "parts": parts})}

    (some,) = _criteria(library_of({**records, "checklist/l": checklist(item("x", criteria=["t#p"]))}), "t")
    (both,) = _criteria(library_of({**records, "checklist/l": checklist(item("x", criteria=["t#p", "t#q"]))}), "t")

    assert (some.reached, both.reached) == (False, True)


def test_what_serves_the_general_criterion_serves_the_local_one() -> None:
    """One step, so that two that elaborate each other end nowhere."""
    library = library_of(
        {
            "criteria/general": table({"id": "a"}, {"id": "b", "elaborates": "local#b"}),
            "criteria/local": table({"id": "a", "elaborates": "general#a"}, {"id": "b", "elaborates": "general#b"}),
            "checklist/l": checklist(item("x", criteria=["general#a"])),
        }
    )

    first, second = _criteria(library, "local")

    assert first.like is not None
    assert first.like.target == Target("criteria", "general", "a")
    assert (first.reached, second.reached) == (True, False)


def test_tables_of_the_past_are_left_out() -> None:
    """Nobody has to reach what is no longer scored."""
    library = library_of({"criteria/t": table({"id": "a"}, standing="historical")})

    assert coverage_of(library).tables == ()


def test_a_problem_is_served_by_its_remedies_and_by_who_says_so() -> None:
    """Items and cases of remedies first, each once; then what names the problem."""
    remedy = {"id": "r", "text": "Gọi.", "effort": "low", "items": ["l#x"], "cases": ["c"]}
    library = library_of(
        {
            "problem/p": {"remedies": [remedy]},
            "checklist/l": checklist(item("x", problems=["p"]), item("y", problems=["p"])),
            "case/c": {},
            "meeting/m": {"problems": ["p"]},
        }
    )

    (problem,) = coverage_of(library).problems

    assert problem.by == (
        Target("checklist", "l", "x"),
        Target("case", "c"),
        Target("checklist", "l", "y"),
        Target("meeting", "m"),
    )


def test_a_step_is_served_by_its_items() -> None:
    """A step without any is served by nobody."""
    steps = [
        {"id": "s", "phase": "meet", "text": "Bàn.", "items": ["l#x"]},
        {"id": "t", "phase": "meet", "text": "Nghỉ."},
    ]
    library = library_of({"meeting/m": {"steps": steps}, "checklist/l": checklist(item("x"))})

    (meeting,) = coverage_of(library).meetings

    assert [one.by for one in meeting.parts] == [(Target("checklist", "l", "x"),), ()]


def test_what_leads_nowhere_serves_nobody() -> None:
    """A wrong reference is told by a rule; coverage does not fall over it."""
    library = library_of({"criteria/t": table({"id": "a", "elaborates": "gone#a"}), "problem/p": {"criteria": ["x#a"]}})

    (criterion,) = _criteria(library, "t")

    assert criterion.like is None
    assert not criterion.reached
