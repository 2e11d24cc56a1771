"""The command asks outside addresses one by one, keeps what it saw, and tells at its line what does not answer."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands import check, links
from commands.links import Round, agent_of, ask, chosen
from commands.visiting import Manner
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.settings.loading import load_settings
from loopback import Loopback, loopback
from second_handbooks import copy_of_second

TODAY = dt.date(2026, 11, 22)
LATER = dt.date(2026, 12, 30)
HERE = Manner("thu", may_ask=lambda ip: ip.is_loopback)
SOURCE, PAGE = "du-lieu/sources/bang-tin-sanh.yml", "bai-viet/gioi-thieu.md"
ELSEWHERE = "https://bang-tin.vi-du.example/noi-quy"


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A server that answers as it is asked to."""
    with loopback() as server:
        yield server


@pytest.fixture
def config_file(tmp_path: Path, server: Loopback) -> Path:
    """A copy of the second handbook, whose source leads to the server and whose page does so twice."""
    config_file = copy_of_second(tmp_path)
    source, page = config_file.parent / SOURCE, config_file.parent / PAGE
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace(ELSEWHERE, server.address("/page")), encoding="utf-8")
    links = f"\n[Một]({server.address('/404/gone')}) và [hai]({server.address('/301/page')}).\n"
    page.write_text(page.read_text(encoding="utf-8") + links, encoding="utf-8")
    return config_file


def _library(config_file: Path) -> Library:
    settings, findings = load_settings(config_file, date=TODAY)
    assert settings is not None, findings
    return load_library(settings)[0]


def _ask(
    config_file: Path, only: str = "127.0.0.1", today: dt.date = TODAY, older_than: int | None = None
) -> tuple[int, list[str]]:
    library = _library(config_file)
    said: list[str] = []
    code = ask(library, chosen(library, only, older_than, today), Round(HERE, today, pause=0), said.append)
    return code, said


def _kept(config_file: Path) -> str:
    return (config_file.parent / "du-lieu" / "links.yml").read_text(encoding="utf-8")


def test_what_was_seen_is_kept(config_file: Path, server: Loopback) -> None:
    """In one file, in order, in canonical form, with the day."""
    assert _ask(config_file)[0] == 1

    assert _kept(config_file) == (
        "# Máy ghi bằng python3 scripts/links.py; đừng sửa tay.\n"
        "schema_version: 1\n"
        "links:\n"
        f"  - address: {server.address('/301/page')}\n"
        "    seen_well_on: 2026-11-22\n    asked_on: 2026-11-22\n    outcome: moved\n    status: 200\n"
        f"    leads_to: {server.address('/page')}\n"
        f"  - address: {server.address('/404/gone')}\n"
        "    asked_on: 2026-11-22\n    outcome: missing\n    status: 404\n"
        f"  - address: {server.address('/page')}\n"
        "    seen_well_on: 2026-11-22\n    asked_on: 2026-11-22\n    outcome: answers\n    status: 200\n"
    )


def test_what_does_not_answer_is_told_at_its_line(
    config_file: Path, server: Loopback, capsys: pytest.CaptureFixture[str]
) -> None:
    """As an error, beside what moved; then a check reminds of both and lets a build go on."""
    code, said = _ask(config_file)
    told = capsys.readouterr().out

    lines = (config_file.parent / PAGE).read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if text.startswith("[Một]("))
    assert code == 1
    assert (
        f"{PAGE}:{line}:7: lỗi: Liên kết “{server.address('/404/gone')}” không mở được khi hỏi ngày 22/11/2026" in told
    )
    assert f"cảnh báo: Liên kết “{server.address('/301/page')}” nay dẫn tới “{server.address('/page')}”." in told
    assert told.endswith("1 lỗi, 1 cảnh báo.\n")
    assert said[-1] == "Đã hỏi 3 trong 3 địa chỉ: 2 mở được, 1 không mở được, 0 chưa rõ."
    server.asked.clear()

    assert check.main(["--config-file", str(config_file), "--date", "2026-11-22"]) == 0
    assert capsys.readouterr().out.endswith("0 lỗi, 2 cảnh báo.\n")
    assert server.asked == []


def test_all_that_answer_are_no_reason_to_fail(config_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is told then but the count."""
    page = config_file.parent / PAGE
    page.write_text(page.read_text(encoding="utf-8").partition("\n[Một](")[0] + "\n", encoding="utf-8")

    assert _ask(config_file)[0] == 0
    assert capsys.readouterr().out == ""


def test_one_address_is_asked_at_a_time(config_file: Path, server: Loopback) -> None:
    """Each once, though it may stand in many places."""
    _ask(config_file)

    assert sorted(server.asked) == sorted(
        [("HEAD", "/301/page"), ("HEAD", "/page"), ("HEAD", "/404/gone"), ("GET", "/404/gone"), ("HEAD", "/page")]
    )


def test_only_what_was_not_seen_well_for_long_is_asked(config_file: Path, server: Loopback) -> None:
    """The dead and the unknown always; the day of each stays with it."""
    _ask(config_file)
    server.asked.clear()

    _ask(config_file, today=LATER, older_than=38)
    assert {path for _, path in server.asked} == {"/404/gone"}
    _ask(config_file, today=LATER, older_than=37)
    assert {path for _, path in server.asked} == {"/404/gone", "/301/page", "/page"}
    assert _kept(config_file).count("seen_well_on: 2026-12-30") == 2


def test_an_address_that_is_used_no_more_is_dropped(config_file: Path, server: Loopback) -> None:
    """Whichever others are asked."""
    _ask(config_file)
    page = config_file.parent / PAGE
    page.write_text(page.read_text(encoding="utf-8").replace(server.address("/404/gone"), "index.md"), encoding="utf-8")

    assert _ask(config_file, only="/301/")[0] == 0
    assert "/404/" not in _kept(config_file)


def test_a_machine_without_a_network_keeps_nothing(config_file: Path) -> None:
    """That no server can be reached says nothing of any of them."""
    page = config_file.parent / PAGE
    page.write_text(page.read_text(encoding="utf-8") + "\n[Ba](http://khong-co.invalid/)\n", encoding="utf-8")

    code, said = _ask(config_file, only=".invalid")
    assert (code, "khong-co.invalid" in _kept(config_file)) == (1, True)

    page.write_text(page.read_text(encoding="utf-8") + "\n[Bốn](http://cung-khong.invalid/)\n", encoding="utf-8")
    before = _kept(config_file)
    code, said = _ask(config_file, only=".invalid")
    assert code == 2
    assert said[-1].startswith("Không tìm thấy hay không nối được máy chủ nào")
    assert _kept(config_file) == before


def test_what_was_seen_before_a_stop_is_kept(config_file: Path) -> None:
    """Ctrl-C loses nothing."""
    library = _library(config_file)

    def stop(said: str) -> None:
        if "/404/" in said:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ask(library, chosen(library, "127.0.0.1", None, TODAY), Round(HERE, TODAY, pause=0), stop)

    assert _kept(config_file).count("address:") == 1


def test_a_run_ends_in_time(config_file: Path) -> None:
    """What was not asked by then stays as it was, and that is said."""
    library = _library(config_file)
    said: list[str] = []

    code = ask(library, chosen(library, "127.0.0.1", None, TODAY), Round(HERE, TODAY, pause=0, longest=-1), said.append)

    assert code == 0
    assert said[0].startswith("Hết thời gian")
    assert said[1].startswith("Đã hỏi 0 trong 3 địa chỉ")
    assert not (config_file.parent / "du-lieu" / "links.yml").exists()


def test_a_list_asks_nobody(config_file: Path, server: Loopback, capsys: pytest.CaptureFixture[str]) -> None:
    """Every address with its places; what was never asked says so."""
    arguments = ["--config-file", str(config_file), "--list", "--only", "127.0.0.1"]
    assert links.main(arguments) == 0
    before = capsys.readouterr().out
    assert server.asked == []
    _ask(config_file)
    server.asked.clear()
    capsys.readouterr()

    assert links.main(arguments) == 0

    after = capsys.readouterr().out
    assert server.asked == []
    assert f"{server.address('/page')}\n    chưa kiểm tra\n    {SOURCE}:7:6\n3 địa chỉ." in before
    assert (
        f"{server.address('/page')}\n    thấy mở được ngày 22/11/2026; hỏi gần nhất ngày 22/11/2026: mở được\n" in after
    )
    assert (
        "    chưa thấy mở được; hỏi gần nhất ngày 22/11/2026: máy chủ trả lời là không có trang này (mã 404)\n" in after
    )


def test_a_faulty_handbook_is_not_asked_about(config_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its faults are told: what cannot be read would look as if it used no address."""
    (config_file.parent / SOURCE).write_text("title: [\n", encoding="utf-8")

    assert links.main(["--config-file", str(config_file)]) == 1
    assert SOURCE in capsys.readouterr().out


def test_private_machines_are_not_asked_by_the_command(config_file: Path, server: Loopback) -> None:
    """As it is run by people it asks public ones alone."""
    assert links.main(["--config-file", str(config_file), "--only", "/page"]) == 1

    assert server.asked == []
    assert "outcome: private" in _kept(config_file)


def test_who_asks_is_named_after_the_handbook(config_file: Path) -> None:
    """In letters that a request can have, with where to reach it."""
    deployment = _library(config_file).settings.deployment

    assert agent_of(deployment) == "cam-nang-cu-dan-nha-hoa-sen (link check; https://vi-du.example/cu-dan/)"
    bare = deployment.model_copy(update={"address": None, "mail": None, "name": "手冊"})
    assert agent_of(bare) == "handbook (link check)"
