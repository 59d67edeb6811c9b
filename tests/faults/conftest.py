"""What every fault test needs: the content as a package carries it, and places to break things in."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest

from cli.running import compiled_folder
from faults.places import Place, laid_out

LayOut = Callable[..., AbstractContextManager[Place]]


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the content as a package carries it, so that no command compiles it anew."""
    return compiled_folder(tmp_path_factory.mktemp("content") / "data")


@pytest.fixture
def lay_out(content: Path) -> LayOut:
    """Return what gives a place with a journal."""
    return partial(laid_out, content)
