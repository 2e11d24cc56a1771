"""The frame of generated pages is cut out of one sample page."""

import pytest

from handbook.pages.shell import Slot, UnusableShellError, cut, mark


def test_a_frame_without_a_place_for_the_content_is_refused() -> None:
    """A theme that shows no content would publish a site of empty pages."""
    with pytest.raises(UnusableShellError):
        cut(f"<title>{mark(Slot.TITLE)}</title>")


def test_a_frame_is_cut_at_its_marks() -> None:
    """What stands between the marks stays as it is."""
    shell = cut(f"<title>{mark(Slot.TITLE)}</title><main>{mark(Slot.CONTENT)}</main>")

    assert shell.pieces == ("<title>", Slot.TITLE, "</title><main>", Slot.CONTENT, "</main>")
