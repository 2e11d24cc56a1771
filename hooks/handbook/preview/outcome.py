"""What came of one build, as the preview shows it. Plain values: the build runs in another process."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding as the build's report tells it."""

    path: str
    line: int
    column: int
    severity: str
    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: whether there is a new site, what was found, what else was said."""

    is_good: bool
    remarks: tuple[Remark, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What the browser has to know: the last outcome and which build the site on show is of."""

    outcome_number: int = 0  # counts all builds; 0 before the first has ended
    site_number: int = 0  # the outcome number of the last good build; 0 while there is no site
    remarks: tuple[Remark, ...] = ()
    words: str = ""

    def after(self, outcome: Outcome) -> "State":
        """Return the state once `outcome` is known."""
        number = self.outcome_number + 1
        return State(number, number if outcome.is_good else self.site_number, outcome.remarks, outcome.words)

    def as_json(self) -> str:
        """Return the state in one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)


def read_remarks(report: str) -> tuple[Remark, ...]:
    """Read the remarks out of a build's JSON report.

    Raises:
        ValueError: The text is no such report.
    """
    try:
        return tuple(Remark(**entry) for entry in json.loads(report))
    except TypeError as error:
        raise ValueError(f"not a report: {error}") from error
