"""Findings as people and machines read them. It must not know who finds them or where the report goes.

Every report sorts the findings and tells each only once.
"""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict

from handbook.diagnostics.finding import Finding, Severity

_WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo"}


def as_text(findings: Iterable[Finding]) -> str:
    """The findings for a terminal and the count in the last line; an empty text when there are none."""
    ordered = _ordered(findings)
    if not ordered:
        return ""
    errors = sum(finding.severity is Severity.ERROR for finding in ordered)
    lines = [line for finding in ordered for line in _text_lines(finding)]
    return "\n".join([*lines, f"{errors} lỗi, {len(ordered) - errors} cảnh báo."])


def as_json(findings: Iterable[Finding]) -> str:
    """The findings as a JSON list of objects with the fields of a finding."""
    return json.dumps([asdict(finding) for finding in _ordered(findings)], ensure_ascii=False, indent=2)


def as_github(findings: Iterable[Finding]) -> str:
    """The findings as workflow commands, which GitHub shows at the line they speak of."""
    return "\n".join(_github_command(finding) for finding in _ordered(findings))


def _ordered(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(set(findings))


def _text_lines(finding: Finding) -> list[str]:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    lines = [f"{place}: {_WORDS[finding.severity]}: {finding.message} [{finding.code}]"]
    if finding.hint:
        lines.append(f"    Cách sửa: {finding.hint}")
    return [_visible(line) for line in lines]


def _visible(line: str) -> str:
    """The line with control characters spelled out: a value quoted from a file must not command the terminal."""
    if line.isprintable():
        return line
    return "".join(
        f"\\u{ord(letter):04x}" if unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp"} else letter
        for letter in line
    )


def _github_command(finding: Finding) -> str:
    properties = {
        "file": finding.path,
        "line": str(finding.line),
        "col": str(finding.column),
        "title": f"{finding.code.title} [{finding.code}]",
    }
    listed = ",".join(f"{name}={_github_property(value)}" for name, value in properties.items())
    message = "\n".join(part for part in (finding.message, finding.hint) if part)
    return f"::{finding.severity} {listed}::{_github_data(message)}"


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")
