"""A theme that our templates are no longer made for is told, with the place to mend; the pinned one is not."""

from importlib.metadata import distribution
from pathlib import Path

import pytest

from building import ROOT, SECOND, build
from handbook.publish.theme_frame import UnexpectedThemeError, expect_templates, expect_theme

THEIRS = Path(str(distribution("mkdocs-material").locate_file("material/templates")))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second handbook, built."""
    folder = tmp_path_factory.mktemp("frame") / "site"
    done = build(SECOND / "mkdocs.yml", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def _copy(site: Path, folder: Path) -> Path:
    """Copy the files that are looked at."""
    names = (
        "index.html",
        "assets/javascripts/bundle.*.js",
        "assets/stylesheets/main.*.css",
        "assets/stylesheets/*/*.css",
    )
    for file in (file for name in names for file in site.glob(name)):
        target = folder / file.relative_to(site)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def test_the_pinned_theme_is_as_expected(site: Path) -> None:
    """Nothing is said of it."""
    expect_templates(ROOT / "theme", THEIRS)
    expect_theme(site)


@pytest.mark.parametrize(
    ("file", "before", "after", "told"),
    [
        (
            "index.html",
            'data-md-toggle="drawer"',
            "",
            "ô đánh dấu __drawer để mở danh mục: xem theme/partials/header.html",
        ),
        ("index.html", "/palette.", "/colours.", "kiểu dáng palette.….min.css: xem theme/partials/palette.html"),
        ("index.html", 'class="sh-footer"', "", "chân trang của cẩm nang: xem theme/partials/footer.html"),
        ("index.html", "md-header__inner", "md-header__in", "lớp “md-header__in” trong kiểu dáng của Material"),
        ("assets/javascripts/bundle.*.js", '"search-result"', '"r"', "tên “search-result” trong mã của Material"),
        ("assets/stylesheets/handbook*/screen.css", ".md-typeset", ".md-prose", "lớp “md-prose” mà kiểu dáng"),
    ],
)
def test_what_is_missing_is_told_with_the_place_to_mend(
    site: Path, tmp_path: Path, file: str, before: str, after: str, told: str
) -> None:
    """Marks in the page, names in the script, classes in the sheets."""
    copy = _copy(site, tmp_path)
    (changed,) = copy.glob(file)
    text = changed.read_text(encoding="utf-8")
    assert before in text
    changed.write_text(text.replace(before, after), encoding="utf-8")

    with pytest.raises(UnexpectedThemeError, match=r"(?s)  - .*Cách sửa") as refused:
        expect_theme(copy)
    assert f"  - {told}" in str(refused.value)


def test_all_that_is_missing_is_told_at_once(site: Path, tmp_path: Path) -> None:
    """Also what search misses."""
    copy = _copy(site, tmp_path)
    page = copy / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace('id="__', 'id="--'), encoding="utf-8")

    with pytest.raises(UnexpectedThemeError, match=r"(?s)thiếu: cấu hình.*__drawer.*__search"):
        expect_theme(copy)


def test_templates_that_take_the_place_of_nothing_are_told(tmp_path: Path) -> None:
    """A block and a partial that the theme no longer has would be left out without a word."""
    for name, text in (("base.html", "{% block styles %}{% endblock %}"), ("partials/nav.html", "")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    with pytest.raises(UnexpectedThemeError) as refused:
        expect_templates(ROOT / "theme", tmp_path)

    told = str(refused.value)
    assert "khối “site_nav” trong base.html của Material: xem theme/main.html" in told
    assert "tệp partials/tabs.html của Material: xem theme/partials/tabs.html" in told
    assert "“styles”" not in told
    assert "nav.html" not in told
    assert "words.html" not in told
