"""Where everything is kept. Light on purpose: `due --short` loads little else."""

from collections.abc import Callable, Mapping
from pathlib import Path
from zlib import crc32

from pmflash.model.failure import StorageError
from pmflash.model.text import one_line

_PACKAGE = Path(__file__).parents[1]
_REPO = Path(__file__).parents[3]
_APP = "pmflash"
_COMPILING = ("model", "facts", "compiler", "answering/shared")
_BUILTIN = "built-in/"


class Locations:
    """The folders of one learner on one device."""

    __slots__ = ("_state_folder", "cache", "device", "home")

    def __init__(
        self,
        home: Path,
        cache: Path,
        state_folder: Path | None = None,
        device: str = "",
    ) -> None:
        self.home = home
        self.cache = cache
        self.device = device
        self._state_folder = state_folder

    @property
    def state_folder(self) -> Path:
        """Where this device keeps its name and copies, outside of a synced home."""
        if self._state_folder is None:
            self._state_folder = _platform_state_folder()
        return self._state_folder

    @property
    def backups(self) -> Path:
        """The folder of the copies of this home, outside of what may be synced."""
        return self.state_folder / "backups" / _home_name(self.home)

    @property
    def progress(self) -> Path:
        """The folder of the review logs."""
        return self.home / "progress"

    @property
    def settings_file(self) -> Path:
        """Where the learner's choices are."""
        return self.home / "settings.yaml"


def state_file(locations: Locations) -> Path:
    """Return where it is kept how each card stands, for the next start."""
    return locations.progress / "state.json"


def find_locations(environ: Mapping[str, str]) -> Locations:
    """Return the learner's folders: those named in `environ`, else the platform's.

    Raises `StorageError` where the platform has none for this user.
    """
    home = _folder(environ.get("PMFLASH_HOME", "")) or _data_folder()
    caches = _folder(environ.get("PMFLASH_CACHE", "")) or _cache_folder()
    device = environ.get("PMFLASH_DEVICE", "")
    return Locations(home, caches / _home_name(home), device=device)


def builtin_folder() -> Path:
    """Return the folder that holds the built-in `seeds/` and `decks/`."""
    inside_the_wheel = _PACKAGE / "builtin"
    return inside_the_wheel if inside_the_wheel.is_dir() else _REPO


def builtin_name(name: str) -> str:
    """Return how messages name a built-in file, such as `seeds/flexport.yaml`."""
    return f"{_BUILTIN}{name}"


def is_builtin(path: str) -> bool:
    """Tell whether a message that names its file so is about a built-in one."""
    return path.startswith(_BUILTIN)


def code_folders() -> tuple[Path, ...]:
    """Return the folders whose code decides what cards the content becomes."""
    return tuple(_PACKAGE / name for name in _COMPILING)


def replay_folders() -> tuple[Path, ...]:
    """Return the folders whose code decides what a review log says."""
    return tuple(
        _PACKAGE / name for name in ("model", "scheduling", "study", "storage")
    )


def shown_path(path: Path) -> str:
    """Return `path` as the learner would write it here, safe to show on one line."""
    return _below(_working_folder(), path) or lasting_path(path)


def lasting_path(path: Path) -> str:
    """Return `path` as `shown_path` does, but the same from whatever folder."""
    inside = _below(_user_folder(), path)
    return f"~/{inside}" if inside else one_line(str(path))


def _below(base: Path | None, path: Path) -> str:
    if base is None or path == base or not path.is_relative_to(base):
        return ""
    return one_line(path.relative_to(base).as_posix())


def _folder(text: str) -> Path | None:
    if not text:
        return None
    try:
        return Path(text).expanduser().absolute()
    except (OSError, RuntimeError):
        return Path(text)


def _home_name(home: Path) -> str:
    return f"home-{crc32(_resolved(home).encode(errors='surrogateescape')):08x}"


def _resolved(home: Path) -> str:
    try:
        return str(home.resolve())
    except (OSError, RuntimeError):
        return str(home)


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return _found_by(user_data_path)


def _platform_state_folder() -> Path:
    from platformdirs import user_state_path

    folder = _found_by(user_state_path)
    # macOS and Windows have one folder for both, and a home may be synced or lost.
    return folder.with_name(f"{_APP}-state") if folder == _data_folder() else folder


def _cache_folder() -> Path:
    from platformdirs import user_cache_path

    return _found_by(user_cache_path)


def _found_by(platform_path: Callable[..., Path]) -> Path:
    try:
        return platform_path(_APP, appauthor=False)
    except RuntimeError as error:
        raise StorageError(
            "cannot find your folders: HOME is not set, and the system has no home "
            "folder for this user",
            "set HOME to a folder that you may write in, then try again",
        ) from error


def _working_folder() -> Path | None:
    try:
        return Path.cwd()
    except OSError:
        return None


def _user_folder() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None
