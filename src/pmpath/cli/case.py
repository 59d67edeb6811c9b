"""pmpath case: the case for a promotion, from shown evidence only."""

from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli import completion, options
from pmpath.cli.sharing import shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmpath.cli.outcome import Outcome, Shape
    from pmpath.cli.standing import Now
    from pmpath.content.library import Library
    from pmpath.core.case import Past
    from pmpath.journal.line import Record
    from pmpath.model.case import Case
    from pmpath.model.forms import Picture


def case(
    *,
    ctx: typer.Context,
    target: Annotated[
        str | None,
        typer.Option("--target", metavar="LEVEL", help="The level to make the case for.", autocompletion=completion.levels),
    ] = None,
) -> int:
    """Write the case for your promotion from what is shown, and name what is not.

    \b
    Examples:
      pmpath case -o case.md
      pmpath case --target senior-pm -o case.html

    Only what carries evidence is claimed. What is met without evidence, and what is missing, is named as such.
    """
    from pmpath.cli.outcome import emit
    from pmpath.content.library import find_library

    wanted = shape(ctx)
    library = find_library(wanted.own)
    return emit(_outcome(options.level_named(library, target, "--target"), library, wanted), wanted, library)


def _outcome(target: str | None, library: "Library", wanted: "Shape") -> "Outcome":
    from pmpath.cli.keeping import present_day
    from pmpath.cli.outcome import RAW_FORMATS, Forms, Outcome
    from pmpath.cli.progressing import milestone_standings, own_thresholds
    from pmpath.cli.standing import journal_and_records, of_others, required_standing
    from pmpath.core.quality import quality
    from pmpath.render.case import CasePage, case_data

    _, records = journal_and_records(wanted)
    now = required_standing(records, library, "a case")
    made = _case(target, now, records, library)
    today = present_day(wanted.today)
    judged = {one.number: (one, quality(one, today)) for one in now.evidence}
    milestones = [one for one in library.words.ladder.milestones if one.to == made.target]
    stand = milestone_standings(milestones, records, own_thresholds(None, library))
    commands = _next_commands(made) if wanted.format in RAW_FORMATS else []  # what is handed over holds the case alone
    return Outcome(
        "case",
        lambda: case_data(made, judged, stand),
        lambda: CasePage(made, judged, library.words, stand, today).build(commands),
        commands,
        of_others(records, library),
        forms=Forms(picture=lambda: _picture(now, made, library)),
    )


def _picture(now: "Now", made: "Case", library: "Library") -> "Picture":
    from pmpath.core.history import reaches
    from pmpath.render.reach import reach_picture

    reached = {name: each[-1] for name, each in reaches(library.grid, [now.sheet]).items()}
    return reach_picture(reached, made.target, library.words)


def _case(target: str | None, now: "Now", records: "Sequence[Record]", library: "Library") -> "Case":
    from pmpath.cli.planning import no_goal
    from pmpath.core.assessment import assess
    from pmpath.core.case import Past, build_case
    from pmpath.journal.assessments import history
    from pmpath.journal.ladders import of_ladder

    result = assess(library.grid, now.sheet.answers, target=now.sheet.context.target)
    level = target or result.target or result.next_level
    if level is None:
        raise no_goal(result, library.words, "to make a case for")
    past = [Past(one.at[:10], one.sheet.answers) for one in history(of_ladder(records, library.identity.id))]
    return build_case(library.grid, now.sheet, now.evidence, [*past, *_confirmed(now, library)], level)


def _confirmed(now: "Now", library: "Library") -> "Iterator[Past]":
    """Yield the answers of each day since the last assessment on which one was confirmed."""
    from pmpath.core.case import Past
    from pmpath.core.progress import answers_by

    for day in sorted({one.answered for one in now.progress.standings.values() if one.answered is not None}):
        yield Past(day, answers_by(library.grid, now.kept.sheet.answers, now.progress, day), is_assessment=False)


def _next_commands(made: "Case") -> list[str]:
    if made.said:
        return [f'pmpath evidence add "what you did" --shows {made.said[0]}']
    return ["pmpath plan"] if made.missing else ["pmpath case -o case.html"]
