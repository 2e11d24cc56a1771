"""What may stand for something else than it did when the last build ended: who read none of it need not look closer.

A build writes down at its end what everything stood for that was read for its answers. The next one compares that once,
instead of all that was read for each of thousands of answers. In between it is dropped, so that a build that does not
come to its end leaves none: the next one then compares for each answer. What stood is written down, too: an answer that
is older, because a newer one could not be kept or was lost, is told by that.
"""

import pickle
from collections.abc import Iterable, Mapping

from handbook.build.digests import BONDS, Digests
from handbook.build.memory import Memory
from handbook.library.reads import NAMED, USES

_OF_BONDS = (f"{USES} ", f"{NAMED} ")
"""What the names of reads begin with that stand for the same as long as the bonds do: half of all reads."""


def suspect_only_what_changed(
    digests: Digests, memory: Memory, name: str, answers: Mapping[str, tuple[str, ...]]
) -> None:
    """Compare what reads stand for now with what they stood for, if that is known, and tell the digests.

    Args:
        digests: Of the library as it is now.
        memory: What builds remember; what is kept there under the name is dropped.
        name: That of everything that these digests decide about.
        answers: What was read for each answer, other answers among it, by what it is called when it is read itself.
    """
    content = memory.whole(name)
    memory.forget_whole(name)
    if content is None:
        return
    before: Mapping[str, bytes]
    stood: frozenset[bytes]
    before, stood = pickle.loads(content)  # noqa: S301 - digested, and our own
    others: Mapping[str, bytes] = {}
    if before[BONDS] == digests.of_one(BONDS):
        others = {read: digest for read, digest in before.items() if read.startswith(_OF_BONDS)}
    found = {read for read, digest in before.items() if read not in others and digests.of_one(read) != digest}
    while more := [read for read, reads in answers.items() if read not in found and not found.isdisjoint(reads)]:
        found.update(more)
    digests.suspect(found, others, stood)


def remember(digests: Digests, memory: Memory, name: str, reads: Iterable[str]) -> None:
    """Write down what reads stand for, when all has been decided about.

    Args:
        digests: Of the library as it is now.
        memory: What builds remember.
        name: That of everything that these digests have decided about.
        reads: All that was read for any of it, but for answers.
    """
    found = {read: digests.of_one(read) for read in (*reads, BONDS)}
    memory.keep_whole(name, pickle.dumps((found, frozenset(digests.given)), pickle.HIGHEST_PROTOCOL))
