"""What writes data: the canonical form, new records, renamed ids, migrations. Knows nothing of pages or MkDocs."""
