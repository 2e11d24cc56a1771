"""Whatever happens between builds, each answer is what it would be if nothing were remembered."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.build.digests import Digests
from handbook.build.kept_answers import KeptAnswers
from handbook.build.memory import Memory, open_memory
from handbook.build.remembering import Question
from handbook.build.suspects import remember, suspect_only_what_changed
from handbook.build.told import Told
from handbook.library.library import Library
from handbook.library.reads import Reads, read_of
from handbook.library.target import Target
from handbook.library.tracing import traced
from libraries import Fields, library_of

NAMES = ("one", "two", "three")
SINGLE = "single"
"""What is read besides the library."""
ALL = len(NAMES)

Records = Mapping[str, Fields]


def meaning(library: Library, target: Target) -> str:
    """Tell what a term means."""
    return str(library.entry(target).record.meaning)  # type: ignore[attr-defined]


def described(library: Library, target: Target) -> str:
    """Tell what a term is called, and whether it means much."""
    return f"{library.short_title(target)} {len(library.told(meaning, target)) > 10}"


def said(library: Library, name: str) -> str:
    """Say of a term what it is, and who uses it."""
    target = Target("term", name)
    users = [library.told(described, user) for user in library.uses.get(target, ())]
    return f"{library.told(described, target)}, {users}" if target in library.entries else f"gone, {users}"


def built(memory: Memory, records: Records, single: str, until: int = ALL + 1) -> dict[str, tuple[str, bool]]:
    """Answer for each term as one build does, or until it breaks off; gives what was said, and whether it is new."""
    library, reads = library_of(records), Reads()
    watched, answers = traced(library, reads), KeptAnswers(memory, "told")
    digests = Digests(library, {SINGLE: lambda _: single.encode() * 16}, Told(watched, reads, answers))
    suspect_only_what_changed(digests, memory, "stood", dict(answers.reads()))
    question = Question("page", memory, digests, reads)
    found = {}
    for name in NAMES[:until]:

        def find(name: str = name) -> tuple[str, None]:
            reads.note(read_of(SINGLE, ""))
            return f"{said(watched, name)}, {single}", None

        answer = question.ask(name, find)
        found[name] = (answer.summary, answer.is_new)
    if until >= ALL:
        question.close()
    if until > ALL:
        remember(digests, memory, "stood", answers.close(digests.asked))
    return found


def fresh(records: Records, single: str) -> dict[str, str]:
    """Answer without any memory."""
    return {name: f"{said(library_of(records), name)}, {single}" for name in NAMES}


meanings = st.sampled_from(["Nghĩa.", "Nghĩa khác, dài hơn.", "((one))", "((two)) và ((three))", "((three))"])
terms = st.fixed_dictionaries({"title": st.sampled_from(["A", "B"]), "meaning": meanings})
handbooks = st.dictionaries(st.sampled_from([f"term/{name}" for name in NAMES]), terms)
builds = st.tuples(handbooks, st.sampled_from("xy"), st.integers(0, ALL + 1) | st.just(ALL + 1))


@settings(max_examples=300, deadline=None)
@given(st.lists(builds, min_size=2, max_size=6))
def test_answers_are_those_of_a_build_that_remembers_nothing(history: list[tuple[Records, str, int]]) -> None:
    """Terms come, change and go, and builds break off anywhere."""
    with TemporaryDirectory() as folder:
        for records, single, until in history:
            with closing(open_memory(Path(folder) / "memory", "stamp")) as memory:
                found = built(memory, records, single, until)
            expected = fresh(records, single)
            assert {name: words for name, (words, _) in found.items()} == {name: expected[name] for name in found}


def test_only_what_may_have_changed_is_looked_at(tmp_path: Path) -> None:
    """What did not change is known without a look at what was read for it, and so in the build after that."""
    before: Records = {"term/one": {}, "term/two": {"meaning": "((one))"}, "term/three": {}}
    after: Records = {**before, "term/three": {"title": "Khác"}}
    new = []
    for records in (before, before, after, after, before):
        with closing(open_memory(tmp_path / "memory", "stamp")) as memory:
            new.append([name for name, (_, is_new) in built(memory, records, "x").items() if is_new])

    assert new == [[*NAMES], [], ["three"], [], ["three"]]


def test_what_was_read_is_not_compared_for_each_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look at what one thing stood for is enough for all answers."""
    records: Records = {"term/one": {}, "term/two": {"meaning": "((one))"}}
    digests = Digests(library_of(records), {})
    reads = ["record term/one", "uses term/one#"]
    before = digests.of(reads)
    monkeypatch.setattr(Digests, "of", lambda *_: pytest.fail("nothing is to be compared"))
    digests.suspect(set(), {}, {before})

    assert digests.stand(reads, before)
    assert (digests.asked, digests.given) == (set(reads), {before})


def test_an_answer_that_is_older_than_what_stood_is_found_out(tmp_path: Path) -> None:
    """The disk has lost a newer one, or had no room for it."""
    file = tmp_path / "memory"
    before: Records = {"term/one": {}, "term/two": {"meaning": "((one))"}}
    after: Records = {**before, "term/one": {"title": "Khác"}}
    with closing(open_memory(file, "stamp")) as memory:
        built(memory, before, "x")
    with closing(sqlite3.connect(file)) as other:
        old = other.execute("SELECT * FROM answers WHERE question = 'page'").fetchall()
    with closing(open_memory(file, "stamp")) as memory:
        built(memory, after, "x")
    with closing(sqlite3.connect(file)) as other, other:
        other.executemany("REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)", old)

    with closing(open_memory(file, "stamp")) as memory:
        found = built(memory, after, "x")

    assert {name: words for name, (words, _) in found.items()} == fresh(after, "x")
