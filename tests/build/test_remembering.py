"""Questions that builds ask once: an answer holds until what was read for it changes, or it has been lost."""

import sqlite3
from contextlib import closing
from pathlib import Path

from handbook.build.digests import Digests
from handbook.build.memory import open_memory
from handbook.build.remembering import Question
from handbook.library.reads import Reads
from libraries import library_of


def _asked(file: Path, said: str) -> tuple[bool, str, str]:
    """Ask once, as one build does; gives whether that had to be found, and the answer, short and in full."""
    with closing(open_memory(file, "one")) as memory:
        question = Question("page", memory, Digests(library_of({}), {}), Reads())
        answer = question.ask("a", lambda: ("short", said))
        question.close()
        return answer.is_new, answer.summary, answer.fetch()


def test_an_answer_that_was_lost_is_found_again(tmp_path: Path) -> None:
    """Who damages the content of an answer, and nothing else of it, gets it made anew when it is wanted."""
    file = tmp_path / "memory"
    assert _asked(file, "before") == (True, "short", "before")
    assert _asked(file, "later") == (False, "short", "before")

    with closing(sqlite3.connect(file)) as other, other:
        other.execute("UPDATE answers SET content = X'00'")

    assert _asked(file, "later") == (False, "short", "later")
