"""What pmpath assess does: gathers a sheet, places it, and says what there is to say."""

from typing import TYPE_CHECKING, NamedTuple

from pmpath.cli.outcome import RAW_FORMATS, Forms, Outcome, Shape, emit, hand_over_text, no_form
from pmpath.cli.sheet import Gathered, Given, can_ask, given_sheet, within
from pmpath.core.assessment import assess
from pmpath.core.questionnaire import open_questions
from pmpath.errors import UsageError
from pmpath.model.setting import NOWHERE, Setting
from pmpath.model.words import ASPIRING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.content.library import Library
    from pmpath.core.course import Depth
    from pmpath.model.answer import Sheet
    from pmpath.model.forms import Picture, Rows
    from pmpath.model.result import Assessment
    from pmpath.render.envelope import Json
    from pmpath.render.page import Page

GATE_NOT_MET = 4
NAMED_QUESTIONS = 5


class Request(NamedTuple):
    """One assessment as asked for; without a depth that of the interview that goes on, else the standard one."""

    given: Given
    depth: "Depth | None" = None
    target: str | None = None
    setting: Setting = NOWHERE
    require: str | None = None
    resume: bool = False
    fresh: bool = False
    again: bool = False
    no_save: bool = False


def run(request: Request, library: "Library", shape: Shape) -> Outcome:
    """Gather the answers, place them, and return what there is to say."""
    gathered = _within(request.setting, _gather(request, library, shape))
    sheet = gathered.sheet
    setting = sheet.context.setting
    result = assess(library.grid, sheet.answers, sheet.evidence, request.target or gathered.target, setting=setting)
    gathered.save(library, result)
    next_commands = _next_commands(result, library)

    def data() -> "Mapping[str, Json]":
        from pmpath.render.data import assessment_data

        return assessment_data(result, library.grid, library.words, setting)

    def page() -> "Page":
        from pmpath.render.assessment import AssessmentPage

        built = AssessmentPage(result, sheet=sheet, grid=library.grid, words=library.words)
        return built.build(setting, next_commands)

    code = gate(request.require, result, library)
    return Outcome("assessment", data, page, next_commands, exit_code=code, forms=_forms(result, sheet, library))


def _within(setting: Setting, gathered: Gathered) -> Gathered:
    """Put what the options say of the setting over what an interview or an assessment kept of it."""
    return gathered._replace(sheet=within(setting, gathered.sheet))


def _forms(result: "Assessment", sheet: "Sheet", library: "Library") -> Forms:
    def picture() -> "Picture":
        from pmpath.core.history import reaches
        from pmpath.render.reach import reach_picture

        reached = {name: each[-1] for name, each in reaches(library.grid, [sheet]).items()}
        return reach_picture(reached, result.target or result.next_level, library.words)

    def table() -> "Rows":
        from pmpath.render.rows import assessment_rows

        return assessment_rows(result, library.grid)

    return Forms(picture, table)


def gate(require: str | None, result: "Assessment", library: "Library") -> int:
    """Return 4 where a required level is not reached or not settled."""
    if require is None:
        return 0
    grid = library.grid
    return 0 if result.level is not None and grid.rank_of(result.level) >= grid.rank_of(require) else GATE_NOT_MET


def _gather(request: Request, library: "Library", shape: Shape) -> Gathered:
    sheet = within(request.setting, given_sheet(request.given, library))
    if can_ask(request.given):
        from pmpath.cli.interviewing import Session

        return Session(request, library, shape).conduct(sheet)
    if request.again:
        from pmpath.cli.reassessing import taken_up

        sheet = taken_up(sheet, library, shape)
        return _gathered(request, sheet, shape)
    if request.resume:
        from pmpath.cli.interviewing import Session

        return Session(request, library, shape).resumed()
    if not request.given.anything:
        raise _nobody_to_ask(library)
    return _gathered(request, sheet, shape)


def _gathered(request: Request, sheet: "Sheet", shape: Shape) -> Gathered:
    """Return a sheet that needs no question, with the journal to keep its result in."""
    if request.no_save:
        return Gathered(sheet, sheet.context.target)
    from pmpath.cli.keeping import open_journal

    return Gathered(sheet, sheet.context.target, open_journal(shape.today))


def _nobody_to_ask(library: "Library") -> UsageError:
    grid = library.grid
    first = [question.id for question in open_questions(grid, grid.states({}))][:NAMED_QUESTIONS]
    return UsageError(
        f"answers are needed and there is no terminal to ask in; first come {', '.join(first)}",
        hint=f"use --answers FILE or --answer {first[0]}={grid.choices[first[0]][1]}; "
        "pmpath assess --template writes a sheet to fill in",
    )


def _next_commands(result: "Assessment", library: "Library") -> list[str]:
    if result.level is None:
        return ["pmpath assess"]
    goal = result.target or result.next_level
    if result.level == ASPIRING:
        return [*_way_in(library), f"pmpath ladder {goal}"]
    if goal is None:
        return [f"pmpath ladder {result.level}"]
    levels = goal if goal == result.level else f"{result.level} --vs {goal}"
    return ["pmpath plan" if result.complete else "pmpath assess", f"pmpath ladder {levels}"]


def _way_in(library: "Library") -> list[str]:
    """Return the command for somebody who comes from another job, where the ladder has playbooks."""
    return ["pmpath transition --from BACKGROUND"] if library.has_playbooks else []


def emit_template(library: "Library", shape: Shape) -> int:
    """Write an answer sheet to fill in; as JSON an envelope with a sheet in which every answer is null."""
    from pmpath.render.page import Page
    from pmpath.render.template import sheet_template

    if shape.format not in RAW_FORMATS:
        raise no_form("template", shape.format, RAW_FORMATS)
    if not shape.json:
        hand_over_text(sheet_template(library.grid, library.words), shape)
        return 0
    empty = {"answers": dict.fromkeys(library.grid.choices), "evidence": {}, "context": {}}
    return emit(Outcome("template", lambda: empty, Page), shape, library)
