"""Puts an answer sheet together from a file, from options and from the person."""

import sys
from typing import TYPE_CHECKING, NamedTuple

from pmpath.cli.output import tell
from pmpath.cli.terminal import is_terminal
from pmpath.content.files import STDIN, read_given, shown_name
from pmpath.content.sheets import SheetReader, unknown_id, wrong_word
from pmpath.errors import UsageError
from pmpath.model.answer import EMPTY_SHEET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.content.library import Library
    from pmpath.core.grid import Grid
    from pmpath.journal.journal import Journal
    from pmpath.model.answer import Sheet
    from pmpath.model.result import Assessment
    from pmpath.model.setting import Setting


class Given(NamedTuple):
    """Where answers may come from: a file, options, a sheet that was read already; and whether the person may be asked."""

    file: str | None = None
    options: "Sequence[str]" = ()
    may_ask: bool = True
    sheet: "Sheet | None" = None

    @property
    def anything(self) -> bool:
        """Say whether any answers were given."""
        return self.file is not None or self.sheet is not None or bool(self.options)


class Gathered(NamedTuple):
    """A sheet, the level it is compared with where one is named, and the journal and interview that its result ends."""

    sheet: "Sheet"
    target: str | None = None
    journal: "Journal | None" = None
    interview: str | None = None

    def save(self, library: "Library", result: "Assessment") -> None:
        """Keep the assessment where there is a journal to keep it in; after an interview say where."""
        if self.journal is None:
            return
        from pmpath.cli.keeping import say_what_was_set_aside
        from pmpath.journal.assessments import save

        save(self.journal, library.identity, self.sheet, result, self.interview)
        say_what_was_set_aside(self.journal)
        if self.interview is not None:
            tell(f"Saved: {self.journal.path}", whole=True)


def given_sheet(given: Given, library: "Library") -> "Sheet":
    """Return the sheet in the file, or the one that was read already, with the answers of the options over it."""
    sheet = given.sheet or EMPTY_SHEET
    if given.file is not None:
        if given.file == STDIN and is_terminal(sys.stdin):
            tell("Reading an answer sheet from the terminal; end it with Ctrl-D.")
        sheet = SheetReader(library.grid).read(read_given(given.file), shown_name(given.file))
    options = dict(_answer_option(library.grid, option) for option in given.options)
    return sheet._replace(answers={**sheet.answers, **options})


def within(setting: "Setting", sheet: "Sheet") -> "Sheet":
    """Return a sheet with what the options say of the setting over its own."""
    return sheet._replace(context=sheet.context.within(setting))


def can_ask(given: Given) -> bool:
    """Say whether there is a person at a terminal who may be asked."""
    return given.may_ask and given.file != STDIN and is_terminal(sys.stdin) and is_terminal(sys.stderr)


def _answer_option(grid: "Grid", option: str) -> tuple[str, str]:
    question, equals, word = option.partition("=")
    if not equals:
        example = f"{next(iter(grid.choices))}={grid.levels[0]}"
        raise UsageError(f'--answer "{option}" is not ID=VALUE', hint=f"for example --answer {example}")
    if question not in grid.choices:
        message, hint = unknown_id(grid, question)
        raise UsageError(f"--answer {question}: {message}", hint=hint)
    if word not in grid.choices[question]:
        message, hint = wrong_word(grid, question, word)
        raise UsageError(f"--answer {question}: {message}", hint=hint)
    return question, word
