"""Compiled ladders and playbooks of one's own: kept while nothing that they rest on changes, never trusted when damaged."""

import json
import os
from pathlib import Path

import pytest

from builders import SetVariable, library
from own_ladders import DESIGNER, HEAD, write
from pmpath.content.cache import OWN_KEPT
from pmpath.content.library import Library, find_library
from pmpath.content.starts import read_start
from pmpath.errors import ContentError, MissingFileError
from pmpath.model.own import Own


@pytest.fixture
def cache(setting: SetVariable, tmp_path: Path) -> Path:
    """Keep what is compiled in a folder of the test's own."""
    setting("PMPATH_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "cache"


def kept(cache: Path, kind: str = "own-ladder") -> list[Path]:
    return sorted(cache.glob(f"{kind}-*.json"))


def named(ladder: str | None = None, playbooks: str | None = None) -> Library:
    return find_library(Own(ladder, playbooks))


def poison(path: Path, **changed: str) -> None:
    """Change what is kept, so that a test sees whether it is used."""
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **changed}), "utf-8")


def test_an_unchanged_ladder_is_compiled_once(cache: Path, tmp_path: Path) -> None:
    name = write(tmp_path)
    assert named(name).words.ladder.name == "Product design, three levels"
    (file,) = kept(cache)
    poison(file, ladder=json.loads(file.read_text("utf-8"))["ladder"].replace("three levels", "as it was kept"))
    assert named(name).words.ladder.name == "Product design, as it was kept"


@pytest.mark.parametrize("change", ["text", "damage", "gone"])
def test_a_changed_ladder_or_a_damaged_cache_is_compiled_anew(cache: Path, tmp_path: Path, change: str) -> None:
    name = write(tmp_path)
    assert named(name).grid.levels[0] == "junior"
    (file,) = kept(cache)
    if change == "text":
        write(tmp_path, DESIGNER.replace("junior", "trainee"))
    elif change == "damage":
        file.write_text('{"grid": 3}', "utf-8")
    else:
        file.unlink()
    assert named(name).grid.levels[0] == ("trainee" if change == "text" else "junior")


def test_an_extended_file_that_changed_is_noticed(cache: Path, tmp_path: Path) -> None:
    write(tmp_path, DESIGNER, "base.yaml")
    name = write(tmp_path, "extends: base.yaml\nid: ours\nversion: '1'\n")
    assert named(name).grid.levels[0] == "junior"
    write(tmp_path, DESIGNER.replace("junior", "trainee"), "base.yaml")
    assert named(name).grid.levels[0] == "trainee"
    (tmp_path / "base.yaml").unlink()
    with pytest.raises(ContentError):
        named(name).grid.rank_of("x")
    assert len(kept(cache)) == 1


def test_the_same_overlay_in_another_folder_extends_what_lies_there(cache: Path, tmp_path: Path) -> None:
    for folder, level in (("one", "junior"), ("two", "trainee")):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, DESIGNER.replace("junior", level), "base.yaml")
        write(tmp_path / folder, "extends: base.yaml\nid: ours\nversion: '1'\n")
    assert [named(f"{folder}/ours.yaml").grid.levels[0] for folder in ("one", "two", "one")] == ["junior", "trainee", "junior"]
    assert cache.is_dir()


def test_nothing_is_kept_where_the_cache_is_turned_off(cache: Path, tmp_path: Path, setting: SetVariable) -> None:
    setting("PMPATH_NO_CACHE", "1")
    assert named(write(tmp_path)).grid.levels
    assert kept(cache) == []


def test_a_ladder_that_is_not_valid_is_never_kept(cache: Path, tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        named(write(tmp_path, f"{HEAD}nam: x\n")).grid.rank_of("x")
    assert kept(cache) == []


def test_only_the_newest_are_kept(cache: Path, tmp_path: Path) -> None:
    for number in range(OWN_KEPT + 3):
        assert named(write(tmp_path, f"{DESIGNER}# {number}\n")).grid.levels
        os.utime(max(kept(cache), key=lambda path: path.stat().st_mtime), (number, number))
    assert len(kept(cache)) <= OWN_KEPT


def test_a_ladder_that_is_not_there_is_missing() -> None:
    with pytest.raises(MissingFileError):
        named("nowhere.yaml").grid.rank_of("x")


def test_playbooks_are_kept_for_the_ladder_that_they_were_checked_by(cache: Path, tmp_path: Path) -> None:
    books = write(tmp_path, read_start("playbook").decode(), "books.yaml")
    assert [one.id for one in named(None, books).playbooks] == ["librarian"]
    assert [one.id for one in named(None, books).playbooks] == ["librarian"]
    assert len(kept(cache, "own-playbooks")) == 1
    with pytest.raises(ContentError):
        assert named(write(tmp_path), books).playbooks


def test_shipped_playbooks_and_pieces_stay_where_they_fit(tmp_path: Path) -> None:
    overlay = named(write(tmp_path, f"{HEAD}levels:\n  - {{id: pm, name: Owner, short: PO}}\n"))
    assert [one.id for one in overlay.playbooks] == [one.id for one in library().playbooks]
    assert [one.id for one in overlay.portfolio.kinds] == [one.id for one in library().portfolio.kinds]
    other = named(write(tmp_path, DESIGNER, "designer.yaml"))
    assert (other.playbooks, other.has_playbooks, library().has_playbooks) == ((), False, True)
    assert {kind.background for kind in other.portfolio.kinds} == {None}
    assert {tuple(kind.shows) for kind in other.portfolio.kinds} == {()}


def test_an_option_stands_over_the_variable(setting: SetVariable, tmp_path: Path) -> None:
    setting("PMPATH_LADDER", write(tmp_path))
    assert find_library().identity.id == "designer"
    assert named(write(tmp_path, HEAD, "overlay.yaml")).identity.id == "ours"
    setting("PMPATH_LADDER", "")
    assert find_library().identity.id == "default"
