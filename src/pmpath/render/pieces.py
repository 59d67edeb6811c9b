"""The portfolio on a page and as data: pieces with how far they are, and the kinds of pieces."""

from typing import TYPE_CHECKING

from pmpath.model.piece import PieceStage
from pmpath.render.page import Page
from pmpath.render.phrases import counted, sentence
from pmpath.render.piece_commands import new_command, next_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmpath.model.forms import Rows
    from pmpath.model.piece import KeptPiece
    from pmpath.model.piece_kind import PieceKind
    from pmpath.model.portfolio import Portfolio
    from pmpath.render.envelope import Json


def hours_of(kind: "PieceKind") -> int:
    """Return the hours that all steps of a kind take."""
    return sum(step.hours for step in kind.steps)


def list_page(pieces: "Sequence[KeptPiece]", portfolio: "Portfolio", next_commands: "Sequence[str]") -> Page:
    """Write the pieces with their next steps, then the kinds that are not begun."""
    page = Page()
    kinds = _by_id(portfolio)
    page.text(counted(len(pieces), "piece", "pieces").capitalize() if pieces else "No piece yet", "title")
    if not pieces:
        page.text(f"{portfolio.story.why} {portfolio.story.text}")
    for place, piece in enumerate(pieces, start=1):
        kind = kinds.get(piece.kind)
        page.item(f"{piece.path}: {kind.name if kind else piece.kind}", mark=f"{place}.")
        page.detail(sentence(_standing(piece)))
        if not piece.done:
            page.detail(f"Next: {next_for(piece, kind)}")
    open_kinds = _not_begun(pieces, portfolio)
    if open_kinds:
        page.heading("Planned: kinds that are not begun")
    for kind in open_kinds:
        page.item(_in_line(kind))
    page.commands(next_commands)
    return page


def kinds_page(portfolio: "Portfolio", next_commands: "Sequence[str]") -> Page:
    """Write what each kind of piece shows, and how long it takes."""
    page = Page()
    page.text("Kinds of portfolio pieces", "title")
    page.text(portfolio.story.text)
    for kind in portfolio.kinds:
        page.heading(_in_line(kind))
        page.text(kind.purpose)
        page.text(f"For: {kind.fits}", "quiet")
    page.heading("The three parts of every piece")
    page.items(f"{part.title}: {part.asks}" for part in portfolio.parts)
    page.commands(next_commands)
    return page


def saved_page(said: str, piece: "KeptPiece", kind: "PieceKind", next_commands: "Sequence[str]") -> Page:
    """Write that a piece was begun or marked, and what to do first."""
    page = Page()
    page.text(f"Saved. {piece.path}, {kind.name.lower()}: {said}.", "title")
    if piece.stage is PieceStage.BEGUN:
        page.heading("The steps")
        for place, step in enumerate(kind.steps, start=1):
            page.item(f"{step.do} ({step.hours} h)", mark=f"{place}.")
    page.commands(next_commands)
    return page


def portfolio_data(pieces: "Sequence[KeptPiece]", portfolio: "Portfolio", files: "Mapping[str, str]") -> "dict[str, Json]":
    """Return the pieces and the kinds as data; `files` names the file of each kind."""
    kinds = _by_id(portfolio)
    begun = {piece.kind for piece in pieces}
    return {
        "pieces": [_piece_data(piece, kinds.get(piece.kind)) for piece in pieces],
        "kinds": [
            {
                "id": kind.id,
                "name": kind.name,
                "headline": kind.headline,
                "background": kind.background,
                "file": files[kind.id],
                "hours": hours_of(kind),
                "stage": PieceStage.BEGUN if kind.id in begun else PieceStage.PLANNED,
                "purpose": kind.purpose,
                "fits": kind.fits,
            }
            for kind in portfolio.kinds
        ],
    }


def portfolio_rows(pieces: "Sequence[KeptPiece]", portfolio: "Portfolio") -> "Rows":
    """Return the pieces, then the kinds that are not begun."""
    header = ("path", "kind", "stage", "done", "day", "findings", "next")
    kinds = _by_id(portfolio)
    return [
        header,
        *(
            (
                piece.path,
                piece.kind,
                piece.stage,
                "yes" if piece.done else "no",
                piece.day,
                piece.findings,
                next_for(piece, kinds.get(piece.kind)),
            )
            for piece in pieces
        ),
        *(
            (None, kind.id, PieceStage.PLANNED, "no", None, None, new_command(kind.id))
            for kind in _not_begun(pieces, portfolio)
        ),
    ]


def kinds_rows(pieces: "Sequence[KeptPiece]", portfolio: "Portfolio") -> "Rows":
    """Return the kinds, and whether a piece of each is begun."""
    header = ("id", "name", "headline", "background", "hours", "stage")
    planned = {kind.id for kind in _not_begun(pieces, portfolio)}
    return [
        header,
        *(
            (
                kind.id,
                kind.name,
                "yes" if kind.headline else "no",
                kind.background,
                hours_of(kind),
                PieceStage.PLANNED if kind.id in planned else PieceStage.BEGUN,
            )
            for kind in portfolio.kinds
        ),
    ]


def _piece_data(piece: "KeptPiece", kind: "PieceKind | None") -> "dict[str, Json]":
    return {**piece._asdict(), "stage": piece.stage, "next": next_for(piece, kind)}


def _by_id(portfolio: "Portfolio") -> "dict[str, PieceKind]":
    return {kind.id: kind for kind in portfolio.kinds}


def _not_begun(pieces: "Sequence[KeptPiece]", portfolio: "Portfolio") -> "list[PieceKind]":
    begun = {piece.kind for piece in pieces}
    return [kind for kind in portfolio.kinds if kind.id not in begun]


def _in_line(kind: "PieceKind") -> str:
    first = ", one to begin with" if kind.headline else ""
    return f"{kind.name} ({kind.id}), about {hours_of(kind)} h{first}"


def _standing(piece: "KeptPiece") -> str:
    """Say how far a piece is, since when, and what the last review counted."""
    own = "; done, by your own word" if piece.done else ""
    match piece.stage:
        case PieceStage.PARTS_MISSING:
            return f"Parts missing: {counted(piece.findings or 0, 'finding', 'findings')} on {piece.day}{own}"
        case PieceStage.READY:
            return f"Ready to show: nothing was missing on {piece.day}{own}"
        case _:
            return f"Begun on {piece.day}, not looked at yet{own}"
