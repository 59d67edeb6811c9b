"""Tab in bash, zsh and fish themselves, each with the script that pmpath prints for it and nothing of the person's."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from contract.processes import build_content
from e2e.pseudo_terminal import Terminal, terminal

pytestmark = pytest.mark.shells

PROGRAMS: Final = Path(sys.executable).parent
TAB, CLEAR, MARK = "\t", "\x0c", "Z"


class Shell(NamedTuple):
    """How a shell is started without any settings, and what to type before anything else."""

    command: tuple[str, ...]
    setup: str


SHELLS: Final = {
    "bash": Shell(("bash", "--norc", "--noprofile", "-i"), """PS1='% '; eval "$(pmpath completions bash)" """),
    "zsh": Shell(
        ("zsh", "-f", "-i"), """PS1='%% '; autoload -Uz compinit; compinit -u -D; eval "$(pmpath completions zsh)" """
    ),
    "fish": Shell(
        ("fish", "--no-config", "-i"),
        "set -g fish_autosuggestion_enabled 0; function fish_prompt; echo '% '; end; pmpath completions fish | source",
    ),
}
in_every_shell = pytest.mark.parametrize("name", SHELLS)

Start = Callable[..., Terminal]
"""Starts a shell by name, with some settings, and types what has to stand before."""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return compiled content, as an installed pmpath has it."""
    return build_content(tmp_path_factory.mktemp("shells") / "data")


@pytest.fixture
def start(content: Path, tmp_path: Path) -> Iterator[Start]:
    """Start shells that are ended with the test."""
    path = os.pathsep.join((str(PROGRAMS), os.environ["PATH"]))
    with ExitStack() as opened:

        def started(name: str, **settings: str) -> Terminal:
            shell = SHELLS[name]
            own = {"PATH": path, "HOME": str(tmp_path), "PMPATH_DATA_DIR": str(content), **settings}
            person = opened.enter_context(terminal(shell.command, 120, 50, own))
            person.press(f"{shell.setup}; echo rea''dy\r")
            person.wait(lambda text: text.endswith("ready %"))
            person.press(CLEAR)
            person.wait(lambda text: text == "%")
            return person

        yield started


def completed(person: Terminal, typed: str) -> str:
    """Type something, press Tab and then a letter; return what stands before that letter."""
    person.press(f"{typed}{TAB}")
    person.press(MARK)
    return person.wait(lambda text: MARK in text).partition(MARK)[0].removeprefix("% ")


@in_every_shell
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("pmpath lad", "pmpath ladder "),
        ("pmpath assess --tar", "pmpath assess --target "),
        ("pmpath ladder sen", "pmpath ladder senior-pm "),
        ("pmpath assess --target=sen", "pmpath assess --target=senior-pm "),
        ("pmpath transition --from des", "pmpath transition --from designer "),
        ("pmpath interview story new --competency disc", "pmpath interview story new --competency discovery "),
        ("pmpath assess --answer sco", "pmpath assess --answer scope="),
        ("pmpath assess --answer discovery.pm=w", "pmpath assess --answer discovery.pm=with-help "),
        ("true; pmpath --plain lad", "true; pmpath --plain ladder "),
    ],
)
def test_tab_completes_what_is_typed(start: Start, name: str, typed: str, found: str) -> None:
    assert completed(start(name), typed) == found


@in_every_shell
@pytest.mark.parametrize("typed", ["pmpath check ", "pmpath assess --answers "])
def test_files_are_offered_where_one_is_wanted(start: Start, name: str, typed: str, tmp_path: Path) -> None:
    (tmp_path / "own sheet.yaml").touch()
    assert completed(start(name), f"{typed}own") == f"{typed}own\\ sheet.yaml "


@in_every_shell
def test_a_program_that_is_called_by_its_path_is_completed_too(start: Start, name: str, tmp_path: Path) -> None:
    (tmp_path / "bin").symlink_to(PROGRAMS)
    assert completed(start(name), "~/bin/pmpath lad") == "~/bin/pmpath ladder "


@pytest.mark.parametrize("name", ["zsh", "fish"])
@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("pmpath ladder ", "Senior Product Manager"),
        ("pmpath ", "Show where answers are kept"),
        ("pmpath assess --re", "Exit 4 unless the level is settled"),
    ],
)
def test_what_is_offered_comes_with_what_it_means(start: Start, name: str, typed: str, shown: str) -> None:
    person = start(name)
    person.press(typed + TAB)
    person.press(TAB)
    assert shown in person.wait(lambda text: shown in text)


def test_bash_lists_what_can_follow_in_the_order_of_the_ladder(start: Start) -> None:
    person = start("bash")
    person.press(f"pmpath ladder {TAB}{TAB}")
    assert "apm pm senior-pm group-pm director vp cpo" in person.wait(lambda text: "cpo" in text)


@in_every_shell
@pytest.mark.parametrize("typed", ["pmpath ladder sen", "pmpath plan done d"])
def test_a_broken_ladder_or_journal_says_nothing_into_the_line(start: Start, name: str, typed: str, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("levels: [", "utf-8")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "journal.jsonl").write_bytes(b"\xff\x00{\n" * 3)
    assert completed(start(name, PMPATH_LADDER=str(tmp_path / "broken.yaml")), typed) == typed


@in_every_shell
def test_after_pmpath_is_gone_its_script_says_nothing(start: Start, name: str) -> None:
    person = start(name)
    person.press("PATH=/usr/bin:/bin\r" if name != "fish" else "set PATH /usr/bin /bin\r")
    person.press(CLEAR)
    person.wait(lambda text: text == "%")
    assert completed(person, "pmpath lad") == "pmpath lad"
