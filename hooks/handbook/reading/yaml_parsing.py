"""A YAML text is read as far as it can be, with all its findings at once. It must not know which file it came from."""

import re

import yaml

from handbook.diagnostics import Code, Finding
from handbook.reading.places import place_at
from handbook.reading.yaml_errors import explain
from handbook.reading.yaml_plain import read_plain
from handbook.reading.yaml_values import Reading, read_values

_MOST_MENDED = 8
_INDENTING_TAB = re.compile(r"^ *\t[ \t]*[^ \t\n]", re.MULTILINE)


def parse(text: str, name: str) -> Reading:
    """Read a text; `complete` says whether its values can be relied on to be all there.

    After a mistake of one character (a stray colon, a sign that needs quotes) reading goes on behind it, so that the
    mistakes further down are told too.
    """
    plain = read_plain(text)
    if plain is not None:
        return Reading(name, text, plain, has_document=True)
    return parse_events(text, name)


def parse_events(text: str, name: str) -> Reading:
    """Read a text of any kind through the parser's events, as `parse` does with what is not plain."""
    tabs = _tabs(text, name)
    if tabs and _INDENTING_TAB.search(text):
        return Reading(name, text, complete=False, findings=tabs)
    text = text.replace("\t", " ")
    syntax: list[Finding] = []
    while True:
        reading = Reading(name, text)
        try:
            read_values(reading)
        except yaml.MarkedYAMLError as error:
            complaint = explain(error, text)
            place, trouble = complaint.place, complaint.trouble
            syntax.append(Finding(name, place.line, place.column, trouble.code, trouble.message, trouble.hint))
            if complaint.mend is not None and len(syntax) <= _MOST_MENDED:
                text = f"{text[: complaint.mend]}_{text[complaint.mend + 1 :]}"
                continue
        reading.complete = reading.complete and not syntax
        reading.findings = [*tabs, *syntax, *reading.findings]
        return reading


def _tabs(text: str, name: str) -> list[Finding]:
    first = text.find("\t")
    if first < 0:
        return []
    place = place_at(text, first)
    lines = sum("\t" in line for line in text.split("\n"))
    message = "Có dấu tab." if lines == 1 else f"Có dấu tab (ở {lines} dòng, đây là dòng đầu)."
    return [Finding(name, place.line, place.column, Code.YAML_TAB, message, "Thay tab bằng dấu cách.")]
