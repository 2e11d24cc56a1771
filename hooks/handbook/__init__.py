"""The generator: data records and prose in, pages out. A plain library that has never heard of MkDocs.

Each package below is one room of the house and imports only rooms that stand before it:
text, diagnostics, reading, settings, records, library, addresses, rules, views, pages, publish, preview, build.
"""
