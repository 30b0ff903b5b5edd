"""The nouns of pmflash. Standard library only: no clock, no file, no randomness."""
