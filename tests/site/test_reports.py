"""The built site shows the whole library's own pages, the reader's step, what is new, and every source in full."""

import datetime as dt
import re
from pathlib import Path
from typing import get_args

import pytest

from building import DATE, ROOT
from handbook.addresses.addresses import Addresses
from handbook.diagnostics.codes import Code
from handbook.library.library import Library
from handbook.library.loading import load_library
from handbook.library.target import Target
from handbook.records.source import Source
from handbook.rules.pages import reports
from handbook.settings.loading import load_settings
from handbook.settings.vocabulary import ReportId

SOURCES = ("ha-tinh-2019", "na-hang-2022", "binh-dinh-2023", "khoi-co-quan-2018", "thuc-trang-giai-phap")
"""The articles that this handbook is made from."""


@pytest.fixture(scope="module")
def library() -> Library:
    """This project's own handbook."""
    settings, findings = load_settings(ROOT / "mkdocs.yml", date=dt.date.fromisoformat(DATE))
    assert settings is not None, findings
    return load_library(settings)[0]


def _html(site: Path, library: Library, target: Target) -> str:
    address = Addresses(library.settings).page_address(target)
    return (site / address / "index.html").read_text(encoding="utf-8")


def test_every_report_is_published_under_its_title(site: Path, library: Library) -> None:
    """All kinds there are, each under the address and the title that the vocabulary gives it."""
    targets = reports(library)

    assert {target.id for target in targets} == set(get_args(ReportId))
    for target in targets:
        report = library.settings.report(target.id)
        assert report is not None
        assert f"<h1>{report.title}</h1>" in _html(site, library, target)


def test_every_code_has_an_anchor(site: Path, library: Library) -> None:
    """A message can be looked up by its code."""
    html = _html(site, library, Target("report", "codes"))

    assert [code.value for code in Code if f'id="{code.anchor}"' not in html] == []


def test_a_page_by_hand_says_where_its_reader_is(site: Path, library: Library) -> None:
    """Under the title, with the steps before and after; a page of no step says nothing."""
    steps = library.journey.steps if library.journey else ()
    html = re.sub("</?span[^>]*>", "", (site / "cham-diem/cach-cham/index.html").read_text(encoding="utf-8"))
    step = next(number for number, step in enumerate(steps, start=1) if step.id == "score")

    note = html.index(f"Đang ở bước {step}/{len(steps)}: ")
    assert html.index("<h1") < note < html.index("<h2")
    assert "Đang ở bước" not in (site / "gioi-thieu/index.html").read_text(encoding="utf-8")


def test_the_start_page_shows_the_newest_changes(site: Path) -> None:
    """Three of them and a link to all."""
    html = (site / "index.html").read_text(encoding="utf-8")
    section = html[html.index('id="co-gi-moi"') :]

    assert len(re.findall(r"<li>\d\d/\d\d/\d{4}: |<li><span class=\"sh-kept\">\d\d/\d\d/\d{4}", section)) == 3
    assert re.search(r'href="co-gi-moi/">Xem mọi thay đổi</a>', section)


@pytest.mark.parametrize("source_id", SOURCES)
def test_a_source_shows_every_statement_and_its_use(source_id: str, site: Path, library: Library) -> None:
    """Each statement stands on the page of its source, with where it is used or why it is not."""
    entry = library.entry(Target("source", source_id))
    assert isinstance(entry.record, Source)
    assert entry.record.seed
    html = _html(site, library, entry.target)
    parts = dict(
        re.findall(r'<li class="sh-statement" id="([a-z0-9-]+)">(.*?)(?=<li class="sh-statement"|\Z)', html, re.DOTALL)
    )

    assert entry.record.statements
    for statement in entry.record.statements:
        is_used = Target("source", source_id, statement.id) in library.uses
        assert ("Dùng ở: " if is_used else "Chưa dùng ở trang nào: ") in parts[statement.id]
    used = sum(Target("source", source_id, one.id) in library.uses for one in entry.record.statements)
    assert re.search(rf"Đã dùng (cả )?{used}\b", html)
