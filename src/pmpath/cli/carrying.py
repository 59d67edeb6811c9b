"""Puts the files of one's own that a command line named into the commands that it proposes, so that they go on with them."""

from typing import TYPE_CHECKING

from pmpath.model.visible import visible
from pmpath.render.page import Block, Page, Piece
from pmpath.render.piece_commands import quoted

if TYPE_CHECKING:
    from pmpath.cli.outcome import Outcome
    from pmpath.model.own import Own


def carrying(outcome: "Outcome", own: "Own") -> "Outcome":
    """Return an outcome whose next commands name the same files."""
    options = "".join(f" --{name} {quoted(visible(file))}" for name, file in own._asdict().items() if file)

    def page() -> Page:
        built = outcome.page()
        built.pieces = [_longer(piece, options) for piece in built.pieces]
        return built

    return outcome._replace(next_commands=[f"{command}{options}" for command in outcome.next_commands], page=page)


def _longer(piece: Piece, options: str) -> Piece:
    is_command = isinstance(piece, Block) and piece.style == "command"
    return piece._replace(text=f"{piece.text}{options}") if is_command and isinstance(piece, Block) else piece
