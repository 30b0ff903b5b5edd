"""pmflash: spaced repetition in the terminal for AI/ML product interviews."""

__version__ = "0.1.0"
