"""Who serves whom: statements of the articles that the handbook is made from, criteria, problems, steps of meetings.

A criterion, problem or step is served by what names it in a field; a mention in a text serves nobody. What must be
served is a rule, not known here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.library.comparing import problems_by_title, tables_in_use
from handbook.library.entry import Entry
from handbook.library.library import Library
from handbook.library.target import SETTINGS, Target
from handbook.records.criteria import Criteria, Criterion, Part
from handbook.records.meeting import Meeting
from handbook.records.problem import Problem
from handbook.records.references import Reference
from handbook.records.source import Source

SERVING = ("checklist", "case", "problem", "meeting")
"""The kinds whose fields say that they serve something, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class StatementUse:
    """A statement and who uses it; `left_out` says why nobody does, where that is meant."""

    id: str
    users: tuple[Target, ...]
    left_out: str | None


@dataclass(frozen=True, slots=True)
class Served:
    """A record or part and what serves it; the parts of a criterion stand inside it.

    What serves a criterion of a general table serves the criterion of a local one that elaborates it (`like`).
    """

    target: Target
    by: tuple[Target, ...]
    parts: tuple["Served", ...] = ()
    like: "Served | None" = None

    def of_kind(self, kind: str) -> tuple[Target, ...]:
        """Give what serves it of one kind."""
        return tuple(one for one in self.by if one.kind == kind)

    @property
    def reached(self) -> bool:
        """Tell whether an item of a checklist serves it: itself, what it elaborates, or each of its parts."""
        if self.of_kind("checklist") or (self.like is not None and self.like.reached):
            return True
        return bool(self.parts) and all(part.reached for part in self.parts)


@dataclass(frozen=True, slots=True)
class ServedRecord:
    """A record with those of its parts that can be served."""

    entry: Entry
    parts: tuple[Served, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The whole handbook: what is used, and what is served by what."""

    seeds: tuple[tuple[Entry, tuple[StatementUse, ...]], ...]
    tables: tuple[ServedRecord, ...]
    problems: tuple[Served, ...]
    meetings: tuple[ServedRecord, ...]


def _naming(library: Library, target: Target) -> tuple[Target, ...]:
    """Give who names a record or part in a field made for it, kind by kind."""
    found = (origin for origin in library.named.get(target, ()) if origin.kind in SERVING)
    return tuple(sorted(found, key=lambda origin: SERVING.index(origin.kind)))


def coverage_of(library: Library) -> Coverage:
    """Find out who serves whom; what cannot be resolved serves nobody."""
    return Coverage(
        tuple(_seeds(library)),
        served_tables(library, tables_in_use(library)),
        served_problems(library, problems_by_title(library)),
        tuple(
            ServedRecord(
                entry,
                tuple(
                    Served(Target("meeting", entry.id, step.id), _targets(library, step.items))
                    for step in entry.record.steps
                ),
            )
            for entry in library.of_kind("meeting")
            if isinstance(entry.record, Meeting)
        ),
    )


def served_tables(library: Library, tables: Iterable[tuple[Entry, Criteria]]) -> tuple[ServedRecord, ...]:
    """Find out what serves the criteria of some tables."""
    return tuple(
        ServedRecord(entry, tuple(_criterion(library, entry, one) for one in table.criteria)) for entry, table in tables
    )


def served_problems(library: Library, problems: Iterable[tuple[Entry, Problem]]) -> tuple[Served, ...]:
    """Find out what serves some problems."""
    return tuple(_problem(library, entry, problem) for entry, problem in problems)


def _seeds(library: Library) -> Iterator[tuple[Entry, tuple[StatementUse, ...]]]:
    in_settings = {library.resolve(one.reference) for one in library.referrings_without_page()}
    for entry in library.of_kind("source"):
        if isinstance(entry.record, Source) and entry.record.seed:
            uses = []
            for statement in entry.record.statements:
                target = Target(entry.kind, entry.id, statement.id)
                by_settings = (SETTINGS,) if target in in_settings else ()
                uses.append(
                    StatementUse(statement.id, (*library.uses.get(target, ()), *by_settings), statement.left_out)
                )
            yield entry, tuple(uses)


def _criterion(library: Library, entry: Entry, part: Part, *, follow: bool = True) -> Served:
    target = Target(entry.kind, entry.id, part.id)
    parts = part.parts if isinstance(part, Criterion) else ()
    general = library.resolve(part.elaborates) if follow and part.elaborates else None
    like = None
    if isinstance(general, Target):
        owner = library.entry(general)
        model = owner.parts[general.part].model
        like = _criterion(library, owner, model, follow=False) if isinstance(model, Part) else None
    own = tuple(_criterion(library, entry, one, follow=follow) for one in parts)
    return Served(target, _naming(library, target), own, like)


def _problem(library: Library, entry: Entry, problem: Problem) -> Served:
    """A problem is served by what its remedies lead to, and by what says that it helps."""
    own = [target for remedy in problem.remedies for target in _targets(library, (*remedy.items, *remedy.cases))]
    return Served(entry.target, tuple(dict.fromkeys((*own, *_naming(library, entry.target)))))


def _targets(library: Library, references: tuple[Reference, ...]) -> tuple[Target, ...]:
    found = (library.resolve(reference) for reference in references)
    return tuple(target for target in found if isinstance(target, Target))
