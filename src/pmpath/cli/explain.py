"""pmpath explain: one competency, expectation, level, answer or source, and what it decided last time."""

from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli import completion
from pmpath.errors import OutputError, UsageError
from pmpath.model.suggest import did_you_mean

if TYPE_CHECKING:
    from pmpath.cli.outcome import Shape
    from pmpath.content.library import Library
    from pmpath.model.draft import Kept
    from pmpath.render.explanation import Explainer, Explanation


def explain(
    *,
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="A competency, an expectation, a level, an answer or a source.", autocompletion=completion.ids
        ),
    ],
) -> int:
    """Explain one thing: what it asks, what counts, where it comes from, what it decided last time.

    \b
    Examples:
      pmpath explain discovery.pm            an expectation, with the action that closes it
      pmpath explain with-help               an answer

    Looking changes nothing that is kept.
    """
    from pmpath.cli.keeping import present_day
    from pmpath.cli.outcome import Outcome, emit
    from pmpath.cli.sharing import shape
    from pmpath.content.library import find_library
    from pmpath.render.explanation import Explainer

    wanted = shape(ctx)
    library = find_library(wanted.own)
    explainer = Explainer(library.grid, library.words, _last(wanted, library))
    said = _explained(explainer, library, name, present_day(wanted.today))
    outcome = Outcome("explanation", lambda: said.data, lambda: said.page, said.next_commands)
    return emit(outcome, wanted, library)


def _explained(explainer: "Explainer", library: "Library", name: str, today: str) -> "Explanation":
    words = library.words
    wanted = name.strip()
    if wanted in words.competencies:
        return explainer.competency(words.competencies[wanted])
    if wanted in words.expectations:
        return explainer.expectation(wanted)
    if wanted in words.answers:
        return explainer.answer(words.answers[wanted])
    source = next((source for source in library.sources if source.key == wanted.upper()), None)
    if source is not None:
        return explainer.source(source, today)
    level = words.find_level(wanted)
    if level is not None:
        return explainer.level(words.levels[level])
    raise _unknown(library, wanted)


def _unknown(library: "Library", name: str) -> UsageError:
    words = library.words
    if any(name in (playbook.id, *playbook.aliases) for playbook in library.playbooks):
        return UsageError(f'"{name}" is a background', hint=f"see pmpath transition --from {name}")
    backgrounds = [playbook.id for playbook in library.playbooks]
    sources = [source.key for source in library.sources]
    known = [*words.competencies, *words.expectations, *words.answers, *words.level_names(), *backgrounds, *sources]
    hint = did_you_mean(name, known) or f"ids begin with a competency: {', '.join(words.competencies)}"
    return UsageError(f'there is nothing called "{name}" to explain', hint=hint)


def _last(wanted: "Shape", library: "Library") -> "Kept | None":
    """Return the last assessment by this ladder; None where there is none, or no folder to keep any in."""
    from pmpath.cli.keeping import open_journal, read_journal
    from pmpath.cli.output import tell
    from pmpath.journal.assessments import last
    from pmpath.journal.ladders import of_ladder

    try:
        return last(of_ladder(read_journal(open_journal(wanted.today)), library.identity.id))
    except OutputError as error:
        tell(f"What is kept cannot be read: {error.message}")
        return None
