from io import StringIO

import pytest

from builders import a_card
from pmflash.exporting.base import Exporter, ExportOptions, ExportReport
from pmflash.exporting.registry import EXPORTER_BY_NAME, EXPORTERS
from pmflash.model.deck import Deck

FLEXPORT_DECK = Deck("flexport", "Flexport", "decks/flexport.yaml")
EVERY_EXPORTER = pytest.mark.parametrize(
    "exporter", EXPORTERS, ids=lambda exporter: exporter.name
)


def written(exporter: Exporter, *ids: str) -> tuple[str, ExportReport]:
    out = StringIO(newline="")
    cards = [a_card(id=each) for each in ids]
    report = exporter.write(cards, [FLEXPORT_DECK], ExportOptions(), out)
    return out.getvalue(), report


def test_exporter_names_are_unique() -> None:
    assert len(EXPORTER_BY_NAME) == len(EXPORTERS)


@EVERY_EXPORTER
def test_an_exporter_says_what_it_writes(exporter: Exporter) -> None:
    assert exporter.summary


@EVERY_EXPORTER
def test_an_exporter_counts_cards_by_deck(exporter: Exporter) -> None:
    _, report = written(exporter, "flexport/a/answer", "flexport/b/answer")
    assert (report.card_count, report.deck_count) == (2, 1)


@EVERY_EXPORTER
def test_nothing_to_export_is_no_error(exporter: Exporter) -> None:
    _, report = written(exporter)
    assert (report.card_count, report.deck_count) == (0, 0)


@EVERY_EXPORTER
def test_an_export_is_the_same_every_time(exporter: Exporter) -> None:
    first, second = written(exporter, "a/b/answer"), written(exporter, "a/b/answer")
    assert first == second
    assert first[0]
