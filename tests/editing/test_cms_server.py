"""The web editor's server: the package without other machines' addresses, changes from its own page alone."""

import datetime as dt
import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from editing.cms_handbooks import loaded, second_in
from handbook.editing.cms_config import form_name
from handbook.editing.cms_editor import ENTRY, editor_file, refuse_other_editor
from handbook.editing.cms_server import CmsServer
from handbook.editing.refusal import RefusedError
from handbook.settings.settings import Settings


@pytest.fixture
def second(tmp_path: Path) -> Settings:
    """A copy of the second handbook."""
    return second_in(tmp_path)


def a_package(folder: Path, style: str) -> Path:
    """Make something that looks like the web editor's package."""
    for name in ("npm/assets", "locales"):
        (folder / name).mkdir(parents=True)
    (folder / ENTRY).write_text(style, encoding="utf-8")
    for font in ("source-sans-3-latin-wght-normal", "noto-mono-latin-400-normal", "icons-latin-wght-normal"):
        (folder / "npm" / "assets" / f"{font}-AbC1.woff2").write_bytes(b"font")
    (folder / "locales" / "vi.json").write_text('{"save": "Lưu"}', encoding="utf-8")
    (folder / "secret.txt").write_text("x", encoding="utf-8")
    return folder


FONTS = "".join(
    f"url(https://cdn.example/fontsource/fonts/{name}.woff2)"
    for name in ("source-sans-3:vf@5.3.0/latin-wght-normal", "noto-mono@5.3.0/latin-400-normal")
)
THIRD = "url(https://cdn.example/fontsource/fonts/icons:vf@5.3.7/latin-wght-normal.woff2)"


def test_fonts_come_from_the_package(tmp_path: Path) -> None:
    """Every address of a font is replaced by the one brought along; the words are a module."""
    package = a_package(tmp_path, FONTS + THIRD)
    refuse_other_editor(package)

    entry, words = editor_file(package, ENTRY), editor_file(package, "locales/vi.json")

    assert entry is not None
    assert words is not None
    assert b"https:" not in entry.content
    assert entry.content.count(b"url(/editor/npm/assets/") == 3
    assert words.content.startswith(b"export default {")


def test_missing_words_are_added_and_none_is_changed(tmp_path: Path) -> None:
    """To the package's Vietnamese alone, inside groups too."""
    package = a_package(tmp_path, FONTS + THIRD)
    theirs = {"save": "Lưu", "entry_sidebar": {"slug": {"title": "Đường dẫn"}, "history": "Lịch sử"}}
    for name in ("vi", "fr"):
        (package / "locales" / f"{name}.json").write_text(json.dumps(theirs), encoding="utf-8")

    def words(name: str) -> dict[str, Any]:
        file = editor_file(package, f"locales/{name}.json")
        assert file is not None
        return dict(json.loads(file.content.removeprefix(b"export default ")))

    assert words("fr") == theirs
    assert words("vi")["save"] == "Lưu"
    assert words("vi")["select_item"] == "Chọn {$name}"
    assert words("vi")["entry_sidebar"]["slug"] == {
        "title": "Đường dẫn",
        "generated_on_save": "Id lấy theo tên khi lưu.",
        "unavailable": "Tệp này không có id.",
    }
    assert words("vi")["entry_sidebar"]["history"] == "Lịch sử"


@pytest.mark.parametrize("style", ["", FONTS, FONTS + THIRD.replace("icons", "unknown"), (FONTS + THIRD) * 2])
def test_another_version_of_the_editor_is_refused(tmp_path: Path, style: str) -> None:
    """If it names more, fewer or other fonts, nobody knows what else it calls."""
    with pytest.raises(RefusedError, match="gọi ra ngoài"):
        refuse_other_editor(a_package(tmp_path, style))


@pytest.fixture
def served(second: Settings, tmp_path: Path) -> Iterator[CmsServer]:
    """The server over the second handbook, without a real web editor."""
    package = a_package(tmp_path / "package", FONTS + THIRD)
    server = CmsServer(0, package, lambda: loaded(second.config_file), lambda _: None)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def asked(server: CmsServer, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str]:
    """Ask the server and give its status and its words."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body.encode() or None, named)
    answer = connection.getresponse()
    words = answer.read().decode(errors="replace")
    connection.close()
    return answer.status, words


def test_the_server_writes_for_its_own_page_only(served: CmsServer, second: Settings) -> None:
    """Not for another site's page, not under another site's name, not without saying where from."""
    own = served.address.rstrip("/")
    file = second.data_dir / "terms" / "ban-quan-tri.yml"
    called = form_name(second.name(file))
    before = file.read_bytes()
    shown = json.loads(asked(served, "GET", "/files")[1])[called]
    form = json.loads(shown["content"]) | {"reviewed_on": dt.date(2026, 11, 22).isoformat()}
    body = json.dumps({"path": called, "version": shown["version"], "content": json.dumps(form)})

    assert asked(served, "PUT", "/files", body)[0] == 403
    assert asked(served, "PUT", "/files", body, Origin="https://vi-du.example")[0] == 403
    assert asked(served, "PUT", "/files", body, Origin=own, Host="vi-du.example")[0] == 403
    assert asked(served, "GET", "/files", Host="vi-du.example")[0] == 403
    assert asked(served, "PUT", "/files", "not JSON", Origin=own)[0] == 400
    assert file.read_bytes() == before
    assert asked(served, "PUT", "/files", body, Origin=own)[0] == 200
    assert b"\nreviewed_on: 2026-11-22\n" in file.read_bytes()
    status, words = asked(served, "PUT", "/files", body, Origin=own)
    assert status == 409
    assert "đã đổi từ lúc mở" in json.loads(words)["message"]


@pytest.mark.parametrize(
    ("path", "said"), [("/", "<html"), ("/config", '"collections"'), (f"/editor/{ENTRY}", "url(/editor/npm/assets/")]
)
def test_the_server_gives_what_the_editor_needs(served: CmsServer, path: str, said: str) -> None:
    """Its page, its configuration, the package."""
    status, words = asked(served, "GET", path)

    assert status == 200
    assert said in words


@pytest.mark.parametrize(("fault", "told"), [(ZeroDivisionError("x"), True), (BrokenPipeError(), False)])
def test_a_fault_of_the_server_itself_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, fault: Exception, told: bool
) -> None:
    """What goes wrong while answering is not swallowed, except that a browser has gone away: browsers do."""

    def fail() -> Settings:
        raise fault

    server = CmsServer(0, tmp_path, fail, lambda _: None)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    with pytest.raises(http.client.RemoteDisconnected):
        asked(server, "GET", "/config")
    server.shutdown()
    thread.join()
    server.server_close()

    assert ("ZeroDivisionError" in capsys.readouterr().err) == told


@pytest.mark.parametrize("path", ["/editor/secret.txt", "/editor/../../handbook/mkdocs.yml", "/editor/", "/mkdocs.yml"])
def test_the_server_gives_nothing_else(served: CmsServer, path: str) -> None:
    """Only the page, the configuration, the files of the handbook and those of the web editor."""
    assert asked(served, "GET", path)[0] == 404
