"""Records as they were read before: a file is read again when its bytes have changed."""

import pickle

from handbook.build.memory import ForgottenError, Kept, Memory, digest_of
from handbook.library.entry import Entry

QUESTION = "entry"


class KeptRecords:
    """The records that one memory keeps, by the names of their files."""

    __slots__ = ("_asked", "_kept", "_memory")

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._kept = memory.kept(QUESTION)
        self._asked: set[str] = set()

    def take(self, name: str, data: bytes) -> Entry | None:
        """Give the record of a file that holds these bytes; None if it is not kept."""
        self._asked.add(name)
        kept = self._kept.get(name)
        if kept is None or kept.inputs != digest_of(data):
            return None
        try:
            entry: Entry = pickle.loads(self._memory.content(QUESTION, name, kept))  # noqa: S301 - digested, and our own
        except ForgottenError:
            return None
        return entry

    def put(self, data: bytes, entry: Entry) -> None:
        """Keep the record of a file that holds these bytes."""
        content = pickle.dumps(entry, pickle.HIGHEST_PROTOCOL)
        kept = Kept("", digest_of(data), b"", digest_of(content))
        self._memory.keep(QUESTION, entry.file.name, kept, content)

    def close(self) -> None:
        """Forget the records of files that are not there any more."""
        self._memory.forget(QUESTION, self._kept.keys() - self._asked)
