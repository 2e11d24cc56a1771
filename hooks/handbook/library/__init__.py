"""All records and prose together: references resolved, links both ways, and how sure each statement is.

Knows nothing of addresses or looks.
"""
