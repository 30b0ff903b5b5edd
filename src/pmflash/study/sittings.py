"""From what a learner wants to a session: plan, answers so far, and where it began."""

from dataclasses import replace
from datetime import date

from pmflash.model.settings import Settings
from pmflash.study.cram import cram_plan, last_round
from pmflash.study.history import History
from pmflash.study.index import CardIndex
from pmflash.study.queue import Budget, plan_day
from pmflash.study.scope import Scope
from pmflash.study.session import Session
from pmflash.study.wish import Start, Wish


def session_of(
    index: CardIndex,
    history: History,
    today: date,
    settings: Settings,
    scope: Scope,
    wish: Wish,
) -> Session:
    """Return today's session of `scope` as far as it has come.

    What it keeps of `wish` also says where it began, so that it can be made anew.
    """
    if wish.is_cram:
        session = _cram(index, history, today, scope, wish)
    else:
        usual = Budget(settings.new_per_day, settings.reviews_per_day)
        session = _of_the_day(index, history, today, usual, scope, wish)
    return session.limited(settings.minutes_per_sitting)


def _of_the_day(
    index: CardIndex,
    history: History,
    today: date,
    usual: Budget,
    scope: Scope,
    wish: Wish,
) -> Session:
    if wish.start is None and (wish.more_new or wish.days_ahead):
        wish = replace(wish, start=_start(history, today))
    budget = wish.budget(usual)
    plan = plan_day(index, history, today, budget, scope, wish.days_ahead)
    planned = {card.id for card in plan}
    answers = history.answers_on(today)
    ours = tuple(answer for answer in answers if answer.card in planned)
    return Session(today, plan, ours, scope, wish)


def _start(history: History, today: date) -> Start:
    answered = {answer.card for answer in history.answers_on(today)}
    new = sum(history.standing_before(card, today).state is None for card in answered)
    return Start(new, len(answered) - new, history.last_at(today))


def _cram(
    index: CardIndex, history: History, today: date, scope: Scope, wish: Wish
) -> Session:
    """Return a cram that goes on where it was broken off, if it was."""
    plan = cram_plan(index, history, today, scope, wish.only_missed)
    planned = {card.id for card in plan}
    start = wish.start
    # Cards missed once more since they were crammed are to be crammed once more.
    since = start.at if start else _last_answer(history, today) * wish.only_missed
    crammed = [
        answer
        for answer in history.crams_on(today)
        if answer.card in planned and answer.at > since
    ]
    if start is not None:
        return Session(today, plan, tuple(crammed), scope, wish)
    answers = last_round(crammed, plan)
    if answers:
        before = crammed[: len(crammed) - len(answers)]
        start = Start(at=before[-1].at if before else since)
    else:
        start = Start(at=history.last_at(today))
    return Session(today, plan, answers, scope, replace(wish, start=start))


def _last_answer(history: History, today: date) -> str:
    answers = history.answers_on(today)
    return answers[-1].at if answers else ""
