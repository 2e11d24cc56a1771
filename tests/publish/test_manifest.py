"""The manifest tells apart any two folders that differ, and no others."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from handbook.publish.manifest import files_of, manifest, sizes_of
from publish.small_site import write

NAMES = st.sampled_from(["a", "b/c", "b/d", "ê"])
FOLDERS = st.dictionaries(NAMES, st.text(alphabet="xy", max_size=2))


@given(one=FOLDERS, other=FOLDERS)
def test_equal_manifests_mean_equal_folders(one: dict[str, str], other: dict[str, str]) -> None:
    """Manifests are equal exactly when names and bytes are."""
    with TemporaryDirectory() as first, TemporaryDirectory() as second:
        same = manifest(write(Path(first), one)) == manifest(write(Path(second), other))
    assert same == (one == other)


def test_a_manifest_names_files_in_order_with_their_digests(tmp_path: Path) -> None:
    """Paths are written with "/", sorted, each with the SHA-256 digest of the bytes."""
    write(tmp_path, {"b/c": "x", "a": ""})
    assert list(sizes_of(tmp_path).items()) == [("a", 0), ("b/c", 1)]
    assert list(manifest(tmp_path).items()) == [
        ("a", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("b/c", "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"),
    ]


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    """It might lead out of the site, or round in a circle."""
    write(tmp_path, {"b/c": "x"})
    (tmp_path / "b" / "top").symlink_to(tmp_path)
    assert files_of(tmp_path) == ["b/c"]
