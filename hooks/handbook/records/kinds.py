"""The kinds of record: which model reads which folder. Whoever needs "all kinds" asks here."""

from dataclasses import dataclass

from handbook.records.case import Case
from handbook.records.checklist import Checklist
from handbook.records.criteria import Criteria
from handbook.records.document import Document
from handbook.records.form import Form
from handbook.records.meeting import Meeting
from handbook.records.problem import Problem
from handbook.records.shared import Record
from handbook.records.source import Source
from handbook.records.term import Term
from handbook.records.topic import Topic


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record."""

    id: str
    folder: str
    suffix: str
    model: type[Record]


KINDS = (
    Kind("document", "documents", ".yml", Document),
    Kind("source", "sources", ".yml", Source),
    Kind("checklist", "checklists", ".yml", Checklist),
    Kind("criteria", "criteria", ".yml", Criteria),
    Kind("case", "cases", ".md", Case),
    Kind("meeting", "meetings", ".yml", Meeting),
    Kind("topic", "topics", ".yml", Topic),
    Kind("problem", "problems", ".yml", Problem),
    Kind("form", "forms", ".yml", Form),
    Kind("term", "terms", ".yml", Term),
)
KIND_IDS = tuple(kind.id for kind in KINDS)
