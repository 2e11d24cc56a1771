"""A small client of the YAML language server, the program that helps while typing in VS Code and other editors.

It speaks the Language Server Protocol over standard input and output, one question after the other.
"""

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from building import ROOT

SERVER = ROOT / ".cache" / "language-server" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
SECTION = "yaml."
DEFAULTS = {"validate": True, "hover": True, "completion": True}
"""What VS Code tells the server where a person has set nothing."""
_LENGTH = b"content-length:"


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """What the server says of a place; lines and columns count from 1."""

    line: int
    column: int
    message: str


class LanguageServer:
    """The server at work for a folder; use it in a `with`."""

    def __init__(self, folder: Path, settings: Mapping[str, Any]) -> None:
        """Start the server.

        Args:
            folder: What an editor would have opened.
            settings: The settings of VS Code, of which the server hears those that are its own.
        """
        assert SERVER.exists(), "scripts/test.py installs yaml-language-server"
        self.folder = folder
        self._settings = _of_server(settings)
        self._questions = 0
        self._is_set = False
        self._told: dict[str, list[Told]] = {}
        self._process = subprocess.Popen(
            ["node", SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def __enter__(self) -> Self:
        uri = self.folder.as_uri()
        capabilities = {
            "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
            "textDocument": {"hover": {"contentFormat": ["markdown"]}, "publishDiagnostics": {}},
        }
        folders = [{"uri": uri, "name": self.folder.name}]
        start = {"processId": os.getpid(), "rootUri": uri, "workspaceFolders": folders, "capabilities": capabilities}
        self._ask("initialize", start)
        self._say({"method": "initialized", "params": {}})
        self._say({"method": "workspace/didChangeConfiguration", "params": {"settings": {}}})
        while not self._is_set:
            self._hear(self._read())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._process:  # closes the pipes and waits
            self._process.kill()

    def check(self, texts: Mapping[str, str]) -> dict[str, list[Told]]:
        """Open files, by their names from the folder, and give what is told of each; each name is opened once only."""
        uris = {name: f"{self.folder.as_uri()}/{name}" for name in texts}
        assert not self._told.keys() & set(uris.values())
        for name, text in texts.items():
            document = {"uri": uris[name], "languageId": "yaml", "version": 1, "text": text}
            self._say({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        while not self._told.keys() >= set(uris.values()):
            self._hear(self._read())
        return {name: self._told[uri] for name, uri in uris.items()}

    def hover(self, name: str, line: int, column: int) -> str:
        """Give the help at a place of an open file as Markdown; empty where there is none."""
        found = self._ask("textDocument/hover", self._place(name, line, column))
        return str(found["contents"]["value"]) if found else ""

    def offered(self, name: str, line: int, column: int) -> list[str]:
        """Give what is offered to be written at a place of an open file."""
        found = self._ask("textDocument/completion", self._place(name, line, column))
        return [item["label"] for item in found["items"]]

    def _place(self, name: str, line: int, column: int) -> dict[str, Any]:
        return {
            "textDocument": {"uri": f"{self.folder.as_uri()}/{name}"},
            "position": {"line": line - 1, "character": column - 1},
        }

    def _ask(self, method: str, params: Mapping[str, Any]) -> Any:
        self._questions += 1
        number = self._questions
        self._say({"id": number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]
            self._hear(message)

    def _hear(self, message: Mapping[str, Any]) -> None:
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            params = message["params"]
            self._told[params["uri"]] = sorted(_told(one) for one in params["diagnostics"])
        elif method == "workspace/configuration":
            wanted = [item.get("section") for item in message["params"]["items"]]
            answer = [self._settings if section == "yaml" else None for section in wanted]
            self._say({"id": message["id"], "result": answer})
            self._is_set = True
        elif "id" in message and method is not None:
            self._say({"id": message["id"], "result": None})

    def _say(self, message: Mapping[str, Any]) -> None:
        written = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(written), written))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(_LENGTH):
                length = int(line[len(_LENGTH) :])
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


def _told(diagnostic: Mapping[str, Any]) -> Told:
    start = diagnostic["range"]["start"]
    return Told(start["line"] + 1, start["character"] + 1, diagnostic["message"])


def _of_server(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Give the settings that are the server's, nested as it asks for them."""
    found: dict[str, Any] = {**DEFAULTS}
    for key, value in settings.items():
        if key.startswith(SECTION):
            *path, last = key.removeprefix(SECTION).split(".")
            inner = found
            for step in path:
                inner = inner.setdefault(step, {})
            inner[last] = value
    return found
