"""Whoever builds it, wherever and whenever: wheel and sdist are the same byte for byte."""

import stat
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from package.building import build, copied, unpacked

pytestmark = pytest.mark.package

ELSEWHERE = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7", "HOME": "/nonexistent"}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the checkout into a folder with a blank and an umlaut in its name."""
    return copied(tmp_path_factory.mktemp("other") / "a cöpy")


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_another_folder_day_umask_and_language_build_the_same_bytes(
    kind: str, wheel: Path, sdist: Path, copy: Path, tmp_path: Path
) -> None:
    first = {"wheel": wheel, "sdist": sdist}[kind]
    second = build(kind, copy, tmp_path / "built", umask=0o077, settings=ELSEWHERE)
    assert second.name == first.name
    assert second.read_bytes() == first.read_bytes()


def test_the_wheel_of_the_sdist_is_the_wheel_of_the_checkout(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    again = build("wheel", unpacked(sdist, tmp_path / "unpacked"), tmp_path / "built")
    assert again.read_bytes() == wheel.read_bytes()


def test_a_day_that_is_given_stands_in_every_file(copy: Path, tmp_path: Path) -> None:
    with ZipFile(build("wheel", copy, tmp_path / "built", settings={"SOURCE_DATE_EPOCH": "1767225600"})) as archive:
        assert {one.date_time for one in archive.infolist()} == {(2026, 1, 1, 0, 0, 0)}


def test_everybody_can_read_what_the_wheel_installs(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        modes = {stat.S_IMODE(one.external_attr >> 16) for one in archive.infolist()}
    assert modes == {0o644}


def test_the_sdist_says_nothing_of_who_built_it(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        assert {(one.uid, one.gid, one.uname, one.gname) for one in archive.getmembers()} == {(0, 0, "", "")}


def test_a_build_leaves_no_file_behind(copy: Path, tmp_path: Path) -> None:
    before = {path for path in copy.rglob("*") if "__pycache__" not in path.parts}
    build("wheel", copy, tmp_path / "built", settings={"TMPDIR": str(tmp_path)})
    assert {path for path in copy.rglob("*") if "__pycache__" not in path.parts} == before
    assert [path.name for path in tmp_path.iterdir()] == ["built"]
