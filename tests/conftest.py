import signal

import pytest


@pytest.fixture(scope="session", autouse=True)
def hung_up_as_usual() -> None:
    """Heed a terminal that goes away, although `nohup` may have started the tests."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
