"""Homes that cannot be written, that are not there, that are nowhere: one line, and looking works all the same."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from faults.campaign import some
from faults.conftest import LayOut
from faults.deeds import EXPORTS, SAVING, Deed
from faults.judging import wrong_words
from faults.places import KEPT, Place, run

pytestmark = pytest.mark.faults

LOOKS = [
    ("--json",),
    ("evidence", "list"),
    ("history",),
    ("portfolio",),
    ("interview", "log"),
    ("interview", "stories"),
    ("milestones", "--for", "pm"),
    ("case",),
    ("data", "check"),
    ("data", "export"),
    ("assess", "--answers", "sheet.json", "--no-save"),
    ("transition", "--from", "engineer"),
    ("plan", "--no-save", "--hours", "3"),
    ("ladder",),
]
"""Commands that read what is kept, or need nothing of it."""
NOWHERE = {
    "below a file": {"PMPATH_HOME": "{root}/work/sheet.json/home"},
    "empty": {"HOME": "", "PMPATH_HOME": ""},
    "relative": {"HOME": "some/where", "PMPATH_HOME": ""},
}
"""Settings by which there is no folder to keep anything in."""


def without_rights() -> list[str]:
    """Return what stands in front of a command so that even the administrator needs the rights of files."""
    if os.geteuid() != 0:
        return []
    program = shutil.which("setpriv")
    assert program, "as root these tests need setpriv"
    return [program, "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]


@contextmanager
def shut(place: Place) -> Iterator[Place]:
    """Let nothing be written to a home for a while."""
    place.journal.chmod(0o400)
    place.home.chmod(0o500)
    try:
        yield place
    finally:
        place.home.chmod(0o700)


@pytest.mark.parametrize("deed", some([one for one in SAVING if one.kept == KEPT], 7), ids=lambda deed: deed.name)
def test_a_home_that_cannot_be_written_is_told_in_a_line_and_stays_as_it_was(deed: Deed, lay_out: LayOut) -> None:
    with lay_out(deed.kept) as place, shut(place):
        before = place.files
        ran = run(place, *deed.words, before=without_rights())
        if "--ladder" in deed.words:
            before = place.files
        assert wrong_words(ran, [74]) == []
        assert place.files == before


@pytest.mark.parametrize("words", some(LOOKS, 4), ids=" ".join)
def test_looking_needs_no_right_to_write(words: tuple[str, ...], lay_out: LayOut) -> None:
    with lay_out(KEPT) as place, shut(place):
        before = place.files
        ran = run(place, *words, before=without_rights())
        assert (ran.code, ran.err) == (0, "")
        assert place.files == before


@pytest.mark.parametrize("deed", some(EXPORTS, 2), ids=lambda deed: deed.name)
def test_a_file_that_is_asked_for_needs_no_right_to_write_to_the_home(deed: Deed, lay_out: LayOut) -> None:
    with lay_out(deed.kept) as place, shut(place):
        assert run(place, *deed.words, before=without_rights()).code == 0


def test_a_folder_that_cannot_be_written_gets_no_file_and_nothing_is_kept(lay_out: LayOut) -> None:
    with lay_out(KEPT) as place:
        place.work.chmod(0o500)
        before = place.files
        ran = run(place, "data", "export", "-o", "all.jsonl", before=without_rights())
        place.work.chmod(0o700)
        assert wrong_words(ran, [73]) == []
        assert place.files == before


@pytest.mark.parametrize("settings", NOWHERE.values(), ids=list(NOWHERE))
def test_a_home_that_is_nowhere_is_told_in_a_line(settings: dict[str, str], lay_out: LayOut) -> None:
    with lay_out(KEPT) as place:
        before = place.files
        ran = run(place, "evidence", "add", "lost", before=nowhere(place, settings))
        assert wrong_words(ran, [74]) == []
        assert place.files == before


@pytest.mark.parametrize("settings", NOWHERE.values(), ids=list(NOWHERE))
def test_what_needs_nothing_kept_works_where_the_home_is_nowhere(settings: dict[str, str], lay_out: LayOut) -> None:
    with lay_out(KEPT) as place:
        before = place.files
        assert run(place, "assess", "--answers", "sheet.json", "--no-save", before=nowhere(place, settings)).code == 0
        assert place.files == before


def nowhere(place: Place, settings: dict[str, str]) -> list[str]:
    told = [f"{name}={value.format(root=place.root)}" for name, value in settings.items()]
    return ["env", "-u", "XDG_DATA_HOME", "-u", "XDG_CACHE_HOME", *told]


def test_a_home_that_is_missing_is_made_for_its_owner_alone(lay_out: LayOut) -> None:
    with lay_out(None) as place:
        assert run(place, "evidence", "add", "First").code == 0
        assert (place.home.stat().st_mode & 0o777, place.journal.stat().st_mode & 0o777) == (0o700, 0o600)


def test_without_home_and_settings_the_folder_of_the_system_is_named_and_looking_makes_nothing(lay_out: LayOut) -> None:
    with lay_out(None) as place:
        away = ["env", "-u", "HOME", "-u", "PMPATH_HOME", "-u", "XDG_DATA_HOME", f"XDG_CACHE_HOME={place.root}/cache"]
        ran = run(place, "data", "path", before=away)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith("/")
