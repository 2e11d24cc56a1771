"""What a library tells today when it is asked as it was before, as digests.

An answer need not be found where it is known and all that was read for it is as it was.
"""

from collections.abc import Callable, Collection
from typing import Any, Protocol, cast

from handbook.build.kept_answers import KeptAnswer, KeptAnswers
from handbook.library.answers import function_named
from handbook.library.library import Library
from handbook.library.reads import Reads, unwritten
from handbook.library.tracing import TracedAnswers, traced
from handbook.text.digest import digest_of

ABSENT = bytes(16)
"""What is read where there is nothing."""


class Comparing(Protocol):
    """Digests of all that some reads stand for."""

    def stand(self, reads: Collection[str], before: bytes) -> bool:
        """Tell whether they stand for what they stood for before, by their digest of then."""

    def of(self, reads: Collection[str]) -> bytes:
        """Digest what they stand for now."""


class Told:
    """The answers of one library."""

    __slots__ = ("_answers", "_functions", "_kept", "_library", "_reads")

    def __init__(self, library: Library, reads: Reads, kept: KeptAnswers | None) -> None:
        """Get ready to ask.

        Args:
            library: A traced one.
            reads: What is noted of it.
            kept: What answers amounted to before, if that is known.
        """
        self._library = library
        self._answers = cast("TracedAnswers", library.answers)
        self._reads = reads
        self._kept = kept
        self._functions: dict[str, Callable[..., Any]] = {}

    def digest(self, question: str, digests: Comparing) -> bytes:
        """Digest an answer.

        Args:
            question: The function and what it is asked about, as reads have it.
            digests: What compares all that reads stand for.
        """
        known = self._kept.take(question) if self._kept else None
        if known is not None and digests.stand(known.reads, known.inputs):
            return known.digest
        reads, digest = self._found(question)
        if self._kept:
            self._kept.put(question, KeptAnswer(reads, digests.of(reads), digest))
        return digest

    def _found(self, question: str) -> tuple[tuple[str, ...], bytes]:
        name, _, key = question.partition(" ")
        if name not in self._functions:
            self._functions[name] = function_named(name)
        with self._reads.watch(apart=True) as seen:
            try:
                found = self._answers.found(self._library, self._functions[name], unwritten(key))
            except LookupError:  # what was asked about is gone
                return tuple(sorted(seen)), ABSENT
        return found.reads, digest_of(repr(found.value).encode())


def told_of(library: Library) -> Told:
    """Get ready to ask a library of which nothing is known."""
    reads = Reads()
    return Told(traced(library, reads), reads, None)
