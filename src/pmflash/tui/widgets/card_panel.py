"""The card: its prompt stays where it is when the answer appears below it."""

from datetime import date

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from pmflash.model.card import Card
from pmflash.model.period import in_words
from pmflash.model.staleness import staleness
from pmflash.tui.inputs.base import Input
from pmflash.tui.messages import CardClicked, CardMeasured
from pmflash.tui.widgets.input_view import LEFT, InputView


class CardPanel(VerticalScroll):
    """Prompt and answer of one card, scrolling when they are long."""

    DEFAULT_CSS = """
    CardPanel {
        height: 1fr; border: round $foreground 35%; padding: 1 2 1 3;
        border-title-color: $foreground 75%; border-subtitle-color: $foreground 75%;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    CardPanel > Static { max-width: 96; }
    CardPanel > #answer {
        display: none; margin-top: 1; border-top: solid $foreground 35%;
    }
    CardPanel > #hint { display: none; margin-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__(id="card", can_focus=False)

    def compose(self) -> ComposeResult:
        """Yield the two sides."""
        yield Static(id="prompt")
        yield InputView()
        yield Static(id="hint")
        yield Static(id="answer")

    def show_prompt(self, card: Card, entered: Input, heading: str, tags: str) -> None:
        """Draw the front of `card`; its answer is not on the screen in any form."""
        self._show("#hint", False)
        self._show("#answer", False)
        self.query_one("#answer", Static).update("")
        self.query_one("#prompt", Static).update(Content.styled(card.prompt, "bold"))
        self.query_one(InputView).show(entered)
        self.border_title = Content(heading)
        self.border_subtitle = Content(tags)
        self.scroll_home(animate=False)
        self.call_after_refresh(self._tell_what_is_below)

    def show_hint(self, card: Card) -> None:
        """Draw the hint of `card` under its prompt."""
        hint = Content.styled(f"Hint: {card.hint}", "italic")
        self.query_one("#hint", Static).update(hint)
        self._show("#hint", True)
        self.call_after_refresh(self._tell_what_is_below)

    def show_entered(self) -> None:
        """Draw what was entered since, and keep it in sight."""
        self.query_one(InputView).update()
        self.call_after_refresh(self._follow)

    def show_answer(self, back: Content) -> None:
        """Draw the back of the card under its prompt."""
        self.query_one("#answer", Static).update(back)
        self.query_one(InputView).update()
        self._show("#answer", True)
        self.call_after_refresh(self._tell_what_is_below)

    def on_click(self, event: Click) -> None:
        """Tell of a click, unless text was selected with the mouse."""
        if event.button == LEFT and not self.screen.selections:
            self.post_message(CardClicked())

    def on_resize(self) -> None:
        """Count anew what does not fit."""
        self.call_after_refresh(self._tell_what_is_below)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scroll, and tell how much is still below."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_what_is_below()

    def _show(self, part: str, is_shown: bool) -> None:
        # A class would do, but then all rules of all parts are matched anew.
        self.query_one(part, Static).display = is_shown

    def _follow(self) -> None:
        region = self.query_one(InputView).marked_region
        if region is not None:
            self.scroll_to_region(region, animate=False, immediate=True)
        self._tell_what_is_below()

    def _tell_what_is_below(self) -> None:
        self.post_message(CardMeasured())
        below = int(self.max_scroll_y - self.scroll_y)
        if below > 0:
            lines = "line" if below == 1 else "lines"
            self.border_subtitle = Content(f"▼ {below} more {lines}")
        elif "more line" in (self.border_subtitle or ""):
            self.border_subtitle = None


def back_of(
    card: Card,
    today: date,
    answer: str | None = None,
    verdict: tuple[str, str] = ("", ""),
) -> Content:
    """Return the back of `card` as it is to be read `today`.

    `answer` is what is left of its answer where an input shows the rest of it;
    `verdict` is what there is to say of the reply, its first word apart.
    """
    parts: list[Content] = []
    if any(verdict):
        word, remark = verdict
        told = f": {remark}" if word and remark else remark
        parts += [Content.assemble((word, "bold $accent"), told), Content()]
    answer = card.answer if answer is None else answer
    if answer:
        parts += [Content(answer), Content()]
    if card.why and card.why not in card.answer:
        parts += [Content(card.why), Content()]
    stale = staleness(card.as_of, card.valid_until, today)
    for warning in (card.caveat, f"{stale[:1].upper()}{stale[1:]}"):
        if warning:
            mark = ("! ", "bold $warning")
            parts += [Content.assemble(mark, warning), Content()]
    dates = (("As of", card.as_of), ("Valid until", card.valid_until))
    remarks = [
        f"{words} {in_words(period)}"
        for words, period in dates
        if period and words.lower() not in stale
    ]
    if told_last := [*remarks, *filter(None, (card.source,))]:
        parts += [Content.styled(" · ".join(told_last), "dim"), Content()]
    return Content("\n").join(parts[:-1])
