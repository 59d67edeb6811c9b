"""The cache of compiled content: used, renewed, never trusted, never needed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from data_folder import FILES, SHIPPED, write
from pmpath.content.cache import clear, compiled_texts
from pmpath.content.compiler import PARTS, compile_folder
from pmpath.content.library import Library
from pmpath.errors import ContentError

SENTINEL: Final = "ladder from the cache"


@pytest.fixture(name="home")
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Give the test a home of its own, where nothing is cached yet."""
    monkeypatch.delenv("PMPATH_NO_CACHE", raising=False)
    monkeypatch.setenv("PMPATH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def kept(home: Path) -> list[Path]:
    return sorted((home / "cache").iterdir()) if (home / "cache").is_dir() else []


def mark(file: Path) -> dict[str, str]:
    """Put a sentinel into a cache file, to see later whether it is read."""
    texts: dict[str, str] = json.loads(file.read_text("utf-8"))
    texts["ladder"] = json.dumps({"id": SENTINEL})
    file.write_text(json.dumps(texts), "utf-8")
    return texts


def test_the_first_use_compiles_and_keeps_one_file(home: Path) -> None:
    assert compiled_texts(SHIPPED) == compile_folder(SHIPPED)
    (file,) = kept(home)
    assert file.name.startswith("content-")
    assert file.suffix == ".json"
    assert json.loads(file.read_text("utf-8")) == compile_folder(SHIPPED)


def test_the_second_use_reads_what_was_kept(home: Path) -> None:
    compiled_texts(SHIPPED)
    (file,) = kept(home)
    marked = mark(file)
    assert compiled_texts(SHIPPED) == marked


def test_the_same_content_in_another_folder_uses_the_same_file(home: Path, tmp_path: Path) -> None:
    compiled_texts(SHIPPED)
    (file,) = kept(home)
    marked = mark(file)
    assert compiled_texts(write(tmp_path / "copy")) == marked
    assert kept(home) == [file]


@pytest.mark.parametrize("name", FILES)
def test_a_change_of_any_file_compiles_anew_beside_the_old(name: str, home: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "copy")
    compiled_texts(folder)
    (old,) = kept(home)
    mark(old)
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write("# one more comment\n")
    assert SENTINEL not in compiled_texts(folder)["ladder"]
    assert len(kept(home)) == 2
    assert old in kept(home)


def test_another_version_of_pmpath_compiles_anew(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled_texts(SHIPPED)
    monkeypatch.setattr("pmpath.content.cache.__version__", "99.0")
    compiled_texts(SHIPPED)
    assert len(kept(home)) == 2


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"3",
        b'"text"',
        b"\xff\xfe",
        b"\x00" * 100,
        b"{}",
        b'{"grid": 1, "ladder": 1, "transitions": 1, "sources": 1}',
        b'{"grid": "{}"}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_compiled_anew_and_replaced(damage: bytes, home: Path) -> None:
    compiled_texts(SHIPPED)
    (file,) = kept(home)
    file.write_bytes(damage)
    assert compiled_texts(SHIPPED) == compile_folder(SHIPPED)
    assert json.loads(file.read_bytes()) == compile_folder(SHIPPED)


def test_a_file_cut_off_in_the_middle_is_compiled_anew(home: Path) -> None:
    compiled_texts(SHIPPED)
    (file,) = kept(home)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    assert compiled_texts(SHIPPED) == compile_folder(SHIPPED)
    assert file.read_bytes() == whole


def test_without_the_cache_nothing_is_read_from_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled_texts(SHIPPED)
    (file,) = kept(home)
    mark(file)
    monkeypatch.setenv("PMPATH_NO_CACHE", "1")
    assert compiled_texts(SHIPPED) == compile_folder(SHIPPED)


def test_without_the_cache_nothing_is_kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMPATH_NO_CACHE", "1")
    assert compiled_texts(SHIPPED) == compile_folder(SHIPPED)
    assert not home.exists()


def test_an_empty_setting_leaves_the_cache_on(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMPATH_NO_CACHE", "")
    compiled_texts(SHIPPED)
    assert len(kept(home)) == 1


def _home_is_a_file(home: Path) -> None:
    home.write_text("in the way", "utf-8")


def _cache_is_a_file(home: Path) -> None:
    home.mkdir()
    (home / "cache").write_text("in the way", "utf-8")


def _cache_is_a_link_to_nothing(home: Path) -> None:
    home.mkdir()
    (home / "cache").symlink_to("/dev/null/nowhere")


def _home_is_a_loop(home: Path) -> None:
    home.symlink_to(home)


@pytest.mark.parametrize("block", [_home_is_a_file, _cache_is_a_file, _cache_is_a_link_to_nothing, _home_is_a_loop])
def test_a_cache_that_cannot_be_written_costs_nothing_but_time(block: Callable[[Path], None], home: Path) -> None:
    block(home)
    assert compiled_texts(SHIPPED) == compile_folder(SHIPPED)
    assert compiled_texts(SHIPPED) == compile_folder(SHIPPED)


def test_a_folder_in_the_place_of_the_file_costs_nothing_but_time_and_leaves_nothing(home: Path) -> None:
    compiled_texts(SHIPPED)
    (file,) = kept(home)
    file.unlink()
    file.mkdir()
    (file / "inside").write_text("", "utf-8")
    assert compiled_texts(SHIPPED) == compile_folder(SHIPPED)
    assert kept(home) == [file]


def test_nothing_but_whole_files_stands_in_the_cache(home: Path, tmp_path: Path) -> None:
    for version in range(3):
        folder = write(tmp_path / str(version))
        with (folder / "sources.yaml").open("a", encoding="utf-8") as file:
            file.write(f"# {version}\n")
        compiled_texts(folder)
    assert [file.name.startswith("content-") for file in kept(home)] == [True] * 3
    assert all(set(json.loads(file.read_bytes())) == set(PARTS) for file in kept(home))


def test_only_the_person_may_look_into_the_cache(home: Path) -> None:
    compiled_texts(SHIPPED)
    (file,) = kept(home)
    assert (home / "cache").stat().st_mode & 0o077 == 0
    assert file.stat().st_mode & 0o077 == 0


def test_invalid_content_is_refused_and_not_kept(home: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "bad")
    (folder / "ladder.yaml").write_text("levels: []\n", "utf-8")
    with pytest.raises(ContentError):
        compiled_texts(folder)
    assert kept(home) == []


def test_without_a_home_of_its_own_the_cache_is_that_of_the_person(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PMPATH_NO_CACHE", raising=False)
    monkeypatch.delenv("PMPATH_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    compiled_texts(SHIPPED)
    assert len([file for file in tmp_path.rglob("content-*.json") if "pmpath" in file.parts]) == 1


@pytest.mark.parametrize("settings", [{"PMPATH_HOME": "here"}, {"HOME": ""}, {"HOME": "here"}], ids=str)
def test_nothing_is_kept_where_no_absolute_folder_is_known(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: dict[str, str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("PMPATH_NO_CACHE", "PMPATH_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert compiled_texts(SHIPPED) == compile_folder(SHIPPED)
    assert list(tmp_path.iterdir()) == []


def test_the_library_of_a_checkout_uses_the_cache(home: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "checkout")
    assert Library(folder).words.level_name("pm") == "Product Manager"
    (file,) = kept(home)
    file.write_text(file.read_text("utf-8").replace("Product Manager", "Kept Manager"), "utf-8")
    assert Library(folder).words.level_name("pm") == "Kept Manager"


def test_what_is_cleared_is_gone_with_its_folder_and_comes_back(home: Path) -> None:
    compiled_texts(SHIPPED)
    clear()
    assert not (home / "cache").exists()
    assert compiled_texts(SHIPPED) == compile_folder(SHIPPED)
    assert len(kept(home)) == 1


def test_files_that_are_not_ours_stay_when_the_cache_is_cleared(home: Path) -> None:
    compiled_texts(SHIPPED)
    (home / "cache" / "notes.txt").touch()
    clear()
    assert [path.name for path in kept(home)] == ["notes.txt"]


@pytest.mark.parametrize("there", ["nothing", "a relative home"])
def test_where_nothing_is_cached_nothing_is_cleared(home: Path, monkeypatch: pytest.MonkeyPatch, there: str) -> None:
    if there == "a relative home":
        monkeypatch.setenv("PMPATH_HOME", "relative")
    clear()
    assert not home.exists()
