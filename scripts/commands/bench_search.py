"""How well and how cheaply search finds, beside Material's own search and Pagefind on the same pages and queries."""

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from commands.bench_downloads import prepared_handbook
from commands.bench_search_browser import Costs, answers, costs
from commands.bench_search_sites import Site, our_site, pagefind_site, stock_site
from commands.distractors import with_distractors
from commands.generator import generate
from commands.queries import SETS, Marks, judge, read_queries
from handbook.build.composing import compose
from handbook.build.pages import make_pages
from handbook.pages.glossary import library_glossary
from handbook.pages.rendering import environment
from handbook.search.page import Found
from handbook.search.publishing import published_pages
from handbook.search.views import writings
from handbook.text.formats import number

SIZES = (0, 1000, 5000)
"""Pages with the distractors; 0 for the handbook as it is."""
MOST_FOR_PEERS = 1000
"""With more, the others' searches take longer than anybody measures: minutes for a first answer."""
OWN = "cẩm nang"
COLUMNS = (
    *("đúng ngay đầu", "trong năm trang đầu", "nhóm giữ riêng, đúng ngay đầu", "khi mở trang", "lần tìm đầu"),
    *("gõ chậm", "trả lời đầu", "bộ nhớ", "làm chỉ mục, CPU", "sau một sửa, CPU"),
)


def measure_search(_rounds: int) -> str:
    """Measure and give two tables in Markdown; CPU and bytes need no second round."""
    prepared = prepared_handbook()
    terms = writings(prepared.library)
    rows, classes = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = list(make_pages(prepared, {}, library_glossary(prepared.library), environment()))
        frame, address = generate(
            prepared,
            folder / "built",
            frozenset(made.shape for made in pages),
            frozenset(made.page.file for made in pages),
        )
        compose(folder / "built", prepared, pages, frame, address)
        own = list(published_pages(folder / "built"))
        for size in SIZES:
            many = with_distractors(own, size) if size else own
            makers: dict[str, Callable[[Path], Site]] = {
                OWN: lambda place, pages=many: our_site(folder / "built", pages, terms, place)  # type: ignore[misc]
            }
            if size <= MOST_FOR_PEERS:
                makers["Material"] = lambda place, pages=many: stock_site(folder / "built", pages, place)  # type: ignore[misc]
                makers["Pagefind"] = lambda place, pages=many: pagefind_site(pages, place)  # type: ignore[misc]
            for engine, make in makers.items():
                site = make(folder / f"{engine.replace(' ', '-')}-{size}")
                marks = _marks(site)
                rows.append(_row(engine, many, site, costs(site.folder), marks))
                print(rows[-1], file=sys.stderr, flush=True)
                classes.append(_class_row(engine, many, marks["tuning"], marks["kept"]))
    names = list(dict.fromkeys(query.sort for query in read_queries("tuning")))
    return "\n".join(
        (
            f"| tìm bằng | trang | {' | '.join(COLUMNS)} |",
            f"| --- |{' --: |' * (len(COLUMNS) + 1)}",
            *rows,
            "",
            f"| tìm bằng | trang | {' | '.join(names)} |",
            f"| --- |{' --: |' * (len(names) + 1)}",
            *classes,
        )
    )


def _marks(site: Site) -> dict[str, Marks]:
    sets = {name: read_queries(name) for name in SETS}
    found = answers(site.folder, [query.text for queries in sets.values() for query in queries])
    marks = {"all": judge([query for queries in sets.values() for query in queries], found)}
    for name, queries in sets.items():
        marks[name] = judge(queries, found[: len(queries)])
        found = found[len(queries) :]
    return marks


def _row(engine: str, pages: Sequence[Found], site: Site, cost: Costs, marks: dict[str, Marks]) -> str:
    edited = f"{_rounded(site.edited, 2)} s" if site.edited is not None else "làm lại hết"
    cells = (
        engine,
        number(len(pages)),
        _rounded(marks["all"].first, 3),
        _rounded(marks["all"].five, 3),
        _rounded(marks["kept"].first, 3),
        *(f"{_rounded(size / 1000, 1)} KB" for size in (cost.at_load, cost.first_query, cost.slow_typing)),
        f"{_rounded(cost.first_seconds, 1)} s",
        f"{_rounded(cost.memory, 0)} MB",
        f"{_rounded(site.cold, 1)} s",
        edited,
    )
    return f"| {' | '.join(cells)} |"


def _class_row(engine: str, pages: Sequence[Found], tuning: Marks, kept: Marks) -> str:
    shares = (f"{_rounded(share, 2)} / {_rounded(kept.classes[name], 2)}" for name, share in tuning.classes.items())
    return f"| {engine} | {number(len(pages))} | {' | '.join(shares)} |"


def _rounded(value: float, digits: int) -> str:
    return number(round(value, digits) if digits else round(value))
