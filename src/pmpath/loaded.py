"""A ladder that is ready to place sheets, for programs. Knows neither the command line nor any output."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pmpath.content.library import Library, find_library
from pmpath.content.sheets import SheetReader
from pmpath.core.assessment import assess
from pmpath.errors import ContentError, MissingFileError, UsageError
from pmpath.model.own import Own
from pmpath.model.suggest import did_you_mean

if TYPE_CHECKING:
    from os import PathLike

    from pmpath.model.answer import Sheet
    from pmpath.model.identity import LadderIdentity
    from pmpath.model.result import Assessment


class Ladder:
    """A loaded ladder. It never changes, and can be pickled, to be used in other processes.

    >>> from pmpath import load
    >>> ladder = load()
    >>> ladder.identity.id, len(ladder.levels), len(ladder.questions)
    ('default', 7, 57)
    >>> ladder.questions["scope"][:2]
    ('none', 'apm')
    """

    __slots__ = ("_grid", "_reader", "identity")

    def __init__(self, library: Library) -> None:
        """Take what placing needs out of the content."""
        self._grid = library.grid
        self._reader = SheetReader(library.grid)
        self.identity: LadderIdentity = library.identity

    @property
    def levels(self) -> tuple[str, ...]:
        """The ids of the levels, lowest first."""
        return self._grid.levels

    @property
    def questions(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the questions, each with its answers, lowest first."""
        return dict(self._grid.choices)

    def assess(self, sheet: Mapping[str, object], target: str | None = None) -> "Assessment":
        """Place a sheet, see `pmpath.assess`.

        >>> from pmpath import load
        >>> load().assess({"answers": {"scope": "none"}}, target="apm").target
        'apm'
        """
        if target is not None and target not in self.levels:
            hint = did_you_mean(target, self.levels) or f"levels: {', '.join(self.levels)}"
            raise UsageError(f'no such level: "{target}"', hint=hint)
        read = self._reader.take(sheet) or self._explained(sheet)
        context = read.context
        return assess(self._grid, read.answers, read.evidence, target or context.target, setting=context.setting)

    def _explained(self, sheet: Mapping[str, object]) -> "Sheet":
        """Read what is not plainly a sheet as a file would be read, which says all that is wrong with it."""
        try:
            return self._reader.read(json.dumps(sheet, default=_fields).encode(), "sheet.json")
        except (TypeError, ValueError, RecursionError) as err:
            raise ContentError("this answer sheet holds what no file can hold", hint=str(err)) from err
        except ContentError as err:
            problems = tuple(one._replace(file="sheet", line=None, column=None) for one in err.problems)
            raise ContentError(err.message, err.hint, problems) from err


def load_ladder(path: "str | PathLike[str] | None") -> Ladder:
    """Return the ladder of a file or of a data folder, see `pmpath.load`."""
    if path is None:
        return Ladder(find_library())
    folder = Path(path)
    if folder.is_file():
        return Ladder(find_library(Own(ladder=str(folder))))
    if not (folder / "ladder.yaml").is_file():
        raise MissingFileError(f"no ladder.yaml in {folder}", hint="name a folder with the data files")
    return Ladder(Library(folder))


def _fields(value: object) -> object:
    """Return a mapping of any kind as JSON can write it."""
    if isinstance(value, Mapping):
        return dict(value)
    msg = f"{type(value).__name__} is no part of a sheet"
    raise TypeError(msg)
