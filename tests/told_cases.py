"""For the words of the rules: small libraries, each with faults, and what is told of them (rules/told.txt)."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from document_cases import DOCUMENT_CASES
from handbook.addresses.addresses import Addresses
from handbook.diagnostics.finding import Finding
from handbook.library.coverage import coverage_of
from handbook.library.library import Library
from handbook.rules import cases, meetings, points, prose, published, reports, vocabulary
from handbook.rules.freshness import check_freshness, owners_of_pages_are_known
from handbook.rules.house import exceptions_are_needed, house_words_are_kept
from handbook.rules.letters import letters_can_be_printed
from handbook.rules.pairings import check_pairings
from handbook.rules.references import references_are_well_formed, references_resolve
from handbook.settings.vocabulary import OwnerEntry, ProseEntry
from libraries import DAY, Fields, library_of, settings_of_second, statement, worth
from number_cases import NUMBER_CASES, bands, levels, meeting, needing, recurring, table
from rule_cases import CASES
from text_cases import TEXT_CASES

Findings = Callable[[], Iterable[Finding]]
Records = Mapping[str, Fields]
RECORDS: Records = {"document/rules": {"statements": [statement("quorum")]}, "source/flyer": {}}


def by_its_rule(rule: Callable[[Library], Iterable[Finding]], records: Records) -> Findings:
    """Give what one rule says."""
    return lambda: rule(library_of(records))


def of_prose(body: str, **more: str) -> Findings:
    """Give what is told of a page in a folder, beside others."""

    def told() -> Iterable[Finding]:
        hand = {"b/a.md": body, "b/c.md": "## Mục một\n\n## Mục hai", **more}
        library = library_of({**RECORDS, "case/story": {"body": "\n# A\n\n[a](b.md) [a](#b)\n"}}, hand)
        return prose.prose_is_sound(library, Addresses(library.settings))

    return told


def of_house(*rules: ProseEntry, pages: Mapping[str, str], **records: Fields) -> Findings:
    """Give what is told by the house's own words."""

    def told() -> Iterable[Finding]:
        second = settings_of_second()
        held = second.vocabulary.model_copy(update={"prose": rules})
        library = library_of(
            {f"term/{name}": fields for name, fields in records.items()},
            pages,
            settings=dataclasses.replace(second, vocabulary=held),
        )
        return [*house_words_are_kept(library), *exceptions_are_needed(library)]

    return told


def of_sheets(rule: Callable[[Library, Addresses], Iterable[Finding]], **sheets: Fields) -> Findings:
    """Give what a rule says of the single files of data."""

    def told() -> Iterable[Finding]:
        library = library_of(RECORDS, {"a/first.md": "## Một mục\n"}, sheets=sheets)
        return rule(library, Addresses(library.settings))

    return told


def changes(*destinations: str, day: dt.date = DAY) -> Fields:
    """Give the changes, with one that leads there."""
    return {"changes": [{"date": day, "text": "Mới.", "see": [{"to": to} for to in destinations]}]}


def steps(*own: list[str]) -> Fields:
    """Give the journey, with the pages of each step."""
    return {
        "steps": [{"id": f"s{number}", "title": "Bước", "text": "Làm.", "pages": one} for number, one in enumerate(own)]
    }


def of_pairings(records: Records) -> Findings:
    """Give what is missing that goes together."""

    def told() -> Iterable[Finding]:
        library = library_of(records)
        return check_pairings(library, coverage_of(library))

    return told


def of_owners(*, known: bool) -> Iterable[Finding]:
    """Give what is told of a page whose owner is in no list."""
    second = settings_of_second()
    owners = (OwnerEntry(id="clerk", title="Thư ký"), OwnerEntry(id="guard", title="Bảo vệ")) if known else ()
    settings = dataclasses.replace(second, vocabulary=second.vocabulary.model_copy(update={"owners": owners}))
    library = library_of({}, {"index.md": "a"}, settings=settings)
    (page,) = library.pages.values()
    owned = dataclasses.replace(page, meta=page.meta.model_copy(update={"owner": "nobody"}))
    return owners_of_pages_are_known(dataclasses.replace(library, pages={"index.md": owned}))


def of_reviews() -> Iterable[Finding]:
    """Give what is overdue, and what cites a document that is in force no more."""
    second = settings_of_second()
    owners = (OwnerEntry(id="clerk", title="Thư ký"), OwnerEntry(id="guard", title="Bảo vệ"))
    settings = dataclasses.replace(second, vocabulary=second.vocabulary.model_copy(update={"owners": owners}))
    old = {"status": "superseded", "statements": [worth("three", 3)]}
    new = {"number": "2", "issued_on": dt.date(2026, 5, 2), "supersedes": [{"document": "old", "relation": "stated"}]}
    cited = {"meaning": "Xem ((old)).", "reviewed_on": dt.date(2026, 1, 1), "review_every": 3, "owner": "guard"}
    never = {"review_every": 3}
    records: Records = {"document/old": old, "document/new": new, "term/cited": cited, "term/never": never}
    return check_freshness(library_of(records, settings=settings))


def of_list(tmp_path: Path) -> Findings:
    """Give what is told of addresses that were published."""

    def told() -> Iterable[Finding]:
        settings = dataclasses.replace(settings_of_second(), data_dir=tmp_path)
        listed = "# Ghi chú\n\nnoi-quy/rules/ quorum gone gone-too\nb/gone/ a\n./ x\n"
        (tmp_path / published.FILE).write_text(listed, encoding="utf-8")
        library = library_of(RECORDS, {"index.md": "a"}, settings=settings)
        found = published.published_addresses_lead_somewhere(library, Addresses(settings))
        return [dataclasses.replace(one, path=Path(one.path).name) for one in found]

    return told


SHARES: dict[str, Any] = {
    "facts": [
        {"label": "Một", "text": "90%", "statement": "nowhere#a"},
        {"label": "Hai", "text": "120%", "statement": "rules#much"},
        {"label": "Ba", "text": "ba"},
    ],
    "comparison": {"title": "So sánh", "facts": ["Một", "Hai", "Ba"]},
}
PRESS = ProseEntry(id="press", title="Viết tiếng Việt.", words=("click", "check list"), instead="bấm")
NAMED = ProseEntry(id="named", title="Không gọi tên.", words=("c++",), excepted=("terms/gone.yml",))
LONG = ProseEntry(id="sentence", title="Câu dài.", longest_sentence=8)
NINE = "một hai ba bốn năm sáu bảy tám chín"
PART = {"id": "p", "number": "1.1", "text": "Phần.", "points": 2}
MEETING: Records = {
    "meeting/m": {},
    "problem/p": {},
    **table({"id": "a", "points": 4, "parts": [PART, {**PART, "id": "q"}]}),
}
LEVELLED = {**PART, "levels": [{"when": "Khi.", "points": 1}, {"when": "Khi.", "points": 2}]}
SHOULD = {"id": "should", "text": "Quét.", "duty": "should"}
TWO_ITEMS: Fields = {"phases": [{"phase": "prepare", "items": [SHOULD, {**SHOULD, "id": "must", "duty": "must"}]}]}
WITHOUT_NUMBERS: Records = {
    "document/rules": {"statements": [statement("words")]},
    "criteria/table": {
        "total": "rules#words",
        "criteria": [
            {
                "id": "a",
                "number": "1",
                "text": "Sạch.",
                "points": "rules#words",
                "levels": [{"when": "Khi.", "points": "rules#words"}],
                "parts": [{**PART, "points": "rules#words"}],
            }
        ],
        "bands": [{"title": "Mức", "at_least": "rules#words", "below": "rules#words"}],
    },
    "meeting/a": {
        "shortest_duration": "rules#words",
        "deadlines": [{"id": "d", "text": "Làm.", "side": "before", "days": "rules#words"}],
        "recurrence": {"every_months": 1, "day": "rules#words"},
    },
}
MANY: Records = {f"source/so-{letter}": {} for letter in "abcdefghijklm"}

TOLD: dict[str, Findings] = {
    **{
        name: by_its_rule(rule, faulty)
        for name, (rule, _, faulty, _) in {**CASES, **DOCUMENT_CASES, **NUMBER_CASES, **TEXT_CASES}.items()
    },
    "bands that hold nothing": by_its_rule(points.bands_cover_the_range, bands((50, None), (50, 50), (3, 2))),
    "prose-anchors": of_prose("## A {#1a}\n\n## B {#b-b}\n\n[a](#1b) [a](c.md#muc-mod) [a](c.md#xyz) [a](#qqqqqq)"),
    "prose-links": of_prose(
        "[a](d.md) [a](../b/cc.md) [a](zzzzzz.md) [a](/b/c.md) [a](//b/c.md) [a](ftp://b/c) [a][b] [a](HTTPS://b.vn/)\n\n"
        "[a](c%20d.md) [a](c.md#muc-m%C3%B4t) [a](../noi-quy/rulez.md) [a](../noi-quy/rules.md#quorun)"
    ),
    "prose-tags": of_prose('<div class="x" markdown>\n\n<div id="x">a</div>\n\n<b>x</b>\n\n</div>'),
    "prose-images": of_prose("![](a.png) ![a](https://b.vn/a.png) ![a]() ![ ](//b/a.png)\n\nx ![b](a.png)"),
    "prose-headings": of_prose("# A\n\n# B ((rules))\n\n# C {#-}"),
    "house": of_house(
        PRESS,
        NAMED,
        LONG,
        pages={"a.md": f"Một.\n\nHãy Click, c++ và\nCheck List. `click` [x](click) {NINE}.\n\n  {NINE}: {NINE} mười"},
        a={"meaning": f"Hãy click. {NINE}!"},
        b={"meaning": "http://click.vn", "abbreviations": ["check list"]},
    ),
    "house-exact": of_house(
        LONG, pages={"a.md": "một hai ba bốn năm sáu bảy 1.440.\nmột hai 3,5 bốn. năm sáu bảy tám"}
    ),
    "reports-unknown": of_sheets(
        reports.destinations_lead_somewhere,
        changes=changes("a/frist.md", "zzzzzz.md", "a/first.md#mot-mud", "a/first.md#q"),
    ),
    "reports-date": of_sheets(reports.changes_have_happened, changes=changes(day=DAY + dt.timedelta(days=1))),
    "reports-steps": of_sheets(
        reports.pages_belong_to_one_step, journey=steps(["flyer", "rules"], ["gone", "noi-quy/rules.md", "flyer"])
    ),
    "reports-files": of_sheets(reports.reports_have_their_data, changes=changes()),
    "pairings": of_pairings(MEETING),
    "owners-known": lambda: of_owners(known=True),
    "owners-none": lambda: of_owners(known=False),
    "reviews": of_reviews,
    "comparison": by_its_rule(
        cases.comparisons_hold,
        {
            "case/first": {},
            "case/second": SHARES,
            "document/rules": {"statements": [worth("much", 120, "percent")]},
        },
    ),
    "references": by_its_rule(
        references_resolve,
        {
            **RECORDS,
            "term/first": {"meaning": "((rulez)) ((rules#quorom)) ((rules#zzzz)) ((flyer#part)) ((document:flyer))"},
            "term/second": {"meaning": "((qqqqqq)) ((case:qqqqqq)) ((rulez))"},
        },
    ),
    "references-of-a-kind": by_its_rule(
        references_resolve,
        {**RECORDS, "source/rulez": {}, "term/rules-too": {"meaning": "((document:rulex)) ((source:rulex#a))"}},
    ),
    "prose-far": of_prose("[a](giwi-thieu.md) [b](../index.md)", **{"gioi-thieu.md": "a"}),
    "amounts": by_its_rule(NUMBER_CASES["an amount without a number"][0], WITHOUT_NUMBERS),
    "levels-of-a-part": by_its_rule(points.levels_lie_inside, table({"id": "a", "points": 5, "parts": [LEVELLED]})),
    "duties": by_its_rule(CASES["a duty without support"][0], {"checklist/a": TWO_ITEMS, "document/rules": {}}),
    "abbreviations": by_its_rule(
        CASES["an abbreviation of another term"][0],
        {"term/a": {"abbreviations": ["X", "CB"]}, "term/b": {"abbreviations": ["Y", "CB"]}},
    ),
    "owner": by_its_rule(vocabulary.closed_lists_hold, {"term/a": {"owner": "nobody"}}),
    "references-many": by_its_rule(references_resolve, {**MANY, "term/first": {"meaning": "((qqqqqq)) ((so-aa))"}}),
    "references-malformed": by_its_rule(
        references_are_well_formed,
        {
            **RECORDS,
            "term/first": {"meaning": "((Rules)) và ((rules"},
            "case/story": {"body": "\n`((A))`\n\nx ((B)) ((c d#))\n"},
        },
    ),
    "letters": by_its_rule(
        letters_can_be_printed,
        {
            "term/a": {"meaning": "Một ☑.", "abbreviations": ["b", "☑ ✔", "漢字漢字 và ①"]},
            "case/b": {"body": "\nMột 👍.\n\n- 漢\n"},
        },
    ),
    "days": by_its_rule(
        meetings.days_can_be_counted,
        {**meeting(("before", 367), ("after", 0), ("after", 400)), "meeting/b": recurring(32)["meeting/a"]},
    ),
    "deadlines": by_its_rule(
        meetings.deadlines_stand_in_order,
        meeting(("before", 1), ("before", 5), ("after", "rules#five"), ("after", 5), ("after", 2)),
    ),
    "levels": by_its_rule(points.levels_lie_inside, levels(70, 20, 30)),
    "needs": by_its_rule(points.bands_need_what_is_there, needing("part", "pard", "zzz")),
}
