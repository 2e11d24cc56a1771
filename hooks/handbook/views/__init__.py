"""What a record says, in order, without a format: headings, items, tables, figures, notes, links.

Every format prints the same view, so the words stand once. A view knows nothing of HTML, Typst or Word.
"""
