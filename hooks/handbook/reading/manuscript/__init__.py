"""Prose in the listed part of Markdown that every format can print: what stands in it, and what does not belong."""
