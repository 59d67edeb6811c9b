"""Where the journal is."""

import os
from pathlib import Path

import pytest

from builders import SetVariable
from pmpath.errors import OutputError, UsageError
from pmpath.journal.home import home_folder

on_unix = pytest.mark.skipif(os.name != "posix", reason="other platforms have folders of their own")


@pytest.fixture(autouse=True)
def _bare_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PMPATH_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)


def test_the_folder_that_is_set_is_taken(tmp_path: Path) -> None:
    assert home_folder({"PMPATH_HOME": str(tmp_path / "home")}) == tmp_path / "home"


def test_the_folder_that_is_set_need_not_be_there_and_is_not_made(tmp_path: Path) -> None:
    home_folder({"PMPATH_HOME": str(tmp_path / "home")})
    assert list(tmp_path.iterdir()) == []


def test_the_folder_that_is_set_wins_over_the_platform(setting: SetVariable, tmp_path: Path) -> None:
    setting("XDG_DATA_HOME", str(tmp_path / "data"))
    setting("PMPATH_HOME", str(tmp_path / "home"))
    assert home_folder(os.environ) == tmp_path / "home"


@pytest.mark.parametrize("given", ["home", "./home", "../home", "~", "~/home", ".", " /home"])
def test_a_relative_folder_is_a_mistake_of_usage(given: str) -> None:
    with pytest.raises(UsageError) as refused:
        home_folder({"PMPATH_HOME": given})
    assert refused.value.exit_code == 2
    assert given in refused.value.message


@on_unix
def test_without_a_setting_it_is_the_data_folder(setting: SetVariable, tmp_path: Path) -> None:
    setting("XDG_DATA_HOME", str(tmp_path / "data"))
    assert home_folder(os.environ) == tmp_path / "data" / "pmpath"


@on_unix
def test_an_empty_setting_counts_as_none(setting: SetVariable, tmp_path: Path) -> None:
    setting("XDG_DATA_HOME", str(tmp_path / "data"))
    setting("PMPATH_HOME", "")
    assert home_folder(os.environ) == tmp_path / "data" / "pmpath"


@on_unix
def test_without_a_data_folder_it_is_under_the_home_folder(setting: SetVariable, tmp_path: Path) -> None:
    setting("HOME", str(tmp_path))
    assert home_folder(os.environ).is_relative_to(tmp_path)


@on_unix
def test_without_any_setting_it_is_the_home_folder_that_the_system_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME", raising=False)
    assert home_folder(os.environ).is_absolute()


@on_unix
@pytest.mark.parametrize("home", ["", "home", "./home", "."])
@pytest.mark.parametrize("data", [None, "", "data", " "])
def test_without_a_usable_home_folder_it_is_refused(home: str, data: str | None, setting: SetVariable) -> None:
    setting("HOME", home)
    if data is not None:
        setting("XDG_DATA_HOME", data)
    with pytest.raises(OutputError) as refused:
        home_folder(os.environ)
    assert refused.value.exit_code == 74
    assert "PMPATH_HOME" in refused.value.hint


@on_unix
@pytest.mark.parametrize("home", ["", "home"])
def test_a_refused_home_folder_leaves_nothing_behind(home: str, setting: SetVariable, tmp_path: Path) -> None:
    setting("HOME", home)
    with pytest.raises(OutputError):
        home_folder(os.environ)
    assert list(tmp_path.iterdir()) == []


@on_unix
@pytest.mark.parametrize("home", ["", "home"])
def test_a_data_folder_of_its_own_needs_no_home_folder(home: str, setting: SetVariable, tmp_path: Path) -> None:
    setting("HOME", home)
    setting("XDG_DATA_HOME", str(tmp_path))
    assert home_folder(os.environ) == tmp_path / "pmpath"


@on_unix
@pytest.mark.parametrize("data", ["data", "./data", "~/data"])
def test_a_relative_data_folder_never_gives_a_relative_folder(data: str, setting: SetVariable, tmp_path: Path) -> None:
    setting("HOME", str(tmp_path))
    setting("XDG_DATA_HOME", data)
    try:
        folder = home_folder(os.environ)
    except OutputError:
        return
    assert folder.is_relative_to(tmp_path)
