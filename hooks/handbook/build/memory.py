"""What builds remember of each other: answers under questions, in one file that may be deleted at any time.

Whatever is damaged, foreign, or made by another generator counts as absent. One build at a time uses a file; another
that runs meanwhile remembers nothing.
"""

import contextlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from handbook.text.digest import digest_of

NOWHERE = ""
"""A file that goes when it is closed: what one build finds may be more than fits into memory."""
SECONDS_TO_WAIT = 1.0
_WHOLE = ""
"""The key of what is kept as a whole."""
_TABLES = """
CREATE TABLE IF NOT EXISTS stamps (stamp TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS answers (
    question TEXT NOT NULL, key TEXT NOT NULL, reads TEXT NOT NULL, inputs BLOB NOT NULL,
    summary BLOB NOT NULL, digest BLOB NOT NULL, seal BLOB NOT NULL, content BLOB NOT NULL,
    PRIMARY KEY (question, key)
);
"""


class ForgottenError(Exception):
    """An answer is not there any more, or is damaged; it has to be found again."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it is kept, but for its content."""

    reads: str
    """What was read for it, a name a line."""
    inputs: bytes
    """The digest of all that these names stood for."""
    summary: bytes
    digest: bytes
    """The digest of the content."""

    def seal(self) -> bytes:
        """Give what tells that nothing of it is damaged."""
        return digest_of(self.reads.encode(), self.inputs, self.summary, self.digest)


class Memory:
    """The answers of one handbook."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def kept(self, question: str, key: str) -> Kept | None:
        """Give an answer; None if there is none, or a damaged one."""
        try:
            row = self._connection.execute(
                "SELECT reads, inputs, summary, digest, seal FROM answers WHERE question = ? AND key = ?",
                (question, key),
            ).fetchone()
            kept = Kept(*row[:4]) if row else None
            return kept if kept and kept.seal() == row[4] else None
        except (sqlite3.Error, TypeError, AttributeError):
            return None

    def keys(self, question: str) -> list[str]:
        """Give what an answer to a question is kept for."""
        try:
            return [
                key for (key,) in self._connection.execute("SELECT key FROM answers WHERE question = ?", (question,))
            ]
        except sqlite3.Error:
            return []

    def content(self, question: str, key: str, digest: bytes) -> bytes:
        """Give the content of an answer, which has this digest.

        Raises:
            ForgottenError: It is not there whole.
        """
        try:
            row = self._connection.execute(
                "SELECT content FROM answers WHERE question = ? AND key = ?", (question, key)
            ).fetchone()
        except sqlite3.Error as error:
            raise ForgottenError(key) from error
        if row is None or not isinstance(row[0], bytes) or digest_of(row[0]) != digest:
            raise ForgottenError(key)
        return row[0]

    def whole(self, name: str) -> bytes | None:
        """Give what is kept as a whole under a name; None if it is not there, or damaged."""
        kept = self.kept(name, _WHOLE)
        try:
            return self.content(name, _WHOLE, kept.digest) if kept else None
        except ForgottenError:
            return None

    def keep_whole(self, name: str, content: bytes) -> None:
        """Keep something as a whole."""
        self.keep(name, _WHOLE, Kept("", b"", b"", digest_of(content)), content)

    def forget_whole(self, name: str) -> None:
        """Drop what is kept as a whole."""
        self.forget(name, (_WHOLE,))

    def keep(self, question: str, key: str, kept: Kept, content: bytes) -> None:
        """Keep an answer."""
        with contextlib.suppress(sqlite3.Error):  # a build is good without it; the next one is only slower
            self._connection.execute(
                "REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (question, key, kept.reads, kept.inputs, kept.summary, kept.digest, kept.seal(), content),
            )

    def forget(self, question: str, keys: Iterable[str]) -> None:
        """Drop answers that nobody asks for any more."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.executemany(
                "DELETE FROM answers WHERE question = ? AND key = ?", ((question, key) for key in keys)
            )

    def close(self) -> None:
        """Write down what was learned, and end."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("COMMIT")
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()


def open_memory(file: Path | None, stamp: str) -> Memory:
    """Open what earlier builds remember.

    Args:
        file: Where it is kept; None to remember nothing.
        stamp: What everything in it depends on; what was learned under another stamp is dropped.
    """
    if file is not None:
        try:
            return Memory(_opened(file, stamp))
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
                return Memory(_connected(NOWHERE))
        except OSError:
            return Memory(_connected(NOWHERE))
        with contextlib.suppress(OSError, sqlite3.Error):  # damaged or foreign: begin anew
            for part in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
                part.unlink(missing_ok=True)
            return Memory(_opened(file, stamp))
    return Memory(_connected(NOWHERE))


def _opened(file: Path, stamp: str) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True)
    connection = _connected(str(file))
    try:
        connection.execute("BEGIN IMMEDIATE")
        known = connection.execute("SELECT stamp FROM stamps").fetchall()
        if known != [(stamp,)]:
            connection.execute("DELETE FROM answers")
            connection.execute("DELETE FROM stamps")
            connection.execute("INSERT INTO stamps VALUES (?)", (stamp,))
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _connected(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=SECONDS_TO_WAIT, isolation_level=None)
    # A build that is killed may leave the file damaged; it is then made anew. Nothing has to reach the disk at once.
    connection.executescript(f"PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; {_TABLES}")
    return connection
