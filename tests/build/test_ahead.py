"""A page is made ahead only where all that it takes is known."""

from pathlib import Path

from building import ROOT
from handbook.build.ahead import lay_out, look_ahead
from handbook.build.memory import open_memory
from handbook.settings.loading import load_settings
from second_handbooks import copy_of_second


def test_without_the_frame_of_its_page_a_record_waits(tmp_path: Path) -> None:
    """A memory that holds no frames, or none of this shape, is of no help."""
    settings, _ = load_settings(copy_of_second(tmp_path))
    assert settings is not None
    desk = lay_out(settings, open_memory(None, "stamp"))

    assert look_ahead(desk, settings.data_dir / "cases" / "toa-b.md") is None
    assert look_ahead(desk, ROOT / "README.md") is None
