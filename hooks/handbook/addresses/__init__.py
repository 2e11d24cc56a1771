"""What everything is called outside: page, anchor, address for editing. Knows nothing of how it looks."""
