"""For the rules over the library: records that trip them, and records that just pass."""

from collections.abc import Callable, Iterable
from typing import Any

from handbook.diagnostics.finding import Finding
from handbook.library.library import Library
from handbook.rules import (
    drafts,
    duties,
    old_ids,
    references,
    sources,
    statements,
    terms,
    vocabulary,
)
from libraries import Fields, statement, worth

Rule = Callable[[Library], Iterable[Finding]]
Records = dict[str, Fields]
Case = tuple[Rule, str, Records, Records]
"""A rule, the code it tells, records that trip it, records that just pass."""

BOARD: Records = {"source/board": {}}
RENAMED: Records = {"source/a": {"old_ids": ["x"], "statements": [statement("b", old_ids=["c"])]}}


def item(**fields: Any) -> Fields:
    """Give the phases of a checklist with one item."""
    item = {"id": "sweep", "text": "Quét.", "duty": "should", **fields}
    return {"phases": [{"phase": "prepare", "items": [item]}]}


def resting(status: str, **fields: Any) -> Records:
    """An item beside a document of this status."""
    return {
        "checklist/list": item(**fields),
        "document/rules": {"status": status, "statements": [worth("lead", 3), statement("words")]},
    }


CASES: dict[str, Case] = {
    "a role": (
        vocabulary.closed_lists_hold,
        "value.choice",
        {"checklist/a": item(roles=["clerk", "nobody"])},
        {"checklist/a": item(roles=["clerk"])},
    ),
    "a phase": (
        vocabulary.closed_lists_hold,
        "value.choice",
        {"checklist/a": {"phases": [{"phase": "later", "items": item()["phases"][0]["items"]}]}},
        {"checklist/a": item()},
    ),
    "a place of an item": (
        vocabulary.closed_lists_hold,
        "value.choice",
        {"checklist/a": item(place="block-c")},
        {"checklist/a": item(place="block-b")},
    ),
    "a place of a document": (
        vocabulary.closed_lists_hold,
        "value.choice",
        {"document/a": {"place": "block-c"}},
        {"document/a": {"place": "block-b", "statements": [statement("a", place="Điều 1")]}},
    ),
    "a place of a table and of a step": (
        vocabulary.closed_lists_hold,
        "value.choice",
        {"criteria/a": {"place": "block-b", "procedure": [{"text": "Chấm.", "place": "block-c"}]}},
        {"criteria/a": {"place": "block-b", "procedure": [{"text": "Chấm.", "place": "block-b"}]}},
    ),
    "a type of branch": (
        vocabulary.closed_lists_hold,
        "value.choice",
        {"case/a": {"branch_types": ["low-floor"]}},
        {"case/a": {"branch_types": ["high-floor"]}},
    ),
    "a quarter": (
        vocabulary.closed_lists_hold,
        "value.choice",
        {"topic/a": {"quarters": ["spring"]}},
        {"topic/a": {"quarters": ["dry-season"]}},
    ),
    "a unit": (
        vocabulary.closed_lists_hold,
        "value.choice",
        {"source/a": {"statements": [worth("a", 1, "metre")]}},
        {"source/a": {"statements": [worth("a", 1, "day")]}},
    ),
    "an unknown record": (
        references.references_resolve,
        "reference.unknown",
        {"source/a": {"note": "((b))"}},
        {"source/a": {"note": "((a))"}},
    ),
    "a record of another kind": (
        references.references_resolve,
        "reference.unknown",
        {"checklist/a": {"documents": ["b"]}, "source/b": {}},
        {"checklist/a": {"documents": ["b"]}, "source/b": {}, "document/b": {}},
    ),
    "an unknown part": (
        references.references_resolve,
        "reference.part",
        {"source/a": {"note": "((a#b))"}},
        {"source/a": {"note": "((a#b))", "statements": [statement("b")]}},
    ),
    "a doubtful kind": (
        references.references_resolve,
        "reference.ambiguous",
        {"source/a": {"note": "((a))"}, "document/a": {}},
        {"source/a": {"note": "((source:a))"}, "document/a": {}},
    ),
    "brackets that are no reference": (
        references.references_are_well_formed,
        "reference.malformed",
        {"source/a": {"note": "((A))"}},
        {"source/a": {"note": "(A), ((a))"}},
    ),
    "brackets in a story": (
        references.references_are_well_formed,
        "reference.malformed",
        {"case/a": {"body": "\nXem ((A)).\n"}},
        {"case/a": {"body": "\nXem `((A))` và ((a)).\n"}},
    ),
    "a duty without support": (
        duties.duties_are_supported,
        "duty.unsupported",
        {"checklist/a": item(duty="must")},
        {"checklist/a": item()},
    ),
    "a duty on what was only mentioned": (
        duties.duties_are_supported,
        "duty.unsupported",
        {
            "checklist/a": item(duty="must", statements=["rules#a"]),
            "document/rules": {"statements": [statement("a", "board", extent="mentioned")]},
            **BOARD,
        },
        {
            "checklist/a": item(duty="must", statements=["rules#a"]),
            "document/rules": {"statements": [statement("a", "board", extent="report")]},
            **BOARD,
        },
    ),
    "what rests on a superseded document": (
        duties.nothing_current_rests_on_superseded,
        "duty.superseded",
        resting("superseded", statements=["rules#words"]),
        resting("unclear", statements=["rules#words"]),
    ),
    "a number of a superseded document": (
        duties.nothing_current_rests_on_superseded,
        "duty.superseded",
        resting("superseded", when="Trước ((rules#lead))"),
        resting("superseded", notes=["Trước đây là ((rules#lead)), theo ((rules#words))."]),
    ),
    "a table that rests on a superseded document": (
        duties.nothing_current_rests_on_superseded,
        "duty.superseded",
        {"criteria/t": {"document": "rules"}, "document/rules": {"status": "superseded"}},
        {"criteria/t": {"document": "rules", "standing": "historical"}, "document/rules": {"status": "superseded"}},
    ),
    "an abbreviation of another term": (
        terms.writings_differ,
        "term.writing",
        {"term/a": {"title": "Ban quản trị"}, "term/b": {"title": "Ban quản lý", "spellings": ["ban Quản trị"]}},
        {"term/a": {"title": "Ban quản trị"}, "term/b": {"title": "Ban quản lý", "spellings": ["BQL"]}},
    ),
    "two records of one article": (
        sources.addresses_of_sources_differ,
        "source.twice",
        {"source/a": {"url": "https://a.example/x"}, "source/b": {"url": "https://a.example/x/"}},
        {"source/a": {"url": "https://a.example/x"}, "source/b": {"url": "https://a.example/y"}, "source/c": {}},
    ),
    "an old id that is a living one": (
        old_ids.old_ids_are_free,
        "record.old-id",
        {"term/a": {"old_ids": ["b"]}, "term/b": {}},
        {"term/a": {"old_ids": ["b"]}, "source/b": {}},
    ),
    "an old id that two claim": (
        old_ids.old_ids_are_free,
        "record.old-id",
        {"term/a": {"old_ids": ["c"]}, "term/b": {"old_ids": ["c"]}},
        {"term/a": {"old_ids": ["c", "d"]}, "term/b": {"old_ids": ["e"]}},
    ),
    "an old id of a part that is a living one": (
        old_ids.old_ids_of_parts_are_free,
        "record.old-id",
        {"source/a": {"statements": [statement("b", old_ids=["c"]), statement("c")]}},
        {"source/a": {"statements": [statement("b", old_ids=["c"])]}, "term/c": {}},
    ),
    "an old id of a part that two claim": (
        old_ids.old_ids_of_parts_are_free,
        "record.old-id",
        {"source/a": {"statements": [statement("b", old_ids=["c"]), statement("d", old_ids=["c"])]}},
        {"source/a": {"statements": [statement("b", old_ids=["c"])]}, "source/b": {"statements": [statement("c")]}},
    ),
    "a reference by an old id": (
        references.references_resolve,
        "reference.renamed",
        {"term/a": {"old_ids": ["b"]}, "source/c": {"note": "((b))"}},
        {"term/a": {"old_ids": ["b"]}, "source/c": {"note": "((a))"}},
    ),
    "a reference by an old id of a part": (
        references.references_resolve,
        "reference.renamed",
        {
            "source/a": {"old_ids": ["x"], "statements": [statement("b", old_ids=["c"])]},
            "term/d": {"meaning": "((x#c))"},
        },
        {
            "source/a": {"old_ids": ["x"], "statements": [statement("b", old_ids=["c"])]},
            "term/d": {"meaning": "((a#b))"},
        },
    ),
    "a reference to a draft": (
        drafts.references_lead_to_no_draft,
        "reference.draft",
        {"source/a": {"note": "((b))"}, "term/b": {"draft": True}},
        {"source/a": {"note": "((b))", "draft": True}, "term/b": {"draft": True, "meaning": "((c))"}, "term/c": {}},
    ),
    "a blank of a new record": (
        drafts.blanks_are_filled,
        "value.blank",
        {"term/b": {"meaning": "(Điền nghĩa)"}},
        {"term/b": {"meaning": "(Điền nghĩa)", "draft": True}, "term/c": {"meaning": "Từ này (Điền vào)."}},
    ),
    "a blank in a story": (
        drafts.blanks_are_filled,
        "value.blank",
        {"case/b": {"body": "\n(Điền câu chuyện)\n"}},
        {"case/b": {"body": "\n(Điền câu chuyện)\n", "draft": True}},
    ),
    "a draft that has not chosen yet": (
        references.references_resolve,
        "reference.unknown",
        {"criteria/a": {"document": "dien-id-1"}},
        {"criteria/a": {"document": "dien-id-1", "draft": True}},
    ),
    "a statement nobody uses": (
        statements.statements_are_used,
        "statement.unused",
        {"source/a": {"statements": [statement("a")]}},
        {"source/a": {"statements": [statement("a", left_out="Chưa cần.")]}},
    ),
    "a reason that no longer holds": (
        statements.statements_are_used,
        "statement.unused",
        {"source/a": {"statements": [statement("a", left_out="Chưa cần.")]}, "source/b": {"note": "((a#a))"}},
        {"source/a": {"statements": [statement("a")]}, "source/b": {"note": "((a#a))"}},
    ),
}
