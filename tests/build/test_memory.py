"""What builds remember: given back as it was kept, or not at all."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook.build.memory import ForgottenError, Kept, Memory, open_memory
from handbook.text.digest import digest_of

CONTENT = b"content" * 300


def _kept(content: bytes = CONTENT, summary: bytes = b"summary") -> Kept:
    return Kept("record case/a\nid a", digest_of(b"inputs"), summary, digest_of(content))


def _filled(file: Path, stamp: str = "one") -> Memory:
    memory = open_memory(file, stamp)
    for number in range(20):
        memory.keep("page", str(number), _kept(), CONTENT)
    return memory


def _all(memory: Memory) -> dict[str, Kept]:
    """Give all answers about pages."""
    found = {key: memory.kept("page", key) for key in memory.keys("page")}
    return {key: kept for key, kept in found.items() if kept}


def test_what_is_kept_is_given_back(tmp_path: Path) -> None:
    """The next build finds every answer of the last one."""
    _filled(tmp_path / "memory").close()

    memory = open_memory(tmp_path / "memory", "one")

    assert _all(memory) == {str(number): _kept() for number in range(20)}
    assert (memory.keys("frame"), memory.kept("frame", "3"), memory.kept("page", "x")) == ([], None, None)
    assert memory.content("page", "3", _kept().digest) == CONTENT


def test_another_stamp_forgets_everything(tmp_path: Path) -> None:
    """What was learned by other code, on another day or with other settings is not believed."""
    _filled(tmp_path / "memory").close()

    assert _all(open_memory(tmp_path / "memory", "two")) == {}


def test_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    """What nobody asks about any more takes no room."""
    memory = _filled(tmp_path / "memory")
    memory.forget("page", ["3", "4"])
    memory.close()

    assert _all(open_memory(tmp_path / "memory", "one")).keys() == {str(n) for n in range(20)} - {"3", "4"}


def test_a_build_beside_another_remembers_nothing(tmp_path: Path) -> None:
    """It neither waits nor disturbs; the one that was first keeps what it learns."""
    first = _filled(tmp_path / "memory")
    second = open_memory(tmp_path / "memory", "two")
    second.keep("page", "b", _kept(b"b"), b"b")

    assert _all(second).keys() == {"b"}
    second.close()
    first.close()
    assert _all(open_memory(tmp_path / "memory", "one")).keys() == {str(number) for number in range(20)}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damage_is_noticed(tmp_path: Path, data: st.DataObject) -> None:
    """Whatever bytes of the file are changed or cut off: an answer is given as it was kept, or counts as absent."""
    file = tmp_path / "memory"
    for old in tmp_path.glob("memory*"):
        old.unlink()
    _filled(file).close()
    content = bytearray(file.read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    file.write_bytes(bytes(content[: data.draw(st.integers(0, len(content)))]))

    memory = open_memory(file, "one")

    for key, kept in _all(memory).items():
        assert kept == _kept()
        try:
            assert memory.content("page", key, kept.digest) == CONTENT
        except ForgottenError:
            continue
    memory.keep("page", "new", _kept(), CONTENT)
    memory.close()


def test_an_answer_that_was_changed_is_left_out(tmp_path: Path) -> None:
    """Whoever writes into the file changes what is answered by nothing; a table that has gone counts as forgotten."""
    file = tmp_path / "memory"
    _filled(file).close()
    with closing(sqlite3.connect(file)) as other, other:
        other.execute("UPDATE answers SET summary = X'00' WHERE key = '3'")

    memory = open_memory(file, "one")
    assert _all(memory).keys() == {str(number) for number in range(20)} - {"3"}
    memory.close()
    with pytest.raises(ForgottenError):
        memory.content("page", "4", _kept().digest)


def test_what_is_kept_as_a_whole_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    """Nothing under another name, and nothing damaged; what was dropped is gone."""
    memory = open_memory(None, "one")
    memory.keep_whole("cards", CONTENT)
    assert (memory.whole("cards"), memory.whole("others")) == (CONTENT, None)
    memory.forget_whole("cards")
    assert memory.whole("cards") is None
    memory.close()

    file = tmp_path / "memory"
    kept = open_memory(file, "one")
    kept.keep_whole("cards", CONTENT)
    kept.close()
    with closing(sqlite3.connect(file)) as other, other:
        other.execute("UPDATE answers SET content = X'00'")
    damaged = open_memory(file, "one")
    assert damaged.whole("cards") is None
    damaged.close()


def test_an_answer_of_another_kind_counts_as_forgotten(tmp_path: Path) -> None:
    """Words where bytes should stand: it is not believed."""
    file = tmp_path / "memory"
    _filled(file).close()
    with closing(sqlite3.connect(file)) as other, other:
        other.execute("UPDATE answers SET inputs = 'words' WHERE key = '3'")

    assert _all(open_memory(file, "one")).keys() == {str(number) for number in range(20)} - {"3"}


def test_a_foreign_file_is_replaced(tmp_path: Path) -> None:
    """A file of something else in that place hinders nobody."""
    file = tmp_path / "memory"
    file.write_text("not a memory at all\n" * 300, encoding="utf-8")

    _filled(file).close()

    assert len(_all(open_memory(file, "one"))) == 20


def test_a_memory_that_was_closed_knows_nothing(tmp_path: Path) -> None:
    """Who asks all the same hears of no answer."""
    memory = _filled(tmp_path / "memory")
    memory.close()

    assert (memory.keys("page"), memory.kept("page", "3"), memory.whole("page")) == ([], None, None)


def test_without_a_file_nothing_stays(tmp_path: Path) -> None:
    """A build that is to remember nothing works all the same, and leaves nothing."""
    memory = open_memory(None, "one")
    memory.keep("page", "a", _kept(b"a"), b"a")

    assert memory.content("page", "a", _kept(b"a").digest) == b"a"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_no_hindrance(tmp_path: Path) -> None:
    """Where nothing can be kept, the build goes on without."""
    (tmp_path / "taken").write_text("a file where a folder should be", encoding="utf-8")
    memory = open_memory(tmp_path / "taken" / "memory", "one")
    memory.keep("page", "a", _kept(b"a"), b"a")

    assert memory.content("page", "a", _kept(b"a").digest) == b"a"
