"""The style sheet that a deployment's own settings make: measures of official papers, the line at the foot of a page.

The theme's print sheets use these names; what they look like otherwise stands there. Knows nothing of any page.
"""

import dataclasses
import datetime as dt

from handbook.text.formats import date
from handbook.views.typography import Typography

FILE = "assets/stylesheets/handbook/paper.css"
"""Where it stands in the site."""

LARGE = 16
"""Points of the text in large print."""
_MILLIMETRES = frozenset({"page_number_top", "indent"})

_SHEET = """\
/* Made from the handbook's settings. */

@page {{
  @bottom-left {{
    content: {foot};
  }}
}}

@page official {{
  margin: {top}mm {right}mm {bottom}mm {left}mm;

  @bottom-left {{
    content: none;
  }}
}}

:root {{
{measures}
}}
"""


def paper_style(typography: Typography, handbook: str, day: dt.date) -> str:
    """Write the style sheet.

    Args:
        typography: How official papers are set.
        handbook: The handbook's name.
        day: The day of the build.
    """
    measures = [
        f"  --official-{name.replace('_', '-')}: {value:g}{'mm' if name in _MILLIMETRES else 'pt'};"
        for name, value in _numbers(typography)
        if not name.startswith("margin")
    ]
    measures.append(f"  --official-large: {max(1, LARGE / typography.body_size):.4g};")
    return _SHEET.format(
        foot=_text(f"{handbook} · bản {date(day)}"),
        top=f"{typography.margin_top:g}",
        right=f"{typography.margin_right:g}",
        bottom=f"{typography.margin_bottom:g}",
        left=f"{typography.margin_left:g}",
        measures="\n".join(measures),
    )


def _numbers(typography: Typography) -> list[tuple[str, float]]:
    fields = ((field.name, getattr(typography, field.name)) for field in dataclasses.fields(typography))
    return [(name, value) for name, value in fields if isinstance(value, int | float)]


def _text(words: str) -> str:
    """Write words as CSS does; what would end them, or the sheet, is written by its number."""
    return '"' + "".join(f"\\{ord(one):x} " if one in '"\\<' or not one.isprintable() else one for one in words) + '"'
