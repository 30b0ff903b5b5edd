"""Cards to other programs, one file per format."""
