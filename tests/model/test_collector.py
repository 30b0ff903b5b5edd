import gc
from collections.abc import Iterator

import pytest

from pmflash.model.collector import collector_paused


@pytest.fixture
def collector_off() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def test_the_collector_rests_inside_the_block() -> None:
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_runs_again_after_an_error() -> None:
    with pytest.raises(KeyError), collector_paused():
        raise KeyError
    assert gc.isenabled()


@pytest.mark.usefixtures("collector_off")
def test_a_collector_that_was_off_stays_off() -> None:
    with collector_paused():
        pass
    assert not gc.isenabled()
