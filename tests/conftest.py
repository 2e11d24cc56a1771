"""Options that all tests share."""

import pytest
from hypothesis import settings

# How long an example takes depends on what else the machine does; speed is measured by scripts/bench.py alone.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`: write what is said now into the files that tests compare with."""
    parser.addoption("--update-golden", action="store_true", help="write expected files anew instead of comparing")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written anew; read their difference before you keep it."""
    return bool(request.config.getoption("--update-golden"))
