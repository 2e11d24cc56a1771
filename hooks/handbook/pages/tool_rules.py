"""What a page's tools work with: the rules and words of records, as a block of data that no browser runs.

Rules are exported once, by the rooms that own them; here they are only put into pages. Knows no script.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from handbook.addresses.addresses import Addresses
from handbook.library.library import Library
from handbook.library.target import Target
from handbook.pages.agenda_rules import agenda_rules
from handbook.pages.calculator_rules import calculator_rules
from handbook.pages.compare_rules import compare_address, compare_rules
from handbook.pages.former_ids import former_ids
from handbook.pages.planner_rules import planner_rules
from handbook.records.criteria import Criteria
from handbook.scoring.export import exported
from handbook.scoring.table import score_table
from handbook.views.criterion import WAYS_LABEL
from handbook.views.inline import line_of, plain

Rules = Callable[[Library, Addresses, Target], Mapping[str, Any] | None]


def with_rules(library: Library, addresses: Addresses, page: Target, tools: Iterable[str], html: str) -> str:
    """Add to a page's content the data of its tools, each in a block with the tool's name."""
    blocks = []
    for tool in tools:
        rules = _RULES[tool](library, addresses, page) if tool in _RULES else None
        if rules is not None:
            blocks.append(data_block(tool, rules))
    return "\n\n".join([html.rstrip("\n"), *blocks]) + "\n" if blocks else html


def data_block(name: str, values: Mapping[str, Any]) -> str:
    """Write values into an element that holds data; nothing in them can close it.

    No <script>, which the theme would run when it changes pages without loading them anew; the <div> is there for
    Markdown, which does not know that a <template> is a block.
    """
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f'<div hidden><template data-sh-rules="{name}">{text}</template></div>'


def score_rules(library: Library, addresses: Addresses, page: Target) -> Mapping[str, Any] | None:
    """Give the rules by which a page's table is scored, what it calls ways to a plan, and where tables are compared.

    None where there is nothing to score.
    """
    record = library.entry(page).record
    if not isinstance(record, Criteria):
        return None
    table = score_table(library, page.id, record, lambda text: plain(line_of(library, text)))
    if not table.leaves:
        return None
    more = {"ways_label": WAYS_LABEL, "compare": compare_address(library, addresses, page)}
    return {**exported(table), **former_ids(library.entry(page)), **more}


_RULES: Mapping[str, Rules] = {
    "score": score_rules,
    "planner": planner_rules,
    "calculators": calculator_rules,
    "agenda": agenda_rules,
    "compare": compare_rules,
}
