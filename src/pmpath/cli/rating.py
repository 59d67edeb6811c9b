"""What pmpath assess --rater does: asks about somebody else's work and keeps every answer in the given file alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pmpath.asking.interview import Conversation, Interview
from pmpath.cli.askers import new_asker, somebody_can_answer, stopping_in_order
from pmpath.cli.outcome import Outcome, Shape
from pmpath.cli.writing import rewrite
from pmpath.content.files import STDIN, read_given
from pmpath.content.sheets import SheetReader
from pmpath.core.course import Course, Reason
from pmpath.core.reassessment import question_again
from pmpath.errors import UsageError
from pmpath.render.template import Template, second_view_template, template_json

if TYPE_CHECKING:
    from pmpath.content.library import Library
    from pmpath.model.answer import Sheet
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json

NOTE = '"You" is the person whose work this is about; answer by what you have seen.'


def rate(name: str, library: "Library", shape: Shape) -> Outcome:
    """Ask what a sheet about somebody else's work lacks, and say how far it is filled in."""
    if name == STDIN:
        raise UsageError("--rater takes a file to write the answers into", hint="see pmpath review export")
    given = SheetReader(library.grid).read(read_given(name), name)
    questions = _listed(name, library, given)
    if not questions:
        raise UsageError(f"{name} asks nothing", hint="see pmpath review export")
    keeper = FileKeeper(Path(name), questions, given, library.words)
    still_open = [question for question in questions if question not in given.answers]
    if still_open:
        if not somebody_can_answer(shape):
            needed = "1 answer is" if len(still_open) == 1 else f"{len(still_open)} answers are"
            hint = f"fill in {name} with an editor; first comes {still_open[0]}"
            raise UsageError(f"{needed} needed and there is no terminal to ask in", hint=hint)
        _ask(keeper, still_open, library, shape)
    return _outcome(name, keeper.sheet, questions)


class FileKeeper:
    """Keeps the answers of a second view in its file, which is written whole after each of them."""

    interview: None = None

    def __init__(self, path: Path, questions: list[str], sheet: "Sheet", words: "Words") -> None:
        """Begin with what the file holds."""
        self.sheet = sheet
        self.path = path
        self._given = sheet
        self._questions = questions
        self._words = words

    def answered(self, question: str, word: str | None) -> None:
        """Keep an answer; a question that was skipped stays open."""
        if word is not None:
            self._keep(self.sheet._replace(answers={**self.sheet.answers, question: word}))

    def shown(self, expectation: str, lines: Mapping[str, str]) -> None:
        """Keep a piece of evidence beside what the file held."""
        items = [*self._given.evidence.get(expectation, ()), dict(lines)]
        self._keep(self.sheet._replace(evidence={**self.sheet.evidence, expectation: items}))

    def _keep(self, sheet: "Sheet") -> None:
        template = Template(self._questions, sheet)
        is_json = self.path.suffix == ".json"
        rewrite(self.path, (template_json(template) if is_json else second_view_template(template, self._words)).encode())
        self.sheet = sheet


def _listed(name: str, library: "Library", given: "Sheet") -> list[str]:
    """Return the questions that stand in the file, answered or not, in the order of the ladder."""
    from pmpath.content.sheets import questions_in

    listed = questions_in(read_given(name), name)
    return [question for question in library.grid.choices if question in listed or question in given.answers]


def _ask(keeper: FileKeeper, questions: list[str], library: "Library", shape: Shape) -> None:
    again = tuple(question_again(library.grid, question, Reason.SECOND_VIEW) for question in questions)
    interview = Interview(library.grid, library.words, Course(again=again, ends_there=True), NOTE)
    with stopping_in_order(
        lambda: f"Stopped. Your answers so far are in the file; go on with: pmpath assess --rater {keeper.path}"
    ):
        Conversation(interview, new_asker(shape), keeper, keeper.sheet).hold()


def _outcome(name: str, sheet: "Sheet", questions: list[str]) -> Outcome:
    from pmpath.render.review import rated_page

    answered = sum(1 for question in questions if question in sheet.answers)
    commands = [] if answered == len(questions) else [f"pmpath assess --rater {name}"]
    data: dict[str, Json] = {"file": name, "answered": answered, "of": len(questions)}
    return Outcome("review", lambda: data, lambda: rated_page(name, answered, len(questions), commands), commands)
