"""What pmpath transition does: finds the playbook, lays out the path, writes the first project's document."""

from pathlib import Path as FilePath
from typing import TYPE_CHECKING, NamedTuple

from pmpath.cli import options
from pmpath.cli.naming import known_by, names_of, spelled
from pmpath.cli.outcome import Forms, Outcome, Shape
from pmpath.cli.sheet import Given, given_sheet, within
from pmpath.core.transitions import Path, PathStep, transition
from pmpath.errors import UsageError
from pmpath.model.hours import LEAST_HOURS, MOST_HOURS
from pmpath.model.setting import NOWHERE, Setting
from pmpath.model.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pmpath.content.library import Library
    from pmpath.model.forms import Rows
    from pmpath.model.piece_kind import PieceKind
    from pmpath.model.playbook import Playbook
    from pmpath.render.envelope import Json
    from pmpath.render.page import Page

FIRST_ROLES = 2
"""How many of the lowest levels can be a first product role."""
USUAL_HOURS = 4.0


class Request(NamedTuple):
    """One transition as asked for."""

    background: str
    to: str
    given: Given
    setting: Setting = NOWHERE
    hours: float | None = None
    write: str | None = None


def run(request: Request, playbook: "Playbook", library: "Library", keep: "Shape | None" = None) -> Outcome:
    """Lay out the path, from the person's own answers where there are any; `keep` says on which day those are kept."""
    sheet = within(request.setting, given_sheet(request.given, library))
    setting = sheet.context.setting
    hours = request.hours or sheet.context.hours_per_week or USUAL_HOURS
    path = path_of(playbook, library.grid.counts_less(setting))
    result = transition(library.grid, path, sheet.answers, to=request.to, hours_per_week=hours)
    if keep is not None and request.given.anything:
        from pmpath.cli.keeping import open_journal, say_what_was_set_aside
        from pmpath.journal.transitions import save

        journal = open_journal(keep.today)
        save(journal, library.identity, sheet, result)
        say_what_was_set_aside(journal)
    next_commands = [_document_command(request, playbook, library), f"pmpath interview --from {playbook.id}", "pmpath assess"]

    def data() -> "Mapping[str, Json]":
        from pmpath.render.data import transition_data

        return transition_data(result, playbook, library.words, setting)

    def page() -> "Page":
        from pmpath.render.transition import TransitionPage

        return TransitionPage(result, playbook=playbook, words=library.words).build(setting, next_commands)

    def table() -> "Rows":
        from pmpath.render.rows import transition_rows

        return transition_rows(result, playbook)

    return Outcome("transition", data, page, next_commands, forms=Forms(table=table))


def path_of(playbook: "Playbook", counts_less: "Collection[str]" = ()) -> Path:
    """Return a playbook as ids and figures."""
    steps = [PathStep(step.id, step.hours, step.only_to, step.phase, step.closes) for step in playbook.plan]
    return Path(playbook.id, [gap.expectation for gap in playbook.gaps], steps, counts_less)


def _document_command(request: Request, playbook: "Playbook", library: "Library") -> str:
    """Return the command that creates the first project's document, or that looks at the one it creates now."""
    if request.write is not None and _kind_of(playbook, library) is not None:
        from pmpath.render.piece_commands import review_command

        return review_command(str(FilePath(request.write) / playbook.artifact.file))
    return f"pmpath transition --from {playbook.id} --write ."


def find_playbook(library: "Library", name: str | None) -> "Playbook":
    """Return the playbook of a background by id or alias; `UsageError` with the nearest one and the list otherwise."""
    if not library.has_playbooks:
        hint = "--playbooks FILE names your own; pmpath init playbook DIR writes a start"
        raise UsageError(f"no playbook fits the ladder {library.identity.id}", hint=hint)
    known = [playbook.id for playbook in library.playbooks]
    listing = f"backgrounds: {', '.join(known)}"
    if name is None:
        raise UsageError("--from says which background you come from", hint=listing)
    playbook = known_by(library.playbooks, name)
    if playbook is not None:
        return playbook
    hint = "; ".join(filter(None, (did_you_mean(spelled(name), names_of(library.playbooks)), listing)))
    raise UsageError(f'unknown background "{name}"', hint=hint)


def write_artifact(playbook: "Playbook", folder: str, *, force: bool = False) -> None:
    """Create the document of the first project; a file that is there already is touched only with `force`."""
    from pmpath.cli.writing import make_folder, write_new

    path = FilePath(folder) / playbook.artifact.file
    make_folder(path.parent, path)
    write_new(path, _document(playbook), force=force)


def begin_artifact(playbook: "Playbook", folder: str, library: "Library", keep: Shape) -> None:
    """Create the document of the first project, and keep that it is begun where it is a piece of the portfolio."""
    from pmpath.cli.piece_files import start

    kind = _kind_of(playbook, library)
    if kind is None:
        write_artifact(playbook, folder, force=keep.force)
    else:
        start(FilePath(folder) / playbook.artifact.file, _document(playbook), kind.id, keep)


def _document(playbook: "Playbook") -> bytes:
    from pmpath.render.transition import artifact_markdown

    return artifact_markdown(playbook).encode()


def _kind_of(playbook: "Playbook", library: "Library") -> "PieceKind | None":
    """Return the kind of portfolio piece that the document of a playbook is; None where it is none."""
    return next((kind for kind in library.portfolio.kinds if kind.background == playbook.id), None)


def first_role(library: "Library", name: str | None) -> str:
    """Return the level of the first product role, the lowest unless one is named; `UsageError` for a level that is none."""
    level = options.level_named(library, name, "--to")
    first = library.grid.levels[:FIRST_ROLES]
    if level is None:
        return first[0]
    if level not in first:
        raise UsageError(
            f"--to {level}: a first product role is one of {', '.join(first)}", hint="use pmpath assess --target instead"
        )
    return level


def hours_a_week(hours: float | None) -> float | None:
    """Return the hours a week; `UsageError` outside what a week has."""
    if hours is not None and not LEAST_HOURS <= hours <= MOST_HOURS:
        raise UsageError(f"--hours takes a number from {LEAST_HOURS:g} to {MOST_HOURS:g}")
    return hours
