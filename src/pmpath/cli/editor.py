"""Lets the person write an answer in an editor of their own; the file is removed once what it held is kept."""

import os
import shlex
import subprocess  # the person's own editor, named by their own environment
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from pmpath.cli.output import tell

VARIABLES: Final = ("VISUAL", "EDITOR")
_LINE: Final = "# Write your answer below this line; the lines above it are left out."


class OwnEditor:
    """An editor as the environment names it; above the answer stands the prompt in comment lines."""

    def __init__(self, command: Sequence[str], prompt: Sequence[str]) -> None:
        """Take the command line of the editor and the lines of the prompt."""
        self._command = command
        self._prompt = prompt
        self.name = Path(command[0]).name

    def __call__(self, keep: Callable[[str], None]) -> bool:
        """Open the editor on a file that only the person may read; keep what stands in it, also where they break off.

        Where it cannot be kept the file stays, and where it is, is said.
        """
        descriptor, name = tempfile.mkstemp(prefix="pmpath-answer-", suffix=".md")
        path = Path(name)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write("\n".join((*(f"# {line}" for line in self._prompt), _LINE, "", "")))
        done = False
        try:
            try:
                self._open(path)
            finally:
                found = _answer_in(path)
                if found:
                    keep(found)
                done = True
        finally:
            if done:
                path.unlink(missing_ok=True)
            else:
                tell(f"Your answer is in {path}", whole=True)
        if not found:
            tell("The editor left no answer.")
        return bool(found)

    def _open(self, path: Path) -> None:
        try:
            subprocess.run([*self._command, str(path)], check=False, stdout=sys.stderr)  # noqa: S603 - as the person set it
        except OSError as err:
            tell(f"{self.name} cannot be started: {(err.strerror or 'unknown reason').lower()}")


def own_editor(environ: Mapping[str, str], prompt: Sequence[str]) -> OwnEditor | None:
    """Return the editor that the environment names; None where it names none that can be read."""
    named = next((environ[name] for name in VARIABLES if environ.get(name, "").strip()), "")
    try:
        command = shlex.split(named)
    except ValueError:
        return None
    return OwnEditor(command, prompt) if command else None


def _answer_in(path: Path) -> str:
    """Return what stands below the line, or anything that is no line of the prompt where the line is gone."""
    try:
        text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        return ""
    _, line, below = text.partition(_LINE)
    return (below if line else text).strip()
