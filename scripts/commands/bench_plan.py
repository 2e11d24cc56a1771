"""How many records of each kind a generated handbook has, what they are called and which stand near each other.

Knows nothing of what stands in them. Neighbours are as in life: a branch's papers refer to those of its own commune,
now and then to what all communes share (the first records of a kind).
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass

LEAST = 40
"""With fewer records a kind would be empty."""
SHARES: Mapping[str, float] = {
    "topic": 0.18,
    "checklist": 0.18,
    "criteria": 0.12,
    "source": 0.10,
    "document": 0.07,
    "problem": 0.025,
    "form": 0.015,
    "term": 0.01,
    "meeting": 0.01,
}
"""Of all records; the rest are cases."""
SHARED, SHARE_OF_SHARED = 3, 0.1
"""So many records of a kind are everybody's, and so often is one of them meant."""
REACH = 4
"""So far around its own place a record refers to others."""
NAMES: Mapping[str, str] = {
    "case": "dien-hinh",
    "topic": "chuyen-de",
    "checklist": "bang-kiem",
    "criteria": "bang-cham",
    "source": "nguon",
    "document": "van-ban",
    "problem": "kho-khan",
    "form": "bieu-mau",
    "term": "thuat-ngu",
    "meeting": "cuoc-hop",
}
SUPERSEDED_EVERY = 10


@dataclass(frozen=True, slots=True)
class Plan:
    """How many records there are of each kind."""

    counts: Mapping[str, int]

    def near(self, kind: str, of: str, number: int, chance: random.Random, wanted: int) -> list[int]:
        """Give numbers of records to which a record refers, each once, in chance order.

        Args:
            kind: What is referred to; superseded documents are left aside.
            of: The kind of the record that refers.
            number: Which one of its kind that record is.
            chance: Decides.
            wanted: How many; fewer where there are not so many.
        """
        count = self.counts[kind]
        here = number * count // self.counts[of]
        around = [one % count for one in range(here - REACH, here + REACH + 1)]
        usable = [one for one in dict.fromkeys(around) if one != number or kind != of]
        shared = list(range(min(SHARED, count)))
        if kind == "document":
            usable = [one for one in usable if not self.is_superseded(one)]
        found: dict[int, None] = {}
        for one in chance.sample(usable, min(wanted, len(usable))):
            found[chance.choice(shared) if chance.random() < SHARE_OF_SHARED else one] = None
        return list(found)

    def is_superseded(self, document: int) -> bool:
        """Tell whether the next document takes the place of this one."""
        return document % SUPERSEDED_EVERY == SUPERSEDED_EVERY - 1 and document + 1 < self.counts["document"]


def plan_of(total: int) -> Plan:
    """Share out so many records, `LEAST` or more, among the kinds."""
    counts = {kind: max(1, round(total * share)) for kind, share in SHARES.items()}
    return Plan({"case": total - sum(counts.values()), **counts})


def id_of(kind: str, number: int) -> str:
    """Give the id of a record."""
    return f"{NAMES[kind]}-{number + 1:04}"
