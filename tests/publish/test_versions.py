"""Scripts and styles bear a version that changes with what they hold, and only then."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from handbook.publish.versions import SCRIPTS, STYLES, has_version, version_of, versioned

FILES = st.dictionaries(st.text(min_size=1), st.binary(), min_size=1)


@given(FILES, st.randoms())
def test_the_order_of_files_does_not_matter(files: dict[str, bytes], random: Random) -> None:
    """The same files give the same version."""
    names = list(files)
    random.shuffle(names)

    assert version_of({name: files[name] for name in names}) == version_of(files)


@given(FILES, st.binary(min_size=1))
def test_another_byte_is_another_version(files: dict[str, bytes], more: bytes) -> None:
    """So is another name for the same bytes."""
    name = next(iter(files))

    assert version_of({**files, name: files[name] + more}) != version_of(files)
    assert version_of({**files, f"{name}x": b""}) != version_of(files)
    assert version_of({"ab": b"c"}) != version_of({"a": b"bc"})


def test_only_the_themes_own_files_bear_it() -> None:
    """Folders, files and what belongs to others."""
    assert versioned(f"{SCRIPTS}search/box.js", "1a") == "assets/javascripts/handbook-1a/search/box.js"
    assert versioned(STYLES, "1a") == "assets/stylesheets/handbook-1a/"
    assert versioned("assets/fonts/a.woff2", "1a") == "assets/fonts/a.woff2"
    assert [has_version(path) for path in (f"{SCRIPTS}a.js", f"{STYLES}a.css", "assets/javascripts/b.js")] == [
        True,
        True,
        False,
    ]
