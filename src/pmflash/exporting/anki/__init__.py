"""What formats for Anki have in common: its text and its names."""
