"""The values that a shell completes: levels, backgrounds, ids. Reads the content only when it is asked."""

from collections.abc import Iterator

from typer import Context

from pmpath.cli.libraries import beginning, described, library_of


def levels(ctx: Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the level ids that begin so, with their names."""
    return described(incomplete, _levels(ctx))


def backgrounds(ctx: Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the backgrounds that begin so, with their names."""
    return described(incomplete, _backgrounds(ctx))


def ids(ctx: Context, incomplete: str) -> list[str]:
    """Return the ids of levels, competencies, expectations, answers and sources that begin so."""
    return beginning(incomplete, _ids(ctx))


def answers(ctx: Context, incomplete: str) -> list[str]:
    """Return question ids while one is typed, and behind the equals sign the answers of that question."""
    return beginning(incomplete, _answers(ctx, incomplete))


def settings(incomplete: str) -> list[str]:
    """Return the settings of --env that begin so."""
    from pmpath.cli.options import ENVIRONMENTS

    return beginning(incomplete, ENVIRONMENTS)


def actions(ctx: Context, incomplete: str) -> list[str]:
    """Return the actions of the plan that is kept that begin so."""
    return beginning(incomplete, _actions(ctx))


def shown(ctx: Context, incomplete: str) -> list[str]:
    """Return the ids of expectations and milestones that begin so."""
    return beginning(incomplete, _shown(ctx))


def colors(incomplete: str) -> list[str]:
    """Return the choices of --color that begin so."""
    from pmpath.cli.sharing import COLORS

    return beginning(incomplete, COLORS)


def formats(incomplete: str) -> list[str]:
    """Return the formats of --format that begin so."""
    from pmpath.cli.sharing import FORMATS

    return beginning(incomplete, FORMATS)


def topics(incomplete: str) -> list[str]:
    """Return the commands and topics of help that begin so."""
    return beginning(incomplete, _topics())


def _levels(ctx: Context) -> Iterator[tuple[str, str]]:
    known = library_of(ctx)
    yield from ((level, known.words.level_name(level)) for level in known.grid.levels)


def _backgrounds(ctx: Context) -> Iterator[tuple[str, str]]:
    yield from ((playbook.id, playbook.name) for playbook in library_of(ctx).playbooks)


def _ids(ctx: Context) -> Iterator[str]:
    known = library_of(ctx)
    words = known.words
    yield from (*words.levels, *words.competencies, *words.expectations, *words.answers)
    yield from (source.key for source in known.sources)


def _answers(ctx: Context, incomplete: str) -> Iterator[str]:
    choices = library_of(ctx).grid.choices
    question, equals, _ = incomplete.partition("=")
    if not equals:
        yield from (f"{name}=" for name in choices)
    else:
        yield from (f"{question}={word}" for word in choices.get(question, ()))


def _actions(ctx: Context) -> Iterator[str]:
    from pmpath.cli.keeping import open_journal
    from pmpath.journal.ladders import of_ladder
    from pmpath.journal.plans import last_plan

    plan = last_plan(of_ladder(open_journal(None).records(), library_of(ctx).identity.id))
    yield from (task.id for task in (plan.tasks if plan else ()))


def _shown(ctx: Context) -> Iterator[str]:
    words = library_of(ctx).words
    yield from (*words.expectations, *(milestone.id for milestone in words.ladder.milestones))


def _topics() -> Iterator[str]:
    from pmpath.cli.group import COMMANDS
    from pmpath.render.topics import TOPICS

    yield from (*COMMANDS, *TOPICS)
