"""Pages that look like news, to see whether search still finds the others among thousands of them.

They are sentences of the handbook's cases, sources, problems and topics in chance order, under titles cut from them,
and the same every time.
"""

import random
from collections.abc import Sequence

from commands.sentences import cut, sentences_of
from handbook.search.page import Found, Passage

SORTS = ("case", "source", "problem", "topic")
SEED = 7


def with_distractors(pages: Sequence[Found], total: int) -> list[Found]:
    """Add pages until there are so many; they pass for cases, the sort they are likest to."""
    chance = random.Random(SEED)  # noqa: S311 - chance that repeats is what is wanted
    sentences = sentences_of(passage.text for page in pages if page.sort in SORTS for passage in page.passages)
    label = next(page.label for page in pages if page.sort == SORTS[0])
    made = []
    for number in range(total - len(pages)):
        title = cut(chance, sentences, 6, 14)
        opening = Passage("", "", "\n".join(chance.sample(sentences, 6)))
        sections = (
            Passage(
                f"m{place}", cut(chance, sentences, 4, 7), "\n".join(chance.sample(sentences, chance.randint(5, 9)))
            )
            for place in range(chance.randint(1, 4))
        )
        made.append(Found(f"tin/{number}/", title, title, SORTS[0], label, (opening, *sections)))
    return [*pages, *made]
