"""Where a result is written: never over something, never through a link; readable by its owner alone."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from cli.running import Home, Pmpath, Ran
from hostile.corpus import OBEYED
from hostile.readers import contents, raw

NAMES: Final = (
    "",
    ".",
    "..",
    "../..",
    "./",
    "/",
    "nowhere/out.md",
    "../nowhere/out.md",
    "out.md/",
    "a" * 300,
    "a/" * 3000,
    "/dev/null",
    "/dev/full/out.md",
    "/proc/self/out.md",
    "a\0b.md",
    "caf\udce9\0.md",
)
"""Names under which nothing can be written, or nothing may."""
STRANGE: Final = (
    "-x.md",
    " .md",
    "a b.md",
    "a\nb.md",
    "~.md",
    "$HOME.md",
    "`id`.md",
    "%2e%2e.md",
    "\uff0e\uff0e.md",
    "a\\..\\b.md",
)
"""Names that are only strange."""
_BESIDE: Final = "beside"


def exported(pmpath: Pmpath, name: str, *words: str) -> Ran:
    return pmpath("ladder", "pm", "--format", "md", f"--output={name}", *words)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_that_can_be_no_file_is_refused_and_leaves_nothing(pmpath: Pmpath, tmp_path: Path, name: str) -> None:
    ran = exported(pmpath, name[:5000])
    assert (ran.code in (2, 73), ran.out, list(raw(ran)), list(tmp_path.iterdir())) == (True, "", [], [])


@pytest.mark.parametrize(
    "name", [*STRANGE, *(f"{text}.md" for text in OBEYED.values() if not {"/", "\0", "\ud800"} & set(text))], ids=ascii
)
def test_a_name_that_is_only_strange_is_taken_as_it_is_and_shown_safely(pmpath: Pmpath, tmp_path: Path, name: str) -> None:
    ran = exported(pmpath, name)
    if len(name.encode()) > 255:
        assert ran.code == 73
        return
    assert (ran.code, [path.name for path in tmp_path.iterdir()], list(raw(ran))) == (0, [name], [])


def test_a_hyphen_is_standard_output(pmpath: Pmpath, tmp_path: Path) -> None:
    ran = exported(pmpath, "-")
    assert (ran.code, ran.out[:1], list(tmp_path.iterdir())) == (0, "#", [])


@pytest.mark.parametrize("words", [(), ("--force",)], ids=["", "--force"])
def test_a_link_is_never_followed(pmpath: Pmpath, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / _BESIDE).write_text("mine", "utf-8")
    (tmp_path / "out.md").symlink_to(_BESIDE)
    ran = exported(pmpath, "out.md", *words)
    assert (ran.code, (tmp_path / _BESIDE).read_text("utf-8")) == (0 if words else 73, "mine")
    assert (tmp_path / "out.md").is_symlink() is not bool(words)


def test_a_link_to_nothing_is_not_filled(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "out.md").symlink_to(_BESIDE)
    assert (exported(pmpath, "out.md").code, (tmp_path / _BESIDE).exists()) == (73, False)


@pytest.mark.parametrize("words", [(), ("--force",)], ids=["", "--force"])
def test_a_folder_is_never_replaced(pmpath: Pmpath, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "out.md").mkdir()
    assert (exported(pmpath, "out.md", *words).code, list(tmp_path.iterdir())) == (73, [tmp_path / "out.md"])


@pytest.mark.parametrize("device", ["/dev/null", "/dev/full"])
def test_a_device_is_never_replaced(pmpath: Pmpath, device: str) -> None:
    assert exported(pmpath, device).code == 73
    assert stat.S_ISCHR(Path(device).stat().st_mode)


@pytest.mark.parametrize(
    "words", [("portfolio", "new", "product-teardown"), ("init", "ladder"), ("init", "playbook")], ids=" ".join
)
@pytest.mark.parametrize("folder", ["", "a\0b", "a" * 300, "/dev/null", "/proc/x", "file", "link"], ids=ascii)
def test_a_folder_that_can_be_none_is_refused(pmpath: Pmpath, tmp_path: Path, words: tuple[str, ...], folder: str) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    (tmp_path / "link").symlink_to("link")
    before = contents(tmp_path) if folder else {}
    ran = pmpath(*words, folder)
    assert (ran.code in ((2, 73) if folder else (0, 2, 73)), list(raw(ran))) == (True, [])
    assert not folder or contents(tmp_path) == before


# what is kept


@pytest.mark.parametrize("mask", [0o000, 0o077, 0o777], ids=oct)
def test_what_is_kept_and_written_is_its_owners_alone_whatever_the_umask(pmpath: Pmpath, home: Home, mask: int) -> None:
    sheet = Path("a.json")
    sheet.write_text('{"answers": {"scope": "pm"}}', "utf-8")
    before = os.umask(mask)
    try:
        codes = [pmpath("assess", "--answers", "a.json").code, exported(pmpath, "out.md").code]
        codes.append(pmpath("data", "forget", "--yes").code)
    finally:
        os.umask(before)
    files = [path for path in home.folder.rglob("*") if path.is_file()]
    folders = [home.folder, *(path for path in home.folder.rglob("*") if path.is_dir())]
    assert (codes, len(files) > 2) == ([0, 0, 0], True)
    assert ({mode(path) for path in [*files, Path("out.md")]}, {mode(path) for path in folders}) == ({0o600}, {0o700})


@pytest.mark.parametrize("name", ["journal.jsonl", "journal.lock"])
@pytest.mark.parametrize("target", ["/dev/null", "/dev/zero", "/", "journal.jsonl", "journal.lock", "nowhere/x"])
def test_a_link_in_the_place_of_what_is_kept_harms_nothing(pmpath: Pmpath, home: Home, name: str, target: str) -> None:
    home.folder.mkdir()
    (home.folder / name).symlink_to(target)
    ran = pmpath("assess", "--answer", "scope=pm")
    assert (ran.code in (0, 74, 75), list(raw(ran)), "bug in pmpath" in ran.err) == (True, [], False)
    assert (stat.S_ISCHR(Path("/dev/null").stat().st_mode), Path("/dev/null.lock").exists()) == (True, False)


CACHES: dict[str, Callable[[Path], object]] = {
    "a link": lambda path: path.symlink_to("/dev/zero"),
    "a closed folder": lambda path: path.mkdir(0),
    "a pipe": os.mkfifo,
    "no JSON": lambda path: path.write_bytes(b"\xff[[["),
}
each_thing = pytest.mark.parametrize("make", CACHES.values(), ids=CACHES)
OVERLAY: Final = 'extends: default\nid: ours\nversion: "1"\n'


@each_thing
def test_the_cache_may_be_anything(pmpath: Pmpath, home: Home, make: Callable[[Path], object]) -> None:
    home.folder.mkdir()
    make(home.folder / "cache")
    Path("ours.yaml").write_text(OVERLAY, "utf-8")
    ran = pmpath("ladder", "pm", "--ladder", "ours.yaml")
    assert (ran.code, ran.err) == (0, "")


@each_thing
def test_what_is_cached_may_be_anything(pmpath: Pmpath, home: Home, make: Callable[[Path], object]) -> None:
    Path("ours.yaml").write_text(OVERLAY, "utf-8")
    pmpath("ladder", "pm", "--ladder", "ours.yaml")
    (kept,) = (home.folder / "cache").glob("own-*.json")
    kept.unlink()
    make(kept)
    ran = pmpath("ladder", "pm", "--ladder", "ours.yaml")
    assert (ran.code, ran.err) == (0, "")
