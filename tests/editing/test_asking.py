"""In a terminal, `new` asks for what is missing, in Vietnamese, until the answers will do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from building import DATE, ROOT
from commands import check, new
from commands.asking import Wanted, ask
from handbook.library.library import Library
from libraries import library_of
from second_handbooks import copy_of_second


def _asked(library: Library, *answers: str, kind: str | None = None) -> tuple[Wanted, list[str]]:
    waiting, questions = list(answers), []

    def hear(question: str) -> str:
        questions.append(question)
        return waiting.pop(0)

    wanted = ask(library, hear, kind)
    assert waiting == []
    return wanted, questions


@pytest.mark.parametrize("answer", ["10", "term"])
def test_a_kind_is_chosen_by_number_or_name(answer: str) -> None:
    """All kinds are listed with what the handbook calls them."""
    wanted, questions = _asked(library_of({}), answer, "Họ hàng", "ho-hang")

    assert wanted == Wanted("term", "ho-hang", "Họ hàng")
    assert "  10  term       Từ ngữ\n" in questions[0]


def test_the_id_is_proposed_from_the_title() -> None:
    """An empty answer takes it."""
    wanted, questions = _asked(library_of({}), 'Họ hàng: "nội"', "", kind="term")

    assert wanted.id == "ho-hang-noi"
    assert "“ho-hang-noi”" in questions[-1]


def test_a_record_may_be_begun_without_a_title() -> None:
    """Then an id must be said."""
    wanted, questions = _asked(library_of({}), "", "", "so-tay", kind="term")

    assert wanted == Wanted("term", "so-tay")
    assert "không dùng làm id được" in questions[-1]


def test_an_answer_that_will_not_do_is_asked_again() -> None:
    """With what is wrong and what could be meant; the list of kinds is not repeated."""
    library = library_of({"term/here": {"old_ids": ["before"]}})

    wanted, questions = _asked(library, "11", "trem", "term", "Ở đây", "here", "before", "Ở đây", "there")

    assert wanted.id == "there"
    assert [question.splitlines()[0] for question in questions[1:3]] == [
        "Không có loại bản ghi “11”.",
        "Không có loại bản ghi “trem”.",
    ]
    assert "Có phải là “term”?" in questions[2]
    told = "\n".join(questions[4:])
    assert "Đã có bản ghi này" in told
    assert "là id cũ của “here”" in told
    assert "Ví dụ: o-day." in told


def test_the_answers_stand_in_the_record(tmp_path: Path) -> None:
    """Asked in a real terminal; what comes out passes the check as it is."""
    config = copy_of_second(tmp_path)
    terminal, ours = os.openpty()
    with subprocess.Popen(
        [sys.executable, ROOT / "scripts" / "new.py", "--config-file", config, "--date", DATE],
        stdin=ours,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONUTF8": "1"},
    ) as process:
        os.write(terminal, 'term\nHọ hàng: bên "nội"\n\n'.encode())
        told = process.communicate()[0].decode()
    os.close(terminal)
    os.close(ours)

    file = config.parent / "du-lieu" / "terms" / "ho-hang-ben-noi.yml"
    assert process.returncode == 0, told
    assert "Tạo loại bản ghi nào?" in told
    assert "title: 'Họ hàng: bên \"nội\"'\n" in file.read_text(encoding="utf-8")
    assert check.main(["--config-file", str(config), "--date", DATE]) == 0


@pytest.mark.parametrize("stop", [EOFError, KeyboardInterrupt])
def test_who_stops_has_made_nothing(
    stop: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C or Ctrl-D at any question."""
    config = copy_of_second(tmp_path)
    before = sorted(config.parent.rglob("*"))

    def hear(_: str) -> str:
        raise stop

    monkeypatch.setattr("builtins.input", hear)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)

    assert new.main(["--config-file", str(config)]) == 1

    assert "Đã dừng, chưa tạo gì." in capsys.readouterr().err
    assert sorted(config.parent.rglob("*")) == before


def test_without_a_terminal_nobody_is_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A script that forgets the id hears what to write instead of waiting for ever."""
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)

    with pytest.raises(SystemExit) as stopped:
        new.main(["term"])

    assert stopped.value.code == 2
    assert "Cho biết loại bản ghi và id" in capsys.readouterr().err
