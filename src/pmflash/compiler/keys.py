"""The keys that a learner changed: which of them can be obeyed, and what is wrong."""

from collections.abc import Iterator, Mapping

from pmflash.compiler.words import did_you_mean, did_you_mean_one_of, listed, quoted
from pmflash.model.diagnostic import Problem
from pmflash.model.keys import FIXED_KEYS, KEYS_OF_SCREENS, NAMED_KEYS, key_called

Written = Mapping[str, tuple[str, ...]]
Keys = dict[str, tuple[str, ...]]

_ACTIONS = frozenset(name for keys in KEYS_OF_SCREENS.values() for name in keys)
_EXAMPLES = "write one character, or a name such as `f2`, `ctrl+y` or `pagedown`"


def checked_keys(written: Written) -> tuple[Keys, list[Problem]]:
    """Return the keys of each action that can be changed so, and what is wrong.

    What is wrong with an action leaves it the keys that it has at first.
    """
    keys: Keys = {}
    problems: list[Problem] = []
    for action, texts in written.items():
        wrong = list(_flaws(action, texts))
        problems += wrong
        if not wrong:
            called = (key_called(text) for text in texts)
            keys[action] = tuple(dict.fromkeys(key for key in called if key))
    # Without one change another may clash with what that one had made room for.
    while (clash := _clash(keys)) is not None:
        del keys[str(clash.where[1])]
        problems.append(clash)
    return keys, problems


def _flaws(action: str, texts: tuple[str, ...]) -> Iterator[Problem]:
    where = ("keys", action)
    if action not in _ACTIONS:
        message = f"`keys` of settings.yaml names {quoted(action)}, which is no action"
        help = did_you_mean(action, _ACTIONS, "actions")
        yield Problem(where, "unknown-action", message, help, on_key=True)
        return
    for place, text in enumerate(texts):
        key = key_called(text)
        if key is None:
            message = f"`keys` of settings.yaml gives {quoted(action)} {quoted(text)}, "
            message += "which is no key that a terminal tells apart"
            # No key with Ctrl is meant more than any other.
            near = () if "+" in text else NAMED_KEYS
            help = did_you_mean_one_of(text, near, _EXAMPLES)
            yield Problem((*where, place), "unknown-key", message, help)
        elif key in FIXED_KEYS:
            message = f"`keys` of settings.yaml gives {quoted(action)} {quoted(text)}, "
            message += "which does the same on every screen and cannot be changed"
            help = "take another key: space, enter, esc and the digits are not free"
            yield Problem((*where, place), "fixed-key", message, help)


def _clash(keys: Keys) -> Problem | None:
    """Return the first change that gives a screen one key for two actions."""
    for screen, usual in KEYS_OF_SCREENS.items():
        taken: dict[str, str] = {}
        # The usual ones first, so that the change is what clashes with them.
        for action in sorted(usual, key=keys.__contains__):
            for key in keys.get(action, usual[action].split(",")):
                other = taken.setdefault(key, action)
                if other != action:
                    return _shared(screen, key, action, other)
    return None


def _shared(screen: str, key: str, action: str, other: str) -> Problem:
    return Problem(
        ("keys", action),
        "shared-key",
        f"{listed((action, other))} have the same key on the {screen} screen: "
        f"{quoted(key)}",
        f"give {quoted(action)} another key, or {quoted(other)} as well",
        on_key=True,
    )
