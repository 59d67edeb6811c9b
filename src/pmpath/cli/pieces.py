"""What pmpath portfolio does: lists kinds and pieces, begins a piece, looks at one, marks one."""

from pathlib import Path
from typing import TYPE_CHECKING

from pmpath.cli.keeping import say_what_was_set_aside
from pmpath.cli.naming import known_by, names_of
from pmpath.cli.outcome import Forms, Outcome, Shape
from pmpath.cli.piece_files import kept_path, start
from pmpath.cli.standing import journal_and_records
from pmpath.content.files import STDIN, shown_name
from pmpath.content.pieces import example_of, lookup_of, read_piece, template_of
from pmpath.core.portfolio import kind_in
from pmpath.core.portfolio import review as look_at
from pmpath.errors import UsageError
from pmpath.journal.pieces import looked_at, pieces
from pmpath.journal.pieces import mark as keep_mark
from pmpath.model.piece import KeptPiece
from pmpath.model.suggest import did_you_mean
from pmpath.model.visible import visible
from pmpath.render.piece_commands import mark_command, new_command, next_for, review_command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.content.library import Library
    from pmpath.model.piece import PieceReview
    from pmpath.model.piece_kind import PieceKind

MARKS = ("done", "open")
"""What a person can say of a piece."""


def listing(library: "Library", shape: Shape) -> Outcome:
    """Return the pieces that are kept with their next steps, and the kinds that are not begun."""
    from pmpath.render.pieces import list_page

    _, records = journal_and_records(shape)
    kept = pieces(records)
    commands = _next_commands(kept, library)
    outcome = _portfolio(kept, library, commands)
    return outcome._replace(page=lambda: list_page(kept, library.portfolio, commands))


def kinds(library: "Library", shape: Shape) -> Outcome:
    """Return every kind of piece with what it shows."""
    from pmpath.render.pieces import kinds_page, kinds_rows

    _, records = journal_and_records(shape)
    kept = pieces(records)
    commands = [f"pmpath portfolio show {library.portfolio.kinds[0].id}", new_command(library.portfolio.kinds[0].id)]
    outcome = _portfolio(kept, library, commands)
    return outcome._replace(
        page=lambda: kinds_page(library.portfolio, commands),
        forms=Forms(table=lambda: kinds_rows(kept, library.portfolio)),
    )


def show(name: str, library: "Library") -> Outcome:
    """Return one kind with its steps, its template and its example."""
    from pmpath.render.piece_kind import KindPage, kind_data

    kind = find_kind(library, name)
    template, example = template_of(kind, library), example_of(kind, library)
    commands = [new_command(kind.id), f"pmpath portfolio show {kind.id} --example"]
    return Outcome(
        "piece-kind",
        lambda: kind_data(kind, template, example),
        lambda: KindPage(kind, template, example, library.portfolio).build(library.words, commands),
        commands,
    )


def example_text(name: str, library: "Library") -> str:
    """Return the example of a kind as Markdown."""
    from pmpath.render.piece_kind import example_markdown

    kind = find_kind(library, name)
    return example_markdown(template_of(kind, library), library.portfolio, example_of(kind, library))


def new(name: str, folder: str, library: "Library", shape: Shape) -> Outcome:
    """Create the document of a kind in a folder, and keep that it is begun."""
    from pmpath.render.piece_kind import template_markdown

    kind = find_kind(library, name)
    template = template_of(kind, library)
    path = _folder(folder) / template.file
    start(path, template_markdown(template, library.portfolio).encode(), kind.id, shape)
    return _saved("begun", str(path), library, shape)


def review(name: str, kind_name: str | None, library: "Library", keep: "Shape | None") -> Outcome:
    """Look at a file for the parts of its kind; `keep` says on which day the count is kept, None keeps nothing."""
    from pmpath.render.piece_review import PieceReviewPage, review_data, review_rows

    text = read_piece(name)
    kind = find_kind(library, kind_name) if kind_name else _kind_in(text, name, library)
    found = look_at(text, template_of(kind, library), lookup_of(library))
    path = None if name == STDIN else kept_path(name)
    is_kept = keep is not None and path is not None
    if keep is not None and path is not None:
        journal, _ = journal_and_records(keep)
        looked_at(journal, path, kind.id, len(found.findings))
        say_what_was_set_aside(journal)
    commands = _after_review(path, kind, found)
    return Outcome(
        "piece-review",
        lambda: review_data(path, found, library.portfolio),
        lambda: PieceReviewPage(found, kind, library.portfolio).build(shown_name(name), saved=is_kept, next_commands=commands),
        commands,
        forms=Forms(table=lambda: review_rows(found, library.portfolio)),
    )


def mark(name: str, word: str, library: "Library", shape: Shape) -> Outcome:
    """Keep that the person calls a piece done, or open again."""
    from pmpath.cli.options import one_of

    one_of(word, MARKS, "MARK")
    path = kept_path(name)
    journal, records = journal_and_records(shape)
    if path not in [piece.path for piece in pieces(records)]:
        raise UsageError(f"{path} is no piece that is kept", hint="see pmpath portfolio for the pieces, or review it first")
    keep_mark(journal, path, done=word == MARKS[0])
    say_what_was_set_aside(journal)
    return _saved(word, path, library, shape)


def _after_review(path: str | None, kind: "PieceKind", found: "PieceReview") -> list[str]:
    """Return what comes next: another look while something is missing, else to keep the piece as evidence."""
    if path is None:
        return [f"pmpath portfolio show {kind.id}"]
    if found.findings:
        return [review_command(path), f"pmpath portfolio show {kind.id}"]
    return [next_for(KeptPiece(path, kind.id, "", 0), kind), mark_command(path)]


def find_kind(library: "Library", name: str) -> "PieceKind":
    """Return a kind by id or alias, however it is written; `UsageError` with the nearest one and the list otherwise."""
    kind = known_by(library.portfolio.kinds, name)
    if kind is not None:
        return kind
    hint = "; ".join(filter(None, (did_you_mean(name, names_of(library.portfolio.kinds)), _known(library))))
    raise UsageError(f'there is no kind of piece "{visible(name[:64])}"', hint=hint)


def _known(library: "Library") -> str:
    return f"kinds: {', '.join(kind.id for kind in library.portfolio.kinds)}"


def _kind_in(text: str, name: str, library: "Library") -> "PieceKind":
    titles = {template_of(kind, library).title: kind.id for kind in library.portfolio.kinds}
    said = kind_in(text, titles)
    if said is None:
        hint = f"say it with --kind; {_known(library)}"
        raise UsageError(f"{shown_name(name)} does not say which kind of piece it is", hint=hint)
    return find_kind(library, said)


def _folder(name: str) -> Path:
    """Return a folder to write to; `UsageError` for a name that is none or that a terminal would obey."""
    if not name.strip() or visible(name) != name:
        raise UsageError(f'DIR: "{visible(name)}" cannot be a folder of yours', hint="name a folder, such as . or portfolio")
    return Path(name)


def _saved(said: str, path: str, library: "Library", shape: Shape) -> Outcome:
    from pmpath.render.pieces import saved_page

    kept = pieces(journal_and_records(shape)[1])
    piece = next(one for one in kept if one.path == path)
    kind = find_kind(library, piece.kind)
    commands = [next_for(piece, kind), "pmpath portfolio"]
    outcome = _portfolio(kept, library, commands)
    return outcome._replace(page=lambda: saved_page(said, piece, kind, commands))


def _next_commands(kept: "Sequence[KeptPiece]", library: "Library") -> list[str]:
    """Return what to do next: the first piece that is not done, else the first kind that is not begun."""
    kinds_by_id = {kind.id: kind for kind in library.portfolio.kinds}
    begun = {piece.kind for piece in kept}
    steps = [next_for(piece, kinds_by_id.get(piece.kind)) for piece in kept if not piece.done]
    fresh = [new_command(kind.id) for kind in library.portfolio.kinds if kind.id not in begun]
    return [*steps[:1], *fresh[:1], "pmpath portfolio kinds"]


def _portfolio(kept: "Sequence[KeptPiece]", library: "Library", commands: "Sequence[str]") -> Outcome:
    """Return the portfolio as data and table; the page is that of who asks."""
    from pmpath.render.page import Page
    from pmpath.render.pieces import portfolio_data, portfolio_rows

    files = {kind.id: template_of(kind, library).file for kind in library.portfolio.kinds}
    return Outcome(
        "portfolio",
        lambda: portfolio_data(kept, library.portfolio, files),
        Page,
        commands,
        forms=Forms(table=lambda: portfolio_rows(kept, library.portfolio)),
    )
