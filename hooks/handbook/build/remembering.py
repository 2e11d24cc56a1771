"""Answers that are found once and remembered as long as all that was read for them stays the same."""

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from handbook.build.digests import Digests
from handbook.build.memory import ForgottenError, Kept, Memory
from handbook.library.reads import Reads
from handbook.text.digest import digest_of


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: what is always wanted of it, and the rest, which is fetched when it is wanted."""

    key: str
    summary: Any
    digest: bytes
    """The digest of its content: equal digests mean equal contents."""
    fetch: Callable[[], Any]
    is_new: bool


class Question:
    """One question, asked about many things; what is not asked about any more is forgotten at the end."""

    __slots__ = ("_asked", "_digests", "_memory", "_name", "_reads")

    def __init__(self, name: str, memory: Memory, digests: Digests, reads: Reads) -> None:
        self._name = name
        self._memory = memory
        self._digests = digests
        self._reads = reads
        self._asked: set[str] = set()

    def ask(self, key: str, find: Callable[[], tuple[Any, Any]]) -> Answer:
        """Give the answer about one thing; `find` gives its summary and its content, reading a traced library."""
        self._asked.add(key)
        kept = self._memory.kept(self._name, key)
        if kept is not None:
            names = kept.reads.split("\n") if kept.reads else []
            if self._digests.stand(names, kept.inputs):
                self._reads.note_all(names)
                summary = pickle.loads(kept.summary)  # noqa: S301 - sealed, and of our own making
                return Answer(key, summary, kept.digest, self._fetching(key, kept.digest, find), is_new=False)
        return self._find(key, find)

    def close(self) -> None:
        """Forget what was not asked about."""
        self._memory.forget(self._name, set(self._memory.keys(self._name)) - self._asked)

    def _fetching(self, key: str, digest: bytes, find: Callable[[], tuple[Any, Any]]) -> Callable[[], Any]:
        def fetch() -> Any:
            try:
                return pickle.loads(self._memory.content(self._name, key, digest))  # noqa: S301 - digested, and of our own making
            except ForgottenError:
                return find()[1]

        return fetch

    def _find(self, key: str, find: Callable[[], tuple[Any, Any]]) -> Answer:
        with self._reads.watch() as seen:
            summary, content = find()
        names = sorted(seen)
        pickled = pickle.dumps(content, pickle.HIGHEST_PROTOCOL)
        kept = Kept(
            "\n".join(names),
            self._digests.of(names),
            pickle.dumps(summary, pickle.HIGHEST_PROTOCOL),
            digest_of(pickled),
        )
        self._memory.keep(self._name, key, kept, pickled)
        # What was found is not held in memory: there may be thousands of answers.
        return Answer(key, summary, kept.digest, self._fetching(key, kept.digest, find), is_new=True)
