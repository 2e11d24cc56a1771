"""Sentences of this handbook in chance order, the same every time: text for whatever must look like the handbook."""

import random
from collections.abc import Iterable, Sequence

SHORTEST, LONGEST = 40, 260


def sentences_of(texts: Iterable[str]) -> list[str]:
    """Give the lines of texts that are as long as a sentence, each once, in order of the alphabet."""
    return sorted({line for text in texts for line in text.split("\n") if SHORTEST < len(line) < LONGEST})


def cut(chance: random.Random, sentences: Sequence[str], least: int, most: int) -> str:
    """Give the first words of some sentence, as a title has them."""
    return " ".join(chance.choice(sentences).split()[: chance.randint(least, most)]).strip("(“.,;:")
