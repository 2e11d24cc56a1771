"""Whatever happens between builds: one that remembers makes what one from nothing makes, byte for byte.

Random sequences of edits over a small handbook: records, pages, theme, configuration, the day, and damage to what is
remembered and to the finished site. Each is told by its seed.
"""

import datetime as dt
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from building import ROOT, SECOND
from commands import build, rename
from handbook.publish.manifest import manifest

IN_CI, LONG = range(3), range(3, 303)
EDITS = 3
FIRST_DAY = dt.date(2026, 11, 22)


class Bench:
    """A copy of the second handbook with its own theme, and a day."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Lay out the handbook."""
        self.folder = folder
        self.chance = random.Random(seed)  # noqa: S311 - sequences are to be the same again
        self.day = FIRST_DAY
        self.handbook = folder / "tests" / "handbook"
        shutil.copytree(SECOND, self.handbook)
        _show_every_report(self.handbook)
        shutil.copytree(ROOT / "theme", folder / "theme")
        (folder / "hooks").symlink_to(ROOT / "hooks")
        self.site, self.clean, self.cache = folder / "site", folder / "clean", folder / "cache"
        self.told: list[str] = []

    def built(self, *, remembering: bool) -> int:
        """Build; gives what the command gives."""
        site = self.site if remembering else self.clean
        named = ["--config-file", str(self.handbook / "mkdocs.yml"), "--site-dir", str(site), "--files", "none"]
        memory = ["--cache", str(self.cache)] if remembering else ["--no-cache"]
        return build.main([*named, "--date", self.day.isoformat(), *memory])

    def a_file(self, folder: Path, *suffixes: str) -> Path:
        """Choose a file."""
        return self.chance.choice(sorted(file for file in folder.rglob("*") if file.suffix in suffixes))

    def a_folder(self, *names: str) -> Path:
        """Choose a folder of records that has any: what was changed before may have taken all of one away."""
        folders = [self.handbook / "du-lieu" / name for name in names]
        return self.chance.choice([folder for folder in folders if any(folder.glob("*.*"))])

    def save(self) -> Path:
        """Keep the handbook as it is, to come back to it."""
        kept = self.folder / "kept"
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(self.handbook, kept)
        return kept

    def restore(self, kept: Path) -> None:
        """Come back to a handbook that was kept."""
        shutil.rmtree(self.handbook)
        shutil.copytree(kept, self.handbook)


def _show_every_report(handbook: Path) -> None:
    """Let a handbook have all pages that are made from the whole of its data: nothing depends on more."""
    file = handbook / "du-lieu" / "vocabulary" / "reports.yml"
    own, every = (
        yaml.safe_load(one.read_text("utf-8")) for one in (file, ROOT / "data" / "vocabulary" / "reports.yml")
    )
    known = {entry["id"] for entry in own["entries"]}
    more = [entry for entry in every["entries"] if entry["id"] not in known]
    own["entries"] += more
    file.write_text(yaml.safe_dump(own, allow_unicode=True), "utf-8")
    configuration = handbook / "mkdocs.yml"
    nav = "".join(f"  - {one['title']}: {one['slug']}.md\n" for one in more if not one["id"].startswith("fields-"))
    configuration.write_text(f"{configuration.read_text('utf-8').rstrip()}\n{nav}", "utf-8")


def change_a_number(bench: Bench) -> None:
    """Change a digit somewhere in the data."""
    file = bench.a_file(bench.handbook / "du-lieu", ".yml", ".md")
    text = file.read_text("utf-8")
    places = [index for index, character in enumerate(text) if character.isdigit()]
    if places:
        place = bench.chance.choice(places)
        file.write_text(f"{text[:place]}{bench.chance.randint(1, 9)}{text[place + 1 :]}", "utf-8")


def change_words(bench: Bench) -> None:
    """Add a word to a title, which other pages show."""
    file = bench.a_file(bench.handbook / "du-lieu", ".yml", ".md")
    text = file.read_text("utf-8")
    file.write_text(text.replace("title: ", f"title: Mới {bench.chance.randint(10, 99)} ", 1), "utf-8")


def change_an_address(bench: Bench) -> None:
    """Let a record lead somewhere else outside."""
    file = bench.a_file(bench.handbook / "du-lieu", ".yml", ".md")
    text = file.read_text("utf-8")
    place = f"https://so-{bench.chance.randint(1, 99)}.example/"
    if "://" in text:
        file.write_text(text.replace("https://", place, 1), "utf-8")
    else:
        file.write_text(text.replace("title: ", f"title: Ở {place} ", 1), "utf-8")


def leave_a_field_out(bench: Bench) -> None:
    """Take a line out of a record; where it is needed, the build refuses, and it comes back."""
    file = bench.a_file(bench.handbook / "du-lieu", ".yml", ".md")
    lines = file.read_text("utf-8").splitlines(keepends=True)
    del lines[bench.chance.randrange(len(lines))]
    file.write_text("".join(lines), "utf-8")


def add_a_record(bench: Bench) -> None:
    """Copy a record under another id."""
    file = bench.a_file(bench.a_folder("terms", "topics", "cases"), ".yml", ".md")
    text = file.read_text("utf-8").replace("title: ", "title: Bản khác của ", 1)
    number = bench.chance.randint(100, 999)
    file.with_name(f"{file.stem}-{number}{file.suffix}").write_text(text, "utf-8")


def delete_a_record(bench: Bench) -> None:
    """Take a record away; where others need it, the build refuses, and it comes back."""
    bench.a_file(bench.a_folder("terms", "topics", "cases"), ".yml", ".md").unlink()


def rename_a_record(bench: Bench) -> None:
    """Give a record another id, with all that refers to it."""
    folder = bench.a_folder("terms", "topics", "cases", "problems", "sources")
    file, kind = bench.a_file(folder, ".yml", ".md"), folder.name.removesuffix("s")
    new = f"{file.stem.split('-x')[0]}-x{bench.chance.randint(10, 99)}"
    rename.main(["--config-file", str(bench.handbook / "mkdocs.yml"), kind, file.stem, new])


def change_a_page(bench: Bench) -> None:
    """Write a paragraph to a page written by hand."""
    file = bench.a_file(bench.handbook / "bai-viet", ".md")
    file.write_text(f"{file.read_text('utf-8')}\nThêm đoạn {bench.chance.randint(1, 99)}.\n", "utf-8")


def change_the_theme(bench: Bench) -> None:
    """Change a style sheet or a template."""
    if bench.chance.random() < 1 / 2:
        file = bench.a_file(bench.folder / "theme", ".css")
        file.write_text(f"{file.read_text('utf-8')}\n/* {bench.chance.random()} */\n", "utf-8")
    else:
        file = bench.folder / "theme" / "partials" / "path.html"
        file.write_text(f"{file.read_text('utf-8')}<p>Số {bench.chance.randint(1, 99)}</p>\n", "utf-8")


def change_the_configuration(bench: Bench) -> None:
    """Change what every page may show."""
    file = bench.handbook / "mkdocs.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("site_description: ", f"site_description: {bench.chance.randint(1, 9)} ", 1), "utf-8")


def change_the_settings(bench: Bench) -> None:
    """Change the deployment."""
    file = bench.handbook / "du-lieu" / "handbook.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("name: ", f"name: Số {bench.chance.randint(1, 9)} ", 1), "utf-8")


def change_the_day(bench: Bench) -> None:
    """Build on another day, earlier or later."""
    bench.day = FIRST_DAY + dt.timedelta(days=bench.chance.randint(-40, 40))


def damage_what_is_remembered(bench: Bench) -> None:
    """Overwrite some bytes of a kept file, cut it, or delete it."""
    files = sorted(file for file in bench.cache.rglob("*") if file.is_file())
    if not files:
        return
    file = bench.chance.choice([bench.chance.choice(files), *bench.cache.rglob("memory.sqlite")])
    content = bytearray(file.read_bytes())
    way = bench.chance.randrange(3)
    if way == 0 or not content:
        file.unlink()
    elif way == 1:
        file.write_bytes(content[: bench.chance.randrange(len(content))])
    else:
        for _ in range(5):
            content[bench.chance.randrange(len(content))] = bench.chance.randrange(256)
        file.write_bytes(content)


def damage_the_site(bench: Bench) -> None:
    """Change, delete or add a file of the finished site by hand."""
    if not bench.site.is_dir():
        return
    file = bench.a_file(bench.site, ".html", ".css", ".js")
    way = bench.chance.randrange(3)
    if way == 0:
        file.write_text("khác", "utf-8")
    elif way == 1 and file.name != "index.html":
        file.unlink()
    else:
        file.with_name("la.html").write_text("lạ", "utf-8")


CHANGES: tuple[Callable[[Bench], None], ...] = (
    *(change_a_number, change_words, change_an_address, leave_a_field_out),
    *(add_a_record, delete_a_record, rename_a_record, change_a_page),
    *(change_the_theme, change_the_configuration, change_the_settings, change_the_day),
    *(damage_what_is_remembered, damage_the_site),
)


def _hold(folder: Path, seed: int) -> None:
    bench = Bench(folder, seed)
    assert bench.built(remembering=True) == 0
    for _ in range(bench.chance.randint(1, EDITS)):
        kept = bench.save()
        for change in bench.chance.sample(CHANGES, bench.chance.randint(1, 2)):
            bench.told.append(change.__name__)
            change(bench)
        remembering, clean = bench.built(remembering=True), bench.built(remembering=False)
        assert remembering == clean, (seed, bench.told)
        if clean != 0:
            bench.told.append("restored")
            bench.restore(kept)
            continue
        assert manifest(bench.site) == manifest(bench.clean), (seed, bench.told)


@pytest.mark.parametrize("seed", IN_CI)
def test_remembering_changes_nothing(seed: int, tmp_path: Path) -> None:
    """A few sequences."""
    _hold(tmp_path, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", LONG)
def test_remembering_never_changes_anything(seed: int, tmp_path: Path) -> None:
    """Three hundred sequences."""
    _hold(tmp_path, seed)
