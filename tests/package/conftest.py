"""Builds wheel and sdist once."""

from pathlib import Path

import pytest

from builders import ROOT
from package.building import build


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of this checkout."""
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sdist of this checkout."""
    return build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))
