"""Vietnamese text: composed forms, folding, slugs, collation, numbers and dates. It must not know anything else."""
