"""The ladder of certainty: each step at its boundary, and what never matters."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.library.certainty import Judgement, Level, judge
from handbook.records.references import SourceReference
from handbook.records.source import NATURE_WORDS, Nature
from handbook.records.statement import EXTENT_WORDS, Seen

NATURES: tuple[Nature, ...] = tuple(NATURE_WORDS)
SIGHTINGS = st.builds(
    lambda nature, extent, differs: _seen(nature, extent, differs=differs),
    st.sampled_from(NATURES),
    st.sampled_from(tuple(EXTENT_WORDS)),
    st.booleans(),
)


def _seen(source: str, extent: Any, *, differs: bool = False) -> Seen:
    reference = SourceReference("", source)
    return Seen.model_construct(source=reference, extent=extent, checked_on=dt.date(2026, 1, 1), differs=differs)


def _nature(reference: SourceReference) -> Nature | None:
    """A source is named by its nature here; any other name is no source."""
    return next((nature for nature in NATURES if nature == reference.id), None)


def _judge(*seen: Seen) -> Judgement:
    return judge(seen, _nature)


@pytest.mark.parametrize(
    ("nature", "extent", "level"),
    [
        ("official", "full", Level.FULL_TEXT),
        ("official", "excerpt", Level.EXCERPT),
        ("official", "report", Level.REPORTED),
        ("official", "mentioned", Level.UNCHECKED),
        ("legal", "full", Level.EXCERPT),
        ("legal", "excerpt", Level.EXCERPT),
        ("legal", "report", Level.REPORTED),
        ("press", "full", Level.REPORTED),
        ("press", "excerpt", Level.REPORTED),
        ("unit", "full", Level.REPORTED),
        ("unpublished", "excerpt", Level.REPORTED),
        ("unpublished", "mentioned", Level.UNCHECKED),
        ("nobody", "full", Level.UNCHECKED),
    ],
)
def test_one_sighting_gives_a_step(nature: str, extent: str, level: Level) -> None:
    """Only the official text read in full is full text, only keepers of texts give excerpts, a mention is nothing."""
    assert _judge(_seen(nature, extent)).level is level


def test_what_nobody_saw_is_unchecked() -> None:
    """No sighting is the lowest step."""
    assert _judge() == Judgement(Level.UNCHECKED)


def test_sources_that_disagree_are_a_step_of_their_own() -> None:
    """One source that says otherwise outweighs the official text; those that agree are still counted."""
    judged = _judge(_seen("official", "full"), _seen("press", "report", differs=True))

    assert judged == Judgement(Level.DISPUTED, 1)


def test_a_source_counts_once() -> None:
    """Two sightings in one source are one source that agrees."""
    assert _judge(_seen("press", "report"), _seen("press", "excerpt"), _seen("unit", "report")).agreeing == 2


@pytest.mark.parametrize("level", list(Level))
def test_a_duty_rests_only_on_what_was_checked(level: Level) -> None:
    """Unchecked and disputed statements support no duty."""
    assert Judgement(level).supports_duty is (level not in {Level.UNCHECKED, Level.DISPUTED})


@given(st.lists(SIGHTINGS, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_sightings_never_matters(seen: list[Seen], chance: Any) -> None:
    """The same sightings in any order give the same judgement."""
    shuffled = list(seen)
    chance.shuffle(shuffled)

    assert _judge(*shuffled) == _judge(*seen)


@given(st.lists(SIGHTINGS, max_size=5), st.sampled_from(NATURES))
def test_a_mention_changes_nothing(seen: list[Seen], nature: Nature) -> None:
    """A source that only names the thing adds nothing, whatever kind of source it is."""
    assert _judge(*seen, _seen(nature, "mentioned")) == _judge(*seen)


@given(st.lists(SIGHTINGS.filter(lambda seen: not seen.differs), max_size=4), SIGHTINGS.filter(lambda s: not s.differs))
def test_another_source_that_agrees_never_makes_it_less_sure(seen: list[Seen], more: Seen) -> None:
    """Certainty only climbs with each sighting that agrees."""
    ladder = (Level.UNCHECKED, Level.REPORTED, Level.EXCERPT, Level.FULL_TEXT)

    assert ladder.index(_judge(*seen, more).level) >= ladder.index(_judge(*seen).level)
