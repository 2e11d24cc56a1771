"""The table of the theme's own inline scripts agrees with the theme that is installed."""

import re
from importlib.resources import files

import pytest

from handbook.publish.theme_scripts import KNOWN, is_known

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@pytest.mark.parametrize("base", [".", "..", "../../..", "/", "/so-tay/"])
def test_the_installed_theme_writes_the_scripts_of_the_table(base: str) -> None:
    """Each script of the named partials is known from any depth of the site; a changed theme must be looked at anew."""
    partials = {origin.split(" ")[0] for origin in KNOWN.values()}
    templates = files("material") / "templates"
    texts = [(templates / partial).read_text(encoding="utf-8") for partial in partials]
    scripts = [re.sub(r"\{\{.*?\}\}", base, script) for text in texts for script in SCRIPT.findall(text)]
    assert len(scripts) == len(KNOWN)
    assert all(is_known(script) for script in scripts)


@pytest.mark.parametrize("script", ["", "alert(1)", 'new URL(".",location);alert(1)'])
def test_any_other_script_is_unknown(script: str) -> None:
    """A script that the theme does not write is nobody's."""
    assert not is_known(script)
