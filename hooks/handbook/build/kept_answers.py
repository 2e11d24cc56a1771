"""What answers amounted to before, and what was read for each: what has not changed need not be asked again.

There are many small ones, so they are kept together and taken at once.
"""

import pickle
from dataclasses import dataclass

from handbook.build.memory import Memory

_Row = tuple[tuple[str, ...], bytes]
"""What was read for an answer, and both of its digests: short, for there are tens of thousands."""


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """One answer."""

    reads: tuple[str, ...]
    """What was read for it."""
    inputs: bytes
    """The digest of all that these stood for."""
    digest: bytes
    """Of the answer."""


class KeptAnswers:
    """The answers that one memory keeps for one purpose, by what was asked."""

    __slots__ = ("_asked", "_known", "_memory", "_name")

    def __init__(self, memory: Memory, name: str) -> None:
        self._memory = memory
        self._name = name
        content = memory.whole(name)
        self._known: dict[str, _Row] = pickle.loads(content) if content else {}  # noqa: S301 - digested, and our own
        self._asked: dict[str, _Row] = {}

    def take(self, question: str) -> KeptAnswer | None:
        """Give an answer as it was found before."""
        row = self._known.get(question)
        if row is None:
            return None
        self._asked[question] = row
        reads, digests = row
        return KeptAnswer(reads, digests[:16], digests[16:])

    def put(self, question: str, answer: KeptAnswer) -> None:
        """Keep an answer as it is found now."""
        self._asked[question] = (answer.reads, answer.inputs + answer.digest)

    def close(self) -> None:
        """Write down what is kept now; what nobody has asked is forgotten."""
        if self._asked != self._known:
            self._memory.keep_whole(self._name, pickle.dumps(self._asked, pickle.HIGHEST_PROTOCOL))
