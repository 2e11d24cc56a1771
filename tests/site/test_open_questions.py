"""What no source settles is told as open: no duty rests on it, no number of it decides, no sentence rules by it.

Two numbers above all, for which the sources do not agree or do not exist: how many members must be there for a regular
meeting, and the deadline for moving one's membership.
"""

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from building import DATE, ROOT
from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.library.mentions import leaves, texts_of_entry
from handbook.library.target import Target
from handbook.records.case import Case
from handbook.records.checklist import Checklist
from handbook.records.references import StatementReference
from handbook.settings.loading import load_settings
from handbook.views.blocks import Figure
from handbook.views.viewing import view_of
from view_pieces import pieces

RULING = ("checklist", "meeting", "form", "criteria")
"""The kinds that tell a branch what to do."""
TRANSFERS = tuple(
    Target("document", document, part)
    for document in ("qd-208", "qd-294")
    for part in ("transfer-deadline", "transfer-present")
)
_TWO_THIRDS = re.compile(r"hai phần ba|2/3", re.IGNORECASE)
_ATTENDANCE = re.compile(r"\b(dự|có mặt|tham gia|hợp lệ|túc số|được họp|thường kỳ)\b", re.IGNORECASE)
_OPEN = re.compile(r"chưa (rõ|thấy|thống nhất)|khác nhau|đừng coi|hỏi cấp", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n\s*\n|\n\s*[-*]\s")


@pytest.fixture(scope="module")
def library() -> Library:
    """This project's own handbook."""
    settings, findings = load_settings(ROOT / "mkdocs.yml", date=dt.date.fromisoformat(DATE))
    assert settings is not None, findings
    return load_library(settings)[0]


def test_no_duty_rests_on_doubt_alone(library: Library) -> None:
    """Every item that must be done has a statement that somebody saw and nobody contradicts."""
    duties = [
        (f"{entry.id}#{item.id}", [library.judge(library.target(one)).supports_duty for one in item.statements])
        for entry in library.of_kind("checklist")
        if isinstance(entry.record, Checklist)
        for phase in entry.record.phases
        for item in phase.items
        if item.duty == "must"
    ]

    assert len(duties) > 50
    assert [name for name, supported in duties if not any(supported)] == []


def test_no_number_that_decides_is_in_doubt(library: Library) -> None:
    """Points, durations and days that are read from a statement are read from one that can be relied on."""
    doubtful = [
        f"{entry.id}: {value.id}#{value.part}"
        for kind in RULING
        for entry in library.of_kind(kind)
        for path, value, _ in leaves(entry)
        if isinstance(value, StatementReference)
        and "statements" not in path
        and not library.judge(library.target(value)).supports_duty
    ]

    assert doubtful == []


def test_a_number_in_doubt_is_shown_with_its_doubt(library: Library) -> None:
    """Wherever a view prints one, its degree of certainty stands beside it."""
    addresses = Addresses(library.settings)
    bare = [
        f"{entry.id}: {piece.words}"
        for entry in library.entries.values()
        for piece in pieces(view_of(library, addresses, entry.target))
        if isinstance(piece, Figure) and piece.doubt is None and not library.judge(piece.target).supports_duty
    ]

    assert bare == []


def test_the_deadline_for_moving_membership_is_an_open_question(library: Library) -> None:
    """No item, step, form or criterion leads to it, no figure prints it, and who speaks of it says that it is open."""
    users = {user for target in TRANSFERS for user in library.uses.get(target, ())}
    addresses = Addresses(library.settings)
    printed = [
        f"{entry.id}: {piece.words}"
        for kind in (*RULING, "problem", "topic", "case", "term")
        for entry in library.of_kind(kind)
        for piece in pieces(view_of(library, addresses, entry.target))
        if piece.target in TRANSFERS
    ]

    assert {user.kind for user in users} <= {"document", "page"}
    assert printed == []
    assert not library.judge(TRANSFERS[0]).supports_duty
    for sentence in _sentences(library):
        if "#transfer-deadline" in sentence:
            assert _OPEN.search(sentence), sentence


def test_the_quorum_of_two_thirds_is_an_open_question(library: Library) -> None:
    """Two thirds are told of votes alone; of attendance only where it is said that no source settles it."""
    told = [one for one in _sentences(library) if _TWO_THIRDS.search(one)]
    ruling = [one for one in told if _ATTENDANCE.search(_bare(one)) and not _OPEN.search(one)]

    assert told
    assert ruling == []


def _sentences(library: Library) -> Iterator[str]:
    """Give every sentence of data and prose."""
    for entry in library.written():
        for _, text in texts_of_entry(entry):
            yield from _SENTENCE.split(text)
        if isinstance(entry.record, Case):
            yield from _SENTENCE.split(entry.file.body)
    for page in library.pages.values():
        yield from _SENTENCE.split(page.file.body)


def _bare(sentence: str) -> str:
    """Give a sentence without the ids of its references and without words that only look like attendance."""
    return re.sub(r"\(\([^\s)]+|dự bị|dự thảo", "", sentence)
