"""The house's own words: what is not written here, what is written in its place, how long a sentence may be.

Which words and how long stands in the vocabulary, with the files that are excepted by name; here only how it is found.
"""

import re
from collections.abc import Iterator

from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.entry import Entry, HandPage
from handbook.library.library import Library
from handbook.library.mentions import in_file, leaves
from handbook.library.sheet import Sheet
from handbook.reading.files import ReadFile
from handbook.reading.places import Place, ValuePath, place_at
from handbook.settings.vocabulary import ProseEntry
from handbook.text.formats import number

_SENTENCE = re.compile(r"[^\n|.!?…:;]+(?:[.!?…:;](?![*_)”’]*(?:\s|$))[^\n|.!?…:;]*)*")
_ADDRESS = re.compile(r"https?://\S+|\]\([^)]*\)|`[^`]*`")
"""What is no prose though it stands in it: web addresses, targets of links, code."""

_Fault = tuple[int, Code, str, str]
"""Where it begins in a text, its code, its message and its hint."""


def house_words_are_kept(library: Library) -> Iterator[Finding]:
    """Tell every word that is not written in this house, and every sentence that is too long."""
    rules = library.settings.vocabulary.prose
    for one in (*library.written(), *library.pages.values()) if rules else ():
        written = " ".join(one.file.text.lower().split())
        held = [rule for rule in rules if one.file.name not in rule.excepted and _may_break(rule, written)]
        for path, text in _texts(one) if held else ():
            for rule in held:
                for index, code, message, hint in (*_words(rule, text), *_sentences(rule, text)):
                    place = _place(one.file, path, text, index)
                    yield Finding(one.file.name, place.line, place.column, code, message, hint)


def exceptions_are_needed(library: Library) -> Iterator[Finding]:
    """Tell an exception that names no file that is there."""
    files = [sheet.file for sheet in library.sheets.values()] + [page.file for page in library.pages.values()]
    names = {library.entries.card(target).file for target in library.entries} | {file.name for file in files}
    settings = library.settings
    for rule in () if library.unread else settings.vocabulary.prose:
        for file in rule.excepted:
            if file not in names:
                where = settings.name(settings.data_dir / "vocabulary" / "prose.yml")
                message = f"Quy tắc “{rule.id}” miễn cho “{file}”, mà không có tệp ấy."
                yield Finding(where, 1, 1, Code.PROSE_WORD, message, "Sửa đường dẫn trong “excepted”, hoặc bỏ đi.")


def _may_break(rule: ProseEntry, written: str) -> bool:
    """Tell quickly whether a file, in lower case and on one line, can break a rule; an escape may spell anything."""
    if rule.longest_sentence is not None or "\\" in written:
        return True
    return any(" ".join(word.lower().split()) in written for word in rule.words)


def _texts(one: Entry | Sheet | HandPage) -> Iterator[tuple[ValuePath | None, str]]:
    """Give every text with its path (None: the body), what is no prose in it blotted out, letter for letter."""
    if not isinstance(one, HandPage):
        for path, value, _ in leaves(one):
            if type(value) is str and not value.startswith("http"):
                yield path, _blotted(value)
    if one.file.body:
        yield None, _blotted(one.file.body)


def _blotted(text: str) -> str:
    if "http" not in text and "](" not in text and "`" not in text:
        return text
    return _ADDRESS.sub(lambda found: "|" * len(found[0]), text)


def _words(rule: ProseEntry, text: str) -> Iterator[_Fault]:
    if not rule.words:
        return
    for found in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, rule.words))})(?!\w)", text, re.IGNORECASE):
        hint = f"Viết “{rule.instead}”." if rule.instead else rule.title
        message = f"Ở đây không viết “{found[0]}”: {rule.title}" if rule.instead else f"Ở đây không viết “{found[0]}”."
        yield found.start(), Code.PROSE_WORD, message, hint


def _sentences(rule: ProseEntry, text: str) -> Iterator[_Fault]:
    if rule.longest_sentence is None or len(text.split()) <= rule.longest_sentence:
        return
    for found in _SENTENCE.finditer(text):
        count = len(found[0].split())
        if count > rule.longest_sentence:
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            message = f"Câu dài {number(count)} tiếng; nhiều nhất {number(rule.longest_sentence)}."
            yield start, Code.PROSE_LENGTH, message, "Tách thành hai câu."


def _place(file: ReadFile, path: ValuePath | None, text: str, index: int) -> Place:
    """Give the place in the file of a letter of a text."""
    within = place_at(text, index)
    if path is None:
        return in_file(file, within)
    start = file.place(path)
    return Place(start.line + within.line - 1, within.column if within.line > 1 else start.column + within.column - 1)
