"""Content controls: what a person fills in. Each has a tag of its own, by which other programs find what was typed.

A control that is not filled in shows a few dots and no guidance: what is printed or filed unfilled must not say more
than a line on paper would. Its title, shown when it is clicked, says what belongs there.
"""

from dataclasses import dataclass, field

from handbook.downloads.word.runs import PLAIN, Face, properties, run
from handbook.downloads.word.xml import Element, element

LONGEST = 64
"""Characters: Word takes no longer tag or title."""
BLANK = "…"
BOX, TICKED = "☐", "☒"
BOX_FONT = "MS Gothic"
"""The font that Word itself draws tick boxes with."""
DAY_FORMAT = "dd/MM/yyyy"


@dataclass(slots=True)
class Controls:
    """Makes the controls of one file, and sees to it that no two of them share a number or a tag."""

    count: int = 0
    tags: set[str] = field(default_factory=set)

    def text(self, tag: str, title: str, blank: str = BLANK, face: Face = PLAIN) -> Element:
        """Make a control within a paragraph, for words."""
        shown = Face(face.bold, face.italic, face.underlined, face.size, "PlaceholderText")
        return self._control(tag, title, [run(blank, shown)], properties(face), blank=True)

    def day(self, tag: str, title: str, blank: str, face: Face = PLAIN) -> Element:
        """Make a control within a paragraph, for a day, picked from a calendar or typed."""
        kind = element(
            "w:date",
            element("w:dateFormat", val=DAY_FORMAT),
            element("w:lid", val="vi-VN"),
            element("w:storeMappedDataAs", val="dateTime"),
            element("w:calendar", val="gregorian"),
        )
        shown = Face(face.bold, face.italic, face.underlined, face.size, "PlaceholderText")
        return self._control(tag, title, [run(blank, shown)], properties(face), kind, blank=True)

    def box(self, tag: str, title: str) -> Element:
        """Make a box that is ticked with a click."""
        font = element("w:rFonts", ascii=BOX_FONT, hAnsi=BOX_FONT, eastAsia=BOX_FONT, hint="eastAsia")
        kind = element(
            "w14:checkbox",
            element("w14:checked", val=0),
            element("w14:checkedState", val=f"{ord(TICKED):04X}", font=BOX_FONT),
            element("w14:uncheckedState", val=f"{ord(BOX):04X}", font=BOX_FONT),
        )
        shown = run(BOX)
        shown.insert(0, element("w:rPr", font))
        return self._control(tag, title, [shown], None, kind)

    def block(self, tag: str, title: str, blocks: list[Element], *, blank: bool = True) -> Element:
        """Make a control around whole paragraphs or a table; typing takes the place of what is `blank`."""
        return self._control(tag, title, blocks, None, blank=blank)

    def _control(
        self,
        tag: str,
        title: str,
        content: list[Element],
        face: Element | None,
        kind: Element | None = None,
        *,
        blank: bool = False,
    ) -> Element:
        self.count += 1
        return element(
            "w:sdt",
            element(
                "w:sdtPr",
                face,
                element("w:alias", val=title[:LONGEST]),
                element("w:tag", val=self._free(tag)),
                element("w:id", val=self.count),
                element("w:showingPlcHdr") if blank else None,
                kind,
            ),
            element("w:sdtContent", *content),
        )

    def _free(self, tag: str) -> str:
        """Give a tag that is not yet used and not too long."""
        free, number = tag[:LONGEST], 1
        while free in self.tags:
            number += 1
            ending = f"-{number}"
            free = tag[: LONGEST - len(ending)] + ending
        self.tags.add(free)
        return free
