"""How official papers are set, every measure a number: what Word and PDF print alike. Knows nothing of either."""

from dataclasses import dataclass

from handbook.library.library import Library
from handbook.records.references import StatementReference, as_amount
from handbook.settings.typography import measures
from handbook.views.inline import amount_number
from handbook.views.lines import bases
from handbook.views.pieces import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Typography:
    """How official papers are set: margins, indent and the page number's place in millimetres, all else in points."""

    font: str
    heading: str
    """The line in the right corner of the first page, with a rule below it; may be empty."""
    branch_mark: str
    """Stands below the branch's name; may be empty."""
    abstract_mark: str
    """Stands below the abstract; may be empty."""
    margin_top: float
    margin_bottom: float
    margin_left: float
    margin_right: float
    page_number_top: float
    page_number_size: float
    heading_size: float
    parent_size: float
    branch_size: float
    number_size: float
    place_date_size: float
    type_size: float
    abstract_size: float
    body_size: float
    line_gap: float
    paragraph_gap: float
    indent: float
    sign_size: float
    recipients_head_size: float
    recipients_size: float
    bases: tuple[Basis, ...]
    """The documents that the measures come from, each as sure as its least sure measure; empty when all were typed."""


def typography(library: Library) -> Typography:
    """Give how the handbook's official papers are set; rules have made sure that every measure is a number."""
    written = library.settings.deployment.typography
    numbers: dict[str, float] = {}
    references: list[StatementReference] = []
    for name, measure in measures(written):
        amount = as_amount(measure)
        references += [amount] if isinstance(amount, StatementReference) else []
        numbers[name] = amount_number(library, amount) or 0
    return Typography(
        font=written.font,
        heading=written.heading or "",
        branch_mark=written.branch_mark or "",
        abstract_mark=written.abstract_mark or "",
        bases=bases(library, references),
        **numbers,
    )
