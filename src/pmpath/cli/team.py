"""pmpath team: many sheets at once, for somebody who leads product managers. Keeps nothing."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from pmpath.cli.options import one_of
from pmpath.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmpath.cli.outcome import Forms, Outcome
    from pmpath.content.library import Library
    from pmpath.model.answer import Sheet
    from pmpath.model.forms import Rows
    from pmpath.model.team import Team

NAMINGS: Final = ("initials", "ids")


def _namings(incomplete: str) -> list[str]:
    return [one for one in NAMINGS if one.startswith(incomplete)]


def team(
    *,
    ctx: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Answer sheets; - reads standard input.")],
    called: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="NAMES",
            help="initials or ids: how people are called, by the names of their files.",
            autocompletion=_namings,
        ),
    ] = NAMINGS[0],
) -> int:
    """Show what several people show, what they need next, and who can teach whom.

    \b
    Examples:
      pmpath team dana.yaml mia.yaml
      pmpath team people.jsonl --as ids -o team.html

    Each file is one person; a .jsonl file holds one sheet a line. Nobody is ranked or added up, and nothing is kept.
    """
    from pmpath.cli.outcome import emit
    from pmpath.cli.sharing import shape
    from pmpath.content.library import find_library

    wanted = shape(ctx)
    naming = one_of(called, NAMINGS, "--as")
    library = find_library(wanted.own)
    return emit(run(_named_sheets(files, library, as_ids=naming == "ids"), library), wanted, library)


def run(sheets: "Mapping[str, Sheet]", library: "Library") -> "Outcome":
    """Return the team of these sheets."""
    from pmpath.cli.outcome import Outcome
    from pmpath.core.team import team as side_by_side
    from pmpath.render.team import TeamPage, team_data

    found = side_by_side(library.grid, sheets)
    words = library.words
    commands = _next_commands(found)
    return Outcome(
        "team",
        lambda: team_data(found, library.grid, words),
        lambda: TeamPage(found, words).build(commands),
        commands,
        forms=_forms(found, library),
    )


def _named_sheets(files: "Sequence[str]", library: "Library", *, as_ids: bool) -> "dict[str, Sheet]":
    """Return the sheets of all files, each under the name that its owner goes by."""
    from pmpath.content.many_sheets import ManySheets, names_of

    twice = next((file for place, file in enumerate(files) if file in files[:place]), None)
    if twice is not None:
        raise UsageError(f"{twice} is given twice", hint="give each person's sheet once")
    sheets = ManySheets(library.grid).read(files)
    return dict(zip(names_of(list(sheets), as_ids=as_ids), sheets.values(), strict=True))


def _next_commands(found: "Team") -> list[str]:
    ids = [gap.id for gap in found.shared] + [one.id for one in found.teaching]
    return [f"pmpath explain {name}" for name in ids[:1]] or ["pmpath ladder"]


def _forms(found: "Team", library: "Library") -> "Forms":
    from pmpath.cli.outcome import Forms

    def table() -> "Rows":
        from pmpath.render.team import team_rows

        return team_rows(found, library.words)

    return Forms(table=table)
