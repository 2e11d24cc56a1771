"""Reads what stands inside a paragraph, an entry of a list or a cell. It must not know which of them it reads.

Everything is told by its index in the whole text, so that whatever does not belong has its place.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

from handbook.reading.code_spans import blank_code
from handbook.reading.manuscript.pieces import Odd, Picture, Run, Runs, Text, Way
from handbook.reading.prose import LABEL, LINK
from handbook.reading.references import Mention, find_mentions

_SPACE = re.compile(r"[ \t\n]{2,}|[\t\n]")
"""Whatever is no single space."""
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!|-])")
_CODE = re.compile(r"(?P<ticks>`+)(?!`)(?P<words>.+?)(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_STRONG = re.compile(r"(?P<sign>\*\*|__)(?=[^\s*_])(?P<words>.+?)(?<=[^\s*_])(?P=sign)(?![*_])", re.DOTALL)
_ITALIC = re.compile(r"(?P<sign>\*+|_+)(?=[^\s*_])(?P<words>[^*_\n]+)(?P=sign)")
_BARE = re.compile(r"<(?P<address>https?://[^\s<>]+)>")
_ATTRIBUTES = re.compile(r"\{:?[ ]*(?:[#.][\w-]|[\w-]+=)[^{}\n]*\}|(?<=[)*`_])\{[^{}\n]+\}")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]+\]")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_LOOSE_LINK = re.compile(rf"!?\[{LABEL}\]\(")
_BREAK = re.compile(r" {2,}\n")
_SPECIAL = re.compile(r"[\\`*_\[!<{(]| {2,}\n")
_ODD_SIGNS = (
    (_ATTRIBUTES, Odd.ATTRIBUTES),
    (_FOOTNOTE, Odd.FOOTNOTE),
    (_COMMENT, Odd.COMMENT),
    (_BREAK, Odd.LINE_BREAK),
    (_LOOSE_LINK, Odd.LINK_LOOSE),
)

Tell = Callable[[Odd, int], None]
"""Hears what does not belong, and its index in the text."""


@dataclass(frozen=True, slots=True)
class Inline:
    """Reads stretches of one text."""

    text: str
    mentions: dict[int, Mention]
    tell: Tell

    def runs(self, start: int, end: int) -> Runs:
        """Read from one index to another."""
        while start < end and self.text[start] in " \t\n":
            start += 1
        while end > start and self.text[end - 1] in " \t\n":
            end -= 1
        return tuple(_joined(self._runs(start, end, strong=False)))

    def _runs(self, start: int, end: int, *, strong: bool) -> Iterator[Run]:
        while start < end:
            special = _SPECIAL.search(self.text, start, end)
            if special is None:
                yield self._text(start, end, strong=strong)
                return
            if special.start() > start:
                yield self._text(start, special.start(), strong=strong)
            start = special.start()
            runs, after = self._special(start, end, strong=strong)
            yield from runs
            start = after

    def _special(self, start: int, end: int, *, strong: bool) -> tuple[list[Run], int]:
        """Read what begins with a sign that may mean something; give it, and where it ends."""
        meant = self._meant(start, end, strong=strong)
        if meant is not None:
            return meant
        if start in self.mentions:
            self.tell(Odd.REFERENCE_CUT, start)
        for pattern, odd in _ODD_SIGNS:
            if found := pattern.match(self.text, start, end):
                self.tell(odd, start)
                return [Text(found.group(), strong)], found.end()
        if self._is_italic(start):
            self.tell(Odd.ITALIC, start)
            if italic := _ITALIC.match(self.text, start, end):
                return [Text(italic["words"], strong)], italic.end()
        return [Text(_SPACE.sub(" ", self.text[start]), strong)], start + 1

    def _meant(self, start: int, end: int, *, strong: bool) -> tuple[list[Run], int] | None:  # noqa: PLR0911 - one for each sign
        """Read what belongs in a manuscript, if the sign begins it."""
        mention = self.mentions.get(start)
        if mention is not None and mention.end <= end:
            return [mention], mention.end
        if escaped := _ESCAPED.match(self.text, start, end):
            return [Text(escaped[1], strong)], escaped.end()
        if code := _CODE.match(self.text, start, end):
            return [Text(_SPACE.sub(" ", code["words"].strip()), strong, code=True)], code.end()
        if way := LINK.match(self.text, start, end):
            return [self._way(way)], way.end()
        if bare := _BARE.match(self.text, start, end):
            return [Way(bare["address"], bare["address"])], bare.end()
        if not strong and (bold := _STRONG.match(self.text, start, end)):
            return list(self._runs(bold.start("words"), bold.end("words"), strong=True)), bold.end()
        return None

    def _way(self, found: re.Match[str]) -> Way | Picture:
        inside = tuple(self._runs(found.start("words"), found.end("words"), strong=False))
        for run in inside:
            if isinstance(run, Way | Mention):
                self.tell(Odd.LINK_IN_LINK, found.start())
        words = "".join(run.words or "" for run in inside)
        target = found["plain"] if found["angled"] is None else found["angled"]
        if "`" in target:  # Markdown reads code before links
            self.tell(Odd.LINK_LOOSE, found.start())
        return Picture(words, target) if found["image"] else Way(words, target)

    def _is_italic(self, at: int) -> bool:
        """Tell whether a sign may set words apart; alone between spaces or inside a word it stands for itself."""
        sign = self.text[at]
        if sign not in "*_":
            return False
        around = (self.text[at - 1 : at] if at else " ") or " ", self.text[at + 1 : at + 2] or " "
        if all(one.isspace() for one in around):
            return False
        return sign == "*" or not all(one.isalnum() or one == "_" for one in around)

    def _text(self, start: int, end: int, *, strong: bool) -> Text:
        return Text(_SPACE.sub(" ", unescape(self.text[start:end])), strong)


def inline(text: str, tell: Tell) -> Inline:
    """Make ready to read a text."""
    return Inline(text, {one.start: one for one in find_mentions(blank_code(text))}, tell)


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Join neighbouring text that is set alike; a space is printed once."""
    alike: list[Text] = []
    for run in runs:
        if alike and not (isinstance(run, Text) and (run.strong, run.code) == (alike[0].strong, alike[0].code)):
            yield _one(alike)
            alike = []
        if isinstance(run, Text):
            alike.append(run)
        else:
            yield run
    if alike:
        yield _one(alike)


def _one(texts: list[Text]) -> Text:
    first, *more = texts
    return Text(_SPACE.sub(" ", "".join(text.words for text in texts)), first.strong, first.code) if more else first
