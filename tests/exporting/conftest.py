from collections.abc import Iterator
from pathlib import Path

import pytest

from exporting.anki_core import AnkiProfile


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[AnkiProfile]:
    with AnkiProfile(tmp_path) as profile:
        yield profile
