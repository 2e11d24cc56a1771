"""The rules of a score as plain values, once, for whoever scores without Python: the page's script."""

from typing import Any

from handbook.scoring.points import DECIMALS
from handbook.scoring.result import MET, MOST_COSTLY, NOT_APPLICABLE, NOT_MET
from handbook.scoring.table import Band, Group, Leaf, ScoreTable
from handbook.scoring.words import messages


def exported(table: ScoreTable) -> dict[str, Any]:
    """Give everything that scoring a table needs, ready to be written as JSON.

    A leaf's `questions` are ids of `questions`; a need's `leaves` are ids of leaves; points are rounded to `decimals`.
    """
    return {
        "id": table.id,
        "title": table.title,
        "decimals": DECIMALS,
        "most_costly": MOST_COSTLY,
        "not_applicable": NOT_APPLICABLE,
        "met": MET,
        "not_met": NOT_MET,
        "has_points": table.has_points,
        "maximum": table.maximum,
        "declared": table.declared,
        "whole": table.whole,
        "questions": [{"id": question.id, "words": question.words} for question in table.questions],
        "groups": [_group(group) for group in table.groups],
        "bands": [_band(band) for band in table.bands],
        "messages": messages(),
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "id": group.id,
        "number": group.number,
        "words": group.words,
        "has_points": group.has_points,
        "leaves": [_leaf(leaf) for leaf in group.leaves],
    }


def _leaf(leaf: Leaf) -> dict[str, Any]:
    return {
        "id": leaf.id,
        "number": leaf.number,
        "words": leaf.words,
        "maximum": leaf.maximum,
        "asked": leaf.asked,
        "levels": [{"words": level.words, "points": level.points} for level in leaf.levels],
        "questions": [question.id for question in leaf.questions],
    }


def _band(band: Band) -> dict[str, Any]:
    return {
        "title": band.title,
        "at_least": band.at_least,
        "below": band.below,
        "note": band.note,
        "needs": [{"number": need.number, "leaves": list(need.leaves)} for need in band.needs],
    }
