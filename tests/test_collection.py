import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from errno import ENOSPC
from itertools import product
from pathlib import Path

import pytest

from builders import DAY_0
from learner import BUTTON, Learner, a_learner, answered, deck_of, use_builtin
from pmflash.collection import ChangedElsewhere
from pmflash.model.event import EventKind
from pmflash.model.failure import StorageError, UsageError
from pmflash.scheduling.sm2 import Sm2
from pmflash.storage.journal_line import sealed
from pmflash.study.history import History
from pmflash.study.scope import EVERYTHING, Scope

DAY_1 = DAY_0 + timedelta(days=1)
TWELVE = ("Good", "Again", "Hard", "Easy") * 2 + ("Good",) * 4


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Learner:
    """A learner of 36 cards without any built-in ones."""
    use_builtin(tmp_path / "nothing", monkeypatch)
    learner = a_learner(tmp_path)
    learner.writes("decks/biology.yaml", deck_of(36))
    learner.writes("settings.yaml", "new_per_day: 36\n")
    return learner


@pytest.fixture
def newcomer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Learner:
    """A learner of three built-in cards who never started pmflash before."""
    use_builtin(tmp_path / "builtin", monkeypatch)
    (tmp_path / "builtin" / "decks").mkdir(parents=True)
    (tmp_path / "builtin" / "decks" / "biology.yaml").write_text(deck_of(3))
    return a_learner(tmp_path)


@contextmanager
def full_disk() -> Iterator[None]:
    """A disk that takes no answer until the context is left."""

    def refuse(*_: object) -> None:
        raise OSError(ENOSPC, "no room")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pmflash.storage.journal.append_line", refuse)
        yield


def test_an_answer_is_saved_before_the_next_card_is_known(learner: Learner) -> None:
    collection = learner.opens()
    after = answered(collection, collection.session(), ["Hard"])
    assert learner.saved() == after.answers


def test_an_answer_is_saved_with_all_that_was_true(learner: Learner) -> None:
    learner.watch.set("2026-01-06T02:00:00-08:00")
    collection = learner.opens()
    (saved,) = collection.answer(collection.session(), BUTTON["Hard"], 4321).answers
    assert (saved.card, saved.kind) == ("biology/f01/answer", EventKind.REVIEW)
    assert (saved.rating, saved.quality) == ("hard", 3)
    assert (saved.milliseconds, saved.offset_minutes) == (4321, -480)
    assert (saved.day, saved.at[:13]) == (DAY_0, "2026-01-06T10")


def test_a_card_left_open_counts_ten_minutes_at_most(learner: Learner) -> None:
    collection = learner.opens()
    (saved,) = collection.answer(collection.session(), BUTTON["Good"], 999_999).answers
    assert saved.milliseconds == 600_000


def test_an_answer_that_cannot_be_saved_changes_nothing(learner: Learner) -> None:
    collection = learner.opens()
    before = collection.session()
    with full_disk(), pytest.raises(StorageError, match="the disk is full"):
        collection.answer(before, BUTTON["Good"], 0)
    assert collection.session() == before
    assert collection.due_on("biology/f01/answer") is None
    assert learner.saved() == ()


def test_an_answer_can_be_saved_at_the_second_try(learner: Learner) -> None:
    collection = learner.opens()
    session = collection.session()
    with full_disk(), pytest.raises(StorageError):
        collection.answer(session, BUTTON["Good"], 0)
    assert collection.answer(session, BUTTON["Good"], 0).done == 1
    assert len(learner.saved()) == 1


def test_an_undo_that_cannot_be_saved_changes_nothing(learner: Learner) -> None:
    collection = learner.opens()
    before = answered(collection, collection.session(), ["Again"])
    with full_disk(), pytest.raises(StorageError):
        collection.undo(before)
    assert collection.session() == before
    assert learner.opens().session() == before


def test_nothing_is_written_before_the_first_answer(
    newcomer: Learner, tmp_path: Path
) -> None:
    collection = newcomer.opens()
    collection.check_writable()
    session = collection.refreshed(collection.session())
    assert collection.overview().all_decks.counts.new == len(session.plan) == 3
    assert collection.card("biology/f01/answer").answer == "Answer 1"
    assert [each.name for each in tmp_path.iterdir()] == ["builtin"]


def test_the_first_answer_makes_the_home(newcomer: Learner) -> None:
    collection = newcomer.opens()
    after = answered(collection, collection.session(), ["Good"])
    assert newcomer.opens().session() == after
    assert len(newcomer.saved()) == 1


def test_nothing_happens_when_nothing_is_asked(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    collection = learner.opens()
    done = answered(collection, collection.session(), ["Easy"])
    assert done.turn is None
    assert collection.outcomes(done) == ()
    assert collection.answer(done, BUTTON["Good"], 0) is done
    assert len(learner.saved()) == 1


def test_a_sitting_goes_on_exactly_where_it_stopped(learner: Learner) -> None:
    collection = learner.opens()
    before = answered(collection, collection.session(), TWELVE)
    after = learner.opens().session()
    assert (after.turn, after.counts) == (before.turn, before.counts)
    assert after == before


def test_a_sitting_can_stop_after_every_answer(learner: Learner) -> None:
    session = learner.opens().session()
    for label in TWELVE * 3:
        collection = learner.opens()
        session = answered(collection, session, [label])
        assert learner.opens().session() == session


def test_a_whole_day_ends_the_same_with_and_without_breaks(learner: Learner) -> None:
    session = answered(learner.opens(), learner.opens().session(), TWELVE)
    for _ in range(session.counts.left):
        session = answered(learner.opens(), learner.opens().session(), ["Good"])
    assert session.turn is None
    assert session.done == 36
    assert {event.card for event in learner.saved()} == {c.id for c in session.plan}


def test_an_undone_answer_stays_undone(learner: Learner) -> None:
    collection = learner.opens()
    before = answered(collection, collection.session(), TWELVE[:-1])
    collection.undo(answered(collection, before, TWELVE[-1:]))
    assert collection.session() == before
    assert learner.opens().session() == before


def test_an_answer_can_be_undone_after_a_restart(learner: Learner) -> None:
    collection = learner.opens()
    fresh = collection.session()
    answered(collection, fresh, ["Again"])
    later = learner.opens()
    assert later.undo(later.session()) == fresh
    assert later.due_on("biology/f01/answer") is None
    assert later.outcomes(fresh) == learner.opens().outcomes(fresh)


def test_all_answers_of_the_day_can_be_undone_one_by_one(learner: Learner) -> None:
    collection = learner.opens()
    fresh = collection.session()
    session = answered(collection, fresh, TWELVE)
    for _ in TWELVE:
        collection = learner.opens()
        session = collection.undo(collection.session())
    assert session == fresh
    assert collection.undo(session) is session


HISTORIES = list(product(("Again", "Hard", "Good", "Easy"), repeat=3))


@pytest.mark.parametrize("labels", HISTORIES, ids="-".join)
@pytest.mark.parametrize("variant", ["listing", "text"])
def test_a_button_does_what_it_says(
    labels: tuple[str, ...], variant: str, learner: Learner
) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    learner.writes("settings.yaml", f"sm2: {variant}")
    for label in labels:
        collection = learner.opens()
        session = collection.session()
        outcome = collection.outcomes(session)[int(BUTTON[label].key) - 1]
        answered(collection, session, [label])
        history = History(Sm2("text" if variant == "text" else "listing"))
        history.add(learner.saved())
        stored = history.standing("biology/f01/answer").state
        assert outcome.button is BUTTON[label]
        assert outcome.state == stored
        assert stored is not None
        learner.watch.morning_of(stored.due_on)


def test_the_drill_promises_no_interval(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    collection = learner.opens()
    drill = answered(collection, collection.session(), ["Again"])
    outcomes = collection.outcomes(drill)
    assert [outcome.state for outcome in outcomes] == [None] * 4


@pytest.mark.parametrize("label", BUTTON)
def test_the_drill_moves_no_due_day(label: str, learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    collection = learner.opens()
    answered(collection, collection.session(), ["Hard", label])
    assert [event.kind for event in learner.saved()] == ["review", "drill"]
    assert learner.opens().due_on("biology/f01/answer") == DAY_1
    assert learner.opens().standing("biology/f01/answer").review_count == 1


def test_answers_of_another_window_appear(learner: Learner) -> None:
    ours, theirs = learner.opens(), learner.opens()
    session = ours.session()
    elsewhere = answered(theirs, theirs.session(), ["Again", "Good"])
    assert ours.refreshed(session) == elsewhere
    assert ours.due_on("biology/f01/answer") == DAY_1


def test_a_card_that_another_window_just_answered_is_not_answered_again(
    learner: Learner,
) -> None:
    ours, theirs = learner.opens(), learner.opens()
    session = ours.session()
    answered(theirs, theirs.session(), ["Again"])
    with pytest.raises(ChangedElsewhere):
        answered(ours, session, ["Good"])
    assert len(learner.saved()) == 1
    answered(ours, ours.refreshed(session), ["Good"])
    assert len(learner.saved()) == 2


def test_an_answer_counts_while_another_window_answers_another_card(
    learner: Learner,
) -> None:
    ours, theirs = learner.opens(), learner.opens()
    session = ours.session()
    card = session.turn
    answered(theirs, theirs.session().skipping("biology/f01/answer"), ["Good"])
    after = answered(ours, session, ["Good"])
    assert (len(after.answers), session.turn) == (2, card)
    assert after == learner.opens().session()


def test_an_answer_is_saved_when_that_of_another_window_cannot_be_read(
    learner: Learner,
) -> None:
    ours = learner.opens()
    session = answered(ours, ours.session(), ["Good"])
    theirs = learner.opens()
    answered(theirs, theirs.session(), ["Good"])
    newer = learner.locations.progress / "reviews-phone.jsonl"
    newer.write_text('{"pmflash":"reviews","format":2}\n')
    answered(ours, session, ["Good"])
    newer.unlink()
    assert len(learner.saved()) == 3


def test_an_answer_is_saved_behind_a_line_without_its_end(learner: Learner) -> None:
    collection = learner.opens()
    session = answered(collection, collection.session(), ["Good"])
    log = learner.locations.progress / "reviews-laptop.jsonl"
    log.write_bytes(log.read_bytes()[:-1])
    answered(collection, collection.refreshed(session), ["Good"])
    assert len(learner.saved()) == 2


def test_an_undo_in_another_window_appears(learner: Learner) -> None:
    ours, theirs = learner.opens(), learner.opens()
    session = answered(ours, ours.session(), ["Good"])
    fresh = theirs.undo(theirs.refreshed(theirs.session()))
    assert ours.refreshed(session) == fresh


def test_a_session_stays_itself_while_nothing_happens(learner: Learner) -> None:
    collection = learner.opens()
    session = answered(collection, collection.session(), ["Good"])
    assert collection.refreshed(session) is session


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-01-05T03:59:30+01:00", "2026-01-04"),
        ("2026-01-05T04:00:00+01:00", "2026-01-05"),
        ("2026-01-05T23:59:00+01:00", "2026-01-05"),
        ("2026-01-06T00:30:00+01:00", "2026-01-05"),
        ("2026-03-29T01:59:00+01:00", "2026-03-28"),
        ("2026-03-29T03:01:00+02:00", "2026-03-28"),
        ("2026-03-29T04:00:00+02:00", "2026-03-29"),
        ("2026-10-25T02:59:00+02:00", "2026-10-24"),
        ("2026-10-25T02:59:00+01:00", "2026-10-24"),
        ("2026-10-25T04:00:00+01:00", "2026-10-25"),
    ],
)
def test_a_study_day_begins_at_four_on_the_learners_clock(
    moment: str, day: str, learner: Learner
) -> None:
    learner.watch.set(moment)
    collection = learner.opens()
    (answer,) = answered(collection, collection.session(), ["Good"]).answers
    assert answer.day.isoformat() == day


TRIPS = (
    ("2026-03-28T09:00:00+01:00", "2026-03-29T09:00:00+02:00"),
    ("2026-10-24T09:00:00+02:00", "2026-10-25T09:00:00+01:00"),
    ("2026-01-06T09:00:00+13:00", "2026-01-05T14:00:00-08:00"),
    ("2026-01-05T21:00:00-08:00", "2026-01-07T08:00:00+13:00"),
)


@pytest.mark.parametrize(("before", "after"), TRIPS)
def test_no_change_of_clocks_rewrites_a_study_day(
    before: str, after: str, learner: Learner
) -> None:
    learner.watch.set(before)
    collection = learner.opens()
    answered(collection, collection.session(), ["Good", "Again"])
    then = [event.day for event in learner.saved()]
    learner.watch.set(after)
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"])
    assert [event.day for event in learner.saved()][:2] == then
    assert then == [date.fromisoformat(before[:10])] * 2
    assert collection.due_on("biology/f01/answer") == then[0] + timedelta(days=1)


def test_a_card_is_not_asked_again_on_a_day_that_a_flight_repeats(
    learner: Learner,
) -> None:
    learner.watch.set("2026-01-06T09:00:00+13:00")
    collection = learner.opens()
    session = answered(collection, collection.session(), TWELVE)
    known = {answer.card for answer in session.answers}
    learner.watch.set("2026-01-05T14:00:00-08:00")
    assert not known & {card.id for card in learner.opens().session().plan}


def test_a_new_day_begins_while_a_window_is_open(learner: Learner) -> None:
    learner.watch.set("2026-01-06T03:50:00+01:00")
    collection = learner.opens()
    session = answered(collection, collection.session(), ["Again", "Good"])
    learner.watch.set("2026-01-06T04:00:00+01:00")
    tomorrow = collection.refreshed(session)
    assert (session.today, tomorrow.today) == (DAY_0, DAY_1)
    assert tomorrow.counts.due == 2
    assert tomorrow.answers == ()


def test_a_drill_over_the_end_of_a_day_is_no_review_of_the_next(
    learner: Learner,
) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    learner.watch.set("2026-01-06T03:59:50+01:00")
    collection = learner.opens()
    session = answered(collection, collection.session(), ["Again"])
    learner.watch.set("2026-01-06T04:00:00+01:00")
    session = answered(collection, session, ["Good"])
    assert learner.opens().session().counts.due == 1


def test_a_streak_counts_days_in_a_row(learner: Learner) -> None:
    for day in range(3):
        learner.watch.morning_of(DAY_0 + timedelta(days=day))
        collection = learner.opens()
        answered(collection, collection.session(), ["Good"])
    assert collection.streak() == learner.opens().overview().streak == 3


def test_the_learner_chooses_how_many_new_cards_a_day_brings(learner: Learner) -> None:
    learner.writes("settings.yaml", "new_per_day: 5")
    assert learner.opens().session().counts.new == 5


def test_new_cards_are_counted_by_the_day_and_not_by_the_sitting(
    learner: Learner,
) -> None:
    learner.writes("settings.yaml", "new_per_day: 5")
    for left in (3, 1, 0):
        collection = learner.opens()
        session = answered(collection, collection.session(), ["Good"] * 2)
        assert session.counts.new == left


def test_the_learner_chooses_how_many_reviews_a_day_brings(learner: Learner) -> None:
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"] * 8)
    learner.writes("settings.yaml", "reviews_per_day: 3\nnew_per_day: 0")
    learner.watch.morning_of(DAY_1)
    assert learner.opens().session().counts.due == 3


def test_the_learner_chooses_when_a_day_begins(learner: Learner) -> None:
    learner.writes("settings.yaml", "day_starts_at: 0")
    learner.watch.set("2026-01-06T00:00:00+01:00")
    assert learner.opens().today() == DAY_1


def test_the_learner_chooses_among_the_decks(learner: Learner) -> None:
    learner.writes("decks/chemistry.yaml", deck_of(4, "Chemistry"))
    learner.writes("settings.yaml", "decks: [chemistry]")
    collection = learner.opens()
    overview = collection.overview()
    assert collection.scope(()).decks == {"chemistry"}
    assert [row.title for row in overview.rows] == ["Chemistry"]
    assert (overview.all_decks.total, overview.all_decks.counts.new) == (4, 4)


def test_a_choice_of_decks_that_do_not_exist_is_not_all(learner: Learner) -> None:
    learner.writes("settings.yaml", "decks: [astrology]")
    collection = learner.opens()
    assert collection.session(collection.scope(())).plan == ()
    assert collection.overview().rows == ()
    assert [each.slug for each in collection.diagnostics] == ["unknown-deck"]


def test_the_learner_chooses_wozniaks_six_grades(learner: Learner) -> None:
    learner.writes("settings.yaml", "grades: wozniak")
    collection = learner.opens()
    outcomes = collection.outcomes(collection.session())
    assert [each.button.quality for each in outcomes] == [0, 1, 2, 3, 4, 5]


def test_another_scheduler_counts_from_the_next_look_on(learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1))
    collection = learner.opens()
    answered(collection, collection.session(), ["Again"])
    learner.writes("settings.yaml", "sm2: text")
    collection.reload_content()
    learner.watch.morning_of(DAY_1)
    (again, *_) = collection.outcomes(collection.session())
    assert again.change == "ease 2.50"


def test_a_sitting_learns_what_others_did_also_when_something_else_looked_first(
    learner: Learner,
) -> None:
    collection, other = learner.opens(), learner.opens()
    session = collection.session()
    answered(other, other.session(), ["Good"])
    collection.reload_content()
    refreshed = collection.refreshed(session)
    assert refreshed.done == 1
    assert collection.refreshed(refreshed) is refreshed
    undone = collection.undo(answered(collection, refreshed, ["Good"]))
    assert undone.done == 1


def test_a_log_that_cannot_be_read_anew_does_not_stop_a_sitting(
    learner: Learner,
) -> None:
    collection = learner.opens()
    session = answered(collection, collection.session(), ["Good"])
    phone = learner.locations.progress / "reviews-phone.jsonl"
    phone.write_bytes(sealed({"pmflash": "reviews", "format": 99, "device": "phone"}))
    learner.writes("settings.yaml", "new_per_day: 36\nsm2: text\n")
    session, _ = collection.edited(session)
    assert session.done == 1
    collection.reload_content()
    assert "was written by a newer pmflash" in collection.notices[0]
    phone.unlink()
    learner.watch.morning_of(DAY_1)
    collection.reload_content()
    (again, *_) = collection.outcomes(collection.session())
    assert again.change == "ease 2.50"


def test_an_edit_of_cards_alone_reads_no_review_again(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = learner.opens()
    session = answered(collection, collection.session(), ["Good"])
    monkeypatch.setattr("pmflash.library.Log", None)
    learner.writes("decks/biology.yaml", deck_of(37))
    session, _ = collection.edited(session)
    assert (session.done, session.counts.new) == (1, 35)
    assert collection.standing("biology/f01/answer").review_count == 1


def test_new_content_appears_at_the_next_look(learner: Learner) -> None:
    collection = learner.opens()
    learner.writes("decks/chemistry.yaml", deck_of(4, "Chemistry"))
    collection.reload_content()
    assert [deck.title for deck in collection.decks] == ["Biology", "Chemistry"]


def test_a_card_that_was_deleted_leaves_the_day(learner: Learner) -> None:
    collection = learner.opens()
    answered(collection, collection.session(), ["Again", "Good"])
    learner.writes("decks/biology.yaml", "facts:\n- {id: f02, q: Q?, a: A}")
    session = learner.opens().session()
    assert [event.card for event in session.answers] == ["biology/f02/answer"]
    assert session.turn is None


DAMAGES = (
    "UPDATE about SET sum = sum + 1 WHERE name = 'index'",
    "UPDATE cards SET sum = sum + 1",
    "UPDATE cards SET body = '{}'",
    "DROP TABLE cards",
)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_cache_that_breaks_is_made_anew(damage: str, learner: Learner) -> None:
    healthy = learner.opens()
    expected = (healthy.session(), healthy.cards(EVERYTHING), healthy.overview())
    break_cache(learner, damage)
    broken = learner.opens()
    assert (broken.session(), broken.cards(EVERYTHING), broken.overview()) == expected
    break_cache(learner, damage)
    broken = learner.opens()
    assert broken.card("biology/f07/answer").answer == "Answer 7"
    assert broken.overview() == expected[2]


def break_cache(learner: Learner, damage: str) -> None:
    file = learner.locations.cache / "cards.sqlite"
    with closing(sqlite3.connect(file)) as connection, connection:
        assert connection.execute(damage)


def test_a_cached_start_equals_a_fresh_one(learner: Learner) -> None:
    fresh, cached = learner.opens(), learner.opens()
    assert (learner.locations.cache / "cards.sqlite").exists()
    assert fresh.cards(EVERYTHING) == cached.cards(EVERYTHING)
    assert fresh.session() == cached.session()
    assert fresh.settings == cached.settings


def test_cards_come_in_the_order_of_study(learner: Learner) -> None:
    learner.writes("seeds/other.yaml", "facts:\n- {id: a, q: Q?, a: In no deck}")
    ids = [card.id for card in learner.opens().cards(EVERYTHING)]
    assert ids == [f"biology/f{n:02}/answer" for n in range(1, 37)]


def test_a_card_that_does_not_exist_is_no_card(learner: Learner) -> None:
    with pytest.raises(KeyError, match="biology/f99"):
        learner.opens().card("biology/f99/answer")


@pytest.mark.parametrize("name", ["biology", "BIOLOGY", "Life Sciences"])
def test_a_deck_goes_by_its_id_or_title(name: str, learner: Learner) -> None:
    learner.writes("decks/biology.yaml", deck_of(1, "Life sciences"))
    assert learner.opens().scope([name]).decks == {"biology"}


@pytest.mark.parametrize(
    ("name", "help"), [("biologie", "did you mean `biology`?"), ("x", "`pmflash due`")]
)
def test_an_unknown_deck_is_refused_with_a_way_on(
    name: str, help: str, learner: Learner
) -> None:
    with pytest.raises(UsageError) as refused:
        learner.opens().scope([name])
    assert f"`{name}`" in refused.value.message
    assert help in refused.value.help


TAGGED = """\
facts:
- {id: a, q: One?, a: A, tags: [pay]}
- {id: b, q: Two?, a: B, tags: [process, round-1]}
- {id: c, q: Three?, a: C}
"""


def test_a_tag_limits_what_is_asked_and_listed(learner: Learner) -> None:
    learner.writes("decks/chemistry.yaml", TAGGED)
    collection = learner.opens()
    scope = collection.scope((), ["pay", "round-1"])
    ids = ["chemistry/a/answer", "chemistry/b/answer"]
    assert [card.id for card in collection.cards(scope)] == ids
    assert [card.id for card in collection.session(scope).plan] == ids


def test_a_cached_start_knows_the_tags_too(learner: Learner) -> None:
    learner.writes("decks/chemistry.yaml", TAGGED)
    fresh, cached = learner.opens(), learner.opens()
    scope = fresh.scope((), ["pay"])
    assert cached.scope((), ["pay"]) == scope
    assert cached.session(scope) == fresh.session(scope)


def test_a_tag_counts_inside_the_decks_that_are_named(learner: Learner) -> None:
    learner.writes("decks/chemistry.yaml", TAGGED)
    collection = learner.opens()
    assert collection.session(collection.scope(["biology"], ["pay"])).plan == ()
    named = collection.scope(["chemistry"], ["pay"])
    assert len(collection.session(named).plan) == 1


def test_a_tag_or_a_search_reaches_beyond_the_decks_of_the_settings(
    learner: Learner,
) -> None:
    learner.writes("decks/chemistry.yaml", TAGGED)
    learner.writes("decks/copy.yaml", TAGGED)
    learner.writes("settings.yaml", "decks: [copy]")
    collection = learner.opens()
    chosen = collection.cards(collection.scope(()))
    assert {card.decks for card in chosen} == {("copy",)}
    assert len(collection.cards(collection.scope((), ["pay"]))) == 2
    assert len(collection.cards(collection.scope((), (), "tag:pay"))) == 2


def test_a_sitting_on_a_tag_stays_on_it(learner: Learner) -> None:
    learner.writes("decks/chemistry.yaml", TAGGED)
    collection, other = learner.opens(), learner.opens()
    session = collection.session(collection.scope((), ["pay", "process"]))
    answered(other, other.session(session.scope), ["Good"])
    refreshed = collection.refreshed(session)
    assert refreshed.scope == session.scope
    assert (refreshed.done, refreshed.total) == (1, 2)


def test_the_overview_of_a_tag_counts_its_cards_alone(learner: Learner) -> None:
    learner.writes("decks/chemistry.yaml", TAGGED)
    collection = learner.opens()
    answered(collection, collection.session(collection.scope((), ["pay"])), ["Good"])
    overview = collection.overview(["pay", "process"])
    (row,) = overview.rows
    assert (row.id, row.total, row.unseen, row.done) == ("chemistry", 2, 1, 1)
    assert overview.all_decks.total == 2
    assert overview.forecast[0][1] == 1


def test_a_tag_has_next_days_of_its_own(learner: Learner) -> None:
    learner.writes("decks/chemistry.yaml", TAGGED)
    collection = learner.opens()
    pay, process = (collection.scope((), [tag]) for tag in ("pay", "process"))
    answered(collection, collection.session(pay), ["Good"])
    assert collection.next_due(pay) == ((DAY_1, 1),)
    assert collection.next_due(process) == ()


def test_the_next_two_days_with_due_cards_are_known(learner: Learner) -> None:
    learner.writes("settings.yaml", "new_per_day: 1")
    for day in (DAY_0, DAY_1):
        learner.watch.morning_of(day)
        collection = learner.opens()
        answered(collection, collection.session(), ["Good"] * 2)
    due = ((DAY_1 + timedelta(days=1), 1), (DAY_1 + timedelta(days=6), 1))
    assert collection.next_due(EVERYTHING) == due
    assert collection.next_due(Scope(frozenset({"chemistry"}))) == ()


def test_an_undone_card_is_asked_first_in_whatever_order_it_came(
    learner: Learner,
) -> None:
    learner.writes("decks/astronomy.yaml", deck_of(8))
    collection = learner.opens()
    answered(collection, collection.session(), ["Good"] * 5)
    for deck in ("astronomy", "biology"):
        session = collection.session(Scope(frozenset({deck})))
        while session.answers:
            undone = session.answers[-1]
            session = collection.undo(session)
            assert session.turn is not None
            assert session.turn.card == undone.card


def test_a_clock_put_back_changes_no_order(learner: Learner) -> None:
    learner.watch.set("2026-01-05T09:00:00+01:00")
    collection = learner.opens()
    session = answered(collection, collection.session(), ["Again"])
    learner.watch.set("2026-01-05T08:58:00+01:00")
    session = answered(learner.opens(), session, ["Good"])
    assert learner.opens().session() == session


def test_a_log_that_became_unreadable_stops_no_sitting(learner: Learner) -> None:
    collection = learner.opens()
    session = answered(collection, collection.session(), ["Good"])
    foreign = learner.locations.progress / "reviews-phone.jsonl"
    foreign.write_text('{"pmflash":"reviews","format":2}\n')
    assert collection.refreshed(session) == session
    assert "reviews-phone" in " ".join(collection.notices)
    foreign.unlink()
    collection.refreshed(session)
    assert collection.notices == ()


def test_what_this_process_has_saved_is_counted(learner: Learner) -> None:
    answered(learner.opens(), learner.opens().session(), ["Good"])
    collection = learner.opens()
    session = answered(collection, collection.session(), ["Good", "Good"])
    collection.undo(session)
    assert collection.saved_count == 1


def test_what_another_window_has_undone_is_not_undone_again(learner: Learner) -> None:
    ours = learner.opens()
    session = answered(ours, ours.session(), ["Good"])
    theirs = learner.opens()
    undone = theirs.undo(theirs.session())
    after = ours.undo(session)
    assert after == undone
    assert after.taken_back == undone.taken_back
    theirs.redo(undone)
    assert learner.opens().session() == session
