"""The least that can be done: `empty` shows nothing, `next` and `echo` change one text.

The first two with Textual, `echo` with the terminal alone.
"""

import sys


def empty() -> None:
    """Show nothing at all."""
    from textual.app import App

    App[None]().run()


def one_text() -> None:
    """Show the next number whenever `3` is pressed."""
    from textual.app import App, ComposeResult
    from textual.widgets import Static

    class OneText(App[None]):
        """One Static."""

        number = 0

        def compose(self) -> ComposeResult:
            """Yield the text."""
            yield Static("text number 0.")

        def key_3(self) -> None:
            """Show the next."""
            self.number += 1
            self.query_one(Static).update(f"text number {self.number}.")

    OneText().run()


def echo() -> None:
    """Do the same with nothing but the terminal; any other key leaves."""
    import os
    import tty

    tty.setraw(0)
    number = 0
    os.write(1, b"text number 0.")
    while os.read(0, 1) == b"3":
        number += 1
        os.write(1, b"\x1b[1;1Htext number %d." % number)


FLOORS = {"empty": empty, "next": one_text, "echo": echo}

if __name__ == "__main__":
    FLOORS[sys.argv[1]]()
