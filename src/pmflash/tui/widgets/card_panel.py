"""The card: its prompt stays where it is when the answer appears below it."""

from datetime import date

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pmflash.model.card import Card
from pmflash.model.period import in_words
from pmflash.model.staleness import staleness
from pmflash.tui.messages import CardMeasured


class CardPanel(VerticalScroll):
    """Prompt and answer of one card, scrolling when they are long."""

    DEFAULT_CSS = """
    CardPanel {
        height: 1fr; border: round $foreground 35%; padding: 1 3;
        border-title-color: $foreground 75%; border-subtitle-color: $foreground 75%;
        scrollbar-size-vertical: 1;
    }
    CardPanel > Static { max-width: 96; }
    CardPanel > #answer {
        display: none; margin-top: 1; border-top: solid $foreground 35%;
    }
    CardPanel.-revealed > #answer { display: block; }
    CardPanel > #hint { display: none; margin-top: 1; }
    CardPanel.-hinted > #hint { display: block; }
    """

    def __init__(self) -> None:
        super().__init__(id="card", can_focus=False)

    def compose(self) -> ComposeResult:
        """Yield the two sides."""
        yield Static(id="prompt")
        yield Static(id="hint")
        yield Static(id="answer")

    def show_prompt(self, card: Card, heading: str, tags: str) -> None:
        """Draw the front of `card`; its answer is not on the screen in any form."""
        self.remove_class("-revealed", "-hinted")
        self.query_one("#answer", Static).update("")
        self.query_one("#prompt", Static).update(Content.styled(card.prompt, "bold"))
        self.border_title = Content(heading)
        self.border_subtitle = Content(tags)
        self.scroll_home(animate=False)
        self.call_after_refresh(self._tell_what_is_below)

    def show_hint(self, card: Card) -> None:
        """Draw the hint of `card` under its prompt."""
        hint = Content.styled(f"Hint: {card.hint}", "italic")
        self.query_one("#hint", Static).update(hint)
        self.add_class("-hinted")
        self.call_after_refresh(self._tell_what_is_below)

    def show_answer(self, card: Card, today: date) -> None:
        """Draw the back of `card` under its prompt, as it is to be read `today`."""
        self.query_one("#answer", Static).update(back_of(card, today))
        self.add_class("-revealed")
        self.call_after_refresh(self._tell_what_is_below)

    def on_resize(self) -> None:
        """Count anew what does not fit."""
        self.call_after_refresh(self._tell_what_is_below)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scroll, and tell how much is still below."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_what_is_below()

    def _tell_what_is_below(self) -> None:
        self.post_message(CardMeasured())
        below = int(self.max_scroll_y - self.scroll_y)
        if below > 0:
            lines = "line" if below == 1 else "lines"
            self.border_subtitle = Content(f"▼ {below} more {lines}")
        elif "more line" in (self.border_subtitle or ""):
            self.border_subtitle = None


def back_of(card: Card, today: date) -> Content:
    """Return the answer of `card` with everything that is shown along with it."""
    parts: list[Content] = [Content(card.answer)]
    if card.why and card.why not in card.answer:
        parts += [Content(), Content(card.why)]
    stale = staleness(card.as_of, card.valid_until, today)
    for warning in (card.caveat, f"{stale[:1].upper()}{stale[1:]}"):
        if warning:
            parts += [Content(), Content.assemble(("! ", "bold $warning"), warning)]
    dates = (("As of", card.as_of), ("Valid until", card.valid_until))
    remarks = [
        f"{words} {in_words(period)}"
        for words, period in dates
        if period and words.lower() not in stale
    ]
    if told := [*remarks, *filter(None, (card.source,))]:
        parts += [Content(), Content.styled(" · ".join(told), "dim")]
    return Content("\n").join(parts)
