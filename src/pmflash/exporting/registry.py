"""Every exporter. Add one: write one module, add one line here."""

from pmflash.exporting.anki_csv import AnkiCsv
from pmflash.exporting.base import Exporter

EXPORTERS: tuple[Exporter, ...] = (AnkiCsv(),)

EXPORTER_BY_NAME: dict[str, Exporter] = {each.name: each for each in EXPORTERS}
