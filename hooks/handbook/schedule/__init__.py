"""From the day of a meeting to its deadlines, and a year of meetings; pure."""
