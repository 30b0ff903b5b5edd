"""Rules that hold the facts of one file against each other."""
