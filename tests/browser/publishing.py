"""A handbook as it stands on a host: with its tools, its files to take away, a picture and an old address."""

import http.client
from dataclasses import dataclass
from pathlib import Path

from browser.editions import free_port
from browser.tool_pages import with_tool_pages
from building import build
from second_handbooks import copy_of_second

ADDRESS = "https://vi-du.example/cu-dan/"
OLD, NEW = "viec/hop-xom/", "viec/hop-cu-dan/"
PICTURE = "\n![Tên nhà Hoa Sen.](hinh/chia-se.png)\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Site:
    """A published handbook."""

    folder: Path
    port: int

    @property
    def address(self) -> str:
        """Give its start page's address."""
        return f"http://127.0.0.1:{self.port}/"

    def ask(self, path: str, **headers: str) -> Answer:
        """Ask for one file; a redirect is not followed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", f"/{path}", headers={name.replace("_", "-"): text for name, text in headers.items()})
        answer = connection.getresponse()
        found = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        connection.close()
        return found

    def files(self) -> list[str]:
        """Give the paths of all that was published for readers."""
        found = (file for file in self.folder.rglob("*") if file.is_file() and not file.name.startswith("_"))
        return sorted(file.relative_to(self.folder).as_posix() for file in found)


def publish(folder: Path) -> Site:
    """Build the second handbook in an empty folder."""
    config = with_tool_pages(copy_of_second(folder))
    _change(config.parent / "du-lieu" / "checklists" / "hop-cu-dan.yml", "title:", "old_ids: [hop-xom]\ntitle:")
    about = config.parent / "bai-viet" / "gioi-thieu.md"
    about.write_text(about.read_text(encoding="utf-8") + PICTURE, encoding="utf-8")
    port = free_port()
    _change(config, ADDRESS, f"http://127.0.0.1:{port}/")
    done = build(config, folder / "site", files="now")
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(folder / "site", port)


def _change(file: Path, words: str, others: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert words in text
    file.write_text(text.replace(words, others, 1), encoding="utf-8")
