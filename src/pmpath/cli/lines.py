"""The options that carry the lines of a piece of evidence, and what makes them fit to keep."""

from collections.abc import Mapping
from typing import Annotated, Final

import typer

from pmpath.errors import UsageError
from pmpath.model.day import last_day_of
from pmpath.model.visible import visible

LONGEST_LINE: Final = 2000

Result = Annotated[
    str | None, typer.Option("--result", metavar="TEXT", help="What came of it, before and after where there is a number.")
]
Who = Annotated[str | None, typer.Option("--who", metavar="TEXT", help="Who can confirm it.")]
When = Annotated[str | None, typer.Option("--date", metavar="DATE", help="When: YYYY-MM-DD, YYYY-MM or YYYY.")]
Link = Annotated[str | None, typer.Option("--link", metavar="TEXT", help="Where it can be seen: an address or a file.")]


def given_lines(lines: Mapping[str, str | None]) -> dict[str, str]:
    """Return the lines that were given, an empty one to clear it; `UsageError` for one that cannot be kept."""
    return {name: _fit_to_keep(name, line) for name, line in lines.items() if line is not None}


def _fit_to_keep(name: str, line: str) -> str:
    kept = visible(line.strip())
    if len(kept) > LONGEST_LINE:
        raise UsageError(f"{name} is longer than {LONGEST_LINE} characters", hint="say it in a line, and link the rest")
    if name == "date" and kept and last_day_of(kept) is None:
        raise UsageError(f'--date does not know the day "{kept}"', hint="write it as YYYY-MM-DD, YYYY-MM or YYYY")
    return kept
