"""What could not be done, told to the learner in one line and one help."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process tells the shell."""

    FINE = 0
    CONTENT = 1
    USAGE = 2
    STORAGE = 3
    BUG = 70
    HUNG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143


class PmflashError(Exception):
    """An operation that could not be done, through no mistake of ours."""

    exit_code = ExitCode.STORAGE

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help

    @property
    def excerpt(self) -> tuple[str, ...]:
        """Lines that show the place of what is wrong, where it has one."""
        return ()


class UsageError(PmflashError):
    """The command line asks for something that does not exist."""

    exit_code = ExitCode.USAGE


class StorageError(PmflashError):
    """A file or folder cannot be read or written."""


class ContentError(PmflashError):
    """Cards cannot be had, or cannot be written, as their authors wrote them."""

    exit_code = ExitCode.CONTENT
