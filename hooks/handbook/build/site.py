"""A whole site in its folder, put together from what is remembered and what has to be made anew.

Four questions are asked and remembered: what each page says, what the theme makes around all of them (with the pages
written by hand), what a page is in its frame, and, by `build.verifying`, what a finished page says of itself.
"""

import contextlib
import dataclasses
import os
import pickle
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from handbook.build.composing import MADE_ANEW, PAGE_FILE, Frame, complete, file_of_page
from handbook.build.digests import Digests
from handbook.build.inputs import theme_digest
from handbook.build.kept_answers import KeptAnswers
from handbook.build.memory import ForgottenError, Memory
from handbook.build.objects import Objects
from handbook.build.pages import MadePage, make_page
from handbook.build.preparation import Prepared
from handbook.build.remembering import Answer, Question
from handbook.build.suspects import remember, suspect_only_what_changed
from handbook.build.told import Told
from handbook.library.reads import Reads, read_of
from handbook.library.target import Target
from handbook.library.tracing import TracedTable, traced
from handbook.pages.glossary import library_glossary
from handbook.pages.rendering import environment
from handbook.pages.shell import Shape, Shell, filled
from handbook.pages.terms import Glossary
from handbook.publish.manifest import files_of
from handbook.rules.pages import generated_pages
from handbook.search.page import Findable, Found, LaterFound
from handbook.text.digest import digest_of
from handbook.views.offers import Made

MADE, GLOSSARY, THEME = "made", "glossary", "theme"
"""What is read besides the library: the files to take away, the terms ready to be explained, and everything that the
builder of pages written by hand reads."""

FRAME, ANSWERS, STOOD = "frame", "told", "stood"
"""The question for what the theme makes; where the answers of the library are kept, and what their reads stood for."""

CHANGED = "changed"
"""What was read while it changed: it is never the same again."""

Generate = Callable[[Prepared, Path, frozenset[Shape], frozenset[str]], tuple[Frame, str]]
"""Fills a folder without files with the pages written by hand and what the theme brings; gives frames, and the site's
address."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Workshop:
    """What one build works with."""

    prepared: Prepared
    """Its library is a traced one."""
    memory: Memory
    objects: Objects
    digests: Digests
    reads: Reads
    made: Mapping[str, Made] | None
    glossary: Glossary
    answers: KeptAnswers
    """What functions told of the library before."""


@dataclass(frozen=True, slots=True)
class MadeSite:
    """What is known of a site that has been made."""

    address: str
    """Its public address, "" if that is not known."""
    pages: Mapping[str, bytes]
    """The digests of its pages, by their places."""


def open_workshop(prepared: Prepared, made: Mapping[str, Made] | None, memory: Memory, cache: Path | None) -> Workshop:
    """Open a workshop.

    Args:
        prepared: The checked handbook.
        made: The files to take away, by address, with what is known of them; None to name all of them without.
        memory: What earlier builds remember.
        cache: The folder in which builds of this handbook keep files; None to keep none.
    """
    settings = prepared.settings
    reads = Reads()
    library = traced(prepared.library, reads)
    answers = KeptAnswers(memory, ANSWERS)
    glossary = library_glossary(prepared.library)
    known = glossary.known.pattern if glossary.known else ""
    terms = digest_of(repr((glossary.terms, glossary.owners, known)).encode())
    theme = theme_digest(settings)
    digests = Digests(
        prepared.library,
        {
            MADE: lambda address: digest_of(repr(made.get(address) if made and address else made is None).encode()),
            GLOSSARY: lambda _: terms,
            THEME: lambda _: theme,
            CHANGED: lambda _: os.urandom(16),
        },
        Told(library, reads, answers),
    )
    suspect_only_what_changed(digests, memory, STOOD, dict(answers.reads()))
    return Workshop(
        prepared=dataclasses.replace(prepared, library=library),
        memory=memory,
        objects=Objects(cache / "objects" if cache else None),
        digests=digests,
        reads=reads,
        made=None if made is None else TracedTable(made, MADE, reads),
        glossary=glossary,
        answers=answers,
    )


@dataclass(frozen=True, slots=True)
class _TheFrame:
    """What the theme makes of a handbook, with the digests of its files."""

    frame: Frame
    address: str
    files: Mapping[str, bytes]


def make_site(folder: Path, workshop: Workshop, generate: Generate, progress: Progress, cache: Path | None) -> MadeSite:
    """Fill a folder, in which there is no file, with a finished site.

    Args:
        folder: The folder.
        workshop: What the build works with.
        generate: Makes the pages written by hand and the frames.
        progress: Hears of each page that had to be made.
        cache: The folder in which builds of this handbook remember; None to remember nothing.

    Raises:
        OSError: The folder cannot be written.
    """
    answers = answered_pages(workshop, progress)
    the_frame = _frame(folder, workshop, answers, generate)
    frame = the_frame.frame
    pages = {name: digest for name, digest in the_frame.files.items() if name.endswith(".html")}
    found: list[Findable] = list(frame.found)
    question = Question("framed", workshop.memory, workshop.digests, workshop.reads)
    shells = {shape: digest_of(repr(shell).encode()) for shape, shell in frame.shells.items()}
    for answer in answers:
        name, digest, framed = _put(folder, workshop, frame, question, answer, shells[answer.summary])
        pages[name] = digest
        found.append(LaterFound(name.removesuffix(PAGE_FILE), framed.fetch, framed.digest.hex()))
    question.close()
    remember(workshop.digests, workshop.memory, STOOD, workshop.answers.close(workshop.digests.asked))
    complete(folder, workshop.prepared, found, the_frame.address, cache / "index" if cache else None)
    workshop.objects.clear_unused(frozenset((*the_frame.files.values(), *pages.values())))
    return MadeSite(the_frame.address, pages)


def answered_pages(workshop: Workshop, progress: Progress) -> list[Answer]:
    """Give every page made from data: its shape at once, the rest when it is fetched."""
    prepared = workshop.prepared
    templates = environment()
    targets = _targets(workshop)
    question = Question("page", workshop.memory, workshop.digests, workshop.reads)
    answers = []
    for number, (file, target) in enumerate(targets.items(), start=1):

        def find(target: Target = target) -> tuple[Shape, MadePage]:
            workshop.reads.note(read_of(GLOSSARY, ""))
            workshop.reads.note(read_of(MADE, ""))
            page = make_page(prepared, target, workshop.made, workshop.glossary, templates)
            return page.shape, page

        answer = question.ask(file, find)
        answers.append(answer)
        if answer.is_new:
            progress(number, len(targets))
    question.close()
    return answers


def _targets(workshop: Workshop) -> Mapping[str, Target]:
    """Give the pages made from data: to count out the long ones takes the opening of many records."""
    prepared = workshop.prepared
    question = Question("pages", workshop.memory, workshop.digests, workshop.reads)
    answer = question.ask("", lambda: (generated_pages(prepared.library, prepared.addresses), None))
    targets: dict[str, Target] = answer.summary
    question.close()
    return targets


def _frame(folder: Path, workshop: Workshop, answers: Sequence[Answer], generate: Generate) -> _TheFrame:
    shapes = frozenset(answer.summary for answer in answers)
    # Which files they are makes no difference but to links that the check has refused already.
    elsewhere = frozenset(answer.key for answer in answers)
    question = Question(FRAME, workshop.memory, workshop.digests, workshop.reads)

    def find() -> tuple[None, _TheFrame]:
        workshop.reads.note(read_of(THEME, ""))
        before = theme_digest(workshop.prepared.settings)
        frame, address = generate(workshop.prepared, folder, shapes, elsewhere)
        if not before == theme_digest(workshop.prepared.settings) == workshop.digests.of_one(read_of(THEME, "")):
            workshop.reads.note(read_of(CHANGED, ""))
        for name in MADE_ANEW:  # written over a kept file they would spoil it
            (folder / name).unlink(missing_ok=True)
        files = {name: workshop.objects.take(folder / name) for name in files_of(folder)}
        return None, _TheFrame(frame, address, files)

    key = digest_of(*sorted(repr(shape).encode() for shape in shapes)).hex()
    answer = question.ask(key, find)
    question.close()
    found: _TheFrame = answer.fetch()
    if not answer.is_new and not all(
        workshop.objects.put(digest, _place(folder, name)) for name, digest in found.files.items()
    ):
        found = find()[1]
    return found


def kept_shells(memory: Memory) -> Mapping[Shape, Shell]:
    """Give the frames that the last build made or used, as far as they are remembered."""
    found: dict[Shape, Shell] = {}
    for key in memory.keys(FRAME):
        if kept := memory.kept(FRAME, key):
            with contextlib.suppress(ForgottenError):
                the_frame: _TheFrame = pickle.loads(memory.content(FRAME, key, kept.digest))  # noqa: S301 - digested, and our own
                found.update(the_frame.frame.shells)
    return found


def _put(
    folder: Path, workshop: Workshop, frame: Frame, question: Question, answer: Answer, shell: bytes
) -> tuple[str, bytes, Answer]:
    """Put a page into its place; gives the place, the digest of its bytes, and what search finds in it."""

    def write() -> tuple[tuple[str, bytes], Found]:
        made: MadePage = answer.fetch()
        name = file_of_page(made.page)
        html = filled(frame.shells[made.shape], made.page).encode()
        return (name, workshop.objects.write(html, _place(folder, name))), made.found

    framed = question.ask(f"{answer.key} {answer.digest.hex()} {shell.hex()}", write)
    name, digest = framed.summary
    if not framed.is_new and not workshop.objects.put(digest, _place(folder, name)):
        write()
    return name, digest, framed


def _place(folder: Path, name: str) -> Path:
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    return place
