"""The least that Textual can do: `empty` shows nothing, `next` changes one text."""

import sys

from textual.app import App, ComposeResult


class Empty(App[None]):
    """Nothing at all."""


def one_text() -> App[None]:
    """Return an app that shows the next number whenever `3` is pressed."""
    # Late, so that the empty app does not pay for it.
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

    return OneText()


if __name__ == "__main__":
    (Empty() if sys.argv[1:] == ["empty"] else one_text()).run()
