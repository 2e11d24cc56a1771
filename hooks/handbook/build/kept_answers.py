"""What answers amounted to before, and what was read for each: what has not changed need not be asked again.

There are many small ones, so they are kept together and taken at once.
"""

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.build.memory import Memory
from handbook.library.reads import TOLD

_MARK = f"{TOLD} "
"""What the name of a read begins with that is an answer."""
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

    __slots__ = ("_fresh", "_known", "_memory", "_name")

    def __init__(self, memory: Memory, name: str) -> None:
        self._memory = memory
        self._name = name
        content = memory.whole(name)
        self._known: dict[str, _Row] = pickle.loads(content) if content else {}  # noqa: S301 - digested, and our own
        self._fresh: dict[str, _Row] = {}

    def take(self, question: str) -> KeptAnswer | None:
        """Give an answer as it was found before."""
        row = self._known.get(question)
        if row is None:
            return None
        reads, digests = row
        return KeptAnswer(reads, digests[:16], digests[16:])

    def put(self, question: str, answer: KeptAnswer) -> None:
        """Keep an answer as it is found now."""
        self._fresh[question] = (answer.reads, answer.inputs + answer.digest)

    def reads(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Give what each answer is called where it is read itself, and what was read for it, as it was found before."""
        return ((f"{_MARK}{question}", reads) for question, (reads, _) in self._known.items())

    def close(self, reads: Iterable[str]) -> set[str]:
        """Write down what is kept now: the answers among these reads, and among what was read for them, and so on.

        Returns:
            All that was read and is no answer.
        """
        rows = self._known | self._fresh
        needed: dict[str, _Row] = {}
        seen: set[str] = set()
        new = set(reads)
        while new:
            seen |= new
            questions = [read[len(_MARK) :] for read in new if read.startswith(_MARK)]
            found = {question: rows[question] for question in questions if question in rows}
            needed |= found
            new = {read for reads_of_one, _ in found.values() for read in reads_of_one} - seen
        if needed != self._known:
            self._memory.keep_whole(self._name, pickle.dumps(needed, pickle.HIGHEST_PROTOCOL))
        return {read for read in seen if not read.startswith(_MARK)}
