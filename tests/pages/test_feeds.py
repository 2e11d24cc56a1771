"""Feeds tell what is new, and what has to be read again by whom."""

import dataclasses
import datetime as dt
import re
from xml.etree import ElementTree as ET

import pytest

from handbook.addresses.addresses import Addresses
from handbook.library.freshness import REVIEW
from handbook.library.sheet import CHANGES
from handbook.pages.feeds import feeds
from handbook.settings.settings import Settings
from handbook.settings.vocabulary import ReportEntry
from libraries import Fields, library_of, settings_of_second

OLD: Fields = {"status": "superseded", "reviewed_on": dt.date(2026, 11, 1), "review_every": 6}
NEW: Fields = {"supersedes": [{"document": "old", "relation": "stated"}], "issued_on": dt.date(2026, 5, 1)}
RECORDS: dict[str, Fields] = {
    "document/old": OLD,
    "document/new": NEW,
    "checklist/list": {"documents": ["old"]},
    "term/late": {"reviewed_on": dt.date(2024, 1, 1), "review_every": 6},
}
SHEETS: dict[str, Fields] = {"changes": {"changes": [{"date": dt.date(2026, 11, 2), "text": "Thêm bảng kiểm."}]}}


def _settings(*reports: str, address: str | None = "https://vi-du.example/") -> Settings:
    settings = settings_of_second()
    entries = tuple(ReportEntry(id=one, slug=one, title=one.title(), lead="Lời.") for one in reports)
    return dataclasses.replace(
        settings,
        vocabulary=settings.vocabulary.model_copy(update={"reports": entries}),
        deployment=settings.deployment.model_copy(update={"address": address}),
    )


def _titles(settings: Settings) -> dict[str, list[str]]:
    library = library_of(RECORDS, settings=settings, sheets=SHEETS)
    made = feeds(library, Addresses(settings))
    return {file: _entry_titles(text) for file, text in made}


def _entry_titles(feed: str) -> list[str]:
    root = ET.fromstring(feed)  # noqa: S314 - our own text
    return [one.text or "" for one in root.findall(".//{*}entry/{*}title")]


def test_a_feed_names_what_is_due_and_what_rests_on_a_superseded_document() -> None:
    """What was read in time is not there."""
    titles = _titles(_settings(CHANGES, REVIEW))

    assert titles[f"{CHANGES}/feed.xml"] == ["Thêm bảng kiểm."]
    due = titles[f"{REVIEW}/feed.xml"]
    assert any(one.startswith("Bản ghi late: quá hạn từ") for one in due)
    assert any("dẫn “old” đã bị thay" in one for one in due)
    assert not any(one.startswith("Bản ghi old") for one in due)


@pytest.mark.parametrize(("today", "told"), [(dt.date(2026, 5, 20), []), (dt.date(2026, 5, 21), ["20/05/2026"])])
def test_the_feed_follows_the_day_that_is_given(today: dt.date, told: list[str]) -> None:
    """The same files: on the last day nothing is due, on the next it is, with the day since when."""
    settings = dataclasses.replace(_settings(REVIEW), date=today)
    records: dict[str, Fields] = {"term/word": {"reviewed_on": dt.date(2025, 11, 20), "review_every": 6}}

    ((_, text),) = feeds(library_of(records, settings=settings), Addresses(settings))

    assert re.findall(r"quá hạn từ (\S+?)[.<]", text)[:1] == told
    assert text.count("<entry>") == len(told)


def test_without_report_or_address_there_is_no_feed() -> None:
    """A feed stands beside its page, and its entries lead to public addresses."""
    assert list(_titles(_settings(CHANGES))) == [f"{CHANGES}/feed.xml"]
    assert _titles(_settings(CHANGES, REVIEW, address=None)) == {}
