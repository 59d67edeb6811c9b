"""Reads answer sheets of several people, one a file or one a line, and reports what is wrong in all of them at once."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pmpath.content.bounds import MAX_PROBLEMS
from pmpath.content.files import STDIN, read_given, shown_name
from pmpath.content.foremost import cut_off
from pmpath.content.sheets import SheetReader
from pmpath.core.grid import Grid
from pmpath.errors import ContentError, MissingFileError, PmpathError, Problem
from pmpath.model.answer import Sheet

_LINES: Final = (".jsonl", ".ndjson")
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")


class Owner(NamedTuple):
    """Whose sheet it is, as far as a file says: where it stands, and the name of the file without folder and end.

    `line` is the number of its line where a file holds one sheet a line.
    """

    file: str
    stem: str
    line: int | None = None

    @property
    def place(self) -> str:
        """The file as it was given, with the line where there is one."""
        return self.file if self.line is None else f"{self.file}:{self.line}"

    @property
    def id(self) -> str:
        """The name of the file, with the line where there is one."""
        return self.stem if self.line is None else f"{self.stem}-{self.line}"

    @property
    def initials(self) -> str:
        """The first letter of each word of the id, numbers whole."""
        words = _WORD.findall(self.id)
        return "".join(word if word.isdigit() else word[0].upper() for word in words) or self.id


class ManySheets:
    """Collects sheets with their owners, and every problem on the way."""

    def __init__(self, grid: Grid) -> None:
        """Begin with nothing."""
        self._reader = SheetReader(grid)
        self._found: dict[Owner, Sheet] = {}
        self._errors: list[PmpathError] = []

    def read(self, files: Sequence[str]) -> Mapping[Owner, Sheet]:
        """Return the sheets of all files in their order.

        Raises `ContentError` where any content is invalid, `MissingFileError` where a file cannot be read; either with every
        problem of all files.
        """
        for file in files:
            self._try(self._read_file, file)
        if self._errors:
            raise _together(self._errors)
        return self._found

    def _try(self, read: Callable[..., None], *given: object) -> None:
        try:
            read(*given)
        except (ContentError, MissingFileError) as error:
            self._errors.append(error)

    def _read_file(self, file: str) -> None:
        content, shown = read_given(file), shown_name(file)
        owner = Owner(shown, "person" if file == STDIN else _stem(file))
        if not _is_one_a_line(file, content):
            self._found[owner] = self._reader.read(content, shown)
            return
        numbered = [(number, line) for number, line in enumerate(content.split(b"\n"), start=1) if line.strip()]
        if not numbered:
            raise ContentError("no sheet is in this file", problems=(Problem(shown, None, None, "", "the file is empty", ""),))
        for number, line in numbered:
            self._try(self._read_line, owner._replace(line=number), line)
            if sum(len(error.problems) for error in self._errors) > MAX_PROBLEMS:
                return  # nobody mends more at a time

    def _read_line(self, owner: Owner, line: bytes) -> None:
        try:
            self._found[owner] = self._reader.read(line, f"{owner.file}.json")
        except ContentError as err:
            problems = tuple(one._replace(file=owner.file, line=owner.line) for one in err.problems)
            raise ContentError(err.message, err.hint, problems) from err


def names_of(owners: Sequence[Owner], *, as_ids: bool) -> Iterator[str]:
    """Yield a name for each owner that no other has: initials, or ids.

    Initials that several share get a number each, in the order of their ids; ids that several share become their places.
    """
    if as_ids:
        ids = [owner.id for owner in owners]
        yield from ids if len(set(ids)) == len(ids) else (owner.place for owner in owners)
        return
    for owner in owners:
        alike = sorted({(one.id, one.place) for one in owners if one.initials == owner.initials})
        number = alike.index((owner.id, owner.place)) + 1
        yield owner.initials if len(alike) == 1 else f"{owner.initials}-{number}"


def _stem(file: str) -> str:
    name = re.split(r"[/\\]", file)[-1]
    return name.rpartition(".")[0] or name


def _is_one_a_line(file: str, content: bytes) -> bool:
    """Say whether a file holds one sheet a line: by its name, or for standard input because each line begins an object."""
    if file != STDIN:
        return file.endswith(_LINES)
    return all(line.lstrip().startswith(b"{") for line in content.splitlines() if line.strip()) and bool(content.strip())


def _together(errors: Sequence[PmpathError]) -> PmpathError:
    """Return one error with the problems of all; what cannot be read at all counts as one."""
    every = [problem for error in errors for problem in error.problems or (_unread(error),)]
    problems = tuple(cut_off(every))
    files = len(dict.fromkeys(problem.file for problem in problems))
    said = "the answer sheets are not valid" if files > 1 else "the answer sheet is not valid"
    kinds = [type(error) for error in errors]
    if ContentError in kinds:
        return ContentError(f"{said}; nothing is shown", problems=problems)
    return errors[0] if len(errors) == 1 else MissingFileError("files cannot be read; nothing is shown", problems=problems)


def _unread(error: PmpathError) -> Problem:
    file, _, said = error.message.partition(": ")
    return Problem(file, None, None, "", said or error.message, error.hint)
