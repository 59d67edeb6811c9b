"""What pmpath check does: checks each file by what is in use."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmpath.cli.outcome import Forms, Outcome
from pmpath.content.checking import check_file
from pmpath.errors import ContentError, MissingFileError
from pmpath.render.checks import check_data, check_page, check_rows
from pmpath.render.piece_commands import quoted

if TYPE_CHECKING:
    from pmpath.content.library import Library
    from pmpath.model.check import FileCheck


def run(files: Sequence[str], library: "Library") -> Outcome:
    """Return what each file is and what is wrong with it."""
    found = [check_file(name, library) for name in dict.fromkeys(files)]
    commands = _next_commands(found)
    return Outcome(
        "check",
        lambda: check_data(found),
        lambda: check_page(found, commands),
        commands,
        exit_code=_exit_code(found),
        forms=Forms(table=lambda: check_rows(found)),
    )


def _exit_code(found: "Sequence[FileCheck]") -> int:
    """Return the code of content that is invalid, else of a file that is missing, else that of success."""
    if any(one.problems and not one.is_missing for one in found):
        return ContentError.exit_code
    return MissingFileError.exit_code if any(one.is_missing for one in found) else 0


def _next_commands(found: "Sequence[FileCheck]") -> list[str]:
    """Return how to use the first file that is sound, or how to look anew."""
    if any(one.problems for one in found):
        return ["pmpath schema"]
    uses = {
        "ladder": "pmpath assess --ladder {}",
        "overlay": "pmpath assess --ladder {}",
        "playbooks": "pmpath transition --from BACKGROUND --playbooks {}",
        "answer sheet": "pmpath assess --answers {}",
        "answer sheets": "pmpath team {}",
        "thresholds": "pmpath milestones --thresholds {}",
        "offer": "pmpath guide offer {}",
        "fit answers": "pmpath guide fit --answers {}",
    }
    return [uses[one.what].format(quoted(one.file)) for one in found if one.what in uses][:1]
