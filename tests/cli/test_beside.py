import subprocess
import sys
from threading import Event

import pytest

from pmflash.cli.beside import Beside

LEAVES = """
from threading import Event
from pmflash.cli.beside import Beside
Beside(Event().wait, "forever")
"""


def test_one_may_look_whether_it_is_done() -> None:
    done = Event()
    work = Beside(done.wait, "work")
    assert not work.is_done_within(0)
    done.set()
    work.finish()
    assert work.is_done_within(0)


def test_what_goes_wrong_is_kept_for_who_waits(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    work = Beside(broken, "work")
    assert work.is_done_within(60)
    assert capsys.readouterr() == ("", "")
    with pytest.raises(ZeroDivisionError):
        work.finish()


def test_the_end_of_the_process_waits_for_none() -> None:
    subprocess.run([sys.executable, "-c", LEAVES], check=True, timeout=60)
