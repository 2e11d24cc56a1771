"""Search: what can be found, as index files that a browser reads piece by piece. It must not know the theme's markup.

The index is made here; what ranks with it stands in the theme's scripts, which browser, command and tests all run.
"""
