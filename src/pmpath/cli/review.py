"""pmpath review: a sheet for somebody who knows the person's work, and where both disagree. Keeps nothing."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from pmpath.cli.sharing import shape
from pmpath.errors import UsageError

if TYPE_CHECKING:
    from pmpath.cli.outcome import Outcome, Shape
    from pmpath.content.library import Library
    from pmpath.model.answer import Sheet

SUBCOMMANDS: Final = {"export": "export", "compare": "compare"}
"""Subcommand to the function that runs it."""


def review() -> None:
    """Let someone who knows your work answer the same questions, and compare.

    \b
    Examples:
      pmpath review export --for Dana -o dana.yaml
      pmpath review compare dana.yaml

    No answer of one person ever enters the journal of the other.
    """


def export(
    *,
    ctx: typer.Context,
    rater: Annotated[str | None, typer.Option("--for", metavar="NAME", help="Who answers.")] = None,
) -> int:
    """Write a sheet with your questions and without your answers, for a manager or peer to fill in.

    \b
    Examples:
      pmpath review export -o review.yaml
      pmpath review export --for Dana -o dana.yaml

    It is filled in with pmpath assess --rater FILE, or in an editor.
    """
    from pmpath.cli.lines import given_lines
    from pmpath.cli.outcome import RAW_FORMATS, Outcome, emit, hand_over_text, no_form
    from pmpath.cli.standing import journal_and_records, required_standing
    from pmpath.content.library import find_library
    from pmpath.core.comparison import worth_asking
    from pmpath.model.answer import EMPTY_SHEET
    from pmpath.render.page import Page
    from pmpath.render.template import Template, second_view_template

    wanted = shape(ctx, raw=True)
    library = find_library(wanted.own)
    _, records = journal_and_records(wanted)
    answers = required_standing(records, library, "a second view").sheet.answers
    questions = worth_asking(library.grid, answers)
    name = given_lines({"name": rater}).get("name") or None
    if wanted.format not in RAW_FORMATS:
        raise no_form("template", wanted.format, RAW_FORMATS)
    if wanted.json and wanted.output is not None:
        raise UsageError(f"{wanted.output}: a sheet to fill in is written as YAML", hint="name it review.yaml")
    if wanted.json:
        empty = {"rater": name, "answers": dict.fromkeys(questions), "evidence": {}, "context": {}}
        return emit(Outcome("template", lambda: empty, Page), wanted, library)
    template = Template(questions, EMPTY_SHEET._replace(rater=name))
    hand_over_text(second_view_template(template, library.words), wanted)
    return 0


def compare(
    *, ctx: typer.Context, file: Annotated[str, typer.Argument(metavar="FILE", help="The sheet that came back.")]
) -> int:
    """Show where you and somebody else see your work differently, and what to talk about.

    \b
    Examples:
      pmpath review compare dana.yaml
      pmpath review compare dana.yaml -o talk.md

    Only what is two steps apart, or on another side of met, is shown. Nothing of it is kept.
    """
    from pmpath.cli.outcome import emit
    from pmpath.content.files import read_given, shown_name
    from pmpath.content.library import find_library
    from pmpath.content.sheets import SheetReader

    wanted = shape(ctx)
    library = find_library(wanted.own)
    theirs = SheetReader(library.grid).read(read_given(file), shown_name(file))
    if not theirs.answers:
        raise UsageError(f"{shown_name(file)} holds no answer yet", hint=f"pmpath assess --rater {file} asks for them")
    return emit(_compared(theirs, library, wanted), wanted, library)


def _compared(theirs: "Sheet", library: "Library", wanted: "Shape") -> "Outcome":
    from pmpath.cli.outcome import Forms, Outcome
    from pmpath.cli.standing import journal_and_records, required_standing
    from pmpath.core.assessment import assess
    from pmpath.core.comparison import compare as compare_answers
    from pmpath.render.review import ComparisonPage, comparison_data
    from pmpath.render.rows import comparison_rows

    _, records = journal_and_records(wanted)
    ours = required_standing(records, library, "a comparison").sheet
    own, other = (assess(library.grid, sheet.answers, sheet.evidence) for sheet in (ours, theirs))
    comparison = compare_answers(library.grid, ours.answers, theirs.answers)
    commands = [f"pmpath explain {comparison.disagreements[0].question}"] if comparison.disagreements else ["pmpath plan"]
    return Outcome(
        "comparison",
        lambda: comparison_data(comparison, own, other, theirs.rater, library.words),
        lambda: ComparisonPage(comparison, own, other, theirs.rater).build(library.words, commands),
        commands,
        forms=Forms(table=lambda: comparison_rows(comparison)),
    )
