"""An answer written in an editor of one's own: only the person can read the file, and it goes once its text is kept."""

import stat
import sys
from pathlib import Path

import pytest

from builders import SetVariable
from pmpath.cli.editor import OwnEditor, own_editor

PROMPT = ("Estimation, 10 minutes", "How many buses?")


def editor(folder: Path, code: str) -> OwnEditor:
    """Return an editor that is a small program; the file is its last argument."""
    script = folder / "editor.py"
    script.write_text(f"import os, sys\npath = sys.argv[-1]\n{code}\n", "utf-8")
    return OwnEditor([sys.executable, str(script)], PROMPT)


@pytest.fixture
def temporary(tmp_path: Path, setting: SetVariable, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put temporary files into a folder of the test's own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    setting("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_what_stands_below_the_line_is_kept_and_the_file_goes(tmp_path: Path, temporary: Path) -> None:
    kept: list[str] = []
    assert editor(tmp_path, "open(path, 'a').write('# Mine\\nOne.\\n')")(kept.append)
    assert (kept, list(temporary.iterdir())) == (["# Mine\nOne."], [])


def test_the_prompt_stands_above_and_only_the_person_may_look(tmp_path: Path, temporary: Path) -> None:
    seen = tmp_path / "seen"
    code = f"open({str(seen)!r}, 'w').write(open(path).read() + oct(os.stat(path).st_mode))"
    assert not editor(tmp_path, code)(list[str]().append)
    text = seen.read_text("utf-8")
    assert text.startswith("# Estimation, 10 minutes\n# How many buses?\n# Write your answer below this line")
    if sys.platform != "win32":
        assert text.endswith(oct(stat.S_IFREG | 0o600))
    assert list(temporary.iterdir()) == []


def test_where_the_line_is_gone_all_of_it_is_the_answer(tmp_path: Path, temporary: Path) -> None:
    kept: list[str] = []
    assert editor(tmp_path, "open(path, 'wb').write(b'One.\\r\\nTwo \\xff')")(kept.append)
    assert (kept, list(temporary.iterdir())) == (["One.\nTwo \ufffd"], [])


@pytest.mark.parametrize("code", ["", "os.remove(path)", "sys.exit(1)"])
def test_an_editor_that_leaves_nothing_keeps_nothing(
    tmp_path: Path, temporary: Path, capfd: pytest.CaptureFixture[str], code: str
) -> None:
    kept: list[str] = []
    assert not editor(tmp_path, code)(kept.append)
    assert (kept, list(temporary.iterdir())) == ([], [])
    assert capfd.readouterr().err == "The editor left no answer.\n"


def test_an_editor_that_is_not_there_is_said(temporary: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert not OwnEditor(["no-such-editor"], PROMPT)(list[str]().append)
    assert capfd.readouterr().err.startswith("no-such-editor cannot be started: no such file or directory\n")
    assert list(temporary.iterdir()) == []


def test_where_an_answer_cannot_be_kept_the_file_stays_and_is_named(
    tmp_path: Path, temporary: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(_: str) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        editor(tmp_path, "open(path, 'a').write('One.')")(refuse)
    (left,) = temporary.iterdir()
    assert left.read_text("utf-8").endswith("One.")
    assert capfd.readouterr().err == f"Your answer is in {left}\n"


@pytest.mark.parametrize(
    ("environ", "name"),
    [
        ({"VISUAL": "/usr/bin/vim -n", "EDITOR": "nano"}, "vim"),
        ({"VISUAL": " ", "EDITOR": "nano"}, "nano"),
        ({"EDITOR": "code --wait"}, "code"),
    ],
)
def test_the_editor_is_the_one_that_the_environment_names(environ: dict[str, str], name: str) -> None:
    found = own_editor(environ, PROMPT)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("environ", [{}, {"EDITOR": ""}, {"EDITOR": "'vim"}])
def test_where_none_can_be_read_from_the_environment_there_is_none(environ: dict[str, str]) -> None:
    assert own_editor(environ, PROMPT) is None
