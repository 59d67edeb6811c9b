"""The commands about portfolio pieces that pages end with, fit for a shell."""

import shlex
from typing import TYPE_CHECKING, Final

from pmpath.model.piece import PieceStage

if TYPE_CHECKING:
    from pmpath.model.piece import KeptPiece
    from pmpath.model.piece_kind import PieceKind

FOLDER: Final = "portfolio"
"""The folder that commands name where none is known."""


def review_command(path: str) -> str:
    """Return the command that looks at a piece, for a shell."""
    return f"pmpath portfolio review {quoted(path)}"


def new_command(kind: str, folder: str = FOLDER) -> str:
    """Return the command that begins a piece."""
    return f"pmpath portfolio new {kind} {quoted(folder)}"


def mark_command(path: str) -> str:
    """Return the command that says that a piece is done."""
    return f"pmpath portfolio mark {quoted(path)} done"


def next_for(piece: "KeptPiece", kind: "PieceKind | None") -> str:
    """Return the next command for a piece: look at it, or keep it as evidence once nothing is missing."""
    if piece.stage is not PieceStage.READY or kind is None:
        return review_command(piece.path)
    shown = " ".join(f"--shows {name}" for name in kind.shows[:2])
    return f'pmpath evidence add "{kind.name}" --link {quoted(piece.path)} {shown}'


def quoted(path: str) -> str:
    """Return a path as a shell takes it, never for an option."""
    return shlex.quote(f"./{path}" if path.startswith("-") else path)
