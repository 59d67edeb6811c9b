"""Where pmpath keeps what it keeps: `PMPATH_HOME`, else the data folder that the platform has for programs."""

from collections.abc import Mapping
from pathlib import Path

from pmpath.errors import OutputError, UsageError


def home_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder, which need not be there yet.

    Raises `UsageError` where `PMPATH_HOME` is relative, `OutputError` where the platform knows no home folder.
    """
    given = environ.get("PMPATH_HOME")
    if given:
        if not Path(given).is_absolute():
            raise UsageError(f"PMPATH_HOME is not an absolute path: {given}", hint="begin it with the root folder")
        return Path(given)
    return _platform_folder(environ)


def _platform_folder(environ: Mapping[str, str]) -> Path:
    from platformdirs import user_data_path

    folder = user_data_path("pmpath", appauthor=False)
    home = Path(environ.get("HOME", "/"))
    is_under_home = not Path(environ.get("XDG_DATA_HOME", "")).is_absolute()
    if not folder.is_absolute() or (is_under_home and not home.is_absolute()):
        raise OutputError("there is no home folder to keep answers in", hint="set PMPATH_HOME to an absolute path")
    return folder
