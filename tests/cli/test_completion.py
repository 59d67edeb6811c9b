"""Completion as a shell asks for it, through the environment."""

import pytest

from pmpath.cli.app import main


def completed(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], words: str) -> tuple[int, list[str]]:
    monkeypatch.setenv("_PMPATH_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", f"pmpath {words}")
    monkeypatch.setenv("COMP_CWORD", "1")
    code = main([])
    return code, capfd.readouterr().out.split()


@pytest.mark.parametrize(("words", "found"), [("a", "assess"), ("t", "transition"), ("l", "ladder")])
def test_a_command_is_completed_with_exit_0(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], words: str, found: str
) -> None:
    assert completed(monkeypatch, capfd, words) == (0, [found])


def test_nothing_is_completed_to_nothing(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    assert completed(monkeypatch, capfd, "zz") == (0, [])
