"""Writes the pieces that records of all kinds are made of: sentences, statements to rest on, places, units.

One author writes one record; what it writes depends on the record's kind and number alone, links aside.
"""

import datetime as dt
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commands.bench_plan import Plan, id_of
from commands.sentences import cut

SEED = 8
TODAY = dt.date(2026, 11, 22)
VILLAGES = ("Đông Thịnh", "Đoài Thượng", "Trung Sơn", "Hạ Lâm", "Tân Lập", "Phú Cường", "Bình An", "Yên Khê")
COMMUNES = ("Minh Tân", "Quảng Phú", "Vĩnh Lộc", "Thạch Hà", "Nam Trung", "Đại Đồng", "Hương Sơn", "Kim Long")
UNITS = ("thôn {village}", "tổ dân phố {number}, khối {village}", "trường {village}", "công ty {village}")
STATEMENTS: Mapping[str, Mapping[str, tuple[str, int, int] | None]] = {
    "document": {
        "thoi-luong": ("minute", 60, 90),
        "bao-truoc": ("day", 3, 10),
        "ty-le": ("percent", 50, 95),
        "diem": ("point", 10, 40),
        "gui-len": ("working-day", 1, 5),
        "trach-nhiem": None,
        "noi-dung-ghi": None,
        "bien-ban": None,
    },
    "source": {
        "so-nguoi": ("member", 3, 120),
        "du-hop": ("percent", 60, 99),
        "phat-bieu": ("percent", 10, 80),
        "hoan-thanh": ("percent", 40, 98),
        "so-viec": ("task", 2, 40),
        "so-ho": ("household", 20, 900),
        "cach-lam": None,
        "ket-qua": None,
    },
}
"""What every document and every source states: the unit of the number and its limits; None for words alone."""
POINTS = (10, 15, 15, 20, 10, 20, 10)
"""The most points of each criterion; every table has the same, from c1 on."""
ITEMS = 18
"""Every checklist has at least these items, from viec-1 on."""


@dataclass(frozen=True, slots=True)
class Author:
    """Writes one record."""

    plan: Plan
    sentences: Sequence[str]
    headings: Sequence[str]
    kind: str
    number: int
    chance: random.Random

    def place(self) -> str:
        """Name a branch."""
        name = self.chance.choice(UNITS).format(village=self.chance.choice(VILLAGES), number=self.chance.randint(1, 24))
        return f"{name}, xã {self.chance.choice(COMMUNES)}"

    def line(self) -> str:
        """Write a sentence; most tell of a place and a month, so that few are the same."""
        sentence = self.chance.choice(self.sentences)
        if self.chance.random() < 1 / 3:
            return sentence
        month, year = self.chance.randint(1, 12), self.chance.randint(2019, 2026)
        return f"Chuyện ở {self.place()}, tháng {month}/{year}. {sentence}"

    def lines(self, least: int, most: int) -> list[str]:
        """Write some sentences."""
        return [self.line() for _ in range(self.chance.randint(least, most))]

    def heading(self) -> str:
        """Write a title."""
        return self.chance.choice(self.headings)

    def title(self, least: int = 5, most: int = 10) -> str:
        """Write a title of a record, the beginning of some sentence."""
        words = cut(self.chance, self.sentences, least, most)
        return f"{words[0].upper()}{words[1:]}"

    def ids(self, kind: str, wanted: int) -> list[str]:
        """Name records of a kind that stand near."""
        return [id_of(kind, one) for one in self.plan.near(kind, self.kind, self.number, self.chance, wanted)]

    def statements(self, kind: str, wanted: int) -> list[str]:
        """Name statements of documents or sources that stand near."""
        return [f"{one}#{self.chance.choice(list(STATEMENTS[kind]))}" for one in self.ids(kind, wanted)]

    def number_of(self, kind: str, statement: str) -> str:
        """Name one particular statement of a record that stands near."""
        return f"{self.ids(kind, 1)[0]}#{statement}"

    def criteria(self, wanted: int) -> list[str]:
        """Name criteria of tables that stand near."""
        return [f"{one}#c{self.chance.randint(1, len(POINTS))}" for one in self.ids("criteria", wanted)]

    def items(self, wanted: int) -> list[str]:
        """Name items of checklists that stand near."""
        return [f"{one}#viec-{self.chance.randint(1, ITEMS)}" for one in self.ids("checklist", wanted)]

    def supported(self, least: int, most: int, kind: str = "source") -> list[dict[str, Any]]:
        """Write sentences, each with statements that it rests on."""
        return [{"text": line, "statements": self.statements(kind, 2)} for line in self.lines(least, most)]

    def day(self) -> dt.date:
        """Give a day of the last years."""
        return TODAY - dt.timedelta(days=self.chance.randint(1, 1500))


def author_of(plan: Plan, texts: tuple[Sequence[str], Sequence[str]], kind: str, number: int) -> Author:
    """Give the author of a record; `texts` are the sentences and the titles to choose from."""
    chance = random.Random(f"{SEED} {kind} {number}")  # noqa: S311 - chance that repeats is what is wanted
    return Author(plan, *texts, kind, number, chance)
