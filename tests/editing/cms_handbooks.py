"""Copies of handbooks for the tests of the web editor."""

from pathlib import Path

from handbook.settings.loading import load_settings
from handbook.settings.settings import Settings
from second_handbooks import copy_of_second


def loaded(config_file: Path) -> Settings:
    """Load the settings of a handbook without faults."""
    settings, findings = load_settings(config_file)
    assert settings is not None, findings
    return settings


def second_in(folder: Path) -> Settings:
    """Copy the second handbook into a folder and load its settings."""
    return loaded(copy_of_second(folder))
