"""A view as a Word file: forms to fill in, outlines to work on. Knows the view and nothing of the record behind it.

What a person types stands in content controls, which other programs find by their tag, the field's id.
"""
