"""Scripts are sent without comments and indentation, and mean the same."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import ROOT
from handbook.publish.slimming import slimmed

SCRIPTS = sorted((ROOT / "theme" / "assets" / "javascripts" / "handbook" / "tools").glob("*.js"))


def test_whole_lines_of_comment_and_indentation_go() -> None:
    """What stands beside code or inside a text stays: telling it from code would take more than this."""
    script = (
        "/**\n * Why.\n */\n\nexport const a = `\n  // text\n    /* text */\n`; // beside\n"
        "if (a) {\n  // Why.\n  go('/* text'); /* beside */\n  /** One line. */\n}\n"
    )

    assert slimmed(script) == (
        "export const a = `\n  // text\n    /* text */\n`; // beside\nif (a) {\ngo('/* text'); /* beside */\n}\n"
    )


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_no_line_of_code_goes(file: Path) -> None:
    """Of every script all lines that are no comment are there, in order."""
    text = file.read_text(encoding="utf-8")
    comment = ("/*", "*", "//")
    code = [line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith(comment)]

    assert [line.strip() for line in slimmed(text).splitlines()] == code
    assert len(slimmed(text)) < len(text)


@given(st.lists(st.sampled_from(["a();", "  b(`x`);", "// c", "/* d", " */", "`", "", "\t/** e */"]), max_size=12))
def test_nothing_is_made_up(lines: list[str]) -> None:
    """Every line that is left was there, in the same order."""
    script = "\n".join(lines) + "\n"
    left = iter(line.lstrip() for line in lines)

    assert all(line.lstrip() in left for line in slimmed(script).splitlines())
