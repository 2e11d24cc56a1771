"""From the readable modules of the theme to the two scripts that a site carries.

Modules are joined, so that a page asks for two files and not for thirty, and so that the same files run from a web
server and from a folder on a stick, where browsers refuse modules. `page.js` is for every page and made of the modules
that stand beside the folder of tools; `tools.js` is for pages that offer a tool, and made of those inside it. Both are
plain scripts, each in a scope of its own; what the second takes from the first goes through one global object.

Only the syntax that the theme's modules keep to is understood; anything else stops the build. Must not know a minifier.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath

PAGE = "page.js"
TOOLS = "tools.js"
_GLOBAL = "globalThis.handbookParts"

_IMPORT = re.compile(r'^import \{([\w$,\s]+)\} from "(\.[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function |const |class )", re.MULTILINE)
_DECLARED = re.compile(r"^(export )?(?:async )?(?:function|const|let|class) ([\w$]+|[\[{])", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?://|/?\*).*$", re.MULTILINE)
_REFUSED = re.compile(r"^(?:import|export)\b.*|\bimport(?:\.meta|\().*|^(?:const|let) [\[{].*", re.MULTILINE)


class ScriptError(Exception):
    """A module cannot be joined; the text says why and what to do, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class _Module:
    path: str
    body: str
    imports: Mapping[str, tuple[str, ...]]
    exports: Mapping[str, bool]
    """Each name that stands at the module's top, and whether others may take it."""


def joined(sources: Mapping[str, str]) -> dict[str, str]:
    """Join modules into scripts.

    Args:
        sources: The text of each module, by its path below the folder of scripts.

    Returns:
        The text of each script, by its path below the same folder.

    Raises:
        ScriptError: A module is written in a way that cannot be joined.
    """
    by_size = sorted(sources.items(), key=lambda item: (len(item[1]), item[0]))  # in this order they compress best
    modules = {path: _read(path, text) for path, text in by_size}
    for module in modules.values():
        _expect_exports(module, modules)
    order = list(_in_order(modules))
    page = [module for module in order if _script_of(module.path) == PAGE]
    tools = [module for module in order if _script_of(module.path) == TOOLS]
    crossing = sorted(
        {
            name
            for module in tools
            for path, names in module.imports.items()
            if _script_of(path) == PAGE
            for name in names
        }
    )
    given = f"{_GLOBAL} = {{ {', '.join(crossing)} }};"
    taken = f"const {{ {', '.join(crossing)} }} = {_GLOBAL};"
    _expect_single_names(page, ())
    _expect_single_names(tools, crossing)
    return {
        PAGE: _scoped([*(module.body for module in page), given]),
        TOOLS: _scoped([taken, *(module.body for module in tools)]),
    }


def _script_of(path: str) -> str:
    return TOOLS if dirname(path) else PAGE


def _scoped(lines: Iterable[str]) -> str:
    return "\n".join(["(() => {", '"use strict";', *lines, "})();", ""])


def _read(path: str, text: str) -> _Module:
    imports: dict[str, tuple[str, ...]] = {}
    for found in _IMPORT.finditer(text):
        names = tuple(name.strip() for name in found[1].split(",") if name.strip())
        imports[normpath(join(dirname(path), found[2]))] = names
    body = _EXPORT.sub("", _IMPORT.sub("", text))
    refused = _REFUSED.search(_COMMENT.sub("", body))
    if refused:
        raise ScriptError(
            f"{path}: không ghép được “{refused[0].strip()}”.\n"
            '    Cách sửa: chỉ dùng import { tên } from "./tệp.js"; export function; export const tên = ….'
        )
    return _Module(path, body, imports, {name: bool(exported) for exported, name in _DECLARED.findall(text)})


def _expect_exports(module: _Module, modules: Mapping[str, _Module]) -> None:
    for path, names in module.imports.items():
        if path not in modules:
            raise ScriptError(f"{module.path}: không có tệp {path}.\n    Cách sửa: sửa đường dẫn trong import.")
        if _script_of(module.path) == PAGE != _script_of(path):
            raise ScriptError(
                f"{module.path}: dùng {path}, mà tệp ấy chỉ có ở trang có công cụ.\n"
                "    Cách sửa: chuyển phần dùng chung ra ngoài thư mục của công cụ."
            )
        for name in names:
            if not modules[path].exports.get(name):
                raise ScriptError(
                    f"{module.path}: {path} không có export “{name}”.\n    Cách sửa: sửa tên trong import."
                )


def _in_order(modules: Mapping[str, _Module]) -> Iterator[_Module]:
    """Give all modules, each once, after those that it imports."""
    done: dict[str, _Module] = {}

    def visit(path: str, above: tuple[str, ...]) -> None:
        if path in above:
            circle = " → ".join((*above[above.index(path) :], path))
            raise ScriptError(
                f"{path}: các tệp gọi vòng quanh nhau ({circle}).\n    Cách sửa: tách phần chung ra tệp riêng."
            )
        if path not in done:
            for source in modules[path].imports:
                visit(source, (*above, path))
            done[path] = modules[path]

    for path in modules:
        visit(path, ())
    yield from done.values()


def _expect_single_names(modules: Iterable[_Module], taken: Iterable[str]) -> None:
    first = dict.fromkeys(taken, PAGE)
    for module in modules:
        for name in module.exports:
            if name in first:
                raise ScriptError(
                    f"{module.path}: tên “{name}” đã có trong {first[name]}; ghép lại thì trùng.\n"
                    "    Cách sửa: đặt tên khác."
                )
            first[name] = module.path
