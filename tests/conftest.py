"""Keeps tests apart from the person's own files and settings."""

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sitecustomize
from hypothesis import settings

if TYPE_CHECKING:
    from builders import SetVariable

_OFFLINE = str(Path(sitecustomize.__file__).parent)
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (_OFFLINE, os.environ.get("PYTHONPATH"))))
"""Every Python that a test starts refuses the network too."""
_HOME = tempfile.mkdtemp(prefix="pmpath-tests-")
os.environ["PMPATH_HOME"] = _HOME
_CACHE = Path(_HOME) / "cache"
_CACHE.mkdir()

_EXAMPLES = {"brief": 50, "full": 5000}
"""Examples a property by the campaign that PMPATH_CAMPAIGN names; without one it takes what a gate has time for."""
settings.register_profile(
    "pmpath", derandomize=True, deadline=None, max_examples=_EXAMPLES.get(os.environ.get("PMPATH_CAMPAIGN", ""), 250)
)
settings.load_profile("pmpath")

SHUFFLED_BY = os.environ.get("PMPATH_SHUFFLE", "")
"""Seed of the order in which tests run; without one they run as they stand."""

SETTINGS = (
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "PMPATH_WIDTH",
    "PMPATH_DEBUG",
    "PMPATH_DATA_DIR",
    "PMPATH_LADDER",
    "PMPATH_PLAYBOOKS",
    "PMPATH_COLOR",
    "PMPATH_PLAIN",
    "PMPATH_ACCESSIBLE",
    "PMPATH_NO_INPUT",
    "PMPATH_TODAY",
    "ACCESSIBLE",
    "COLUMNS",
)


def pytest_report_header() -> str:
    """Say by which seed the order can be had again."""
    return f"order: PMPATH_SHUFFLE={SHUFFLED_BY}" if SHUFFLED_BY else "order: as it stands"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Shuffle the tests where a seed is given; every process comes to the same order."""
    if SHUFFLED_BY:
        from builders import Dice

        Dice(SHUFFLED_BY).shuffle(items)


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Run every test in an empty folder, with a home of its own but the same cache, without the settings of the machine."""
    home = tmp_path_factory.mktemp("home")
    (home / "cache").symlink_to(_CACHE)
    monkeypatch.setenv("PMPATH_HOME", str(home))
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def setting(monkeypatch: pytest.MonkeyPatch) -> "SetVariable":
    """Set variables of the environment."""
    return monkeypatch.setenv
