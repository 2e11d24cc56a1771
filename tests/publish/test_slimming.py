"""Scripts are sent without what only their writers need, and mean the same."""

import io
import json
import shutil
import subprocess
import sys
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.publish import slimming
from handbook.publish.slimming import SlimmingError, slimmed, without_comments, without_constants


def test_local_names_comments_and_spaces_go() -> None:
    """What is left gives the same result; Vietnamese words stay as they are."""
    script = "(() => {\n  // Why.\n  const veryLongName = 20;\n  console.log(`Xong ${veryLongName + 1} việc`);\n})();\n"
    node = shutil.which("node")
    assert node, "scripts/test.py installs Node.js"

    (short,) = slimmed({"a.js": script}).values()

    assert "veryLongName" not in short
    assert "Why" not in short
    told = subprocess.run([node, "-e", short], capture_output=True, check=True, encoding="utf-8").stdout
    assert told == "Xong 21 việc\n"


def test_values_stand_where_their_names_stood() -> None:
    """Numbers always, texts and patterns where that is shorter."""
    script = (
        'const MOST = 1_000; // grams\nconst WORD = "xin chào các bạn";\nconst GAP = /\\s+/g;\nconst ANY = "";\n'
        "go(MOST + MOST, a === MOST, WORD.replace(GAP, ANY), [ANY, ANY]);\n"
    )

    assert without_constants(script) == (
        'go(1_000 + 1_000, a === 1_000, "xin chào các bạn".replace(/\\s+/g, ""), ["", ""]);\n'
    )


@pytest.mark.parametrize(
    "use",
    [
        'go(END, "THE END");',
        "go({ END });",
        "go({ END: 1 });",
        "go(one.END, END);",
        "go(`END ${END}`);",
        "function inner() {\n  const END = 2;\n  return END;\n}\n",
    ],
)
def test_a_name_that_may_mean_something_else_is_left_alone(use: str) -> None:
    """In a text, a property, a template, another scope."""
    script = f"const END = 5;\n{use}\n"

    assert without_constants(script) == script


def test_what_is_no_script_is_told() -> None:
    """The name of the script and the place in it, in one message."""
    with pytest.raises(SlimmingError, match=r"Không rút gọn được mã của trang: b\.js: "):
        slimmed({"a.js": "go();", "b.js": "const = 1;"})


def test_without_the_library_comments_go_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """On machines for which there is no minifier the site is built, with longer scripts."""
    monkeypatch.setattr(slimming, "LIBRARY", "no-such-library")

    assert slimmed({"a.js": "// Why.\n  go();\n"}) == {"a.js": "go();\n"}


def test_whole_lines_of_comment_and_indentation_go() -> None:
    """What stands beside code or inside a text stays: telling it from code would take more than this."""
    script = (
        "/**\n * Why.\n */\n\nexport const a = `\n  // text\n    /* text */\n`; // beside\n"
        "if (a) {\n  // Why.\n  go('/* text'); /* beside */\n  /** One line. */\n}\n"
    )

    assert without_comments(script) == (
        "export const a = `\n  // text\n    /* text */\n`; // beside\nif (a) {\ngo('/* text'); /* beside */\n}\n"
    )


@given(st.lists(st.sampled_from(["a();", "  b(`x`);", "// c", "/* d", " */", "`", "", "\t/** e */"]), max_size=12))
def test_nothing_is_made_up(lines: list[str]) -> None:
    """Every line that is left was there, in the same order."""
    script = "\n".join(lines) + "\n"
    left = iter(line.lstrip() for line in lines)

    assert all(line.lstrip() in left for line in without_comments(script).splitlines())


def _shorter(kind: str, script: str) -> str:
    """Stand in for the minifier, whose threads would stay in this process."""
    assert kind == "application/javascript"
    if not script:
        raise ValueError("nothing")
    return script.replace(" ", "")


@pytest.mark.parametrize(
    ("scripts", "code", "out", "told"),
    [
        ({"a.js": "a = 1", "b.js": "ờ = 2"}, 0, {"a.js": "a=1", "b.js": "ờ=2"}, ""),
        ({"a.js": "a = 1", "b.js": "", "c.js": ""}, 1, None, "b.js: nothing\n"),
        ({}, 0, {}, ""),
    ],
)
def test_the_process_of_the_minifier(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    scripts: dict[str, str],
    code: int,
    out: dict[str, str] | None,
    told: str,
) -> None:
    """It reads scripts and writes them shorter, each under its path; of the first that is none it tells, and ends."""
    monkeypatch.setitem(sys.modules, slimming.LIBRARY, SimpleNamespace(string=_shorter, MinifyError=ValueError))
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(scripts)))

    assert slimming._main() == code  # noqa: SLF001 - what that process runs
    written = capsys.readouterr()
    assert (json.loads(written.out) if written.out else None) == out
    assert written.err == told


def test_a_constant_that_is_left_alone_hides_no_other() -> None:
    """Each is looked at by itself."""
    script = "const END = 5;\nconst TOP = 6;\ngo({ END }, TOP);\n"

    assert without_constants(script) == "const END = 5;\ngo({ END }, 6);\n"
