"""The file of what was seen of outside addresses, after some of them were asked again. Asks nothing, writes nothing."""

import datetime as dt
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from handbook.editing.formatting import format_file
from handbook.records.links import WELL, Links, Outcome, SeenLink

HEAD = "# Máy ghi bằng python3 scripts/links.py; đừng sửa tay.\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was seen of an address just now."""

    outcome: Outcome
    status: int | None = None
    """The code that the server answered, where it answered."""
    leads_to: str | None = None
    """Where it leads in the end, where that is somewhere else."""


def with_answers(
    links: Links, answers: Mapping[str, Answer], used: Collection[str], today: dt.date
) -> tuple[SeenLink, ...]:
    """Give what is known of addresses now, in order; what is used nowhere any more is dropped.

    Args:
        links: What was known.
        answers: What was seen just now.
        used: The addresses that are written anywhere.
        today: The day of the answers.
    """
    found: dict[str, SeenLink] = {link.address: link for link in links.links if link.address in used}
    for address, answer in answers.items():
        before = found.get(address)
        seen_well_on = today if answer.outcome in WELL else before.seen_well_on if before else None
        found[address] = SeenLink(
            address=address,
            seen_well_on=seen_well_on,
            asked_on=today,
            outcome=answer.outcome,
            status=answer.status,
            leads_to=answer.leads_to,
        )
    return tuple(found[address] for address in sorted(found))


def links_text(links: Collection[SeenLink], name: str) -> str:
    """Write the file in its canonical form.

    Args:
        links: What it holds.
        name: The file's name as shown to people.
    """
    lines = ["schema_version: 1", "links:" if links else "links: []"]
    for link in links:
        rows = [f"{key}: {_scalar(value)}" for key, value in link.model_dump(exclude_none=True).items()]
        lines += [f"  {'- ' if number == 0 else '  '}{row}" for number, row in enumerate(rows)]
    text, findings = format_file((HEAD + "\n".join(lines) + "\n").encode(), name, Links)
    if text is None:
        raise ValueError(findings)
    return text


def _scalar(value: str | int | dt.date) -> str:
    return value.isoformat() if isinstance(value, dt.date) else json.dumps(value, ensure_ascii=False)
