"""What may stand for something else than it did when the last build ended: who read none of it need not look closer.

A build writes down at its end what everything stood for that was read for its answers. The next one compares that once,
instead of all that was read for each of thousands of answers. In between it is dropped, so that a build that does not
come to its end leaves none: the next one then compares for each answer.
"""

import pickle
from collections.abc import Callable, Iterable, Mapping

from handbook.build.memory import Memory

STOOD = "stood"
"""Where it is kept what reads stood for."""


def taken(memory: Memory) -> Mapping[str, bytes] | None:
    """Give what reads stood for when the last build ended, and drop it; None if that is not known."""
    content = memory.whole(STOOD)
    memory.forget_whole(STOOD)
    found: Mapping[str, bytes] | None = pickle.loads(content) if content else None  # noqa: S301 - digested, and our own
    return found


def keep(memory: Memory, reads: Iterable[str], of_one: Callable[[str], bytes]) -> None:
    """Write down, at the end of a build, what reads stand for.

    Args:
        memory: Where to.
        reads: All that was read for any answer, but for other answers.
        of_one: Digests what one read stands for.
    """
    memory.keep_whole(STOOD, pickle.dumps({read: of_one(read) for read in reads}, pickle.HIGHEST_PROTOCOL))


def suspects(
    before: Mapping[str, bytes], answers: Mapping[str, tuple[str, ...]], of_one: Callable[[str], bytes]
) -> frozenset[str]:
    """Tell which reads may stand for something else than before.

    Args:
        before: What they stood for, but for those that are answers.
        answers: What was read for each answer, other answers among it, by what it is called when it is read itself.
        of_one: Digests what one read stands for now.
    """
    found = {read for read, digest in before.items() if of_one(read) != digest}
    while more := [name for name, reads in answers.items() if name not in found and not found.isdisjoint(reads)]:
        found.update(more)
    return frozenset(found)
