"""The check that remembers: what is wrong with one record is looked for again when something it depends on changed."""

import os
from pathlib import Path

from handbook.addresses.addresses import Addresses
from handbook.build.digests import Digests
from handbook.build.memory import Memory, digest_of
from handbook.build.remembering import Question
from handbook.diagnostics.finding import Finding
from handbook.library.focus import focused
from handbook.library.library import Library
from handbook.library.resting import collector_resting
from handbook.library.tracing import Reads, read_of, traced, written
from handbook.rules.checking import check_each, check_whole

UNREAD, DOCUMENTS = "unread", "documents"
"""What rules see besides the library: what could not be read, and which files stand beside the pages."""


def remembered_check(library: Library, addresses: Addresses, memory: Memory) -> list[Finding]:
    """Check a library against all rules, as `rules.checking.check_library` does.

    Args:
        library: The whole library, drafts included.
        addresses: Where everything stands.
        memory: What earlier checks remember.
    """
    unread, documents = _unread(library), _documents(library.settings.docs_dir)
    digests = Digests(library, {UNREAD: lambda _: unread, DOCUMENTS: lambda _: documents})
    reads = Reads()
    question = Question("rules", memory, digests, reads)
    watched = traced(library, reads)
    findings = [*check_whole(library, addresses), *check_each(focused(library, None), addresses)]
    with collector_resting():
        for target in library.entries:

            def find() -> tuple[tuple[Finding, ...], None]:
                reads.note(read_of(UNREAD, ""))
                reads.note(read_of(DOCUMENTS, ""))
                return tuple(check_each(focused(watched, target), addresses)), None  # noqa: B023 - asked at once

            findings += question.ask(written(target), find).summary
    question.close()
    return findings


def _unread(library: Library) -> bytes:
    return digest_of(*sorted(os.fsencode(written(target)) for target in library.unread))


def _documents(folder: Path) -> bytes:
    return digest_of(*sorted(os.fsencode(file.relative_to(folder)) for file in folder.rglob("*")))
