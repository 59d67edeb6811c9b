"""pmpath explain: one competency, expectation, level, answer or source, and what it decided last time."""

from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli import completion
from pmpath.errors import UsageError
from pmpath.model.suggest import did_you_mean

if TYPE_CHECKING:
    from pmpath.cli.outcome import Outcome, Shape
    from pmpath.content.library import Library
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
    from pmpath.cli.outcome import emit
    from pmpath.cli.sharing import shape
    from pmpath.content.library import find_library

    wanted = shape(ctx)
    library = find_library(wanted.own)
    return emit(run(name, library, wanted), wanted, library)


def run(name: str, library: "Library", wanted: "Shape") -> "Outcome":
    """Return what there is to say about one thing; `UsageError` where nothing is called so."""
    from pmpath.cli.keeping import last_assessment, present_day
    from pmpath.cli.outcome import Outcome
    from pmpath.render.explanation import Explainer

    explainer = Explainer(library.grid, library.words, last_assessment(wanted.today, library.identity.id))
    said = _explained(explainer, library, name, present_day(wanted.today))
    return Outcome("explanation", lambda: said.data, lambda: said.page, said.next_commands)


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
        from pmpath.render.guide import keys_of

        guides = [topic.id for topic in library.guides.topics if source.key in keys_of(topic, library.guides)]
        return explainer.source(source, today, guides)
    level = words.find_level(wanted)
    if level is not None:
        return explainer.level(words.levels[level])
    raise _unknown(library, wanted)


def _unknown(library: "Library", name: str) -> UsageError:
    words = library.words
    if any(name in (playbook.id, *playbook.aliases) for playbook in library.playbooks):
        return UsageError(f'"{name}" is a background', hint=f"see pmpath transition --from {name}")
    types = [one.id for one in library.interview.types]
    if name in types:
        return UsageError(f'"{name}" is a type of interview question', hint=f"see pmpath interview show {name}")
    if any(name in (topic.id, *topic.aliases) for topic in library.guides.topics):
        return UsageError(f'"{name}" is a guide', hint=f"see pmpath guide {name}")
    backgrounds = [playbook.id for playbook in library.playbooks]
    sources = [source.key for source in library.sources]
    known = [*words.competencies, *words.expectations, *words.answers, *words.level_names(), *backgrounds, *sources, *types]
    hint = did_you_mean(name, known) or f"ids begin with a competency: {', '.join(words.competencies)}"
    return UsageError(f'there is nothing called "{name}" to explain', hint=hint)
