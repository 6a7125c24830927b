"""Legislation: its Markdown and its CLML form become one instrument, whose provisions become passages."""
