"""What stands around the records of a generated handbook: configuration, closed lists, single files, guides.

All that can be taken from this handbook is taken from it.
"""

import datetime as dt
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from commands.bench_author import TODAY, author_of
from commands.bench_plan import Plan, id_of
from commands.options import ROOT
from handbook.settings.loading import load_settings
from handbook.settings.settings import Settings

GUIDES = 24
"""Pages written by hand: their number does not grow with the records."""
GUIDE_KIND = "case"
"""Guides refer to what cases refer to."""


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        """Write every value where it stands."""
        del data
        return True


def dumped(value: Any) -> str:
    """Write values as YAML."""
    text: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
    return text


def write_frame(folder: Path, plan: Plan, texts: tuple[Sequence[str], Sequence[str]]) -> Path:
    """Write everything but the records; gives the configuration file."""
    data, docs = folder / "data", folder / "docs"
    shutil.copytree(ROOT / "data" / "vocabulary", data / "vocabulary")
    prose = data / "vocabulary" / "prose.yml"
    house = yaml.safe_load(prose.read_text(encoding="utf-8"))
    for rule in house["entries"]:
        rule.pop("excepted", None)  # they are files of this handbook
    _write(prose, dumped(house))
    deployment = yaml.safe_load((ROOT / "data" / "handbook.yml").read_text(encoding="utf-8"))
    for personal in ("typography", "picture"):  # they name records and files of this handbook
        deployment.pop(personal, None)
    _write(data / "handbook.yml", dumped(deployment))
    _write(data / "changes.yml", dumped(_changes(plan)))
    _write(data / "journey.yml", dumped(_journey(plan)))
    _write(docs / "index.md", _guide(plan, texts, GUIDES))
    for number in range(GUIDES):
        _write(docs / "bai" / f"bai-{number + 1}.md", _guide(plan, texts, number))
    configuration = folder / "mkdocs.yml"
    _write(configuration, dumped(_configuration([])))
    settings, _ = load_settings(configuration, date=TODAY)
    if settings is None:
        raise RuntimeError("the generated configuration cannot be read")
    _write(configuration, dumped(_configuration(_navigation(settings))))
    return configuration


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def _configuration(navigation: list[dict[str, Any]]) -> dict[str, Any]:
    """Give this handbook's configuration with another navigation, its theme and hooks named where they are."""
    configuration: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    configuration["theme"]["custom_dir"] = str(ROOT / "theme")
    configuration["hooks"] = [str(ROOT / hook) for hook in configuration["hooks"]]
    return {**configuration, "site_url": "https://vi-du.example/do/", "nav": navigation}


def _navigation(settings: Settings) -> list[dict[str, Any]]:
    kinds = [f"{kind.slug}/index.md" for kind in settings.vocabulary.kinds]
    reports = [f"{report.slug}.md" for report in settings.vocabulary.reports]
    guides = [f"bai/bai-{number + 1}.md" for number in range(GUIDES)]
    return [{"Bắt đầu": ["index.md"]}, {"Bài": guides}, {"Bản ghi": kinds}, {"Trang chung": reports}]


def _guide(plan: Plan, texts: tuple[Sequence[str], Sequence[str]], number: int) -> str:
    author = author_of(plan, texts, GUIDE_KIND, number)
    parts = [f"---\ntitle: Bài {number + 1}\ndescription: Một trang viết tay của cẩm nang thử.\n---"]
    for place in range(1, 7):
        parts.append(f"## {place}. {author.heading()}")
        parts.append(f"{author.line()} Xem (({author.items(1)[0]})), (({author.criteria(1)[0]})).")
        parts.append("\n".join(f"- {line}" for line in author.lines(3, 5)))
    return "\n\n".join(parts) + "\n"


def _changes(plan: Plan) -> dict[str, Any]:
    changes = [
        {
            "date": TODAY - dt.timedelta(days=30 * number),
            "text": f"Thêm điển hình thứ {number + 1}.",
            "see": [{"to": id_of("case", number)}],
        }
        for number in range(min(12, plan.counts["case"]))
    ]
    return {"schema_version": 1, "changes": changes}


def _journey(plan: Plan) -> dict[str, Any]:
    def step(kind: str, number: int) -> dict[str, Any]:
        name = id_of(kind, number)
        return {"id": f"buoc-{name}", "title": f"Bước {number + 1}", "text": f"Xem (({name})).", "pages": [name]}

    steps = [step(kind, number) for kind in ("form", "meeting") for number in range(min(4, plan.counts[kind]))]
    return {"schema_version": 1, "steps": steps}
