"""What pmpath init does: writes the files that people begin their own from, over nothing that is there."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from pmpath.cli.outcome import Outcome, Shape
from pmpath.cli.writing import make_folder, require_free, write_new
from pmpath.content.published import read_schema
from pmpath.content.starts import read_start
from pmpath.errors import UsageError
from pmpath.model.visible import visible
from pmpath.render.page import Page
from pmpath.render.piece_commands import quoted


class _Start(NamedTuple):
    """A start: the name of its file, the schema beside it, and the command that uses it."""

    file: str
    schema: str
    use: str


_STARTS: Final[Mapping[str, _Start]] = {
    "ladder": _Start("ladder.yaml", "overlay", "pmpath assess --ladder {}"),
    "playbook": _Start("playbooks.yaml", "transitions", "pmpath transition --from BACKGROUND --playbooks {}"),
}


def begin(what: str, folder: str, shape: Shape) -> Outcome:
    """Write a start and the schema that its first line names; return what there is to say."""
    start = _STARTS[what]
    place = _folder(folder)
    contents = {
        place / start.file: read_start(what),
        place / f"{start.schema}.schema.json": read_schema(start.schema),
    }
    make_folder(place, place / start.file)
    for path in contents:
        require_free(path, force=shape.force)
    for path, content in contents.items():
        write_new(path, content, force=shape.force)
    written = [str(path) for path in contents]
    commands = [f"pmpath check {quoted(written[0])}", start.use.format(quoted(written[0]))]
    return Outcome("start", lambda: {"what": what, "files": written}, lambda: _page(written, commands), commands)


def _page(written: list[str], commands: list[str]) -> Page:
    page = Page()
    page.text("Begun. The comments in the first file say how to go on.", "title")
    for path in written:
        page.path(path)
    page.commands(commands)
    return page


def _folder(name: str) -> Path:
    """Return a folder to write to; `UsageError` for a name that is none or that a terminal would obey."""
    if not name.strip() or visible(name) != name:
        raise UsageError(f'DIR: "{visible(name)}" cannot be a folder of yours', hint="name a folder, such as . or our-ladder")
    return Path(name)
