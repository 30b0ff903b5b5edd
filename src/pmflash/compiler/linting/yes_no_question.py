"""Questions that half of all guesses answer."""

import re

from pmflash.compiler.linting.base import CardRule, Flaw, called
from pmflash.compiler.linting.shared.places import answer_place, first_written
from pmflash.compiler.linting.shared.words import sentences, tokens
from pmflash.compiler.words import quoted
from pmflash.facts.base import Fact
from pmflash.model.card import Card

_OPENING = re.compile(
    r"(?:is|are|am|does|do|did|can|should|has|have|had|was|were|will|would|could"
    r"|must|shall|may|might)(?:n['’]t)?\b(?!-)",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"(?:can|could|will|would) you"
    r" (?:name|list|say|tell|give|explain|describe|state)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\bor\b(?!\s+not\b)|\band (?:who|whose|what|which|when|where|why|how)\b",
    re.IGNORECASE,
)
"""What makes of it a choice, or a question with another one behind it."""
_QUESTIONS = ("ask", "q")


class YesNoQuestion(CardRule):
    """Warns of questions that yes or no would answer."""

    name = "yes-no-question"
    explained = "yes or no answers the question"

    def flaw(self, fact: Fact, card: Card) -> Flaw | None:
        """Return the flaw of a card that can be guessed."""
        help = "begin the question with what, which, how much or why"
        if tokens(card.answer) in (["yes"], ["no"]):
            message = f"the answer of {called(card)} is {quoted(card.answer)} alone"
            return Flaw(answer_place(fact, card), message, help)
        place = first_written(fact, *_QUESTIONS)
        question = str(getattr(fact, str(place[0]))) if place else ""
        asked = _guessable(_without_context(question, card.context))
        if not asked:
            return None
        return Flaw(place, f"yes or no answers {called(card)}: {quoted(asked)}", help)


def _without_context(question: str, context: str) -> str:
    lead, colon, rest = question.partition(":")
    names_context = context and lead.strip().casefold() == context.casefold()
    return rest.strip() if colon and names_context else question


def _guessable(text: str) -> str:
    """Return the last question of `text` where yes or no would answer it."""
    marks = " “”\"'‘’()"
    stripped = (sentence.strip(marks) for sentence in sentences(text))
    questions = [sentence for sentence in stripped if sentence.endswith("?")]
    asked = questions[-1] if questions else ""
    # `Do the sums: what is left?` is no question before its colon.
    is_open = _REQUEST.match(asked) or _MORE.search(asked) or ":" in asked
    return asked if _OPENING.match(asked) and not is_open else ""
