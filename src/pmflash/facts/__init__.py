"""The kinds of fact an author can write, one file per kind."""
