"""Rules for good cards, one a file."""
