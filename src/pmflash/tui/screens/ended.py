"""What screens share that come when a sitting stops: its last act can be undone."""

from typing import ClassVar

from textual.events import Key, ScreenResume
from textual.message import Message

from pmflash.collection import Collection
from pmflash.model.failure import StorageError
from pmflash.study.session import Session
from pmflash.tui.messages import SittingWanted
from pmflash.tui.screens.base import QUIT
from pmflash.tui.screens.keyed import KeyedScreen


class EndedScreen(KeyedScreen):
    """A screen about a session that asks nothing at the moment."""

    QUIET_SECONDS: ClassVar[float] = 0.0
    """So long after it appears, and after the last key, it takes none."""

    def __init__(self, collection: Collection, session: Session) -> None:
        super().__init__()
        self._collection = collection
        self._session = session
        self._is_left = False
        self._opens_at = float("inf")
        """The moment, in seconds, from which on keys are meant for this screen."""

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Take no key that was typed ahead for a card."""
        self._opens_at = max(event.time, self.held_keys.last_at) + self.QUIET_SECONDS

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._collection.last_act(self._session) is not None

    async def obey(self, event: Key) -> bool:
        """Do what the key is for, so that keys typed ahead keep their order.

        Those that were meant for a card do nothing; leaving is always possible.
        """
        leaving = {"escape", *self.keymap.of(QUIT).keys.split(",")}
        if event.time < self._opens_at and event.key not in leaving:
            return True
        for action in map(self.keymap.of, self.ACTIONS):
            if event.key in action.keys.split(","):
                await self.run_action(action.name)
                return True
        return False

    def action_undo(self) -> None:
        """Take the last rating or mark back and go on with its card."""
        from pmflash.tui.screens.trouble import TroubleScreen

        undone = self._collection.last_act(self._session)
        if undone is None:
            return
        try:
            session = self._collection.undo(self._session)
        except StorageError as error:
            self.app.push_screen(TroubleScreen(error, self.action_undo))
            return
        is_ours = session.undone == undone
        self.leave(SittingWanted(session, undone if is_ours else None))

    def leave(self, message: Message) -> None:
        """Let another screen follow, which `message` asks for."""
        # Until it comes, keys that were typed ahead must not ask for yet another; nor
        # must the key that asked for it there, while it is held down.
        self._is_left = True
        self.held_keys.spend()
        self.post_message(message)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let nothing more be done here once another screen follows."""
        is_open = action == "quit" or not self._is_left
        return is_open and super().check_action(action, parameters)
