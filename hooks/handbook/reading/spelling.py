"""One spelling of tone marks in everything that people write: a word found in one page is found in all.

It speaks of a file's text as it is, titles and comments included; it must not know what the text means.
"""

from collections import Counter

from handbook.diagnostics import Code, Finding
from handbook.reading.places import place_at
from handbook.text.tone_marks import misplaced


def misplaced_tone_marks(text: str, name: str) -> list[Finding]:
    """One finding for each word whose tone mark stands on the wrong letter, at the first place where it stands."""
    firsts: dict[str, tuple[int, str]] = {}
    counted: Counter[str] = Counter()
    for start, word, right in misplaced(text):
        firsts.setdefault(word, (start, right))
        counted[word] += 1
    findings = []
    for word, (start, right) in firsts.items():
        place = place_at(text, start)
        often = f", {counted[word]} lần" if counted[word] > 1 else ""
        message = f"Chữ “{word}” đặt dấu thanh khác kiểu của cẩm nang{often}."
        findings.append(Finding(name, place.line, place.column, Code.TEXT_TONE_MARK, message, f"Viết “{right}”."))
    return findings
