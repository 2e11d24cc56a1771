"""The page of a saved record is shown at once, as the whole build that follows will show it."""

from pathlib import Path

import pytest

from previews import CASE, PAGE, Preview


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    """A preview whose first build is done."""
    made = Preview(tmp_path)
    assert made.build()
    return made


def _longer(text: str) -> str:
    return f"{text.rstrip()}\n\nCâu vừa viết thêm.\n"


def test_a_saved_record_is_shown_as_the_whole_build_shows_it(preview: Preview) -> None:
    """Twice: what was shown ahead is known at the next change; nothing but the page is touched, and no other file."""
    others = {file: file.read_bytes() for file in preview.site.rglob("*.html") if not file.match(PAGE)}
    for _ in range(2):
        outcome = preview.ahead.show({preview.change(CASE, _longer)})
        assert outcome is not None
        assert outcome.is_good
        shown = preview.page()
        assert "Câu vừa viết thêm." in shown
        assert others == {file: file.read_bytes() for file in preview.site.rglob("*.html") if not file.match(PAGE)}
        assert preview.build()
        assert preview.page() == shown


def test_what_is_wrong_with_a_record_is_told_at_once(preview: Preview) -> None:
    """The page stays as it was; when the fault is mended, the page follows as if nothing had been."""
    good = preview.page()
    for fault in ("\n\n((khong-co))\n", "\n\n((san-nha#khong-co))\n", "\x08"):
        file = preview.change(CASE, lambda text, fault=fault: text.rstrip() + fault)  # type: ignore[misc]
        outcome = preview.ahead.show({file})
        assert outcome is not None
        assert not outcome.is_good
        assert [remark.path for remark in outcome.remarks] == [CASE]
        assert preview.page() == good
        mended = preview.ahead.show({preview.change(CASE, lambda text, fault=fault: _longer(text.removesuffix(fault)))})  # type: ignore[misc]
        assert mended is not None
        assert mended.is_good
        assert preview.page() != good
        good = preview.page()


@pytest.mark.parametrize("name", ["du-lieu/handbook.yml", "mkdocs.yml", "bai/index.md", "du-lieu/cases/moi.md"])
def test_only_a_whole_build_tells_of_anything_else(preview: Preview, name: str) -> None:
    """Settings, prose, new files: nothing is shown ahead of the build; after it records are, again."""
    file = preview.config.parent / name
    before = preview.page()

    assert preview.ahead.show({preview.change(CASE, _longer), file}) is None
    assert preview.page() == before
    assert preview.build()
    assert "Câu vừa viết thêm." in preview.page()
    assert preview.ahead.show({preview.change(CASE, _longer)}) is not None


def test_a_file_that_cannot_be_read_is_told_at_once(preview: Preview) -> None:
    """What no record can be made of has no page, and what is wrong stands at its line."""
    file = preview.change(CASE, lambda text: text.replace("title:", "title: [", 1))

    outcome = preview.ahead.show({file})

    assert outcome is not None
    assert not outcome.is_good
    assert outcome.remarks[0].path == CASE


def test_a_draft_has_no_page_to_show(preview: Preview) -> None:
    """A record that is taken back vanishes everywhere, which is the build's work."""
    file = preview.change(CASE, lambda text: text.replace("---\n", "---\ndraft: true\n", 1))

    assert preview.ahead.show({file}) is None


def test_after_a_bad_build_pages_are_still_shown(preview: Preview) -> None:
    """A fault that only the whole build tells does not keep other records from being shown."""
    assert preview.ahead.show({preview.change(CASE, _longer)}) is not None
    preview.ahead.follow(is_good=False)

    outcome = preview.ahead.show({preview.change(CASE, _longer)})

    assert outcome is not None
    assert outcome.is_good


def test_a_site_that_cannot_be_written_waits_for_the_build(preview: Preview) -> None:
    """Somebody has deleted the page's folder: nothing is told ahead, and the next build makes it whole."""
    (preview.site / PAGE).unlink()
    (preview.site / PAGE).parent.rmdir()

    assert preview.ahead.show({preview.change(CASE, _longer)}) is None
    assert preview.build()
    assert "Câu vừa viết thêm." in preview.page()


def test_another_generator_shows_nothing_ahead(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages must come from the code as it is now, which this process has not loaded."""
    monkeypatch.setattr("commands.preview_ahead.generator_digest", lambda: "another")
    preview.ahead.follow(is_good=True)

    assert preview.ahead.show({preview.change(CASE, _longer)}) is None
