"""The web editor's own files as they are served: the package from npm, without the addresses of other machines.

The package brings its fonts and words along, yet its style names the fonts at a content network. Those addresses are
replaced, and counted: another version of the package may name others.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbook.editing.refusal import RefusedError

EDITOR = "/editor/"
"""Where the package stands on the server."""
ENTRY = "npm/index.js"
OWN_WORDS = Path(__file__).parent / "cms_words.json"
"""What the package's Vietnamese still lacks, of the words that people see here."""
_WORDS = "locales/"
_VIETNAMESE = f"{_WORDS}vi.json"
_ASSETS = "npm/assets/"
_TYPES = {".js": "text/javascript", ".json": "text/javascript", ".woff2": "font/woff2", ".png": "image/png"}
_FONT = re.compile(rb"url\(https://[\w.-]+/fontsource/fonts/([\w-]+)(?::vf)?@[\d.]+/([\w-]+)\.woff2\)")
FONTS = 3
"""How many addresses of fonts the pinned version names."""


@dataclass(frozen=True, slots=True)
class EditorFile:
    """A file of the package as it is served."""

    type: str
    content: bytes


def editor_file(package: Path, name: str) -> EditorFile | None:
    """Give a file of the package, None if there is none; its words, which are JSON, as a module."""
    file = (package / name).resolve()
    kind = _TYPES.get(file.suffix)
    if kind is None or not file.is_relative_to(package.resolve()) or not file.is_file():
        return None
    content = file.read_bytes()
    if name == ENTRY:
        content, _ = _with_own_fonts(package, content)
    if name.startswith(_WORDS):
        words = json.loads(content)
        if name == _VIETNAMESE:
            words = _with(words, json.loads(OWN_WORDS.read_bytes()))
        content = f"export default {json.dumps(words)}".encode()
    return EditorFile(kind, content)


def refuse_other_editor(package: Path) -> None:
    """Refuse a package that is not the one whose addresses are known.

    Raises:
        RefusedError: It names more or fewer fonts, or does not bring them along.
    """
    _, replaced = _with_own_fonts(package, (package / ENTRY).read_bytes())
    if replaced != FONTS:
        raise RefusedError(
            f"Trình soạn này có {replaced} địa chỉ phông chữ thay được, bản đã thử có {FONTS}: có thể nó gọi ra ngoài.",
            "Dùng đúng bản ghim trong requirements/cms, hoặc xem lại hooks/handbook/editing/cms_editor.py.",
        )


def _with(words: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """Give words with those of others that they lack."""
    added = {key: _with(words.get(key, {}), word) if isinstance(word, dict) else word for key, word in more.items()}
    return {**added, **words, **{key: word for key, word in added.items() if isinstance(word, dict)}}


def _with_own_fonts(package: Path, content: bytes) -> tuple[bytes, int]:
    """Replace the addresses of fonts by those of the fonts that the package brings along, and count them."""
    own = {path.name: path for path in sorted((package / _ASSETS).glob("*.woff2"))}
    count = 0

    def replaced(found: re.Match[bytes]) -> bytes:
        nonlocal count
        start = f"{found[1].decode()}-{found[2].decode()}-"
        name = next((name for name in own if name.startswith(start)), None)
        if name is None:
            return found[0]
        count += 1
        return f"url({EDITOR}{_ASSETS}{name})".encode()

    return _FONT.sub(replaced, content), count
