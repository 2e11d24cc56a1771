"""The check that remembers: what is wrong with one record is looked for again when something it depends on changed."""

import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from handbook.addresses.addresses import Addresses
from handbook.build.digests import Digests
from handbook.build.memory import Memory
from handbook.build.remembering import Question
from handbook.build.suspects import remember, suspect_only_what_changed
from handbook.diagnostics.finding import Finding
from handbook.library.focus import focused
from handbook.library.library import Library
from handbook.library.reads import Reads, read_of, written
from handbook.library.resting import collector_resting
from handbook.library.target import Target
from handbook.library.tracing import traced
from handbook.rules.checking import COMPARING_RULES, check_around, check_each
from handbook.text.digest import digest_of

UNREAD, DOCUMENTS = "unread", "documents"
"""What rules see besides the library: what could not be read, and which files stand beside the pages."""

STOOD = "stood for rules"
"""Where it is kept what was read for them."""


def remembered_check(library: Library, addresses: Addresses, memory: Memory) -> list[Finding]:
    """Check a library against all rules, as `rules.checking.check_library` does.

    Args:
        library: The whole library, drafts included.
        addresses: Where everything stands.
        memory: What earlier checks remember.
    """
    unread, documents = _unread(library), _documents(library.settings.docs_dir)
    digests = Digests(library, {UNREAD: lambda _: unread, DOCUMENTS: lambda _: documents})
    suspect_only_what_changed(digests, memory, STOOD, {})
    reads = Reads()
    question = Question("rules", memory, digests, reads)
    watched = traced(library, reads)

    def told(key: str, check: Callable[[], Iterable[Finding]]) -> tuple[Finding, ...]:
        def find() -> tuple[tuple[Finding, ...], None]:
            reads.note(read_of(UNREAD, ""))
            reads.note(read_of(DOCUMENTS, ""))
            return tuple(check()), None

        found: tuple[Finding, ...] = question.ask(key, find).summary
        return found

    findings = [*check_around(library, addresses), *check_each(focused(library, None), addresses)]
    with collector_resting():
        for rule in COMPARING_RULES:
            findings += told(rule.__name__, partial(rule, watched))
        for target in library.entries:
            findings += told(written(target), partial(_of_one, watched, target, addresses))
    question.close()
    remember(digests, memory, STOOD, digests.asked)
    return findings


def _of_one(library: Library, target: Target, addresses: Addresses) -> Iterable[Finding]:
    return check_each(focused(library, target), addresses)


def _unread(library: Library) -> bytes:
    return digest_of(*sorted(os.fsencode(written(target)) for target in library.unread))


def _documents(folder: Path) -> bytes:
    return digest_of(*sorted(os.fsencode(file.relative_to(folder)) for file in folder.rglob("*")))
