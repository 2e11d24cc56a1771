"""Lines that the measurement of the tests leaves out are few, and each says why."""

import re

from building import ROOT

EXCLUSION = re.compile(r"# pragma: no (?:cover|branch)(?P<reason>.*)")
REASON = re.compile(r" - \S+(?: \S+)+")


def test_each_exclusion_has_its_reason() -> None:
    """Behind the mark stands, in words, why no test goes there."""
    bare = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in sorted((ROOT / "hooks").rglob("*.py"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if (found := EXCLUSION.search(line)) and not REASON.fullmatch(found["reason"])
    ]
    assert bare == []
