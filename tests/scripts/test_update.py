"""Raising pins, with the real compiler over a folder of small packages: what is raised, told, refused, restored."""

import functools
import http.server
import json
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from building import ROOT
from commands.pins import changes, read_pins
from commands.site_difference import compare_sites, told
from commands.update import main
from commands.uv import FOLDER as COMPILER
from commands.uv import provide_uv

WHEEL = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
BUILD = """
import sys
from pathlib import Path
site = Path(sys.argv[sys.argv.index("--site-dir") + 1])
(site / "van-ban").mkdir(parents=True)
named = [line.split()[0] for line in Path("requirements/build.txt").read_text("utf-8").splitlines() if "==" in line]
(site / "van-ban" / "index.html").write_text("<p>as ever</p>\\n<p>made with " + " ".join(named) + "</p>", "utf-8")
(site / "index.html").write_text("<p>as ever</p>", "utf-8")
"""
TEST = 'import sys; from pathlib import Path; print("ALL TESTS RUN"); sys.exit(int(Path("verdict").read_text("utf-8")))'


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that names two packages, one of them at a version chosen by hand, with newer ones of both at hand."""
    provide_uv(ROOT, print)
    monkeypatch.setenv("UV_NO_INDEX", "1")
    monkeypatch.setenv("UV_FIND_LINKS", str(tmp_path / "wheels"))
    for name, versions in {"alpha": ("1.0", "1.1"), "beta": ("1.0", "2.0"), "gamma": ("1.0", "1.2")}.items():
        for version in versions:
            _publish(tmp_path, name, version, "gamma" if name == "alpha" else "")
    project = tmp_path / "project"
    (project / ".cache").mkdir(parents=True)
    (project / COMPILER).symlink_to(ROOT / COMPILER)
    _write(project / "scripts" / "build.py", BUILD)
    _write(project / "scripts" / "test.py", TEST)
    _write(project / "verdict", "0")
    _write(project / "requirements" / "update.txt", (ROOT / "requirements" / "update.txt").read_text(encoding="utf-8"))
    _write(project / "requirements" / "build.in", "alpha\nbeta==1.0  # chosen\n")
    old = "alpha==1.0\n    # via -r requirements/build.in\nbeta==1.0\n    # via -r requirements/build.in\n"
    _write(project / "requirements" / "build.txt", f"{old}gamma==1.0\n    # via alpha\n")
    return project


def _publish(folder: Path, name: str, version: str, needs: str = "") -> None:
    (folder / "wheels").mkdir(exist_ok=True)
    about = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n" + (
        f"Requires-Dist: {needs}\n" if needs else ""
    )
    with zipfile.ZipFile(folder / "wheels" / f"{name}-{version}-py3-none-any.whl", "w") as archive:
        archive.writestr(f"{name}.py", "")
        archive.writestr(f"{name}-{version}.dist-info/METADATA", about)
        archive.writestr(f"{name}-{version}.dist-info/WHEEL", WHEEL)
        archive.writestr(f"{name}-{version}.dist-info/RECORD", "")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _pins(root: Path) -> dict[str, str]:
    return {name: ", ".join(pin.versions) for name, pin in read_pins(root / "requirements")["build.txt"].items()}


def test_newer_versions_are_raised_shown_and_tried(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Each package is told from what to what, with what changes in the site; what a person pinned stays."""
    assert main([], root) == 0

    said = capfd.readouterr().out
    assert _pins(root) == {"alpha": "1.1", "beta": "1.0", "gamma": "1.2"}
    assert "alpha: 1.0 → 1.1 (trực tiếp; build.txt)\ngamma: 1.0 → 1.2 (gián tiếp; build.txt)\n" in said
    assert "Ghim tay, để nguyên: beta 1.0, đã có 2.0 (nâng bằng --only beta).\n" in said
    assert "trang van-ban/: 1/1 khác, ví dụ van-ban/index.html\n" in said
    assert "  trước: <p>made with alpha==1.0" in said
    assert "  sau:   <p>made with alpha==1.1" in said
    assert said.index("Cỡ cả trang: ") < said.index("ALL TESTS RUN") < said.index("Đạt tất cả.")


def test_what_is_compiled_has_hashes_and_names_no_place(root: Path, tmp_path: Path) -> None:
    """Whoever installs it gets these files and no others, from wherever they take packages."""
    assert main([], root) == 0

    text = (root / "requirements" / "build.txt").read_text(encoding="utf-8")
    assert text.count("--hash=sha256:") == 3
    assert str(tmp_path) not in text
    assert "://" not in text


def test_one_package_is_raised_alone(root: Path) -> None:
    """A version that a person chose is raised when it is asked for by name, and its line keeps its words."""
    assert main(["--only", "Beta"], root) == 0

    assert _pins(root) == {"alpha": "1.0", "beta": "2.0", "gamma": "1.0"}
    assert (root / "requirements" / "build.in").read_text(encoding="utf-8") == "alpha\nbeta==2.0  # chosen\n"


def test_showing_changes_nothing(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What is newer is listed, and no file is touched."""
    before = {file: file.read_bytes() for file in (root / "requirements").iterdir()}

    assert main(["--show"], root) == 0

    said = capfd.readouterr().out
    assert "beta: 1.0 → 2.0 (trực tiếp; build.txt) – ghim tay: --only beta\n" in said
    assert "alpha: 1.0 → 1.1" in said
    assert {file: file.read_bytes() for file in (root / "requirements").iterdir()} == before


def test_where_nothing_is_newer_nothing_is_run(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A second run right after the first has nothing to do."""
    assert main([], root) == 0
    capfd.readouterr()

    assert main([], root) == 0
    assert "Không có bản nào mới hơn; không đổi gì.\n" in capfd.readouterr().out
    assert main(["--show", "--only", "alpha"], root) == 0
    assert capfd.readouterr().out == "Không có bản nào mới hơn.\n"


def test_a_failing_test_leaves_the_new_pins_and_says_how_to_take_them_back(
    root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The exit code is 1; the files stay to be looked into."""
    _write(root / "verdict", "1")

    assert main([], root) == 1

    assert _pins(root)["alpha"] == "1.1"
    assert "Lấy lại bản cũ: git restore requirements" in capfd.readouterr().out


def test_a_site_that_cannot_be_built_with_the_new_pins_is_told(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """No test is run then."""
    refuse = '\nif "alpha==1.1" in named: sys.exit("alpha is not as it was")\n'
    _write(root / "scripts" / "build.py", BUILD + refuse)

    assert main([], root) == 1

    said = capfd.readouterr()
    assert "alpha is not as it was" in said.err
    assert "Bản mới không dựng được trang" in said.out
    assert "ALL TESTS RUN" not in said.out


@pytest.mark.parametrize(
    ("line", "arguments", "expected"),
    [
        ("alpha>=9", (), "Không tìm được các bản mới hợp nhau"),
        ("alpha", ("--only", "alpa"), "Không có gói nào tên “alpa” trong requirements."),
    ],
)
def test_what_is_refused_leaves_everything_as_it_was(
    root: Path, capfd: pytest.CaptureFixture[str], line: str, arguments: tuple[str, ...], expected: str
) -> None:
    """Versions that do not go together, and names that are not there, are told with what to do."""
    _write(root / "requirements" / "build.in", f"{line}\n")
    before = _pins(root)

    assert main([*arguments], root) == 2

    said = capfd.readouterr().err
    assert expected in said
    assert "Cách sửa" in said
    assert _pins(root) == before


def test_changes_of_ones_own_are_not_mixed_with_it(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Taking back would lose what was not committed, so that comes first."""
    subprocess.run(["git", "init", "--quiet", root], check=True)

    assert main([], root) == 2
    assert "chưa ghi vào git" in capfd.readouterr().err


class _Registry(http.server.SimpleHTTPRequestHandler):
    """Tells what versions of a package there are, and nothing else."""

    def do_GET(self) -> None:
        versions = {
            version: {"name": "tiny", "version": version, "dist": {"tarball": f"http://x.example/{version}.tgz"}}
            for version in ("1.0.0", "1.3.0")
        }
        body = json.dumps({"name": "tiny", "dist-tags": {"latest": "1.3.0"}, "versions": versions}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named by the library
        """Say nothing."""


@pytest.fixture
def registry() -> Iterator[str]:
    """The address of a registry of npm with one package."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Registry)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_packages_of_npm_are_raised_too(root: Path, registry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The version is written exactly, and the lock names no host."""
    monkeypatch.setenv("npm_config_registry", registry)
    monkeypatch.setenv("npm_config_cache", str(root / ".npm"))
    folder = root / "requirements" / "browser"
    _write(folder / "package.json", '{"name": "a", "private": true, "dependencies": {"tiny": "1.0.0"}}')
    packages = {"": {"name": "a", "dependencies": {"tiny": "1.0.0"}}, "node_modules/tiny": {"version": "1.0.0"}}
    lock = {"name": "a", "lockfileVersion": 3, "requires": True, "packages": packages}
    _write(folder / "package-lock.json", json.dumps(lock))

    assert main(["--only", "tiny"], root) == 0

    assert json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"] == {"tiny": "1.3.0"}
    text = (folder / "package-lock.json").read_text(encoding="utf-8")
    assert json.loads(text)["packages"]["node_modules/tiny"]["version"] == "1.3.0"
    assert "http" not in text
    assert _pins(root)["alpha"] == "1.0"


def test_our_own_pins_are_read() -> None:
    """What we name ourselves is told from what comes with it, for Python and for npm."""
    pins = read_pins(ROOT / "requirements")

    assert pins["build.txt"]["mkdocs-material"].direct
    assert not pins["build.txt"]["babel"].direct
    assert pins["test.txt"]["pytest"].direct
    assert pins["cms"]["@sveltia/cms"].direct
    assert pins["update.txt"]["uv"].direct
    assert changes(pins, pins) == []


def test_no_committed_pin_names_a_host() -> None:
    """Neither the compiled files nor the locks say where packages are taken from."""
    files = [*(ROOT / "requirements").glob("*.txt"), *(ROOT / "requirements").glob("*/package-lock.json")]
    assert [
        file.name for file in files if '"resolved"' in (text := file.read_text(encoding="utf-8")) or "--index" in text
    ] == []


def test_sites_are_compared_by_kind_of_page(tmp_path: Path) -> None:
    """Versions in addresses count as the same; files that come and go are named; of pages the first line is shown."""
    for name, version, words, extra in (("a", "0a1b2c3d", "cũ", "gone.ics"), ("b", "00000000", "mới", "new.ics")):
        script = f'<script src="handbook-{version}/page.js"></script>'
        _write(tmp_path / name / "index.html", script)
        for page in ("mot", "hai"):
            _write(tmp_path / name / "van-ban" / page / "index.html", f"{script}\n<p>như nhau</p>\n<p>{words}</p>")
        _write(tmp_path / name / f"assets/bundle.{version}.min.js", words)
        _write(tmp_path / name / extra, "x")

    difference = compare_sites(tmp_path / "a", tmp_path / "b")

    assert [*told(difference)][:-1] == [
        "trang van-ban/: 2/2 khác, ví dụ van-ban/hai/index.html",
        "  trước: <p>cũ</p>",
        "  sau:   <p>mới</p>",
        "tệp .js: 1/1 khác, ví dụ assets/bundle.*.min.js",
        "Không còn 1 tệp, ví dụ gone.ics",
        "Mới có 1 tệp, ví dụ new.ics",
    ]
    assert next(told(compare_sites(tmp_path / "a", tmp_path / "a"))) == "Trang dựng ra như cũ."
