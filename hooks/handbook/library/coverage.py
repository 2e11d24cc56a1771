"""Who serves whom: statements of the articles that the handbook is made from, criteria, problems, steps of meetings.

A criterion, problem or step is served by what names it in a field; a mention in a text serves nobody. What must be
served is a rule, not known here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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

_Naming = Mapping[Target, tuple[Target, ...]]


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


def coverage_of(library: Library) -> Coverage:
    """Find out who serves whom; what cannot be resolved serves nobody."""
    naming = _naming(library)
    return Coverage(
        tuple(_seeds(library)),
        tuple(
            ServedRecord(entry, tuple(_criterion(library, entry, one, naming) for one in entry.record.criteria))
            for entry in library.of_kind("criteria")
            if isinstance(entry.record, Criteria) and entry.record.standing == "current"
        ),
        tuple(
            _problem(library, entry, entry.record, naming)
            for entry in library.of_kind("problem")
            if isinstance(entry.record, Problem)
        ),
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


def _seeds(library: Library) -> Iterator[tuple[Entry, tuple[StatementUse, ...]]]:
    in_settings = {library.resolve(one.reference) for one in library.referrings if one.origin == SETTINGS}
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


def _naming(library: Library) -> _Naming:
    """Give who names a record or part in a field made for it."""
    found: dict[Target, dict[Target, None]] = {}
    for one in library.referrings:
        target = library.resolve(one.reference) if one.field and one.origin.kind in SERVING else None
        if isinstance(target, Target):
            found.setdefault(target, {})[one.origin] = None
    return {
        target: tuple(sorted(origins, key=lambda origin: SERVING.index(origin.kind)))
        for target, origins in found.items()
    }


def _criterion(library: Library, entry: Entry, part: Part, naming: _Naming, *, follow: bool = True) -> Served:
    target = Target(entry.kind, entry.id, part.id)
    parts = part.parts if isinstance(part, Criterion) else ()
    general = library.resolve(part.elaborates) if follow and part.elaborates else None
    like = None
    if isinstance(general, Target):
        owner = library.entry(general)
        model = owner.parts[general.part].model
        like = _criterion(library, owner, model, naming, follow=False) if isinstance(model, Part) else None
    own = tuple(_criterion(library, entry, one, naming, follow=follow) for one in parts)
    return Served(target, naming.get(target, ()), own, like)


def _problem(library: Library, entry: Entry, problem: Problem, naming: _Naming) -> Served:
    """A problem is served by what its remedies lead to, and by what says that it helps."""
    own = [target for remedy in problem.remedies for target in _targets(library, (*remedy.items, *remedy.cases))]
    return Served(entry.target, tuple(dict.fromkeys((*own, *naming.get(entry.target, ())))))


def _targets(library: Library, references: tuple[Reference, ...]) -> tuple[Target, ...]:
    found = (library.resolve(reference) for reference in references)
    return tuple(target for target in found if isinstance(target, Target))
