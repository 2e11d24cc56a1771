"""Real builds of the second handbook: drafts leave no trace, and addresses that were keep resolving."""

import re
import shutil
from pathlib import Path

import pytest

from building import DATE, SECOND, build
from commands import new, rename
from handbook.search.publishing import published_pages


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy beside links to the theme and the hooks, with drafts in it and an id renamed."""
    folder = tmp_path_factory.mktemp("house")
    for part in ("hooks", "theme"):
        (folder / part).symlink_to(SECOND.parents[1] / part)
    shutil.copytree(SECOND, folder / "tests" / "second")
    config = folder / "tests" / "second" / "mkdocs.yml"
    given = ["--config-file", str(config), "--date", DATE]
    assert new.main(["term", "chua-dang", *given]) == 0
    page = config.parent / "bai-viet" / "nhap.md"
    page.write_text("---\ntitle: Nháp\ndescription: Nháp.\ndraft: true\n---\n\n((chua-dang))\n", encoding="utf-8")
    text = config.read_text(encoding="utf-8").replace("\nnav:\n", "\nnav:\n  - Nháp: nhap.md\n")
    config.write_text(text, encoding="utf-8")
    assert rename.main(["document", "noi-quy-2025", "nay", *given]) == 0
    assert rename.main(["document", "nay#quorum", "du-ho", *given]) == 0
    return config


@pytest.fixture(scope="module")
def site(config: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    site = tmp_path_factory.mktemp("site") / "site"
    done = build(config, site)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    return site


def test_a_draft_leaves_no_trace(site: Path) -> None:
    """No page, no entry of an index, of the navigation, of the sitemap or of the search."""
    assert (site / "noi-quy/nay/index.html").is_file()
    assert not (site / "nhap").exists()
    assert not (site / "tu-ngu/chua-dang").exists()
    files = (file for file in site.rglob("*") if file.suffix in {".html", ".xml", ".json", ".js"})
    texts = [file.read_text(encoding="utf-8") for file in files]
    assert not [text for text in texts if "chua-dang" in text or "nhap/" in text]


def test_an_old_address_leads_on(site: Path) -> None:
    """The page that was renamed, and the anchor of a part on both."""
    old = (site / "noi-quy/noi-quy-2025/index.html").read_text(encoding="utf-8")
    new_page = (site / "noi-quy/nay/index.html").read_text(encoding="utf-8")

    assert 'content="0; url=../nay/"' in old
    assert 'id="quorum"><p><a href="../nay/#du-ho">' in old
    assert re.search(r'id="du-ho"[^>]*><span id="quorum"></span>', new_page)


def test_machines_are_sent_to_the_new_address_alone(site: Path) -> None:
    """The old address is neither in the sitemap nor in the search."""
    assert "noi-quy-2025/" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "noi-quy/noi-quy-2025/" not in {page.address for page in published_pages(site)}
