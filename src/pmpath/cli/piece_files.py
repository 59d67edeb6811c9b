"""The files of pieces: what they are called where they are kept, and how one is begun."""

from pathlib import Path

from pmpath.cli.keeping import say_what_was_set_aside
from pmpath.cli.outcome import Shape
from pmpath.cli.standing import journal_and_records
from pmpath.cli.writing import is_written, make_folder, write_new
from pmpath.journal.pieces import begin, pieces
from pmpath.model.visible import visible


def kept_path(name: str) -> str:
    """Return a path as it is kept and shown."""
    return visible(str(Path(name)))


def start(path: Path, content: bytes, kind: str, shape: Shape) -> None:
    """Create the file of a piece and keep that it is begun; a file that a run wrote before it was cut short is taken up."""
    journal, records = journal_and_records(shape)
    known = [piece.path for piece in pieces(records)]
    journal.prepare()
    if kept_path(str(path)) in known or not is_written(path, content):
        make_folder(path.parent, path)
        write_new(path, content, force=shape.force)
    begin(journal, kept_path(str(path)), kind)
    say_what_was_set_aside(journal)
