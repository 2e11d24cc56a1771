"""The content keeps its promises: own words, no private persons, no statement without a use or a reason.

The texts of the sources are not kept; `fingerprints.txt.gz` holds hashes of them (see scripts/fingerprints.py).
"""

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from building import DATE, ROOT
from commands import fingerprints
from commands.fingerprints import LONGEST_NAME, RUN, hashed, runs_of
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.library.mentions import as_reference, texts_of_entry
from handbook.library.target import Target
from handbook.reading.references import Mention, find_mentions
from handbook.records.case import Case
from handbook.records.document import Document
from handbook.records.source import Source
from handbook.settings.loading import load_settings
from handbook.text.folding import fold
from handbook.views.inline import plain, statement_line, value_words

OFFICIAL = (
    "học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "học tập, làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "nguyên tắc tập trung dân chủ, tự phê bình và phê bình",
    "đổi mới phương thức lãnh đạo của Đảng bộ Khối các cơ quan tỉnh",
)
"""Names of campaigns, principles and projects that everybody writes alike, besides the titles in the data."""
_BLOCK = re.compile(r"\n(?=\s*(?:[-*+#|>\n]|\d+\.))")
"""Where a paragraph, a list's item or a table's row ends: words on both sides do not make one run."""


@pytest.fixture(scope="module")
def library() -> Library:
    """This project's own handbook."""
    settings, findings = load_settings(ROOT / "mkdocs.yml", date=dt.date.fromisoformat(DATE))
    assert settings is not None, findings
    return load_library(settings)[0]


def test_the_fingerprints_are_there() -> None:
    """An empty file would let every copy pass."""
    runs, names = fingerprints.read()

    assert len(runs) > 5000
    assert len(names) > 10


def test_no_run_of_a_source_is_copied(library: Library) -> None:
    """No twelve syllables in a row stand in a source as they stand here, official titles aside."""
    copied, _ = fingerprints.read()
    titles = _official(library)

    found = [
        f"{name}: {run}"
        for name, text in _texts(library)
        for block in _BLOCK.split(text)
        for piece in titles.sub("\n", _plain(library, block)).split("\n")
        for run in runs_of(piece, RUN)
        if next(hashed([run])) in copied
    ]

    assert found == []


def test_no_private_person_is_named(library: Library) -> None:
    """Pages and cases name units and roles; the names that the sources give stay there."""
    _, names = fingerprints.read()

    found = [
        f"{name}: {run}"
        for name, text in _texts(library)
        for length in range(2, LONGEST_NAME + 1)
        for run in runs_of(text, length)
        if next(hashed([run])) in names
    ]

    assert found == []


def test_every_statement_is_used_or_says_why_not(library: Library) -> None:
    """What a source says is used somewhere, or its record gives the reason."""
    idle = [
        f"{entry.id}#{statement.id}"
        for entry in library.entries.values()
        if isinstance(entry.record, Document | Source)
        for statement in entry.record.statements
        if Target(entry.kind, entry.id, statement.id) not in library.uses and not statement.left_out
    ]

    assert idle == []


def _texts(library: Library) -> Iterator[tuple[str, str]]:
    """Give every text of data and prose with the name of its file."""
    for entry in library.written():
        yield from ((entry.file.name, text) for _, text in texts_of_entry(entry))
        if isinstance(entry.record, Case):
            yield entry.file.name, entry.file.body
        if isinstance(entry.record, Document | Source):
            yield from ((entry.file.name, plain(statement_line(library, one))) for one in entry.record.statements)
    for page in library.pages.values():
        yield from ((page.file.name, text) for text in (page.meta.title, page.meta.description, page.file.body))


def _plain(library: Library, text: str) -> str:
    """Give a text folded, with what its references show and without their ids."""
    pieces, start = [], 0
    for mention in find_mentions(text):
        pieces += [text[start : mention.start], mention.words or _number(library, mention)]
        start = mention.end
    return fold("".join([*pieces, text[start:]])).replace("\n", " ")


def _number(library: Library, mention: Mention) -> str:
    """Give the number that a reference prints; references in examples of code lead nowhere."""
    target = library.resolve(as_reference(mention))
    statement = library.statement(target) if isinstance(target, Target) else None
    return value_words(library, statement.value) if statement and statement.value else ""


def _official(library: Library) -> re.Pattern[str]:
    titles = [entry.record.title for entry in library.entries.values() if isinstance(entry.record, Document | Source)]
    names = sorted({*OFFICIAL, *(title for title in titles if title.count(" ") > 3)}, key=len, reverse=True)
    return re.compile("|".join(r"\W+".join(re.findall(r"\w+", fold(name))) for name in names))
