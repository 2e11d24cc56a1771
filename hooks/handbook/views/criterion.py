"""One criterion of a scoring table: what it earns, what it means, how to reach it, and what else serves it or costs it.

What other records say of a criterion is found by following their references back; nothing of it is written twice.
"""

from handbook.library.library import Library
from handbook.library.target import Target
from handbook.records.criteria import Criterion as CriterionRecord
from handbook.records.criteria import Part
from handbook.text.formats import number
from handbook.views.blocks import Criterion, Fact, LevelRow, Line, Words
from handbook.views.inline import amount_number, line_of, link
from handbook.views.lines import bases, joined, origin_links, supported_line

ORIGIN_LABELS = {
    "checklist": "Việc giúp đạt",
    "case": "Nơi đã làm",
    "problem": "Khó khăn làm thiếu điểm",
}
"""How each kind of record that names a criterion is called on its page; other kinds are not shown."""
WAYS_LABEL = "Làm thế nào để đạt"
SKIP_WORDS = " Không thì bỏ qua mục này."


def criterion_block(library: Library, table: Target, part: Part) -> Criterion:
    """Give a criterion of a table, with its parts inside."""
    parts = part.parts if isinstance(part, CriterionRecord) else ()
    return Criterion(
        anchor=part.id,
        number=part.number,
        line=line_of(library, part.text),
        points=points_words(amount_number(library, part.points)),
        bases=bases(library, part.statements),
        levels=tuple(
            LevelRow(line_of(library, level.when), points_words(amount_number(library, level.points)))
            for level in part.levels
        ),
        notes=tuple(line_of(library, note) for note in part.notes),
        facts=_facts(library, Target(table.kind, table.id, part.id), part),
        parts=tuple(criterion_block(library, table, one) for one in parts),
    )


def points_words(points: float | None) -> str:
    """Write points with their unit; nothing where the table gives none."""
    return "" if points is None else f"{number(points)} điểm"


def _facts(library: Library, target: Target, part: Part) -> tuple[Fact, ...]:
    asked: tuple[Fact, ...] = ()
    if part.applies_when:
        question = (*line_of(library, part.applies_when), Words(SKIP_WORDS))
        asked = (Fact("Hỏi trước khi chấm", (question,), needed=True),)
    told: list[tuple[str, tuple[Line, ...]]] = []
    if part.meaning:
        told.append(("Nghĩa là gì", (line_of(library, part.meaning),)))
    if part.elaborates:
        told.append(("Cụ thể hóa", ((link(library, library.target(part.elaborates)),),)))
    told.append((WAYS_LABEL, tuple(line_of(library, way) for way in part.ways)))
    told.append(("Hay thiếu điểm vì", tuple(supported_line(library, loss) for loss in part.losses)))
    origins = library.uses.get(target, ())
    for kind, label in ORIGIN_LABELS.items():
        links = origin_links(library, (origin for origin in origins if origin.kind == kind))
        told.append((label, (joined(links),) if links else ()))
    return (*asked, *(Fact(label, lines) for label, lines in told if lines))
