"""From a mistake on a page to its line: what the pages carry, and what they leave out where nobody could use it."""

import dataclasses
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from building import SECOND, build
from handbook.addresses.addresses import Addresses
from handbook.library.loading import load_library
from handbook.library.target import Target
from handbook.pages.source_lines import with_source_lines
from handbook.settings.loading import load_settings
from second_handbooks import copy_of_second

_LINE = re.compile(r'(?:\sid="(?P<id>[^"]*)"|href="(?P<href>[^"]*)") data-sh-line="(?P<line>[^"]*)"')
_EDIT = re.compile(r'href="https://kho\.vi-du\.example/sua/(?P<path>[^"#]*)#dong-(?P<line>\d+)" rel="edit"')
_REDIRECT = 'http-equiv="refresh"'
HEAVIEST = 0.02
"""The share of all pages that the lines and addresses for mending may have."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of the second handbook, which has a repository and a mail box."""
    site = tmp_path_factory.mktemp("mending") / "site"
    done = build(SECOND / "mkdocs.yml", site)
    assert done.returncode == 0, done.stdout + done.stderr
    texts = {file.relative_to(site).as_posix(): file.read_text(encoding="utf-8") for file in site.rglob("*.html")}
    return {name: text for name, text in texts.items() if _REDIRECT not in text and name != "404.html"}


def test_every_page_with_a_file_leads_to_it(pages: dict[str, str]) -> None:
    """Records, pages written by hand, changes and journey lead to a file that is there; lists have none."""
    found = {name: _EDIT.search(text) for name, text in pages.items()}
    without = {name for name, edit in found.items() if edit is None}

    assert all((SECOND / unescape(edit["path"])).is_file() for edit in found.values() if edit)
    assert len(found) - len(without) > len(without)
    assert not without & {"index.html", "viec/hop-cu-dan/index.html", "mot-quy/index.html", "tin-moi/index.html"}


def test_every_page_takes_remarks(pages: dict[str, str]) -> None:
    """A prefilled issue and a prefilled mail name the page's public address, with all its letters."""
    for name, text in pages.items():
        issue = re.search(r'href="([^"]*)" data-sh-issue', text)
        mail = re.search(r'href="(mailto:[^"]*)"', text)
        assert issue, name
        assert mail, name
        address = f"https://vi-du.example/cu-dan/{name.removesuffix('index.html')}"
        assert parse_qs(urlsplit(unescape(issue[1])).query) == {"ten": ["Góp ý"], "loi": [address]}
        assert unquote(unescape(mail[1])) == f"mailto:gop-y@vi-du.example?subject=Góp ý&body={address}"


def test_lines_are_those_of_the_parts(pages: dict[str, str]) -> None:
    """Each line that a page carries holds the id of that very part, or its role in the list where it has no id."""
    wrong, count = [], 0
    for name, text in pages.items():
        own = re.search(r'data-sh-source="([^"]*)"', text)
        for found in _LINE.finditer(text):
            count += 1
            line, path = (*found["line"].split(":")[::-1], own[1] if own else "")[:2]
            part = (found["id"] or found["href"].partition("#")[2]).rpartition(".")[2]
            written = (SECOND / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]
            if not re.search(rf"\b(?:id|phase): {re.escape(part)}\b", written):
                wrong.append((name, part, path, line, written))

    assert wrong == []
    assert count > 50


def test_pages_stay_light(pages: dict[str, str]) -> None:
    """All that is carried for mending is at most two hundredths of the pages."""
    carried = re.compile(r' data-sh-(?:line|edit|source|issue|mail)="[^"]*"')
    whole = sum(len(text.encode()) for text in pages.values())
    added = sum(len(found.encode()) for text in pages.values() for found in carried.findall(text))

    assert added / whole <= HEAVIEST


def test_without_a_repository_nothing_is_carried() -> None:
    """A page of a handbook that names no repository has no lines in it."""
    settings, _ = load_settings(SECOND / "mkdocs.yml")
    assert settings
    alone = dataclasses.replace(settings, deployment=settings.deployment.model_copy(update={"repository": None}))
    library, _ = load_library(alone)
    html = '<li id="moi-hop"></li>'

    assert with_source_lines(library, Addresses(alone), Target("checklist", "hop-cu-dan"), html) == html


def test_without_a_repository_pages_have_no_script_for_it(tmp_path: Path) -> None:
    """Neither the script nor a link to mend is in a site whose settings name neither repository nor mail box."""
    bare = tmp_path / "bare"
    settings = SECOND / "du-lieu" / "handbook.yml"
    text = settings.read_text(encoding="utf-8")
    text = re.sub(r"^repository:\n(?:  .*\n)+|^mail: .*\n", "", text, flags=re.MULTILINE)
    configuration = copy_of_second(bare)
    (configuration.parent / "du-lieu" / "handbook.yml").write_text(text, encoding="utf-8")
    configuration.write_text(
        configuration.read_text(encoding="utf-8").replace("../../", f"{SECOND.parents[1].as_posix()}/"),
        encoding="utf-8",
    )
    about = configuration.parent / "bai-viet" / "gioi-thieu.md"
    about.write_text(f"{about.read_text(encoding='utf-8')}\nTrang này đủ dài để được đăng.\n", encoding="utf-8")
    done = build(configuration, tmp_path / "site")
    assert done.returncode == 0, done.stdout + done.stderr

    assert all("sh-edit" not in file.read_text(encoding="utf-8") for file in (tmp_path / "site").rglob("*.html"))
    assert all("data-sh-line" not in file.read_text("utf-8") for file in (tmp_path / "site").rglob("*/page.js"))
