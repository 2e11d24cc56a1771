"""Pictures get their sizes into the page: read from their first bytes, left alone where nothing is known."""

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.publish.pictures import size_of, with_sizes

SIZES = st.tuples(st.integers(1, 65_535), st.integers(1, 65_535))


def png(width: int, height: int) -> bytes:
    """Give the first bytes of a PNG picture."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x06\0\0\0"


def jpeg(width: int, height: int, before: bytes = b"", frame: int = 0xC0) -> bytes:
    """Give the first bytes of a JPEG picture; `before` is what a camera tells of it."""
    told = b"\xff\xe1" + struct.pack(">H", len(before) + 2) + before
    return b"\xff\xd8" + told + struct.pack(">BBHBHHB", 0xFF, frame, 11, 8, height, width, 1) + bytes(8)


@given(SIZES)
def test_the_size_of_a_png(size: tuple[int, int]) -> None:
    """Width first."""
    assert size_of(png(*size)) == size


def test_a_png_may_be_larger_than_any_screen() -> None:
    """All four bytes of each side count."""
    assert size_of(png(2**24 + 3, 2**31 + 5)) == (16_777_219, 2_147_483_653)


def test_a_jpeg_is_read_past_what_a_camera_tells_and_up_to_its_size() -> None:
    """Two bytes count how much it tells; behind the size nothing is needed."""
    assert size_of(jpeg(30, 20, bytes(1000))) == (30, 20)
    bare = b"\xff\xd8" + struct.pack(">BBHBHH", 0xFF, 0xC0, 11, 8, 20, 30)
    assert size_of(bare) == (30, 20)
    assert size_of(bare[:-1]) is None
    assert size_of(b"xx" + bare[2:]) is None


@given(SIZES, st.binary(max_size=300), st.sampled_from([0xC0, 0xC1, 0xC2]))
def test_the_size_of_a_jpeg(size: tuple[int, int], before: bytes, frame: int) -> None:
    """Whatever stands before the frame, progressive or not; a table of codes is no frame."""
    assert size_of(jpeg(*size, before, frame)) == size
    assert size_of(jpeg(*size, before, 0xC4)) is None


@given(st.binary(max_size=60), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"\xff\xd8\xff"]))
def test_broken_pictures_have_no_size_or_any(content: bytes, start: bytes) -> None:
    """Nothing is said of half a picture, and nothing fails."""
    found = size_of((start + content)[:23])

    assert found is None or all(side >= 0 for side in found)
    assert start != b"\x89PNG\r\n\x1a\n" or found is None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two pictures and a file that is none."""
    (tmp_path / "bai" / "hinh").mkdir(parents=True)
    (tmp_path / "bai" / "hinh" / "một.png").write_bytes(png(640, 480))
    (tmp_path / "chung.jpg").write_bytes(jpeg(30, 20))
    (tmp_path / "X.png").write_bytes(png(8, 9))
    (tmp_path / "khac.svg").write_text("<svg/>", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<img alt="a" src="../hinh/m%E1%BB%99t.png">', '<img width="640" height="480" loading="lazy" alt="a" src='),
        ('<img src="../../chung.jpg?x#y" alt="a"/>', '<img width="30" height="20" loading="lazy" src='),
        ('<img src="/X.png">', '<img width="8" height="9" loading="lazy" src='),
    ],
)
def test_a_picture_gets_its_size(folder: Path, tag: str, expected: str) -> None:
    """Found from the address of the page, as a browser would."""
    assert with_sizes(f"<p>{tag}</p>", folder, "bai/mot/").startswith(f"<p>{expected}")


@pytest.mark.parametrize(
    "tag",
    [
        '<img src="../hinh/m%E1%BB%99t.png" width="10">',
        '<img src="../../khac.svg">',
        '<img src="../../khong-co.png">',
        '<img src="../../../../../../etc/hostname">',
        '<img src="https://vi-du.example/chung.jpg">',
        '<img src="data:image/png;base64,AA==">',
        "<img alt=''>",
    ],
)
def test_what_has_a_size_or_is_unknown_stays(folder: Path, tag: str) -> None:
    """Nothing outside of the folder is looked at."""
    assert with_sizes(tag, folder, "bai/mot/") == tag
