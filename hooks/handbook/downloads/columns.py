"""Which columns of a table to fill in are narrow: those of a running number. Every format that prints reads it here."""

LETTERS_OF_NARROW = 2
"""How many letters the title of such a column has at most (“TT”); “Hạn” is no number."""
NARROW = 12
"""How wide such a column is, in millimetres; all others share the rest."""
