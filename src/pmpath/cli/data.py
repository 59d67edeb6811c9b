"""pmpath data: what is kept, where, is it sound; take it away, bring it in, erase it."""

import sys
from typing import TYPE_CHECKING, Annotated, Final

import typer

from pmpath.cli.keeping import open_journal
from pmpath.cli.outcome import Outcome, emit, hand_over
from pmpath.cli.output import tell
from pmpath.cli.sharing import refuse, shape
from pmpath.cli.terminal import is_terminal
from pmpath.errors import ContentError, UsageError

if TYPE_CHECKING:
    from pmpath.journal.journal import Journal

SUBCOMMANDS: Final = {"path": "path", "check": "check", "export": "export", "import": "bring_in", "forget": "forget"}
"""Subcommand to the function that runs it."""


def data() -> None:
    """Show where answers are kept; check them, take them away, bring them in, erase them.

    \b
    Examples:
      pmpath data check                      is everything that is kept sound?
      pmpath data export -o pmpath.jsonl     take it along to another machine
    """


def path(*, ctx: typer.Context) -> int:
    """Show where answers are kept.

    \b
    Examples:
      pmpath data path
      pmpath data path --json
    """
    from pmpath.render.upkeep import path_data, path_page

    wanted = shape(ctx)
    kept = open_journal(wanted.today).path
    return emit(Outcome("data", lambda: path_data(kept), lambda: path_page(kept)), wanted)


def check(
    *,
    ctx: typer.Context,
    fix: Annotated[bool, typer.Option("--fix", help="Keep a copy, then take damaged lines out.")] = False,
) -> int:
    """Look at every line that is kept; exit 65 where something is damaged.

    \b
    Examples:
      pmpath data check
      pmpath data check --fix
    """
    from pmpath.journal.upkeep import examine, mend
    from pmpath.render.upkeep import health_data, health_page

    wanted = shape(ctx)
    journal = open_journal(wanted.today)
    health = examine(journal)
    if fix and not health.is_sound and not health.foreign:
        copy = mend(journal)
        tell(f"Mended; everything as it was: {copy}", whole=True)
        health = examine(journal)
    commands = [] if health.is_sound or health.foreign else ["pmpath data check --fix"]
    code = 0 if health.is_sound else ContentError.exit_code
    outcome = Outcome("data", lambda: health_data(health), lambda: health_page(health, commands), commands, exit_code=code)
    return emit(outcome, wanted)


def export(*, ctx: typer.Context) -> int:
    """Write all that is kept, a JSON line an entry.

    \b
    Examples:
      pmpath data export > pmpath.jsonl
      pmpath data export -o pmpath.jsonl
    """
    refuse(ctx, "pmpath data export", "format")
    wanted = shape(ctx, raw=True)
    hand_over(open_journal(wanted.today).content(), wanted)
    return 0


def bring_in(
    *,
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="What pmpath data export wrote; - reads standard input.")],
    replace: Annotated[bool, typer.Option("--replace", help="Take it instead of what is kept.")] = False,
) -> int:
    """Add what another machine kept to what is kept here; a copy is kept before.

    \b
    Examples:
      pmpath data import pmpath.jsonl
      pmpath data import pmpath.jsonl --replace
    """
    from pmpath.content.files import open_stream, shown_name
    from pmpath.journal.journal import MAX_BYTES
    from pmpath.journal.upkeep import bring_in as merge

    wanted = shape(ctx)
    with open_stream(file) as stream:
        content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise ContentError(f"{shown_name(file)} is larger than {MAX_BYTES // 2**20} MiB", hint="it is no journal of pmpath")
    added = merge(open_journal(wanted.today), content, shown_name(file), instead=replace)
    from pmpath.render.upkeep import added_page

    return emit(Outcome("data", lambda: {"added": added}, lambda: added_page(added)), wanted)


def forget(
    *,
    ctx: typer.Context,
    no_backup: Annotated[bool, typer.Option("--no-backup", help="Keep no copy, and erase the copies of before.")] = False,
    yes: Annotated[bool, typer.Option("-y", "--yes", help="Do not ask.")] = False,
) -> int:
    """Erase all that is kept.

    \b
    Examples:
      pmpath data forget
      pmpath data forget --no-backup --yes

    The cache of compiled content goes too; it holds no answers and comes back when it is needed.
    """
    from pmpath.content.cache import clear
    from pmpath.journal.upkeep import forget as erase
    from pmpath.render.upkeep import forgotten_page

    wanted = shape(ctx)
    journal = open_journal(wanted.today)
    count = len(journal.records())
    if not yes and not _agreed(journal, count, keep_copy=not no_backup):
        tell("Nothing was erased.")
        return 3
    copy = erase(journal, keep_copy=not no_backup)
    clear()
    said = {"erased": count, "copy": str(copy) if copy else None}
    return emit(Outcome("data", lambda: said, lambda: forgotten_page(count, copy)), wanted)


def _agreed(journal: "Journal", count: int, *, keep_copy: bool) -> bool:
    """Ask before anything is erased; `UsageError` where nobody can be asked."""
    if not is_terminal(sys.stdin) or not is_terminal(sys.stderr):
        raise UsageError("erasing needs a yes, and there is no terminal to ask in", hint="add --yes")
    from pmpath.asking.line import LineAsker

    after = "A copy is kept." if keep_copy else "No copy is kept, and the copies of before go too."
    entries = "1 entry" if count == 1 else f"{count} entries"
    return LineAsker().line(f"Erase {entries} in {journal.path}? {after} Type yes to erase:").lower() == "yes"
