"""Records that the others rest on or are used with: documents, sources, meetings, forms, problems, terms."""

import datetime as dt
from typing import Any

from commands.bench_author import STATEMENTS, TODAY, Author
from commands.bench_plan import id_of

FIRST_DAY, DAYS = dt.date(2015, 1, 5), 4000
"""Documents are issued from here on, so many days long, each after the one before."""
STEPS = (("before", 3), ("during", 4), ("after", 2))
SAYS = {"document": "Văn bản", "source": "Bài"}


def document(author: Author) -> dict[str, Any]:
    """Write an official document; every tenth is superseded by the next."""
    plan, number = author.plan, author.number
    old = number - 1
    return {
        "title": author.title(),
        "number": f"{number + 1}-HD/ĐU",
        "issuer": f"Đảng ủy xã {author.place().rpartition(', xã ')[2]}",
        "issued_on": FIRST_DAY + dt.timedelta(days=number * DAYS // plan.counts["document"]),
        "status": "superseded" if plan.is_superseded(number) else "in_force",
        "status_note": author.line(),
        **({"supersedes": [{"document": id_of("document", old), "relation": "stated"}]} if _replaces(author) else {}),
        "seen_in": [_seen(one) for one in author.ids("source", 2)],
        "to_check": author.lines(1, 2),
        "statements": [_statement(author, one) for one in STATEMENTS["document"]],
    }


def source(author: Author) -> dict[str, Any]:
    """Write a source."""
    return {
        "title": author.title(),
        "nature": author.chance.choice(("official", "press", "unit")),
        "publisher": f"Báo {author.chance.randint(1, 34)}",
        "published_on": author.day(),
        "url": f"https://bao.vi-du.example/{id_of('source', author.number)}",
        "reading": author.chance.choice(("full", "excerpt")),
        "read_on": TODAY,
        "note": author.line(),
        "statements": [_statement(author, one) for one in STATEMENTS["source"]],
    }


def meeting(author: Author) -> dict[str, Any]:
    """Write a kind of meeting."""
    steps = [
        {
            "id": f"buoc-{phase}-{index}",
            "phase": phase,
            "text": author.line(),
            "minutes": 15,
            "items": author.items(2),
            "statements": author.statements("document", 1),
        }
        for phase, count in STEPS
        for index in range(count)
    ]
    notice, sending = author.number_of("document", "bao-truoc"), author.number_of("document", "gui-len")
    return {
        "title": author.title(),
        "short_title": author.title(3, 5),
        "summary": author.line(),
        "purpose": author.line(),
        "participants": author.lines(2, 3),
        "rhythm": author.supported(1, 1, "document")[0],
        "recurrence": {"every_months": author.chance.choice((1, 3, 6))},
        "shortest_duration": author.number_of("document", "thoi-luong"),
        "documents": author.ids("document", 2),
        "deadlines": [
            {"id": "bao", "text": author.line(), "side": "before", "days": notice, "statements": [notice]},
            {"id": "doc", "text": author.line(), "side": "before", "days": 2, "roles": ["member"]},
            {"id": "gui", "text": author.line(), "side": "after", "days": sending, "counted_in": "working-day"},
            {"id": "dang", "text": author.line(), "side": "after", "days": 10, "roles": ["clerk"]},
        ],
        "steps": steps,
        "on_paper": author.supported(2, 3, "document"),
        "not_allowed": author.supported(1, 2, "document"),
        "problems": author.ids("problem", 3),
        "checklists": author.ids("checklist", 3),
        "forms": author.ids("form", 2),
        "criteria": author.ids("criteria", 1),
    }


def form(author: Author) -> dict[str, Any]:
    """Write a form."""
    return {
        "title": author.title(),
        "short_title": author.title(3, 5),
        "summary": author.line(),
        "look": "working",
        "meetings": author.ids("meeting", 1),
        "documents": author.ids("document", 1),
        "parts": [
            {
                "id": f"phan-{part}",
                "title": author.heading(),
                "intro": author.line(),
                "fields": [
                    {"id": f"ngay-{part}", "label": "Ngày họp", "kind": "date", "help": author.line()},
                    {"id": f"so-{part}", "label": "Số người dự", "kind": "number", "help": author.line()},
                    {"id": f"loi-{part}", "label": author.heading(), "kind": "lines", "rows": 4},
                    {
                        "id": f"viec-{part}",
                        "label": "Việc đã giao",
                        "kind": "table",
                        "columns": ["Việc", "Người làm", "Hạn"],
                        "rows": 5,
                        "statements": author.statements("document", 1),
                    },
                ],
            }
            for part in range(1, 5)
        ],
        "notes": author.lines(2, 3),
    }


def problem(author: Author) -> dict[str, Any]:
    """Write a problem."""
    return {
        "title": author.title(),
        "short_title": author.title(3, 5),
        "summary": author.line(),
        "signs": author.supported(3, 4),
        "causes": author.supported(2, 3),
        "remedies": [
            {
                "id": f"cach-{index}",
                "text": author.line(),
                "effort": effort,
                "statements": author.statements("source", 2),
                "items": author.items(2),
                "cases": author.ids("case", 2),
            }
            for index, effort in enumerate(("low", "low", "medium", "medium", "high"))
        ],
        "words": author.lines(2, 3),
        "criteria": author.criteria(3),
    }


def term(author: Author) -> dict[str, Any]:
    """Write a term: a word that no text uses by chance, so that each stands for itself."""
    return {
        "title": f"{author.title(2, 3)} ({author.number + 1})",
        "meaning": author.line(),
        "statements": author.statements("document", 2),
        "related": author.ids("term", 2),
    }


def _replaces(author: Author) -> bool:
    return author.number > 0 and author.plan.is_superseded(author.number - 1)


def _seen(source_id: str) -> dict[str, Any]:
    return {"source": source_id, "extent": "report", "checked_on": TODAY}


def _statement(author: Author, name: str) -> dict[str, Any]:
    value = STATEMENTS[author.kind][name]
    told: dict[str, Any] = {"id": name, "text": author.line()}
    if value is not None:
        unit, least, most = value
        told["text"] = f"{SAYS[author.kind]} nêu {{value}}. {told['text']}"
        told["value"] = {"amount": author.chance.randint(least, most), "unit": unit}
    if author.kind == "document":
        told["place"] = f"Mục {author.chance.randint(1, 9)}"
        told["seen_in"] = [_seen(one) for one in author.ids("source", 2)]
    return told
