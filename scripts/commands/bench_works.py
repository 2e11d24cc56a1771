"""Records that branches write by the thousand: cases, topics, checklists, scoring tables. Gives their values."""

from typing import Any

from commands.bench_author import ITEMS, POINTS, Author
from commands.bench_plan import id_of

PHASES = (("before", 8), ("during", 6), ("after", 4))
"""The phases of a checklist and how many items each has at least."""
BRANCH_TYPES = ("village", "office", "state-enterprise", "private-enterprise", "school", "armed-forces")
QUARTERS = ("quarter-one", "quarter-two", "quarter-three", "quarter-four")
ROLES = ("secretary", "deputy-secretary", "committee", "clerk", "presenter", "member")
PLACES = ("lao-cai", "nghe-an", "an-phu")
SHARES = (("Dự họp", "du-hop"), ("Có phát biểu", "phat-bieu"), ("Việc xong đúng hạn", "hoan-thanh"))


def case(author: Author) -> dict[str, Any]:
    """Write the head of a case."""
    unit = author.place()
    source = author.ids("source", 1)[0]
    return {
        "title": f"Chi bộ {unit}: {author.title(4, 7)}",
        "short_title": f"Chi bộ {unit}",
        "unit": f"Chi bộ {unit}",
        "summary": author.line(),
        "branch_types": author.chance.sample(BRANCH_TYPES, author.chance.randint(1, 2)),
        "period": f"Từ tháng {author.chance.randint(1, 12)}/{author.chance.randint(2018, 2025)}",
        "size": f"{source}#so-nguoi",
        "facts": [
            {"label": "Số đảng viên", "statement": f"{source}#so-nguoi"},
            *({"label": label, "statement": f"{source}#{statement}"} for label, statement in SHARES),
            {"label": "Việc đã giao", "statement": author.number_of("source", "so-viec")},
            {"label": "Số hộ", "statement": author.number_of("source", "so-ho")},
        ],
        "comparison": {"title": "Tỷ lệ trên số đảng viên phải dự", "facts": [label for label, _ in SHARES]},
        "practices": author.supported(3, 5),
        "results": author.supported(2, 3),
        "lessons": author.supported(2, 3),
        "limits": author.supported(1, 2),
        "criteria": author.criteria(4),
        "problems": author.ids("problem", 2),
        "topics": author.ids("topic", 2),
    }


def story(author: Author) -> str:
    """Write the story of a case: prose under five headings, with links, a list and a table."""
    links = iter([*author.items(8), *author.criteria(5), *author.statements("source", 6)] * 2)
    parts = []
    for place, has in enumerate(("", "list", "table", "stress", "")):
        sentences = [f"{line} Xem ((" + next(links) + "))." for line in author.lines(2, 3)]
        parts += [f"## {place + 1}. {author.heading()}", " ".join(sentences)]
        if has == "list":
            parts.append("\n".join(f"- {line}" for line in author.lines(3, 4)))
        if has == "table":
            rows = (
                f"| Tháng {month} | {author.chance.randint(10, 60)} | {author.chance.randint(40, 99)}% |"
                for month in range(1, 7)
            )
            parts.append("\n".join(("| Kỳ | Số người dự | Tỷ lệ |", "| --- | ---: | ---: |", *rows)))
        if has == "stress":
            parts.append(f"**{author.heading()}.** {author.line()}")
    return "\n\n".join(parts)


def topic(author: Author) -> dict[str, Any]:
    """Write a topic."""
    return {
        "title": author.title(),
        "short_title": author.title(3, 5),
        "summary": author.line(),
        "branch_types": author.chance.sample(BRANCH_TYPES, author.chance.randint(1, 3)),
        "quarters": author.chance.sample(QUARTERS, 1),
        "reasons": author.supported(4, 5),
        "question": author.line(),
        "questions": author.lines(4, 5),
        "formats": [
            {"text": line, "statements": author.statements("source", 2), "cases": author.ids("case", 2)}
            for line in author.lines(3, 4)
        ],
        "outline": author.lines(6, 9),
        "time_plan": [{"text": author.heading(), "minutes": 5 * author.chance.randint(1, 6)} for _ in range(5)],
        "documents": author.ids("document", 2),
        "cases": author.ids("case", 4),
    }


def checklist(author: Author) -> dict[str, Any]:
    """Write a checklist of 18 to 21 items in three phases."""
    numbers = iter(range(1, ITEMS + 4))
    return {
        "title": author.title(),
        "short_title": author.title(3, 5),
        "summary": author.line(),
        "documents": author.ids("document", 2),
        "phases": [
            {
                "phase": phase,
                "hint": author.heading(),
                "items": [_item(author, next(numbers)) for _ in range(least + author.chance.randint(0, 1))],
            }
            for phase, least in PHASES
        ],
    }


def _item(author: Author, number: int) -> dict[str, Any]:
    chance = author.chance
    is_duty = chance.random() < 1 / 3
    item: dict[str, Any] = {
        "id": f"viec-{number}",
        "text": author.line(),
        "duty": "must" if is_duty else "should",
        "roles": chance.sample(ROLES, chance.randint(1, 2)),
    }
    if chance.random() < 1 / 3:
        item["when"] = f"Trước ít nhất (({author.number_of('document', 'bao-truoc')}))"
    if chance.random() < 1 / 3:
        item["proof"] = author.heading()
    item["statements"] = author.statements("document" if is_duty else "source", 1)
    item["criteria"] = author.criteria(1)
    if chance.random() < 1 / 3:
        item["problems"] = author.ids("problem", 1)
    if chance.random() < 1 / 4:
        item["notes"] = author.lines(1, 1)
    return item


def criteria(author: Author) -> dict[str, Any]:
    """Write a scoring table; all but the first elaborate the first."""
    return {
        "title": author.title(),
        "short_title": author.title(3, 5),
        "summary": author.line(),
        "document": author.ids("document", 1)[0],
        "standing": "current",
        **({"place": author.chance.choice(PLACES)} if author.number else {}),
        "total": sum(POINTS),
        "criteria": [_criterion(author, index, points) for index, points in enumerate(POINTS, 1)],
        "bands": [
            {"title": "Tốt", "at_least": 90, "needs_full": ["c1"]},
            {"title": "Khá", "at_least": 70, "below": 90},
            {"title": "Trung bình", "at_least": 50, "below": 70},
            {"title": "Kém", "at_least": 0, "below": 50},
        ],
        "bands_statements": author.statements("document", 1),
        "procedure": author.supported(2, 3, "document"),
    }


def _criterion(author: Author, index: int, points: int) -> dict[str, Any]:
    """Write a criterion; every other one has parts, the rest have levels."""
    criterion = {
        "id": f"c{index}",
        "number": str(index),
        "text": author.line(),
        "points": points,
        "statements": author.statements("document", 1),
    }
    if index % 2:
        halves = enumerate((points - points // 2, points // 2), 1)
        return {**criterion, "parts": [_part(author, index, part, half) for part, half in halves]}
    return {
        **criterion,
        "meaning": author.line(),
        "ways": author.lines(1, 2),
        "losses": author.supported(1, 1),
        "levels": [{"when": author.heading(), "points": earned} for earned in (points, points // 2, 0)],
    }


def _part(author: Author, index: int, part: int, points: int) -> dict[str, Any]:
    return {
        "id": f"c{index}-{part}",
        "number": f"{index}.{part}",
        "text": author.line(),
        "points": points,
        **({"elaborates": f"{id_of('criteria', 0)}#c{index}"} if author.number else {}),
    }
