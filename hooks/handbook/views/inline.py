"""Texts of records as inline pieces: words, links, and numbers read from the statement that holds them."""

from handbook.library.certainty import Judgement, Level
from handbook.library.entry import Entry, short_title
from handbook.library.library import Library
from handbook.library.mentions import as_reference
from handbook.library.target import Target
from handbook.reading.references import MENTION_START, Mention, find_mentions
from handbook.records.checklist import Item, Phase
from handbook.records.criteria import Part
from handbook.records.document import STATUS_WORDS, Document
from handbook.records.form import FormField, FormPart
from handbook.records.meeting import Deadline, Step
from handbook.records.problem import Remedy
from handbook.records.references import Amount, Reference
from handbook.records.statement import QUALIFIER_WORDS, VALUE_MARK, Statement, Value
from handbook.text.formats import number, quantity
from handbook.views.blocks import Certainty, Chip, ChipFamily, Figure, Inline, Line, Link, Tone, Words

STATUS_TONES = {"in_force": Tone.GOOD, "superseded": Tone.BAD, "unclear": Tone.UNCLEAR}
CERTAINTY_WORDS = {
    Level.FULL_TEXT: ("Đã đối chiếu toàn văn", "Toàn văn"),
    Level.EXCERPT: ("Đã đối chiếu trích đoạn", "Trích đoạn"),
    Level.REPORTED: ("Theo nguồn dẫn lại", "Nguồn dẫn lại"),
    Level.UNCHECKED: ("Chưa đối chiếu", "Chưa đối chiếu"),
    Level.DISPUTED: ("Các nguồn ghi khác nhau", "Nguồn ghi khác nhau"),
}


def words(text: str) -> Line:
    """Give plain words as a line."""
    return (Words(text),)


def plain(line: Line) -> str:
    """Give the words of a line without its links."""
    return "".join(piece.words for piece in line)


def line_of(library: Library, text: str) -> Line:
    """Give a text of a record as inline pieces, its ((references)) resolved."""
    if MENTION_START not in text:
        return (Words(text),) if text else ()
    pieces: list[Inline] = []
    start = 0
    for mention in find_mentions(text):
        if mention.start > start:
            pieces.append(Words(text[start : mention.start]))
        pieces.append(mentioned(library, mention))
        start = mention.end
    if start < len(text):
        pieces.append(Words(text[start:]))
    return tuple(pieces)


def mentioned(library: Library, mention: Mention) -> Inline:
    """Give what a ((reference)) prints: its own words, the statement's number, or the name of what it leads to."""
    target = library.target(as_reference(mention))
    statement = library.statement(target)
    if mention.words is None and statement is not None and statement.value is not None:
        return figure(library, target, statement.value)
    return link(library, target, mention.words)


def figure(library: Library, target: Target, value: Value) -> Figure:
    """Give a statement's number, leading back to the statement, with a doubt where it is not safe to rely on."""
    judgement = library.judge(target)
    return Figure(value_words(library, value), target, None if judgement.supports_duty else judged(judgement))


def link(library: Library, target: Target, shown: str | None = None) -> Link:
    """Give a link to a record or part; a document that is superseded or unclear says so."""
    named = library.told(named_link, target)
    return Link(shown, target, named.status) if shown else named


def named_link(library: Library, target: Target) -> Link:
    """Give a link to a record or part by its name: all that pages need of what they only lead to."""
    record = library.entry(target).record
    status = None
    if isinstance(record, Document) and record.status != "in_force":
        status = status_chip(record)
    return Link(name(library, target), target, status)


def name(library: Library, target: Target) -> str:
    """Name a record or part in a few words."""
    entry = library.entry(target)
    whole = short_title(entry)
    if not target.part:
        return whole
    match entry.parts[target.part].model:
        case Item():
            named = f"{whole}, việc {item_number(entry, target.part)}"
        case Part() as part:
            named = f"{part.number}. {plain(line_of(library, part.text))}"
        case Phase() as phase:
            named = f"{whole}: {phase_title(library, phase.phase)}"
        case Step() | Deadline() | Remedy() as told:
            named = f"{whole}: {plain(line_of(library, told.text)).rstrip('.')}"
        case FormPart() as form_part:
            named = f"{whole}: {form_part.title}"
        case FormField() as field:
            named = f"{whole}: {field.label}"
        case Statement() as statement if statement.place:
            named = f"{whole}, {statement.place}"
        case _:
            named = whole
    return named


def phase_title(library: Library, phase_id: str) -> str:
    """Give the title of a phase from its closed list."""
    return next(entry.title for entry in library.settings.vocabulary.phases if entry.id == phase_id)


def item_number(entry: Entry, item_id: str) -> str:
    """Give the number of a checklist's item, such as "2.8"."""
    path = entry.parts[item_id].path
    return f"{int(path[1]) + 1}.{int(path[3]) + 1}"


def status_chip(document: Document) -> Chip:
    """Give the chip of a document's status."""
    return Chip(ChipFamily.STATUS, STATUS_WORDS[document.status], STATUS_TONES[document.status])


def kind_chip(library: Library, kind: str) -> Chip:
    """Give the chip that names a kind."""
    return Chip(ChipFamily.KIND, library.settings.kind(kind).title)


def scope_chip(library: Library, place_id: str | None) -> Chip | None:
    """Give the chip of a place with rules of its own; central rules carry none."""
    found = next((place for place in library.settings.vocabulary.places if place.id == place_id), None)
    return Chip(ChipFamily.SCOPE, found.chip) if found else None


def certainty(library: Library, target: Target) -> Certainty:
    """Give how sure a statement or a document's entry in the register is, in words."""
    return judged(library.judge(target))


def judged(judgement: Judgement) -> Certainty:
    """Give a judgement in words."""
    long, short = CERTAINTY_WORDS[judgement.level]
    agreeing = f", khớp {judgement.agreeing} nguồn" if judgement.agreeing > 1 and judgement.supports_duty else ""
    return Certainty(judgement.level, long + agreeing, short + agreeing)


def value_words(library: Library, value: Value) -> str:
    """Write a number with its unit and qualifier: "hơn 95%", "02 ngày"."""
    unit = library.settings.unit(value.unit)
    written = quantity(value.amount, unit) if unit else number(value.amount)
    return f"{QUALIFIER_WORDS[value.qualifier]} {written}" if value.qualifier else written


def statement_line(library: Library, statement: Statement, extra: str = "") -> Line:
    """Give a statement's text, with its own number in its place, and what is told after it."""
    text = statement.text + extra
    if statement.value is not None:
        text = text.replace(VALUE_MARK, value_words(library, statement.value))
    return line_of(library, text)


def amount_number(library: Library, amount: Amount | None) -> float | None:
    """Give the number of an amount: itself, or the one its statement holds."""
    if isinstance(amount, Reference):
        value = library.value(amount)
        return value.amount if value else None
    return amount
