"""Modules are joined into the scripts of a site; what cannot be joined is told, not guessed at."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from building import ROOT
from handbook.publish.scripts import PAGE, TOOLS, ScriptError, joined
from handbook.publish.slimming import slimmed

FOLDER = ROOT / "theme" / "assets" / "javascripts" / "handbook"
PARTS = {
    "life.js": "const seen = [];\n\n/** Note. */\nexport function note(word) {\n  seen.push(word);\n  return seen;\n}",
    "words.js": 'import { note } from "./life.js";\n\nnote("page");\n',
    "tools/count.js": "export const twice = (one) => one * 2;\n\nexport async function late() {\n  return twice(4);\n}",
    "tools/tool.js": (
        'import { note } from "../life.js";\n'
        'import {\n  late,\n  twice,\n} from "./count.js";\n\n'
        "globalThis.told = note(`twice ${twice(21)}`);\n"
        "late().then((found) => note(found)).then(() => console.log(told.join()));\n"
    ),
}


def run(*scripts: str) -> str:
    """Run scripts one after the other, as a page does; gives what they print."""
    node = shutil.which("node")
    assert node, "scripts/test.py installs Node.js"
    done = subprocess.run([node, "-e", ";\n".join(scripts)], capture_output=True, check=True, encoding="utf-8")
    return done.stdout.strip()


def own_modules() -> dict[str, str]:
    """Give the theme's modules by their paths, as a build does."""
    files = [file for file in FOLDER.rglob("*.js") if file.parent.name != "search" and file.name != "first.js"]
    return {file.relative_to(FOLDER).as_posix(): file.read_text(encoding="utf-8") for file in files}


@pytest.mark.parametrize("is_slimmed", [False, True])
def test_joined_modules_do_what_they_did(is_slimmed: bool) -> None:  # noqa: FBT001 - a case, not a switch
    """Each module runs once, after what it imports; what crosses from one script to the other is the same thing."""
    scripts = joined(PARTS)
    scripts = slimmed(scripts) if is_slimmed else scripts

    assert run(scripts[PAGE], scripts[TOOLS]) == "page,twice 42,8"


def test_scripts_are_plain_ones_with_a_scope_of_their_own() -> None:
    """No module syntax is left, so files opened from a folder run; one object alone gets into the page's scope."""
    scripts = slimmed(joined(own_modules()))

    assert set(scripts) == {PAGE, TOOLS}
    for text in scripts.values():
        assert run(f"new (require('vm').Script)({json.dumps(text)}); console.log('read')") == "read"
    names = "Object.getOwnPropertyNames(globalThis)"
    added = f"const had = {names}; {{body}}; console.log({names}.filter((name) => !had.includes(name)).join())"
    parts = joined(PARTS)
    assert run(added.format(body=parts[PAGE])) == "handbookParts"


def test_the_same_modules_give_the_same_scripts() -> None:
    """Whatever the order in which files are found."""
    modules = own_modules()

    assert joined(dict(reversed(modules.items()))) == joined(modules)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"tools/tool.js": 'import { gone } from "./count.js";\n'}, "tools/count.js không có export “gone”"),
        ({"tools/tool.js": 'import { a } from "./gone.js";\n'}, "không có tệp tools/gone.js"),
        ({"tools/tool.js": 'import * as count from "./count.js";\n'}, "không ghép được “import * as count"),
        ({"tools/tool.js": 'import { twice as two } from "./count.js";\n'}, "không có export “twice as two”"),
        ({"tools/tool.js": 'const a = await import("./count.js");\n'}, 'không ghép được “import("./count.js")'),
        ({"tools/tool.js": "export default 1;\n"}, "không ghép được “export default 1;”"),
        ({"tools/tool.js": "const [a, b] = [1, 2];\n"}, "không ghép được “const [a, b]"),
        ({"tools/tool.js": "const twice = 1;\n"}, "tên “twice” đã có trong tools/"),
        ({"words.js": 'import { twice } from "./tools/count.js";\n'}, "chỉ có ở trang có công cụ"),
        (
            {
                "tools/count.js": 'import { b } from "./b.js";\nexport const twice = 1;\nexport const late = 1;\n',
                "tools/b.js": 'import { twice } from "./count.js";\nexport const b = 1;\n',
            },
            "gọi vòng quanh nhau",
        ),
    ],
)
def test_what_cannot_be_joined_is_told(changed: dict[str, str], told: str) -> None:
    """The file, what is wrong and what to do; never a script that half works."""
    with pytest.raises(ScriptError) as raised:
        joined(PARTS | changed)

    message = str(raised.value)
    assert told in message
    assert "Cách sửa:" in message
    assert Path(message.split(":", maxsplit=1)[0]).suffix == ".js"


def test_what_crosses_from_one_script_to_the_other_is_named_in_both() -> None:
    """Each name once and in order, through one object; every script has a scope of its own."""
    uses = 'import { b, a } from "../a.js";\nb(a);\n'
    scripts = joined(
        {
            "a.js": "export const a = 1;\nexport const b = 2;\nexport const c = 3;\n",
            "x/one.js": uses,
            "x/second.js": uses,
        }
    )

    assert scripts == {
        "page.js": (
            '(() => {\n"use strict";\nconst a = 1;\nconst b = 2;\nconst c = 3;\n\n'
            "globalThis.handbookParts = { a, b };\n})();\n"
        ),
        "tools.js": ('(() => {\n"use strict";\nconst { a, b } = globalThis.handbookParts;\nb(a);\n\nb(a);\n\n})();\n'),
    }


A, B = 'import { b } from "./b.js";\nexport const a = 1;\n', 'import { a } from "./a.js";\nexport const b = 1;\n'


@pytest.mark.parametrize(
    ("modules", "told"),
    [
        (
            {"a.js": A, "b.js": f"{B}b();\n", "c.js": 'import { a } from "./a.js";\n'},
            "a.js: các tệp gọi vòng quanh nhau (a.js → b.js → a.js).\n    Cách sửa: tách phần chung ra tệp riêng.",
        ),
        (
            {"a.js": "export const a = 1;\n", "x/b.js": 'import { a } from "../a.js";\n', "x/c.js": "const a = 2;\n"},
            "x/c.js: tên “a” đã có trong page.js; ghép lại thì trùng.\n    Cách sửa: đặt tên khác.",
        ),
        (
            {"a.js": "const a = 1;\n", "b.js": "\nconst a = 2;\n"},
            "b.js: tên “a” đã có trong a.js; ghép lại thì trùng.\n    Cách sửa: đặt tên khác.",
        ),
        (
            {"a.js": "const a = 1;\n", "b.js": 'import { a } from "./a.js";\n'},
            "b.js: a.js không có export “a”.\n    Cách sửa: sửa tên trong import.",
        ),
        (
            {"b.js": 'import { a } from "./x/a.js";\n'},
            "b.js: không có tệp x/a.js.\n    Cách sửa: sửa đường dẫn trong import.",
        ),
        (
            {"b.js": 'import { a } from "./x/a.js";\n', "x/a.js": "export const a = 1;\n"},
            (
                "b.js: dùng x/a.js, mà tệp ấy chỉ có ở trang có công cụ.\n"
                "    Cách sửa: chuyển phần dùng chung ra ngoài thư mục của công cụ."
            ),
        ),
        (
            {"b.js": "  // b\nexport default 1;\n"},
            (
                "b.js: không ghép được “export default 1;”.\n"
                '    Cách sửa: chỉ dùng import { tên } from "./tệp.js"; export function; export const tên = ….'
            ),
        ),
    ],
)
def test_what_is_told_of_modules(modules: dict[str, str], told: str) -> None:
    """Word for word: the module that has to be changed, the others by their names, and what to do."""
    with pytest.raises(ScriptError) as raised:
        joined(modules)
    assert str(raised.value) == told


def test_short_modules_come_first_and_equals_by_their_names() -> None:
    """In this order they compress best."""
    scripts = joined({"a.js": "z();\n", "b.js": "y();\n", "d.js": "x\n"})
    assert [line for line in scripts[PAGE].splitlines() if line in {"x", "y();", "z();"}] == ["x", "z();", "y();"]
