"""One finding: the only way in which the generator says that something is wrong. It must not know who finds it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from handbook.diagnostics.codes import Code


class Severity(StrEnum):
    """Whether a finding stops the build (an error) or is only told (a warning)."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong at one place of a file, in Vietnamese, and what to do about it.

    The path is relative to the project's root, with "/" between its parts; lines and columns count from 1, columns in
    characters.
    """

    path: str
    line: int
    column: int
    code: Code
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


def is_sound(findings: Iterable[Finding]) -> bool:
    """Tell whether a site may be built with these findings: warnings are allowed, errors are not."""
    return all(finding.severity is not Severity.ERROR for finding in findings)
